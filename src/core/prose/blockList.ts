import type { Lang } from '../document';
import type { Block, BlockKind, Story } from './prose';
import { skipBlanks } from './lines';

/** A block while it is read. */
export type OpenBlock = { -readonly [K in keyof Block]: Block[K] };

/**
 * Collects the blocks of a text from start to end; at most one is open. Trims blanks at the edges and drops empty
 * blocks.
 */
export class BlockList {
  open: OpenBlock | undefined;
  /** The declared language of the blocks that begin from now on. */
  lang: Lang | undefined;
  /** The label of the footnote to which the blocks that begin from now on belong, and their story. */
  label: string | undefined;
  story: Story | undefined;
  private readonly blocks: OpenBlock[] = [];

  constructor(private readonly text: string) {}

  begin(kind: BlockKind, start: number, end: number, quoted = false, level = 0): void {
    this.close();
    this.push({ kind, start, end, quoted, level });
  }

  /** Whether all blocks so far are of these kinds. */
  hasOnly(...kinds: readonly BlockKind[]): boolean {
    return this.blocks.every(({ kind }) => kinds.includes(kind));
  }

  /** Adds a complete block. */
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
   * Begins a footnote inside the open block, or a separate block if none is open. It remains open until
   * {@link leaveNote}. A footnote contains no other footnote: returns whether one was begun.
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
    if (this.label !== undefined) block.label = this.label;
    if (this.story) block.story = this.story;
    this.blocks.push((this.open = block));
  }

  /** All blocks, sorted and not empty; disjoint, except for footnotes within a block. */
  finish(): readonly Block[] {
    this.close();
    let outer: OpenBlock | undefined;
    for (const block of this.blocks) {
      this.trim(block);
      // A footnote that its block does not contain, as after an unclosed mark, becomes a separate block.
      if (block.within && (block.within.start >= block.start || block.end > block.within.end)) delete block.within;
      if (block.within) continue;
      if (outer && outer.end > block.start) {
        outer.end = block.start;
        this.trim(outer);
      }
      outer = block;
    }
    // A block that was shortened may no longer contain its footnotes.
    for (const block of this.blocks) if (block.within && block.end > block.within.end) block.end = block.within.end;
    return this.blocks.filter((block) => block.start < block.end);
  }

  private trim(block: OpenBlock): void {
    const { text } = this;
    block.end = Math.min(block.end, text.length);
    block.start = skipBlanks(text, block.start, block.end);
    while (block.end > block.start && /\s/.test(text[block.end - 1]!)) block.end--;
  }
}
