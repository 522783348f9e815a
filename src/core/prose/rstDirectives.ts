import type { BlockKind } from './prose';

/** How a directive treats its argument and its body; an unknown directive contains no prose. */
export interface Directive {
  /** The kind of the argument, if it is prose. */
  readonly argument?: BlockKind;
  /** The kind of the paragraphs of the body; if absent, the body is not prose. */
  readonly body?: BlockKind;
  readonly quoted?: boolean;
  /** Whether the first paragraph of the body is a caption (`figure`). */
  readonly captioned?: boolean;
}

const DIRECTIVES = new Map<string, Directive>();
const define = (names: string, directive: Directive): void => {
  for (const name of names.split(' ')) DIRECTIVES.set(name, directive);
};

define(
  'note warning tip hint important caution danger error attention seealso todo versionadded versionchanged deprecated',
  { argument: 'paragraph', body: 'paragraph' },
);
define('admonition topic sidebar dropdown card tab-item tab panel details collapse', {
  argument: 'heading',
  body: 'paragraph',
});
define(
  'container compound class rst-class only centered hlist glossary header footer tab-set tabs grid grid-item grid-item-card',
  { body: 'paragraph' },
);
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
/** Fields in the head of a document, or of a `meta` directive, whose values people read. */
export const READ_FIELDS: ReadonlySet<string> = new Set(['title', 'subtitle', 'description', 'abstract', 'summary']);
