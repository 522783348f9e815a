import type { Span } from '../document';

/**
 * Finds which of many spans overlap another, in the order that they are given in: sorted by their starts. They may nest,
 * and one that holds many others costs no more than any other.
 */
export class Overlaps<T extends Span> {
  /** A complete binary tree over the spans, the root at 1: how far those below a node reach. */
  private readonly reach: Float64Array;
  private readonly leaves: number;

  constructor(readonly spans: readonly T[]) {
    let leaves = 1;
    while (leaves < spans.length) leaves *= 2;
    this.leaves = leaves;
    this.reach = new Float64Array(leaves * 2).fill(-Infinity);
    for (let i = 0; i < spans.length; i++) this.reach[leaves + i] = spans[i].end;
    for (let node = leaves - 1; node > 0; node--) this.reach[node] = Math.max(this.reach[node * 2], this.reach[node * 2 + 1]);
  }

  /** The first that overlaps the span, and of which `accepts` holds. */
  find(span: Span, accepts?: (found: T) => boolean): T | undefined {
    const { spans } = this;
    for (let i = this.nextReaching(0, span.start); i < spans.length && spans[i].start < span.end; i = this.nextReaching(i + 1, span.start)) {
      if (!accepts || accepts(spans[i])) return spans[i];
    }
    return undefined;
  }

  all(span: Span): readonly T[] {
    const found: T[] = [];
    this.find(span, (one) => { found.push(one); return false; });
    return found;
  }

  /** Index of the first span from `from` on that ends after the offset; their number where none does. */
  private nextReaching(from: number, offset: number): number {
    const { reach, leaves } = this;
    if (from >= this.spans.length) return this.spans.length;
    let node = leaves + from;
    while (reach[node] <= offset) {
      // On to the next node on the right, as high up as it may be.
      while (node % 2 === 1) node >>= 1;
      if (node === 0) return this.spans.length;
      node++;
    }
    while (node < leaves) {
      node *= 2;
      if (reach[node] <= offset) node++;
    }
    return node - leaves;
  }
}
