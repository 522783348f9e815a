import { addressAt } from './addresses';
import { Ahead, Brackets } from './lines';
import type { Block, Inline } from './prose';

/** Adds an inline, unless it is empty; returns its end, where reading continues. */
export type Add = (kind: Inline['kind'], from: number, to: number) => number;

/** Reads what begins with a certain character; returns the offset at which to continue. */
export type ReadMark<List extends InlineList = InlineList> = (list: List, at: number) => number;

/** Reads a block once: each character by the reader of its mark, if there is one, otherwise as text. */
export function readInlines<List extends InlineList>(
  list: List,
  readers: Readonly<Record<string, ReadMark<List>>>,
): readonly Inline[] {
  const { text, start, end } = list;
  for (let i = start; i < end;) i = (readers[text[i]!] ?? readText)(list, i);
  return list.finish();
}

/** Reads an address, or one code unit of text. */
export function readText(list: InlineList, at: number): number {
  return list.pastAddress(at);
}

/** Collects the inlines of a block while its text is read. */
export class InlineList {
  readonly start: number;
  readonly end: number;
  readonly ahead: Ahead;
  readonly brackets: Brackets;
  private readonly inlines: Inline[] = [];

  constructor(
    readonly text: string,
    readonly block: Block,
  ) {
    this.start = block.start;
    this.end = block.end;
    this.ahead = new Ahead(text, block.end);
    this.brackets = new Brackets(text, block.start, block.end);
  }

  readonly add: Add = (kind, from, to) => {
    if (from < to) this.inlines.push({ kind, start: from, end: Math.min(to, this.block.end) });
    return to;
  };

  /** The text from `at` to the end of the block, of at most `longest` code units. */
  around(at: number, longest: number): string {
    return this.text.slice(at, Math.min(this.end, at + longest));
  }

  /** Adds the inline that matches at `at`; without a match, reading continues after the one code unit there. */
  addMatch(kind: Inline['kind'], at: number, match: RegExpExecArray | null | undefined): number {
    return match ? this.add(kind, at, at + match[0].length) : at + 1;
  }

  /** The offset after an address that begins at `at`, otherwise after the one code unit there. */
  pastAddress(at: number): number {
    const address = addressAt(this.text, at, this.block.start, this.block.end);
    return address ? Math.max(this.add('url', address.start, address.end), at + 1) : at + 1;
  }

  /** All inlines, sorted by start; of those with equal starts, the longest first. */
  finish(): readonly Inline[] {
    return this.inlines.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  }
}
