import type { Span } from '../document';
import type { Edit } from '../finding';
import { applyEdits } from './applyFixes';

/** Edits of a text that are added one after the other, each in the offsets of the text as changed so far. */
export class CollectedEdits {
  private all: readonly Edit[] = [];

  constructor(readonly original: string) {}

  /** In the offsets of the original text; sorted and disjoint. */
  get edits(): readonly Edit[] {
    return this.all;
  }

  get text(): string {
    return applyEdits(this.original, this.all);
  }

  /** The new text of each edit, as a range of the changed text; in the order of {@link edits}. */
  get changed(): readonly Span[] {
    let shift = 0;
    return this.all.map(({ start, end, newText }) => {
      const from = start + shift;
      shift += newText.length - (end - start);
      return { start: from, end: from + newText.length };
    });
  }

  /**
   * The edits of a text in a later version of it: those in the start or the end that both versions have in common.
   * Edits of the part that changed are left out.
   */
  in(later: string): CollectedEdits {
    const collected = new CollectedEdits(later);
    const { original, all } = this;
    const most = Math.min(original.length, later.length);
    let head = 0;
    while (head < most && original[head] === later[head]) head++;
    let tail = 0;
    while (tail < most - head && original.at(-1 - tail) === later.at(-1 - tail)) tail++;
    const shift = later.length - original.length;
    collected.all = all.flatMap(({ start, end, newText }) => {
      if (end <= head) return [{ start, end, newText }];
      return start >= original.length - tail ? [{ start: start + shift, end: end + shift, newText }] : [];
    });
    return collected;
  }

  /** Adds disjoint edits of the changed text. An edit that restores the original text disappears. */
  add(edits: readonly Edit[]): void {
    // From the end, so that the offsets of the others remain valid.
    for (const edit of [...edits].sort((a, b) => b.start - a.start)) this.addOne(edit);
  }

  /** Restores the original text of the edits that touch a span of the changed text. */
  takeBack({ start, end }: Span): void {
    const { changed } = this;
    this.all = this.all.filter((_, i) => changed[i]!.end < start || changed[i]!.start > end);
  }

  private addOne({ start, end, newText }: Edit): void {
    const { changed } = this;
    const first = changed.findIndex((each) => each.end >= start);
    const from = first < 0 ? changed.length : first;
    let to = from;
    while (to < changed.length && changed[to]!.start <= end) to++;
    // Edits that touch become one. What they leave of the new text of an earlier one is part of it.
    const [head, tail] = [changed[from], changed[to - 1]];
    const isJoint = to > from;
    const before = isJoint && start > head!.start ? this.all[from]!.newText.slice(0, start - head!.start) : '';
    const after = isJoint && end < tail!.end ? this.all[to - 1]!.newText.slice(end - tail!.start) : '';
    const joint: Edit = {
      start: isJoint ? this.all[from]!.start - Math.max(0, head!.start - start) : this.originOf(start, from),
      end: isJoint ? this.all[to - 1]!.end + Math.max(0, end - tail!.end) : this.originOf(end, from),
      newText: before + newText + after,
    };
    const isChange = this.original.slice(joint.start, joint.end) !== joint.newText;
    this.all = [...this.all.slice(0, from), ...(isChange ? [joint] : []), ...this.all.slice(to)];
  }

  /** The original offset of an offset of the changed text that follows `count` edits and touches none. */
  private originOf(offset: number, count: number): number {
    return this.all
      .slice(0, count)
      .reduce((origin, { start, end, newText }) => origin - newText.length + (end - start), offset);
  }
}
