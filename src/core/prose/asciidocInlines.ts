import type { Block, Inline } from './prose';
import { readHtmlEscape } from './html';
import { InlineList, readInlines, type ReadMark } from './inlineList';
import { endOfLine, indexWithin, type Ahead } from './lines';

/** The name of a macro, `name:target[text]`, which is read at its colon. */
const MACRO_NAME =
  /(?:link|mailto|xref|image|icon|footnote|footnoteref|kbd|btn|menu|stem|latexmath|asciimath|pass|indexterm2?|anchor|cite|citenp|bibcite|include|audio|video)$/;
const REFERENCE = /^\{([\w][\w-]*)(?::[^}\n]*)?\}/;
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
const CELL_MARK = /(?:(?:\d*(?:\.\d+)?[+*])?[<^>.]*[aehlmsdv]?)?\|/y;

/** A character reference, or a replacement such as `{nbsp}`. */
export function readAsciidocEscape(text: string, index: number): { length: number; character: string } | undefined {
  if (text[index] === '&') return readHtmlEscape(text, index);
  if (text[index] !== '{') return undefined;
  const name = REFERENCE.exec(text.slice(index, index + 40));
  return name && Object.hasOwn(CHARACTERS, name[1]!)
    ? { length: name[0].length, character: CHARACTERS[name[1]!]! }
    : undefined;
}

/** The inlines of a block of AsciiDoc. */
export function readAsciidocInlines(text: string, block: Block): readonly Inline[] {
  return readInlines(new AsciidocList(text, block), READERS);
}

class AsciidocList extends InlineList {
  /** The open emphasis: by its mark, the offset after it. */
  readonly marks = new Map<string, number>();
  /** Offsets at which quotations end, "`…`": those backquotes open no code. */
  readonly closers = new Set<number>();
}

const READERS: Readonly<Record<string, ReadMark<AsciidocList>>> = {
  '"': readQuotation,
  "'": readQuotation,
  '`': readCode,
  '+': readPlus,
  ':': readColon,
  '<': readReference,
  '[': readAttributes,
  '(': readIndexTerm,
  '{': (list, at) =>
    list.addMatch('key', at, readAsciidocEscape(list.text, at) ? undefined : REFERENCE.exec(list.around(at, 80))),
  '|': readBar,
  '*': readEmphasis,
  _: readEmphasis,
  '\n': readLineEnd,
};

function readQuotation({ text, add, ahead, closers }: AsciidocList, at: number): number {
  const close = text[at + 1] === '`' ? ahead.find(`\`${text[at]!}`, at + 2) : -1;
  if (close < 0) return at + 1;
  add('quote', at, close + 2);
  add('markup', close, close + 2);
  closers.add(close);
  return add('markup', at, at + 2);
}

function readCode({ text, add, ahead, closers }: AsciidocList, at: number): number {
  const close = closers.has(at) ? -1 : closing(text, at, ahead);
  return close < 0 ? at + 1 : add('code', at, close);
}

/** `<<id>>`, `<<id,text>>` */
function readReference({ text, add, ahead }: AsciidocList, at: number): number {
  const close = text[at + 1] === '<' ? ahead.find('>>', at) : -1;
  if (close < 0) return at + 1;
  const comma = indexWithin(text, ',', at, close);
  if (comma < 0) return add('key', at, close + 2);
  add('key', at, comma + 1);
  add('link', comma + 1, close);
  return add('markup', close, close + 2);
}

