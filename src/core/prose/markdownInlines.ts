import type { Block, Inline } from './prose';
import { addressAt } from './addresses';
import { InlineList, readText, type Add, type ReadMark } from './inlineList';
import type { Ahead } from './lines';
import { Closings } from './markdownClosings';

/**
 * The inlines of a block of Markdown: code spans, link targets, addresses, HTML, citation keys, math, and the
 * emphasis that may mark a title. Reads the block in a single pass; an unclosed mark is text.
 */
export function readMarkdownInlines(text: string, block: Block): readonly Inline[] {
  const { start, end } = block;
  let i = start;
  while (i < end && !isMark(text, i)) i++;
  if (i >= end) return NO_INLINES;
  const list = new MarkdownList(text, block);
  for (; i < end;) i = isMark(text, i) ? (READERS[text[i]!] ?? readText)(list, i) : i + 1;
  return list.finish();
}

const NO_INLINES: readonly Inline[] = [];

const READERS: Readonly<Record<string, ReadMark<MarkdownList>>> = {
  '\\': (_, at) => at + 2,
  '`': readCode,
  '<': readTag,
  $: readMath,
  '!': (list, at) => (list.text[at + 1] === '[' ? readOpening(list, at + 1) : at + 1),
  '[': readOpening,
  ']': readLinkEnd,
  '@': readAt,
  '{': readBrace,
  '~': readTildes,
  '*': readMarks,
  _: readMarks,
};

function readCode({ text, end, closings, add }: MarkdownList, at: number): number {
  const length = runLength(text, at, end);
  const close = closings.run(length, at + length);
  return close < 0 ? at + length : add('code', at, close + length);
}

function readTag({ text, end, ahead, closings, add }: MarkdownList, at: number): number {
  const to = endOfTag(text, at, end, ahead);
  if (to === undefined) return at + 1;
  addElement(text, at, to, closings, add);
  if (text.startsWith('<!--', at)) return add('comment', at, to);
  return add(/^<(?:https?:|mailto:|[^\s<>@]+@)/.test(text.slice(at, at + 80)) ? 'url' : 'markup', at, to);
}

