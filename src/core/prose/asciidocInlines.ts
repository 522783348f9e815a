import type { Inline } from './prose';
import { readHtmlEscape } from './html';
import { InlineList, inlinesBy, type InlineMark, type InlineMarks, type ReadMark } from './inlineList';
import { indexWithin } from './lines';

const REFERENCE = /\{([\w][\w-]*)(?::[^}\n]*)?\}/y;
const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  sp: ' ',
  empty: '',
  zwsp: '\u200b',
  wj: '\u2060',
  apos: "'",
  quot: '"',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  amp: '&',
  shy: '\u00ad',
  asterisk: '*',
  plus: '+',
};
/** A character reference, or a replacement such as `{nbsp}`. */
export function readAsciidocEscape(text: string, index: number): { length: number; character: string } | undefined {
  if (text[index] === '&') return readHtmlEscape(text, index);
  if (text[index] !== '{') return undefined;
  REFERENCE.lastIndex = index;
  const name = REFERENCE.exec(text);
  return name && Object.hasOwn(CHARACTERS, name[1]!)
    ? { length: name[0].length, character: CHARACTERS[name[1]!]! }
    : undefined;
}

class AsciidocList extends InlineList {
  /** The open emphasis: by its mark, the offset after it. */
  readonly marks = new Map<string, number>();
  /** Offsets at which quotations end, "`…`": those backquotes open no code. */
  readonly closers = new Set<number>();
}

