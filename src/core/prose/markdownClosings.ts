/** Elements whose content is not the author's running text. */
const CLOSING_TAG = /<\/(?:q|blockquote|cite|code|kbd|samp|var|i|em|del|strike|s)\b/gi;

/**
 * Finds where the code spans, elements and link targets of a block close. The closing marks are read once, however
 * many are opened. Must be called with increasing offsets.
 */
export class Closings {
  private runs: Positions<number> | undefined;
  private tags: Positions<string> | undefined;
  /**
   * The closing offset of each parenthesis read so far; the open ones; and the offset up to which the text was read.
   */
  private readonly closed = new Map<number, number>();
  private pending: number[] = [];
  private read = 0;

  constructor(
    private readonly text: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  /** Offset of the next run of exactly `length` backquotes at or after `from`, or -1. */
  run(length: number, from: number): number {
    return (this.runs ??= this.readRuns()).next(length, from);
  }

  /** Offset of the next closing tag of that name, or -1. */
  tag(name: string, from: number): number {
    return (this.tags ??= this.readTags()).next(name, from);
  }

  /** Offset of the parenthesis that closes the one at the offset, or -1. */
  parenthesis(at: number): number {
    const { text, end, closed } = this;
    if (at >= this.read) {
      this.pending = [];
      this.read = at;
    }
    while (this.read < end && !closed.has(at)) {
      const i = this.read++;
      if (text[i] === '\\') this.read++;
      else if (text[i] === '(') this.pending.push(i);
      else if (text[i] === ')') {
        const opened = this.pending.pop();
        if (opened !== undefined) closed.set(opened, i);
      }
    }
    return closed.get(at) ?? -1;
  }

  private readRuns(): Positions<number> {
    const { text, start, end } = this;
    const runs = new Positions<number>();
    for (let i = text.indexOf('`', start); i >= 0 && i < end;) {
      let length = 1;
      while (i + length < end && text[i + length] === '`') length++;
      runs.add(length, i);
      i = text.indexOf('`', i + length);
    }
    return runs;
  }

  private readTags(): Positions<string> {
    const { text, start, end } = this;
    const tags = new Positions<string>();
    for (const tag of text.slice(start, end).matchAll(CLOSING_TAG))
      tags.add(tag[0].slice(2).toLowerCase(), start + tag.index);
    return tags;
  }
}

/** Offsets, indexed by what occurs there. */
class Positions<Key> {
  private readonly byKey = new Map<Key, { readonly offsets: number[]; next: number }>();

  add(key: Key, offset: number): void {
    const known = this.byKey.get(key);
    if (known) known.offsets.push(offset);
    else this.byKey.set(key, { offsets: [offset], next: 0 });
  }

  /** The first offset at or after `from`, or -1. */
  next(key: Key, from: number): number {
    const known = this.byKey.get(key);
    if (!known) return -1;
    while (known.next < known.offsets.length && known.offsets[known.next]! < from) known.next++;
    return known.offsets[known.next] ?? -1;
  }
}
