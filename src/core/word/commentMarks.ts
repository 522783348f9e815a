import type { Anchor } from './anchors';
import { referenceStyle } from './commentsPart';
import type { CommentStyles } from './commentStyles';
import { Ids } from './revisions';
import type { Outline } from './outline';

/** Writes the ranges and references of comments, and numbers them. */
export class CommentMarks {
  private readonly ids: Ids;
  private readonly prefix: string;
  private ranges: number;

  /** `used` contains the ids of the comments that the document has. */
  constructor(
    { prefix, nodes }: Outline,
    used: ReadonlySet<string | undefined>,
    private readonly styles: CommentStyles,
  ) {
    this.prefix = prefix;
    this.ids = new Ids(used, 0);
    this.ranges = nodes.filter(({ name }) => name === 'commentRangeStart').length;
  }

  /** Writes the beginning of the range. Returns the id of the comment. */
  open({ start, end }: Anchor): string {
    const id = this.ids.next();
    if (++this.ranges <= MOST_RANGES)
      start.marks[start === end ? 'points' : 'starts'].push(this.mark('commentRangeStart', id));
    return id;
  }

  /** Writes the end of the range that was opened last, and the reference. */
  close({ start, end }: Anchor, id: string): void {
    const p = this.prefix;
    const reference = `<${p}r>${referenceStyle(this.styles, p)}${this.mark('commentReference', id)}</${p}r>`;
    const rangeEnd = this.ranges <= MOST_RANGES ? this.mark('commentRangeEnd', id) : '';
    end.marks[start === end ? 'points' : 'ends'].push(rangeEnd + reference);
  }

  private mark(name: string, id: string): string {
    return `<${this.prefix}${name} ${this.prefix}id="${id}"/>`;
  }
}

/** Word opens no document with more. A comment without a range is at its reference. */
const MOST_RANGES = 32767;
