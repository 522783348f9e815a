import { addressAt } from './addresses';
import type { Block, Inline } from './prose';

/** Notes an inline, if it holds anything; returns its end, where reading goes on. */
export type Add = (kind: Inline['kind'], from: number, to: number) => number;

/** Gathers the inlines of a block while its text is read. */
export class InlineList {
  private readonly inlines: Inline[] = [];

  constructor(private readonly text: string, private readonly block: Block) {}

  readonly add: Add = (kind, from, to) => {
    if (from < to) this.inlines.push({ kind, start: from, end: Math.min(to, this.block.end) });
    return to;
  };

  /** Past an address that begins at the offset, or past the one character there. */
  pastAddress(at: number): number {
    const address = addressAt(this.text, at, this.block.start, this.block.end);
    return address ? Math.max(this.add('url', address.start, address.end), at + 1) : at + 1;
  }

  /** All inlines, by their start; of those that begin together the longest first. */
  finish(): readonly Inline[] {
    return this.inlines.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  }
}
