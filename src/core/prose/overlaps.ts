import type { Span } from '../document';

/**
 * Finds the spans that overlap another one, in their given order: sorted by start. Spans may nest, and one that
 * contains many others costs no more than any other.
 */
export class Overlaps<T extends Span> {
  /**
   * A complete binary tree over the spans, with the root at 1: each node has the greatest end of the spans below it.
   */
  private readonly reach: Float64Array;
  private readonly leaves: number;

  constructor(readonly spans: readonly T[]) {
    let leaves = 1;
    while (leaves < spans.length) leaves *= 2;
    this.leaves = leaves;
    this.reach = new Float64Array(leaves * 2).fill(-Infinity);
    for (let i = 0; i < spans.length; i++) this.reach[leaves + i] = spans[i]!.end;
    for (let node = leaves - 1; node > 0; node--)
      this.reach[node] = Math.max(this.reach[node * 2]!, this.reach[node * 2 + 1]!);
  }

  /** The first span that overlaps `span` and that `accepts` accepts. */
  find(span: Span, accepts?: (found: T) => boolean): T | undefined {
    const { spans } = this;
    for (
      let i = this.nextReaching(0, span.start);
      i < spans.length && spans[i]!.start < span.end;
      i = this.nextReaching(i + 1, span.start)
    ) {
      if (!accepts || accepts(spans[i]!)) return spans[i];
    }
    return undefined;
  }

  all(span: Span): readonly T[] {
    const found: T[] = [];
    this.find(span, (one) => {
      found.push(one);
      return false;
    });
    return found;
  }

  /** Index of the first span from `from` on that ends after the offset; the number of spans if there is none. */
  private nextReaching(from: number, offset: number): number {
    const { reach, leaves } = this;
    if (from >= this.spans.length) return this.spans.length;
    let node = leaves + from;
    while (reach[node]! <= offset) {
      // Moves to the next node on the right, as high up as possible.
      while (node % 2 === 1) node >>= 1;
      if (node === 0) return this.spans.length;
      node++;
    }
    while (node < leaves) {
      node *= 2;
      if (reach[node]! <= offset) node++;
    }
    return node - leaves;
  }
}