/** A comment of MDX, or attributes. */
function readBrace(list: MarkdownList, at: number): number {
  const close = list.text.startsWith('{/*', at) ? list.ahead.find('*/}', at + 3) : -1;
  if (close >= 0) return list.add('comment', at, close + 3);
  return list.addMatch('markup', at, /^\{(?:[.#=:%]|[\w-]+=)[^{}\n]*\}/.exec(list.around(at, 300)));
}

function readMath({ text, ahead, add }: MarkdownList, at: number): number {
  const close = closingMath(text, at, ahead);
  return close < 0 ? at + 1 : add('math', at, close + 1);
}

/** A bracket that may open a link or citation, or the call of a note: `[^1]`. */
function readOpening({ text, opened, ahead, add }: MarkdownList, at: number): number {
  if (text[at + 1] !== '^') {
    opened.push(at);
    return at + 1;
  }
  const close = ahead.find(']', at);
  return (close > 0 ? add('markup', at, close) : at) + 1;
}

/** An address, or a citation key. */
function readAt(list: MarkdownList, at: number): number {
  const mail = addressAt(list.text, at, list.start, list.end);
  if (mail) return list.add('url', mail.start, mail.end);
  const key = /^@\{?[\p{L}\d_][\p{L}\d_:.#$%&\-+?<>~/]*\}?/u.exec(list.around(at, 120));
  return key ? list.add('key', at, at + key[0].replace(/[.:?]+$/, '').length) : at + 1;
}

function readTildes({ text, end, ahead, add }: MarkdownList, at: number): number {
  const close = text[at + 1] === '~' && text[at + 2] !== '~' ? ahead.find('~~', at + 2) : -1;
  return close < 0 ? at + runLength(text, at, end) : add('deleted', at, close + 2);
}

function readMarks({ text, end, emphasis, add }: MarkdownList, at: number): number {
  const length = runLength(text, at, end);
  readEmphasis(text, at, length, emphasis, add);
  return at + length;
}

/**
 * By character: 1 where an inline may begin or end, including an address; 2 where the next character decides, as in
 * `www.`.
 */
const MARKS = Uint8Array.from({ length: 128 }, (_, code) =>
  '\\`<$![]@{*_:~'.includes(String.fromCharCode(code)) ? 1 : code === 87 || code === 119 ? 2 : 0,
);

/** This test alone skips most of a text. */
function isMark(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code > 127 || MARKS[code] === 0) return false;
  return MARKS[code] === 1 || (text.charCodeAt(index + 1) | 32) === 119;
}

function runLength(text: string, at: number, end: number): number {
  let length = 1;
  while (at + length < end && text[at + length] === text[at]) length++;
  return length;
}

function closingMath(text: string, at: number, ahead: Ahead): number {
  // Pandoc’s rule: no blank after the opening sign, none before the closing one, no digit after it. Prices therefore
  // remain prose.
  if (/[\s$\d]/.test(text[at + 1] ?? ' ')) return -1;
  const close = ahead.find('$', at + 1);
  return close > 0 && !/\s/.test(text[close - 1]!) && !/\d/.test(text[close + 1] ?? '') ? close : -1;
}

function endOfTag(text: string, at: number, end: number, ahead: Ahead): number | undefined {
  if (text.startsWith('<!--', at)) {
    const close = ahead.find('-->', at + 4);
    return close < 0 ? end : close + 3;
  }
  if (!/^<(?:[A-Za-z/!?]|[^\s<>@]+@)/.test(text.slice(at, at + 60))) return undefined;
  const close = ahead.find('>', at);
  return close < 0 ? undefined : close + 1;
}

/** `<q>`, `<cite>`, `<code>`, `<del>`: elements whose content is not the author's running text. */
function addElement(text: string, at: number, tagEnd: number, closings: Closings, add: Add): void {
  const name = /^<(q|blockquote|cite|code|kbd|samp|var|i|em|del|strike|s)\b/i
    .exec(text.slice(at, at + 12))?.[1]!
    .toLowerCase();
  if (name === undefined || text[tagEnd - 2] === '/') return;
  const close = closings.tag(name, tagEnd);
  if (close < 0 || close === tagEnd) return;
  const kind =
    name === 'q' || name === 'blockquote'
      ? 'quote'
      : name === 'cite' || name === 'i' || name === 'em'
        ? 'emphasis'
        : name === 'del' || name === 's' || name === 'strike'
          ? 'deleted'
          : 'code';
  add(kind, tagEnd, close);
}

/**
 * Reads what follows `]`: the target `(…)` or `[label]`, and Pandoc’s attributes; a bracket that contains a key is a
 * citation.
 */
function readLinkEnd({ text, opened: brackets, ahead, closings, keys, add }: MarkdownList, at: number): number {
  const opened = brackets.pop();
  if (opened === undefined) return at + 1;
  if (text[at + 1] === '(') {
    const close = closings.parenthesis(at + 1);
    if (close > 0) {
      add('link', opened + 1, at);
      return add('url', at + 1, close + 1);
    }
  }
  if (text[at + 1] === '[') {
    const close = ahead.find(']', at + 2);
    if (close > 0) {
      add('link', opened + 1, at);
      return add('key', at + 1, close + 1);
    }
  }
  if (keys.isBetween(opened, at)) add('citation', opened, at + 1);
  return at + 1;
}

class MarkdownList extends InlineList {
  readonly emphasis = new OpenEmphasis();
  /** Offsets of the open brackets. */
  readonly opened: number[] = [];
  readonly closings: Closings;
  readonly keys: CitationKeys;

  constructor(text: string, block: Block) {
    super(text, block);
    this.closings = new Closings(text, block.start, block.end);
    this.keys = new CitationKeys(text, block.start);
  }
}

/** The citation keys of a block, `@key` after a blank or a mark. Must be called with increasing offsets. */
class CitationKeys {
  private read: number;
  private last = -1;

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.read = start;
  }

  /** Whether a key occurs after the bracket at `opened` and before `at`. */
  isBetween(opened: number, at: number): boolean {
    for (; this.read < at; this.read++)
      if (this.text[this.read] === '@' && /[\s;[-]/.test(this.text[this.read - 1] ?? '')) this.last = this.read;
    return this.last > opened;
  }
}

/** Marks that may open emphasis, the last on top. */
class OpenEmphasis {
  private readonly entries: { readonly mark: string; readonly at: number }[] = [];
  /** For each open mark, the index of its first entry. */
  private readonly first = new Map<string, number>();

  push(mark: string, at: number): void {
    if (!this.first.has(mark)) this.first.set(mark, this.entries.length);
    this.entries.push({ mark, at });
  }

  has(mark: string): boolean {
    return this.first.has(mark);
  }

  /** Removes the first entry of the mark and all entries after it; returns its offset. */
  close(mark: string): number {
    const { entries, first } = this;
    const index = first.get(mark)!;
    const { at } = entries[index]!;
    while (entries.length > index) {
      const popped = entries.pop()!;
      if (first.get(popped.mark) === entries.length) first.delete(popped.mark);
    }
    return at;
  }
}

function readEmphasis(text: string, at: number, length: number, open: OpenEmphasis, add: Add): void {
  const mark = text[at]!.repeat(length);
  const canClose = /\S/.test(text[at - 1] ?? ' ');
  const canOpen = /\S/.test(text[at + length] ?? ' ');
  if (canClose && open.has(mark)) add(length === 2 ? 'strong' : 'emphasis', open.close(mark) + length, at);
  else if (canOpen) open.push(mark, at);
}