/** `[[anchor]]`, or the attributes of the following text: `[.line-through]#struck#`. */
function readAttributes(list: AsciidocList, at: number): number {
  const { text, add, ahead } = list;
  const attributes = /^\[\[\[?[^[\]\n]*\]\]\]?|^\[[^[\]\n]*\](?=[#*_`])/.exec(list.around(at, 200));
  if (!attributes) return at + 1;
  const after = at + attributes[0].length;
  const mark = text[after + 1] === '#' ? '##' : '#';
  const isStruck = text[after] === '#' && /\bline-through\b/.test(attributes[0]);
  const close = isStruck ? ahead.find(mark, after + mark.length) : -1;
  return close < 0 ? add('key', at, after) : add('deleted', at, close + mark.length);
}

/** `(((primary, secondary)))` */
function readIndexTerm({ text, add, ahead }: AsciidocList, at: number): number {
  const close = text.startsWith('(((', at) ? ahead.find(')))', at) : -1;
  return close < 0 ? at + 1 : add('key', at, close + 3);
}

function readBar({ text, start, block, add }: AsciidocList, at: number): number {
  return block.kind === 'table-row' ? add('markup', cellMarkBefore(text, at, start), at + 1) : at + 1;
}

function readLineEnd({ text, add }: AsciidocList, at: number): number {
  const isComment = text.startsWith('//', at + 1) && text[at + 3] !== '/';
  return isComment ? add('comment', at + 1, endOfLine(text, at + 1)) : at + 1;
}

/** The colon of an address, of a link `https://example.org[text]`, or of a macro. */
function readColon(list: AsciidocList, at: number): number {
  const { text, start, add, ahead } = list;
  if (!text.startsWith('://', at)) return readMacro(list, at);
  const target = /^:\/\/[^\s[\]<>"]{1,1000}\[/.exec(list.around(at, 1010));
  if (!target) return list.pastAddress(at);
  const bracket = at + target[0].length - 1;
  const close = ahead.find(']', bracket);
  add('url', at - (/[A-Za-z]{1,12}$/.exec(text.slice(Math.max(start, at - 12), at))?.[0].length ?? 0), bracket + 1);
  if (close < 0) return bracket + 1;
  add('link', bracket + 1, close);
  return add('markup', close, close + 1);
}

/** The macros whose text is not a link; that of all others is a key. */
const MACRO_KINDS: Readonly<Record<string, Inline['kind']>> = {
  footnote: 'markup',
  footnoteref: 'markup',
  kbd: 'code',
  btn: 'code',
  menu: 'code',
  pass: 'code',
  stem: 'math',
  latexmath: 'math',
  asciimath: 'math',
};

function readMacro(list: AsciidocList, at: number): number {
  const { text, start, add, brackets } = list;
  const name = MACRO_NAME.exec(text.slice(Math.max(start, at - 12), at))?.[0];
  const bracket = name === undefined ? null : /^:{1,2}[^\s[\]]*\[/.exec(list.around(at, 500));
  if (!name || !bracket) return at + 1;
  const from = at - name.length;
  const open = at + bracket[0].length;
  const close = brackets.closing(open - 1);
  if (close < 0) return open;
  if (!/^(?:link|mailto|xref|image)$/.test(name)) return add(MACRO_KINDS[name] ?? 'key', from, close + 1);
  // An image has attributes after its text.
  const length = name === 'image' ? (/^[^,=]*(?=,|$)/.exec(text.slice(open, close))?.[0].length ?? 0) : close - open;
  const stop = open + length;
  add('url', from, open);
  add('link', open, stop);
  return add('markup', stop, close + 1);
}

/** `+text+`, `++text++`: text that is passed through unchanged. A lone `+` at the end of a line is a line break. */
function readPlus({ text, end, add }: AsciidocList, at: number): number {
  if (/[ \t]/.test(text[at - 1] ?? ' ') && /[\r\n]|^$/.test(text[at + 1] ?? '')) return add('markup', at, at + 1);
  const mark = text.startsWith('+++', at) ? '+++' : text[at + 1] === '+' ? '++' : '+';
  if (/\s/.test(text[at + mark.length] ?? ' ') || (mark === '+' && /[\p{L}\d]/u.test(text[at - 1] ?? ' ')))
    return at + mark.length;
  const close = indexWithin(text, mark, at + mark.length, Math.min(end, at + 500));
  return close < 0 || /\s/.test(text[close - 1]!) ? at + mark.length : add('code', at, close + mark.length);
}

function readEmphasis({ text, end, marks, add }: AsciidocList, at: number): number {
  const mark = text[at + 1] === text[at] && at + 1 < end ? text[at]! + text[at]! : text[at]!;
  const opened = marks.get(mark);
  const after = at + mark.length;
  if (opened !== undefined && opened < at && !/\s/.test(text[at - 1]!)) {
    marks.delete(mark);
    add(mark[0] === '*' ? 'strong' : 'emphasis', opened, at);
  } else if (!/\s/.test(text[after] ?? ' ') && (mark.length === 2 || !/[\p{L}\d]/u.test(text[at - 1] ?? ' ')))
    marks.set(mark, after);
  return after;
}

/** The specification of a cell before its bar, `2+^.>s|`, is not a word. */
function cellMarkBefore(text: string, bar: number, start: number): number {
  let from = bar;
  while (from > start && bar - from < 10 && !/\s/.test(text[from - 1]!)) from--;
  CELL_MARK.lastIndex = from;
  return CELL_MARK.test(text) && CELL_MARK.lastIndex === bar + 1 ? from : bar;
}

function closing(text: string, at: number, ahead: Ahead): number {
  const mark = text[at + 1] === '`' ? '``' : '`';
  if (/\s/.test(text[at + mark.length] ?? ' ')) return -1;
  const close = ahead.find(mark, at + mark.length);
  return close < 0 ? -1 : close + mark.length;
}