const QUOTATION: readonly InlineMark<AsciidocList>[] = [{ open: /["']`/y, read: readQuotation }];
const EMPHASIS: readonly InlineMark<AsciidocList>[] = [{ open: /([*_])\1?/y, read: readEmphasis }];

const MARKS: InlineMarks<AsciidocList> = {
  '"': QUOTATION,
  "'": QUOTATION,
  '`': [
    { open: /`/y, read: ({ closers }, at) => (closers.has(at) ? at + 1 : undefined) },
    { open: /``(?!\s|$)/y, close: /``/g, kind: 'code' },
    { open: /`(?![\s`]|$)/y, close: /`/g, kind: 'code' },
  ],
  '+': [
    // A line break.
    { open: /(?<=^|[ \t])\+(?=[\r\n]|$)/y, kind: 'markup' },
    { open: /\+{1,3}/y, read: readPassed },
  ],
  ':': [
    { open: /:\/\/[^\s[\]<>"]{1,1000}\[/y, read: readAddress },
    { open: /(?<=(link|mailto|xref|image)):{1,2}[^\s[\]]{0,500}\[/y, read: readLink },
    { open: /(?<=(footnote(?:ref)?)):{1,2}[^\s[\]]{0,500}\[/y, read: bracketed('markup') },
    { open: /(?<=(kbd|btn|menu|pass)):{1,2}[^\s[\]]{0,500}\[/y, read: bracketed('code') },
    { open: /(?<=(stem|latexmath|asciimath)):{1,2}[^\s[\]]{0,500}\[/y, read: bracketed('math') },
    {
      open: /(?<=(icon|indexterm2?|anchor|(?:bib)?cite|citenp|include|audio|video)):{1,2}[^\s[\]]{0,500}\[/y,
      read: bracketed('key'),
    },
  ],
  '<': [{ open: /<</y, read: readReference }],
  '[': [
    { open: /\[[^[\]\n]*\bline-through\b[^[\]\n]*\]##?/y, read: readStruck },
    { open: /\[\[\[?[^[\]\n]*\]\]\]?|\[[^[\]\n]*\](?=[#*_`])/y, kind: 'key' },
  ],
  // `(((primary, secondary)))`
  '(': [{ open: /\(\(\(/y, close: /\)\)\)/g, kind: 'key' }],
  '{': [
    { open: REFERENCE, read: (list, at) => (readAsciidocEscape(list.text, at) ? at + 1 : undefined) },
    { open: REFERENCE, kind: 'key' },
  ],
  '|': [{ open: /\|/y, read: readBar }],
  '*': EMPHASIS,
  _: EMPHASIS,
  '/': [{ open: /(?<=\n)\/\/(?!\/)[^\n]*/y, kind: 'comment' }],
};

/** The inlines of a block of AsciiDoc. */
export const readAsciidocInlines = inlinesBy(MARKS, AsciidocList);

/** "`…`" */
function readQuotation({ text, add, ahead, closers }: AsciidocList, at: number): number | undefined {
  const close = ahead.find(`\`${text[at]!}`, at + 2);
  if (close < 0) return undefined;
  add('quote', at, close + 2);
  add('markup', close, close + 2);
  closers.add(close);
  return add('markup', at, at + 2);
}

/** `<<id>>`, `<<id,text>>` */
function readReference({ text, add, ahead }: AsciidocList, at: number): number | undefined {
  const close = ahead.find('>>', at);
  if (close < 0) return undefined;
  const comma = indexWithin(text, ',', at, close);
  if (comma < 0) return add('key', at, close + 2);
  add('key', at, comma + 1);
  add('link', comma + 1, close);
  return add('markup', close, close + 2);
}

/** `[.line-through]#struck#` */
function readStruck({ add, ahead }: AsciidocList, at: number, [opening]: RegExpExecArray): number | undefined {
  const mark = opening.endsWith('##') ? '##' : '#';
  const close = ahead.find(mark, at + opening.length);
  return close < 0 ? undefined : add('deleted', at, close + mark.length);
}

/** The bar of a cell, with its specification before it, which is not a word: `2+^.>s|`. */
function readBar({ text, start, block, add }: AsciidocList, at: number): number | undefined {
  if (block.kind !== 'table-row') return undefined;
  const before = /(?<!\S)(?:\d*(?:\.\d+)?[+*])?[<^>.]*[aehlmsdv]?$/.exec(text.slice(Math.max(start, at - 10), at));
  return add('markup', at - (before?.[0].length ?? 0), at + 1);
}

/** The colon of a link, `https://example.org[text]`. */
function readAddress({ text, start, add, ahead }: AsciidocList, at: number, [target]: RegExpExecArray): number {
  const after = at + target.length;
  const close = ahead.find(']', after - 1);
  add('url', at - (/[A-Za-z]{1,12}$/.exec(text.slice(Math.max(start, at - 12), at))?.[0].length ?? 0), after);
  if (close < 0) return after;
  add('link', after, close);
  return add('markup', close, close + 1);
}

/** The colon of a macro whose text is prose: `xref:target[text]`. An image has attributes after its text. */
function readLink({ text, add, brackets }: AsciidocList, at: number, [target, name]: RegExpExecArray): number {
  const open = at + target.length;
  const close = brackets.closing(open - 1);
  if (close < 0) return open;
  const content = text.slice(open, close);
  const stop = open + (name === 'image' ? (/^[^,=]*(?=,|$)/.exec(content)?.[0] ?? '') : content).length;
  add('url', at - name!.length, open);
  add('link', open, stop);
  return add('markup', stop, close + 1);
}

/** The colon of any other macro. */
function bracketed(kind: Inline['kind']): ReadMark<AsciidocList> {
  return ({ add, brackets }, at, [target, name]) => {
    const open = at + target.length;
    const close = brackets.closing(open - 1);
    return close < 0 ? open : add(kind, at - name!.length, close + 1);
  };
}

/** `+text+`, `++text++`: text that is passed through unchanged. */
function readPassed({ text, end, add }: AsciidocList, at: number, [mark]: RegExpExecArray): number {
  const after = at + mark.length;
  if (/\s/.test(text[after] ?? ' ') || (mark === '+' && /[\p{L}\d]/u.test(text[at - 1] ?? ' '))) return after;
  const close = indexWithin(text, mark, after, Math.min(end, at + 500));
  return close < 0 || /\s/.test(text[close - 1]!) ? after : add('code', at, close + mark.length);
}

function readEmphasis({ text, marks, add }: AsciidocList, at: number, [mark]: RegExpExecArray): number {
  const opened = marks.get(mark);
  const after = at + mark.length;
  if (opened !== undefined && opened < at && !/\s/.test(text[at - 1]!)) {
    marks.delete(mark);
    add(mark.startsWith('*') ? 'strong' : 'emphasis', opened, at);
  } else if (!/\s/.test(text[after] ?? ' ') && (mark.length === 2 || !/[\p{L}\d]/u.test(text[at - 1] ?? ' ')))
    marks.set(mark, after);
  return after;
}
