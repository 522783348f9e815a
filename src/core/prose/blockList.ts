import type { Lang } from '../document';
import type { Block, BlockKind } from './prose';
import { skipBlanks } from './lines';

/** A block while it is read. */
export type OpenBlock = { -readonly [K in keyof Block]: Block[K] };

/** Gathers the blocks of a text from its start to its end; at most one is open. Blanks at the edges and empty blocks are dropped. */
export class BlockList {
  open: OpenBlock | undefined;
  /** The language declared for the blocks that begin from now on. */
  lang: Lang | undefined;
  private readonly blocks: OpenBlock[] = [];

  constructor(private readonly text: string) {}

  begin(kind: BlockKind, start: number, end: number, quoted = false, level = 0): void {
    this.close();
    this.push({ kind, start, end, quoted, level });
  }

  /** Whether there are blocks of these kinds only, so far. */
  hasOnly(...kinds: readonly BlockKind[]): boolean {
    return this.blocks.every(({ kind }) => kinds.includes(kind));
  }

  /** A block of its own, complete. */
  add(kind: BlockKind, start: number, end: number, quoted = false, level = 0): void {
    this.begin(kind, start, end, quoted, level);
    this.close();
  }

  extend(end: number): void {
    if (this.open) this.open.end = end;
  }

  close(): void {
    this.open = undefined;
  }

  /**
   * A footnote written amid the open block, or a block of its own where none is open. It is open until {@link leaveNote}.
   * Footnotes have none of their own: returns whether this is one.
   */
  enterNote(start: number): boolean {
    if (this.open?.within) return false;
    const note: OpenBlock = { kind: 'footnote', start, end: start, quoted: false, level: 0 };
    if (this.open) note.within = this.open;
    this.push(note);
    return true;
  }

  leaveNote(end: number): void {
    if (!this.open) return;
    this.open.end = end;
    this.open = this.open.within as OpenBlock | undefined;
  }

  private push(block: OpenBlock): void {
    if (this.lang) block.lang = this.lang;
    this.blocks.push((this.open = block));
  }

  /** All blocks, sorted, none empty; disjoint, but for the footnotes within one. */
  finish(): readonly Block[] {
    this.close();
    let outer: OpenBlock | undefined;
    for (const block of this.blocks) {
      this.trim(block);
      // A footnote that its block does not hold, as after a mark that nothing closes, is a block of its own.
      if (block.within && (block.within.start >= block.start || block.end > block.within.end)) delete block.within;
      if (block.within) continue;
      if (outer && outer.end > block.start) { outer.end = block.start; this.trim(outer); }
      outer = block;
    }
    // What was cut short since may not hold its footnotes any more.
    for (const block of this.blocks) if (block.within && block.end > block.within.end) block.end = block.within.end;
    return this.blocks.filter((block) => block.start < block.end);
  }

  private trim(block: OpenBlock): void {
    const { text } = this;
    block.end = Math.min(block.end, text.length);
    block.start = skipBlanks(text, block.start, block.end);
    while (block.end > block.start && /\s/.test(text[block.end - 1])) block.end--;
  }
}
