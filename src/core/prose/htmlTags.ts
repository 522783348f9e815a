import type { Span } from '../document';
import type { Inline } from './prose';

export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly end: number;
}

/** Tags that occur inside running text; any other tag ends the block. */
export const INLINE_TAGS: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label map area mark meter ' +
    'output progress q ruby rb rt rp s samp slot small span strike strong sub sup time tt u var wbr input button'
  ).split(' '),
);

/** Elements whose content is not read as text. */
export const RAW_TAGS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'pre',
  'textarea',
  'xmp',
  'listing',
  'svg',
  'math',
  'iframe',
  'object',
  'template',
]);

export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements that determine the kind of their text. */
export const CONTENTS: Readonly<Record<string, Inline['kind'] | undefined>> = {
  q: 'quote',
  cite: 'emphasis',
  em: 'emphasis',
  i: 'emphasis',
  dfn: 'emphasis',
  b: 'strong',
  strong: 'strong',
  a: 'link',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  var: 'code',
  tt: 'code',
  del: 'deleted',
  s: 'deleted',
  strike: 'deleted',
};

const OPENING = /<(\/?)([A-Za-z][A-Za-z\d:-]*)/y;

/**
 * The tag that begins at `at`; `>` within a quoted attribute does not end it. A `<` that begins no tag is text. Calls
 * `onTorn` where more text after the end could change the result.
 */
export function tagAt(text: string, at: number, onTorn?: () => void): Tag | undefined {
  OPENING.lastIndex = at;
  const opening = OPENING.exec(text);
  if (!opening) return undefined;
  let before = '';
  for (let i = OPENING.lastIndex; i < text.length; i++) {
    const character = text[i]!;
    if (character === '>') return { name: opening[2]!.toLowerCase(), closing: opening[1] === '/', end: i + 1 };
    if (character === '<') return undefined;
    if ((character === '"' || character === "'") && before === '=') {
      const close = text.indexOf(character, i + 1);
      if (close >= 0) i = close;
      else onTorn?.();
    }
    if (character > ' ') before = character;
  }
  onTorn?.();
  return undefined;
}

/** The value of `lang` or `xml:lang` in the attributes of a tag. */
export function languageIn(attributes: string): string | undefined {
  return /\s(?:xml:)?lang\s*=\s*["']?([\w-]+)/i.exec(attributes)?.[1];
}

/** The offset after the closing tag of the element, or the end of the text. */
export function endOfElement(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}\\b[^<>]*>?`, 'gi');
  closing.lastIndex = from;
  return closing.exec(text) ? closing.lastIndex : text.length;
}

/** The offset after the comment, declaration or processing instruction at `at`; `undefined` where there is none. */
export function endOfAside(text: string, at: number): number | undefined {
  if (text[at + 1] !== '!' && text[at + 1] !== '?') return undefined;
  const closing = text.startsWith('<!--', at) ? '-->' : text[at + 1] === '?' ? '?>' : '>';
  const close = text.indexOf(closing, at + 2);
  return close < 0 ? text.length : close + closing.length;
}

/** The range of the value of an attribute, without its quotation marks. */
export function attributeOf(text: string, at: number, end: number, name: string): Span | undefined {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(text.slice(at, end));
  if (!attribute) return undefined;
  const close = at + attribute.index + attribute[0].length - 1;
  return { start: close - (attribute[1]! ?? attribute[2]!).length, end: close };
}

/** Whether a tag hides its element from readers; a page that is searched shows what is hidden `until-found`. */
export function isHidden(tag: string): boolean {
  return /\shidden\b/i.test(tag) && HIDDEN.test(tag.replace(/=\s*(?:"[^"]*"|'[^']*')/g, keptValue));
}

const HIDDEN = /\shidden(?=[\s=>/])(?!=until-found)/i;

function keptValue(value: string): string {
  return /until-found/i.test(value) ? '=until-found' : '=';
}
