import type { Span } from '../document';
import { addressAt } from './addresses';
import { Ahead, Brackets } from './lines';
import type { Block, Format, Inline } from './prose';

/** Adds an inline, unless it is empty; returns its end, where reading continues. */
export type Add = (kind: Inline['kind'], from: number, to: number) => number;

/** Reads what begins with a mark; returns the offset at which to continue, or `undefined` if the mark is not one. */
export type ReadMark<List extends InlineList = InlineList> = (
  list: List,
  at: number,
  mark: RegExpExecArray,
) => number | undefined;

/**
 * What an inline begins with (with the flag `y`; `^` and `$` are the edges of the block), and either how it is read, or
 * its kind.
 */
export type InlineMark<List extends InlineList = InlineList> =
  { readonly open: RegExp; readonly read: ReadMark<List> } | KindOfMark;

interface KindOfMark {
  readonly open: RegExp;
  readonly kind: Inline['kind'];
  /** What it ends with (with the flag `g`); if absent, it is what `open` matches. */
  readonly close?: RegExp;
  /** Whether the text between the marks is the inline, and may contain others; otherwise the marks belong to it. */
  readonly isText?: boolean;
}

/** The marks of a format by their first character; the first that matches decides. */
export type InlineMarks<List extends InlineList = InlineList> = Readonly<Record<string, readonly InlineMark<List>[]>>;

/**
 * Reads the inlines of blocks by the marks of a format; anything else is text, with addresses. Each block is read once.
 */
export function inlinesBy<List extends InlineList>(
  marks: InlineMarks<List>,
  listOf: new (text: string, block: Block) => List,
): Format['readInlines'] {
  const rows = Array.from({ length: 128 }, (_, code) => {
    const character = String.fromCharCode(code);
    return marks[character] ?? (/[:@w]/i.test(character) ? NO_MARKS : undefined);
  });
  return (text, block) => {
    let list: List | undefined;
    for (let i = block.start; i < block.end;) {
      const code = text.charCodeAt(i);
      const row = code < 128 ? rows[code] : undefined;
      // The test of the first characters alone skips most of a text; `www.` is an address.
      if (row === undefined || ((code | 32) === 119 && (text.charCodeAt(i + 1) | 32) !== 119)) i++;
      else i = readMark((list ??= new listOf(text, block)), i, row);
    }
    return list?.finish() ?? NO_INLINES;
  };
}

const NO_MARKS: readonly never[] = [];
const NO_INLINES: readonly Inline[] = [];

/** Reads what begins with a character that has marks; an unclosed mark is text. */
function readMark<List extends InlineList>(list: List, at: number, row: readonly InlineMark<List>[]): number {
  let unclosed = 0;
  for (const mark of row) {
    const open = list.match(mark.open, at);
    if (!open) continue;
    const next = 'read' in mark ? mark.read(list, at, open) : addMarked(list, at, at + open[0].length, mark);
    if (next !== undefined) return next;
    if ('kind' in mark) unclosed = Math.max(unclosed, at + open[0].length);
  }
  return unclosed || list.pastAddress(at);
}

function addMarked(list: InlineList, at: number, after: number, mark: KindOfMark): number | undefined {
  if (!mark.close) return list.add(mark.kind, at, after);
  const close = list.closing(mark.close, after);
  if (!close) return undefined;
  if (!mark.isText) return list.add(mark.kind, at, close.end);
  list.add(mark.kind, after, close.start);
  return after;
}

/** Collects the inlines of a block while its text is read. */
export class InlineList {
  readonly start: number;
  readonly end: number;
  readonly ahead: Ahead;
  readonly brackets: Brackets;
  private readonly inlines: Inline[] = [];
  private readonly body: string;
  private readonly closings = new Map<RegExp, Span | undefined>();

  constructor(
    readonly text: string,
    readonly block: Block,
  ) {
    this.start = block.start;
    this.end = block.end;
    this.body = text.slice(block.start, block.end);
    this.ahead = new Ahead(text, block.end);
    this.brackets = new Brackets(text, block.start, block.end);
  }

  readonly add: Add = (kind, from, to) => {
    if (from < to) this.inlines.push({ kind, start: from, end: Math.min(to, this.end) });
    return to;
  };

  /** What the pattern, with the flag `y`, matches at the offset. */
  match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at - this.start;
    return pattern.exec(this.body);
  }

  /**
   * The next match of the pattern, with the flag `g`, at or after the offset. It is remembered, so that an opening mark
   * without a closing one costs only one search. Must be called with increasing offsets.
   */
  closing(pattern: RegExp, from: number): Span | undefined {
    const known = this.closings.get(pattern);
    if (known ? known.start >= from : this.closings.has(pattern)) return known;
    pattern.lastIndex = from - this.start;
    const found = pattern.exec(this.body);
    const start = this.start + (found?.index ?? 0);
    const closing = found ? { start, end: start + found[0].length } : undefined;
    this.closings.set(pattern, closing);
    return closing;
  }

  /** The text from `at` to the end of the block, of at most `longest` code units. */
  around(at: number, longest: number): string {
    return this.text.slice(at, Math.min(this.end, at + longest));
  }

  /** The offset after an address that begins at `at`, otherwise after the one code unit there. */
  pastAddress(at: number): number {
    const address = addressAt(this.text, at, this.start, this.end);
    return address ? Math.max(this.add('url', address.start, address.end), at + 1) : at + 1;
  }

  /** All inlines, sorted by start; of those with equal starts, the longest first. */
  finish(): readonly Inline[] {
    return this.inlines.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  }
}
