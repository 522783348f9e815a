/** Offset of the end of the line: its line feed, or the end of the text. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The first offset in `[from, end)` that is not a blank, otherwise `end`. A byte order mark counts as a blank. */
export function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 13 && code !== 10 && code !== 0xfeff) break;
    i++;
  }
  return i;
}

/** Offset of the first `needle` that ends at or before `end`, or -1. Unlike `indexOf`, it does not search further. */
export function indexWithin(text: string, needle: string, from: number, end: number): number {
  const index = text.slice(from, end).indexOf(needle);
  return index < 0 ? -1 : from + index;
}

/** Searches a block for closing marks. Caches every result, so that an unclosed mark costs only one search. */
export class Ahead {
  private readonly found = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  /**
   * Offset of the next `mark` at or after `from` that ends within the block, or -1. Must be called with increasing
   * offsets.
   */
  find(mark: string, from: number): number {
    const known = this.found.get(mark);
    if (known !== undefined && (known < 0 || known >= from)) return known;
    const index = indexWithin(this.text, mark, from, this.end);
    this.found.set(mark, index);
    return index;
  }
}

/** The matching brackets of a block; computed on first use. */
export class Brackets {
  private pairs: ReadonlyMap<number, number> | undefined;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
    private readonly pair = '[]',
    /** A character before which a bracket is text. */
    private readonly escape?: string,
  ) {}

  /**
   * Offset of the bracket that closes the one at the offset; -1 if a blank line or the end of the block precedes it,
   * or it is more than 3000 code units away.
   */
  closing(at: number): number {
    const close = (this.pairs ??= this.read()).get(at) ?? -1;
    return close > at + 3000 ? -1 : close;
  }

  private read(): ReadonlyMap<number, number> {
    const { text, end, pair, escape } = this;
    const pairs = new Map<number, number>();
    let open: number[] = [];
    for (let i = this.start; i < end; i++) {
      const character = text[i];
      if (character === escape) i++;
      else if (character === pair[0]) open.push(i);
      else if (character === pair[1]) {
        const opened = open.pop();
        if (opened !== undefined) pairs.set(opened, i);
      } else if (character === '\n' && open.length > 0 && isBlankLine(text, i + 1)) open = [];
    }
    return pairs;
  }
}

/** Whether only blanks occur between an offset and the end of its line. */
export function isBlankLine(text: string, from: number): boolean {
  let i = from;
  while (text[i] === ' ' || text[i] === '\t' || text[i] === '\r') i++;
  return text[i] === '\n' || i >= text.length;
}
