import type { BlockKind } from './prose';

/** What a directive makes of its argument and its body; one that is not known holds no prose. */
export interface Directive {
  /** The kind of the argument where that is prose. */
  readonly argument?: BlockKind;
  /** The kind of the body's paragraphs; without it, the body is no prose. */
  readonly body?: BlockKind;
  readonly quoted?: boolean;
  /** The first paragraph of the body is a caption (`figure`). */
  readonly captioned?: boolean;
}

const DIRECTIVES = new Map<string, Directive>();
const define = (names: string, directive: Directive): void => { for (const name of names.split(' ')) DIRECTIVES.set(name, directive); };

define('note warning tip hint important caution danger error attention seealso todo versionadded versionchanged deprecated', { argument: 'paragraph', body: 'paragraph' });
define('admonition topic sidebar dropdown card tab-item tab panel details collapse', { argument: 'heading', body: 'paragraph' });
define('container compound class rst-class only centered hlist glossary header footer tab-set tabs grid grid-item grid-item-card', { body: 'paragraph' });
define('rubric', { argument: 'heading' });
define('epigraph pull-quote highlights', { body: 'paragraph', quoted: true });
define('figure', { body: 'paragraph', captioned: true });
define('table', { argument: 'caption', body: 'paragraph' });
define('list-table csv-table', { argument: 'caption', body: 'table-row' });
define('replace title', { argument: 'paragraph' });
define('title', { argument: 'metadata' });
define('meta', { body: 'metadata' });
define('footnotes', { body: 'footnote' });
define('image code-block sourcecode literalinclude', {});

export function directiveOf(name: string): Directive {
  return DIRECTIVES.get(name.toLowerCase().replace(/^.*:/, '')) ?? NO_PROSE;
}

const NO_PROSE: Directive = {};

/** Options whose values people read. */
export const READ_OPTIONS: ReadonlySet<string> = new Set(['alt', 'caption']);
/** Fields of a document's head, or of a `meta` directive, whose values people read. */
export const READ_FIELDS: ReadonlySet<string> = new Set(['title', 'subtitle', 'description', 'abstract', 'summary']);
