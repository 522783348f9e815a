import type { Lang, Span } from '../document';
import type { EscapeReader } from '../mentions/words';
import type { CommentReader } from './comments';
import { Overlaps } from './overlaps';

/**
 * - `metadata`: a value of the front matter that people read (title, abstract)
 * - `reference`: an entry of a bibliography file
 */
export type BlockKind =
  'paragraph' | 'heading' | 'list-item' | 'table-row' | 'caption' | 'footnote' | 'metadata' | 'reference';

/**
 * A coherent stretch of prose: no sentence continues from one block into the next. Blocks are sorted and disjoint,
 * except for a footnote that interrupts its sentence (LaTeX, Typst): it is a block within a block.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Whether the block is in a block quotation, or in the quoted lines of a mail. */
  readonly quoted: boolean;
  /** For headings: 1 is the topmost level. */
  readonly level: number;
  /** The block that a footnote interrupts; in that block, the footnote is markup. */
  readonly within?: Block;
  /** The declared language of the passage, if it differs from that of the document; absent if it is not supported. */
  readonly lang?: Lang;
  /** The label by which other text calls a footnote that is written apart from its call. */
  readonly label?: string;
  /** The passage apart from the body that contains the block; absent in the body. */
  readonly story?: Story;
}

/**
 * A passage apart from the body, with headings of its own: a header or footer (`margin`), to which the body around it
 * does not matter, or a text box (`aside`), which shares the time of its section. It lies in one part.
 */
export interface Story {
  readonly kind: 'margin' | 'aside';
}

/**
 * An element inside a block, other than plain words. `code`, `url`, `markup`, `math`, `comment`, `key` and `deleted`
 * (struck through) are not prose; the other kinds are prose with a property.
 */
export interface Inline extends Span {
  readonly kind:
    | 'code'
    | 'url'
    | 'markup'
    | 'math'
    | 'comment'
    | 'key'
    | 'deleted'
    | 'emphasis'
    | 'strong'
    | 'link'
    | 'citation'
    | 'quote';
}

/** Reads one family of languages. Pure; runs in linear time; never throws. */
export interface Format {
  /**
   * The blocks of a document or of a part of it; cheap, because their contents are not read. However a text is cut, its
   * parts contain the same blocks.
   */
  readPart(text: string, isFirst: boolean): PartBlocks;
  /** The inlines of one block; called only for blocks with mentions. Sorted by start; may nest. */
  readInlines(text: string, block: Block): readonly Inline[];
  readonly readEscape: EscapeReader | undefined;
  readonly tables: TableMarks;
  /**
   * Escapes one line of text so that the document shows it as written. `before` ends where the text is to be inserted,
   * and begins one character before the block, or later if the block is long.
   */
  escape(plain: string, before: string): string;
  /**
   * The language that a document declares for itself at its beginning: the declaration is always in the first part.
   */
  declaredLanguage(text: string): Lang | undefined;
  /** Where a long document may be cut into parts; `undefined` if it can only be read as a whole. */
  readonly cutting: Cutting | undefined;
  /** Finds the calls of footnotes that are written apart; its group is the label. */
  readonly noteCalls?: RegExp;
  /** Reads the comments of the format, in which ignore directives apply. */
  commentsIn(text: string): CommentReader;
}

export interface TableMarks {
  /** What divides the cells of a row, with the flag `g`; of several, the first that a row contains does. */
  readonly cells: readonly RegExp[];
  /** What is between the rows of two tables that follow each other. */
  readonly next: RegExp;
}

/**
 * The offsets at which a document may be cut into parts, so that an edit requires reading one part again, not the
 * whole document.
 */
export interface Cutting {
  /**
   * The first offset at or after `from` at which a part may begin if the preceding text is closed; the length of the
   * text if there is none.
   */
  nextCut(text: string, from: number): number;
  /** Whether a part may begin at the offset. */
  isCut(text: string, offset: number): boolean;
}

/**
 * The blocks of a part. It is not closed if something continues past its end (a fence, a comment): then it needs the
 * text of the next part.
 */
export interface PartBlocks {
  readonly blocks: readonly Block[];
  readonly isClosed: boolean;
}

/** The inlines of a block, and those of them that are not prose. */
interface ReadInlines {
  readonly all: Overlaps<Inline>;
  readonly notProse: Overlaps<Inline>;
}

/** The prose of a document or of a part: the blocks are read on construction, their inlines on demand. */
export class Prose {
  private readonly inlines = new Map<Block, ReadInlines>();

  constructor(
    readonly text: string,
    readonly format: Format,
    readonly blocks: readonly Block[] = format.readPart(text, true).blocks,
  ) {}

  /** The block that contains the offset; `undefined` where there is no prose. */
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
      if (this.blocks[middle]!.start <= offset) low = middle + 1;
      else high = middle - 1;
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

  /** The first inline of a block that overlaps a span and that `accepts` accepts. */
  inlineAt(block: Block, span: Span, accepts: (inline: Inline) => boolean): Inline | undefined {
    return this.read(block).all.find(span, accepts);
  }

  /** The inline at the offset that is not prose: code, an address, markup. */
  markupAt(block: Block, offset: number): Inline | undefined {
    return this.read(block).notProse.find({ start: offset, end: offset + 1 });
  }

  private read(block: Block): ReadInlines {
    let read = this.inlines.get(block);
    if (!read) {
      const inlines = this.withoutNotes(block, this.format.readInlines(this.text, block));
      read =
        inlines.length === 0
          ? NOTHING_INSIDE
          : { all: new Overlaps(inlines), notProse: new Overlaps(inlines.filter(({ kind }) => NOT_PROSE.has(kind))) };
      this.inlines.set(block, read);
    }
    return read;
  }

  /** A footnote is never prose of the block that contains it. */
  private withoutNotes(block: Block, inlines: readonly Inline[]): readonly Inline[] {
    const notes: Inline[] = [];
    for (let i = this.indexAt(block.start) + 1; i < this.blocks.length && this.blocks[i]!.start < block.end; i++) {
      const { within, start, end } = this.blocks[i]!;
      if (within === block) notes.push({ kind: 'markup', start, end });
    }
    return notes.length === 0 ? inlines : [...inlines, ...notes].sort((a, b) => a.start - b.start);
  }

  /**
   * Whether the range is text for readers: inside one block, and touching no code, address, markup, key or comment.
   */
  isProse(start: number, end: number): boolean {
    const block = this.blockAt(start);
    if (!block || end > block.end) return false;
    const span = { start, end };
    return this.read(block).notProse.find(span, (inline) => !isInsideMention(inline, span)) === undefined;
  }
}

const NO_INLINES = new Overlaps<Inline>([]);
const NOTHING_INSIDE: ReadInlines = { all: NO_INLINES, notProse: NO_INLINES };

export const NOT_PROSE: ReadonlySet<Inline['kind']> = new Set([
  'code',
  'url',
  'markup',
  'math',
  'comment',
  'key',
  'deleted',
]);

/** Mere markup between the words of a name, `<em>`, does not prevent the name from being prose. */
function isInsideMention(inline: Inline, mention: Span): boolean {
  return inline.kind === 'markup' && inline.start > mention.start && inline.end < mention.end;
}
