import type { Lang } from '../document';
import { BlockList } from './blockList';
import { readFrontMatter } from './frontMatter';
import { Brackets, endOfLine, skipBlanks } from './lines';
import type { BlockKind, PartBlocks } from './prose';

/** A line of a text that is not blank. */
export interface Line {
  readonly start: number;
  /** Offset of its line feed, or the end of the text. */
  readonly end: number;
  /** Offset after its line feed. */
  readonly next: number;
  /** Offset of its first character that is not a blank. */
  readonly first: number;
  readonly indent: number;
  /** The line without the blanks at its edges. */
  readonly text: string;
}

/**
 * A mark with which a line begins, and what the line then is. Without `kind` and `read`, the line is not prose, and
 * ends the block before it.
 */
export interface LineMark {
  readonly mark: RegExp;
  /** Whether the line must not be indented. */
  readonly isFlush?: boolean;
  /** The kind of the block that begins after the mark. */
  readonly kind?: BlockKind;
  /** Whether the block ends with the line; otherwise lines without a mark continue it. */
  readonly isWhole?: boolean;
  /** The lines up to the one that it matches are not prose either. */
  readonly until?: (match: RegExpExecArray) => RegExp;
  /** Reads the line; returns the offset at which to continue, or `undefined` if it is to be read as any other. */
  readonly read?: (match: RegExpExecArray, line: Line) => number | undefined;
}

/** How a format writes a note inside its sentence: what is searched, and what precedes its text, with the flag `y`. */
interface NoteMarks {
  readonly search: string;
  readonly opening: RegExp;
}

/** Reads a text once, line by line, by the marks with which lines begin: the first that matches decides. */
export abstract class LineReader {
  protected abstract readonly marks: readonly LineMark[];
  protected readonly list: BlockList;
  /** Whether something is open at the end of the text whose end is still to come. */
  protected isUnclosed = false;
  /** The language that the document declares before its first block. */
  protected declared: Lang | undefined;
  private readonly brackets: Brackets;
  /** Closing marks that do not occur in the remaining text. */
  private readonly missing = new Set<string>();
  /** Offset of the next note, so that no line is searched twice; -1 after the last. */
  private nextNote: number;

  constructor(
    protected readonly text: string,
    private readonly notes?: NoteMarks,
  ) {
    this.list = new BlockList(text);
    this.brackets = new Brackets(text, 0, text.length);
    this.nextNote = notes ? text.indexOf(notes.search) : -1;
  }

  readPart(isFirst: boolean): PartBlocks {
    const { text } = this;
    for (let at = this.bodyOf(isFirst); at < text.length;) at = this.readFrom(at);
    const isBegun = !isFirst || (!this.isBeginning && readFrontMatter(text).isClosed);
    return { isClosed: isBegun && !this.isUnclosed && this.isClosed(), blocks: this.list.finish() };
  }

  language(): Lang | undefined {
    for (let at = this.bodyOf(true); at < this.text.length && this.isBeginning;) at = this.readFrom(at);
    return this.declared;
  }

  /** The offset of the first line to read. */
  protected bodyOf(_isFirst: boolean): number {
    return 0;
  }

  /** Whether no block but the metadata of the document has begun. */
  protected get isBeginning(): boolean {
    return this.list.hasOnly('metadata');
  }

  /** Whether nothing that this format can leave open is open at the end of the text. */
  protected isClosed(): boolean {
    return true;
  }

  protected get quoted(): boolean {
    return false;
  }

  protected blank(): void {
    this.list.close();
  }

  protected readLine(line: Line): number {
    for (const row of this.marks) {
      const match = row.isFlush && line.indent > 0 ? null : row.mark.exec(line.text);
      const next = match ? this.readMarked(row, match, line) : undefined;
      if (next !== undefined) return next;
    }
    return this.readText(line);
  }

  /** Begins a block after the mark of its line. */
  protected readBlock(kind: BlockKind, { 0: mark }: RegExpExecArray, { first, end, next }: Line): number {
    const from = first + mark.length;
    this.list.begin(kind, from, end, this.quoted);
    this.readNotes(from, end);
    return next;
  }

  protected readText({ first, end, next }: Line): number {
    if (this.list.open) this.list.extend(end);
    else this.list.begin('paragraph', first, end, this.quoted);
    this.readNotes(first, end);
    return next;
  }

  /** Reads the notes of a line of the open block; one may continue over the next lines. */
  protected readNotes(from: number, end: number): void {
    const { text, list, notes } = this;
    for (
      ;
      notes && this.nextNote >= 0 && this.nextNote < end;
      this.nextNote = text.indexOf(notes.search, this.nextNote + 1)
    ) {
      const at = this.nextNote;
      notes.opening.lastIndex = at;
      const opening = at < from || !list.open ? null : notes.opening.exec(text);
      const close = opening ? this.brackets.closing(at + opening[0].indexOf('[')) : -1;
      if (!opening || close < 0) continue;
      if (list.enterNote(at + opening[0].length)) list.leaveNote(close);
      list.extend(Math.max(end, close + 1));
    }
  }

  /** The offset of the first blank line. */
  protected skipParagraph(from: number): number {
    let at = from;
    for (let end = endOfLine(this.text, at); skipBlanks(this.text, at, end) < end; end = endOfLine(this.text, at))
      at = end + 1;
    return at;
  }

  /** The offset after the line with the closing mark, or -1. */
  protected endOf(closing: RegExp, from: number): number {
    closing.lastIndex = from;
    const close = closing.exec(this.text);
    return close ? endOfLine(this.text, close.index) + 1 : -1;
  }

  /** The offset after the line with the closing mark at or after `from`; without it, only this line is skipped. */
  protected skipUntil(closing: RegExp, from: number, next: number): number {
    const end = this.missing.has(closing.source) ? -1 : this.endOf(closing, from);
    if (end >= 0) return end;
    this.missing.add(closing.source);
    this.isUnclosed = true;
    return next;
  }

  private readFrom(start: number): number {
    const { text } = this;
    const end = endOfLine(text, start);
    const first = skipBlanks(text, start, end);
    if (first < end)
      return this.readLine({
        start,
        end,
        next: end + 1,
        first,
        indent: first - start,
        text: text.slice(first, end).trimEnd(),
      });
    this.blank();
    return end + 1;
  }

  private readMarked({ kind, isWhole, until, read }: LineMark, match: RegExpExecArray, line: Line): number | undefined {
    if (read) return read(match, line);
    const { list } = this;
    list.close();
    if (until) return this.skipUntil(until(match), line.next, line.next);
    if (kind) this.readBlock(kind, match, line);
    if (isWhole) list.close();
    return line.next;
  }
}
