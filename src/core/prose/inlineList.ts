import { addressAt } from './addresses';
import type { Block, Inline } from './prose';

/** Adds an inline, unless it is empty; returns its end, where reading continues. */
export type Add = (kind: Inline['kind'], from: number, to: number) => number;

/** Collects the inlines of a block while its text is read. */
export class InlineList {
  private readonly inlines: Inline[] = [];

  constructor(
    private readonly text: string,
    private readonly block: Block,
  ) {}

  readonly add: Add = (kind, from, to) => {
    if (from < to) this.inlines.push({ kind, start: from, end: Math.min(to, this.block.end) });
    return to;
  };

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
