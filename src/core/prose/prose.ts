import type { Lang, Span } from '../document';
import type { EscapeReader } from '../mentions/words';
import type { CommentReader } from './comments';
import { Overlaps } from './overlaps';

/**
 * - `metadata`: a value of the front matter that people read (title, abstract)
 * - `reference`: an entry of a bibliography file
 */
export type BlockKind = 'paragraph' | 'heading' | 'list-item' | 'table-row' | 'caption' | 'footnote' | 'metadata' | 'reference';

/**
 * A stretch of prose that hangs together: sentences do not run from one block into the next. Blocks are sorted and
 * disjoint, but for a footnote that is written amid its sentence (LaTeX, Typst): it is a block within a block.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Stands in a block quotation (or a mail's quoted lines). */
  readonly quoted: boolean;
  /** Headings: 1 for the topmost. */
  readonly level: number;
  /** The block that a footnote interrupts; there, the footnote is markup. */
  readonly within?: Block;
  /** The language that its passage is declared to be in, apart from the document's; none where that is none of ours. */
  readonly lang?: Lang;
}

/**
 * What stands inside a block besides plain words.
 * `code`, `url`, `markup`, `math`, `comment`, `key` and `deleted`, which is struck through, are not prose; the others are, and say something about it.
 */
export interface Inline extends Span {
  readonly kind: 'code' | 'url' | 'markup' | 'math' | 'comment' | 'key' | 'deleted' | 'emphasis' | 'strong' | 'link' | 'citation' | 'quote';
}

/** Reads one family of languages. Pure; linear in the text; never throws. */
export interface Format {
  /** The blocks of the whole document, cheaply: no look inside them. */
  readBlocks(text: string): readonly Block[];
  /** What stands inside one block; asked only of blocks with mentions. Sorted by start; may nest. */
  readInlines(text: string, block: Block): readonly Inline[];
  readonly readEscape: EscapeReader | undefined;
  /** The language that a document declares for the whole of it, where it begins: all of that stands in its first part. */
  declaredLanguage(text: string): Lang | undefined;
  /** How a long document is read in parts; `undefined` where it can be read as a whole only. */
  readonly cutting: Cutting | undefined;
  /** Reads the comments of the format: where ignore directives count. */
  commentsIn(text: string): CommentReader;
}

/**
 * Where a document may be cut into parts that are read one by one, so that an edit reads one part again and not the
 * whole. However a text is cut, its parts hold the same blocks.
 */
export interface Cutting {
  /** The first place at or after `from` that may begin a part, if what stands before it is closed; the text's length if there is none. */
  nextCut(text: string, from: number): number;
  /** Whether a part may begin at the offset. */
  isCut(text: string, offset: number): boolean;
  /** The blocks of a part. Not closed is one at whose end something runs on (a fence, a comment): it needs the next part's text. */
  readPart(text: string, isFirst: boolean): PartBlocks;
}

export interface PartBlocks {
  readonly blocks: readonly Block[];
  readonly isClosed: boolean;
}

/** A block's inlines, and those of them that are no prose. */
interface ReadInlines {
  readonly all: Overlaps<Inline>;
  readonly notProse: Overlaps<Inline>;
}

/** The prose of a document, or of a part of it: blocks now, what is inside them when asked. */
export class Prose {
  private readonly inlines = new Map<Block, ReadInlines>();

  constructor(readonly text: string, readonly format: Format, readonly blocks: readonly Block[] = format.readBlocks(text)) {}

  /** The block that holds the offset, or `undefined` where no prose stands. */
  blockAt(offset: number): Block | undefined {
    let block: Block | undefined = this.blocks[this.indexAt(offset)];
    while (block && offset >= block.end) block = block.within;
    return block;
  }

  /** Index of the last block that starts at or before the offset; -1 before the first. */
  indexAt(offset: number): number {
    let low = 0;
    let high = this.blocks.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.blocks[middle].start <= offset) low = middle + 1; else high = middle - 1;
    }
    return high;
  }

  inlinesOf(block: Block): readonly Inline[] {
    return this.read(block).all.spans;
  }

  /** The inlines of a block that overlap a span. */
  inlinesAt(block: Block, span: Span): readonly Inline[] {
    return this.read(block).all.all(span);
  }

  /** The first inline of a block that overlaps a span and is one of those looked for. */
  inlineAt(block: Block, span: Span, accepts: (inline: Inline) => boolean): Inline | undefined {
    return this.read(block).all.find(span, accepts);
  }

  /** What holds the offset that is no prose: code, an address, markup. */
  markupAt(block: Block, offset: number): Inline | undefined {
    return this.read(block).notProse.find({ start: offset, end: offset + 1 });
  }

  private read(block: Block): ReadInlines {
    let read = this.inlines.get(block);
    if (!read) {
      const inlines = this.withoutNotes(block, this.format.readInlines(this.text, block));
      read = inlines.length === 0 ? NOTHING_INSIDE : { all: new Overlaps(inlines), notProse: new Overlaps(inlines.filter(({ kind }) => NOT_PROSE.has(kind))) };
      this.inlines.set(block, read);
    }
    return read;
  }

  /** A footnote is no prose of the block that it stands in, closed or not. */
  private withoutNotes(block: Block, inlines: readonly Inline[]): readonly Inline[] {
    const notes: Inline[] = [];
    for (let i = this.indexAt(block.start) + 1; i < this.blocks.length && this.blocks[i].start < block.end; i++) {
      const { within, start, end } = this.blocks[i];
      if (within === block) notes.push({ kind: 'markup', start, end });
    }
    return notes.length === 0 ? inlines : [...inlines, ...notes].sort((a, b) => a.start - b.start);
  }

  /** Whether people wrote this stretch to be read: inside one block, and touching no code, address, markup, key or comment. */
  isProse(start: number, end: number): boolean {
    const block = this.blockAt(start);
    if (!block || end > block.end) return false;
    const span = { start, end };
    return this.read(block).notProse.find(span, (inline) => !isInsideMention(inline, span)) === undefined;
  }
}

const NO_INLINES = new Overlaps<Inline>([]);
const NOTHING_INSIDE: ReadInlines = { all: NO_INLINES, notProse: NO_INLINES };

export const NOT_PROSE: ReadonlySet<Inline['kind']> = new Set(['code', 'url', 'markup', 'math', 'comment', 'key', 'deleted']);

/** Mere markup between the words of a name, `<em>`, does not make the name something else than prose. */
function isInsideMention(inline: Inline, mention: Span): boolean {
  return inline.kind === 'markup' && inline.start > mention.start && inline.end < mention.end;
}
