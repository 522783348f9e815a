import { escapeRestructuredText } from '../citation/escapeText';
import type { Block, BlockKind, Format } from './prose';
import { BlockList } from './blockList';
import { declaredLanguage } from './frontMatter';
import { commentsMatching } from './comments';
import { endOfLine, skipBlanks } from './lines';
import { directiveOf, READ_FIELDS, READ_OPTIONS } from './rstDirectives';
import { noteLabel } from './noteLabels';
import { readRstInlines } from './rstInlines';

/**
 * reStructuredText, of Docutils and Sphinx. Indentation defines its structure, which a stack of containers follows.
 */
export const restructuredtext: Format = {
  readPart: (text) => ({ blocks: new BlockReader(text).read(), isClosed: true }),
  readInlines: readRstInlines,
  // A name of one word marks a list no more than the name that it replaces.
  escape: (plain) => (/^[\p{L}\p{N}]+$/u.test(plain) ? plain : escapeRestructuredText(plain)),
  tables: { cells: [/\|/g, /(?:^|\n[ \t]*)-(?=\s|$)/g, / {2,}/g], next: /\n[ \t]*\r?\n[ \t]*(?:\.\. |\+-|==)/ },
  readEscape: (text, index) =>
    text[index]! !== '\\' || index + 1 >= text.length
      ? undefined
      : { length: 2, character: /\s/.test(text[index + 1]!) ? '' : text[index + 1]! },
  declaredLanguage,
  // The level of a heading depends on the order in which the document first uses the marks under its titles: a part
  // would need to know all the text before it.
  cutting: undefined,
  noteCalls: /\[(\d+|[#*][^\]\s]*)\]_/g,
  // `..` without a directive or the like, and the lines below it that are indented more deeply.
  commentsIn: commentsMatching(
    /^([ \t]*)\.\.(?:[ \t]+(?![_[|]|[A-Za-z][\w:.+-]*[ \t]?::(?:\s|$))[^\n]*|\r?$)(?:\n(?:[ \t\r]*$|\1[ \t][^\n]*))*/gm,
  ),
};

interface Container {
  /** The column of its content. */
  readonly indent: number;
  readonly kind: BlockKind;
  readonly quoted: boolean;
  /** `fields`: the body of a `meta` directive; `caption`: its first paragraph is a caption. */
  readonly label?: string | undefined;
  readonly mode?: 'fields' | 'caption' | 'csv';
}

const ROOT: Container = { indent: 0, kind: 'paragraph', quoted: false };
const ADORNMENT = /^([!-/:-@[-`{-~])\1+$/;
const SIMPLE_TABLE = /^=+(?:[ \t]+=+)+$/;
const GRID = /^\+(?:[-=]+\+)+$/;
const LIST_MARK = /^(?:[-*+•‣]|\(?(?:\d{1,4}|#|[A-Za-z]|[ivxlcIVXLC]{2,6})[.)])[ \t]+/;
const FIELD = /^:([^:\s](?:[^:\\]|\\.){0,60}):(?:[ \t]+|$)/;
const EXPLICIT = /^\.\.(?:[ \t]+|$)/;
const NOTE = /^\[(\d+|[#*][^\]\s]*)\](?:[ \t]+|$)/;
const CITATION = /^\[[A-Za-z][^\]\s]*\](?:[ \t]+|$)/;
const DIRECTIVE = /^(?:\|[^|]+\|[ \t]+)?([A-Za-z][\w:.+-]*?)[ \t]?::(?:[ \t]+|$)/;

class BlockReader {
  private readonly list: BlockList;
  private readonly containers: Container[] = [];
  private readonly levels: string[] = [];
  /** The number of notes without a name so far, by their mark. */
  private readonly unnamed = new Map<string, number>();
  private afterBlank = true;
  /**
   * Set after a paragraph that ends in `::`: the following text is literal if it is indented more deeply than this.
   */
  private literal: number | undefined;
  private inGrid = false;
  private openIndent = 0;

  constructor(private readonly text: string) {
    this.list = new BlockList(text);
  }

  read(): readonly Block[] {
    const { text } = this;
    for (let i = 0; i < text.length;) i = this.readLine(i, endOfLine(text, i));
    return this.list.finish();
  }

  private get container(): Container {
    return this.containers[this.containers.length - 1] ?? ROOT;
  }

  /** Reads the line, or the whole table or comment that begins in it; returns the offset of the next line. */
  private readLine(lineStart: number, lineEnd: number): number {
    const { text } = this;
    const start = skipBlanks(text, lineStart, lineEnd);
    if (start >= lineEnd) {
      this.blank();
      return lineEnd + 1;
    }
    const indent = start - lineStart;
    const line = text.slice(start, lineEnd).trimEnd();
    if (this.literal !== undefined && this.afterBlank) {
      if (indent > this.literal) return lineEnd + 1;
      this.literal = undefined;
    }
    this.settle(indent, lineStart);
    this.list.label = this.container.label;
    this.afterBlank = false;
    return (
      this.readTableOrTitle(line, start, lineStart, lineEnd) ??
      this.readMarked(line, start, indent, lineEnd) ??
      this.readText(line, start, indent, lineEnd)
    );
  }

  /** Finds the container of a line; one with less indentation ends the block before it. */
  private settle(indent: number, lineStart: number): void {
    const { list } = this;
    if (list.open && indent < this.openIndent && !this.inGrid) list.close();
    if (!list.open) this.place(indent);
    else if (
      indent > this.openIndent &&
      list.open.end <= lineStart &&
      this.container.indent < indent &&
      list.open.kind === 'paragraph'
    ) {
      // A term and its definition: further paragraphs of the definition are not a block quotation.
      this.containers.push({ ...this.container, indent, mode: undefined });
      this.openIndent = indent;
    }
  }

  /** Reads a line of a table, or the line under a title, or an example; `undefined` for any other line. */
  private readTableOrTitle(line: string, start: number, lineStart: number, lineEnd: number): number | undefined {
    const next = lineEnd + 1;
    if (this.inGrid || GRID.test(line)) return this.readGrid(line, start, lineEnd);
    if (ADORNMENT.test(line) && line.length > 1 && this.readAdornment(line, lineStart)) return next;
    if (SIMPLE_TABLE.test(line)) return this.readSimpleTable(next);
    return line.startsWith('>>> ') && !this.list.open ? this.skipParagraph(next) : undefined;
  }

  /** Reads a line that begins with the mark of a directive, target, item or field; `undefined` for any other line. */
  private readMarked(line: string, start: number, indent: number, lineEnd: number): number | undefined {
    const { open } = this.list;
    const explicit = !open || open.kind === 'list-item' || open.kind === 'footnote' ? EXPLICIT.exec(line) : null;
    if (explicit) return this.readExplicit(line.slice(explicit[0].length), start + explicit[0].length, indent, lineEnd);
    if (!open && /^__[ \t]+\S/.test(line)) return lineEnd + 1;
    const item = open?.kind === 'paragraph' ? null : LIST_MARK.exec(line);
    if (item) return this.readItem(item[0].length, start, indent, lineEnd);
    const field = !open || open.kind === 'metadata' || this.container.mode === 'fields' ? FIELD.exec(line) : null;
    return field ? this.readField(field[1]!, start + field[0].length, indent, lineEnd) : undefined;
  }

  private readText(line: string, start: number, indent: number, lineEnd: number): number {
    const { list, container } = this;
    if (line.endsWith('::')) this.literal = indent;
    if (list.open && container.mode !== 'csv') {
      list.extend(lineEnd);
      return lineEnd + 1;
    }
    const kind = container.mode === 'caption' ? 'caption' : container.kind;
    if (container.mode === 'caption') this.containers[this.containers.length - 1] = { ...container, mode: undefined };
    list.begin(kind, start, lineEnd, container.quoted);
    this.openIndent = indent;
    return lineEnd + 1;
  }

  private blank(): void {
    if (!this.inGrid) this.list.close();
    this.inGrid = false;
    this.afterBlank = true;
  }

  /**
   * Leaves the containers that end before this column; text that is indented more deeply than its container is a
   * block quotation.
   */
  private place(indent: number): void {
    const { containers } = this;
    while (containers.length > 0 && this.container.indent > indent) containers.pop();
    if (indent > this.container.indent) containers.push({ indent, kind: 'paragraph', quoted: true });
  }

  /** Reads the line under or over a title; returns whether it was one. */
  private readAdornment(line: string, lineStart: number): boolean {
    const { text, list } = this;
    const { open } = list;
    const isTitle =
      open &&
      open.kind === 'paragraph' &&
      open.end + 1 === lineStart &&
      !text.slice(open.start, open.end).includes('\n');
    if (isTitle && line.length >= Math.min(4, open.end - open.start)) {
      const before = open.start > 1 ? text.slice(text.lastIndexOf('\n', open.start - 2) + 1, open.start).trim() : '';
      const style = before === line ? line[0]! + line[0]! : line[0]!;
      if (!this.levels.includes(style)) this.levels.push(style);
      open.kind = 'heading';
      open.level = this.levels.indexOf(style) + 1;
      list.close();
      return true;
    }
    return !open && line.length > 3 && !SIMPLE_TABLE.test(line);
  }

  private readItem(mark: number, start: number, indent: number, lineEnd: number): number {
    const { list, container } = this;
    const isRow = container.kind === 'table-row' && container.mode !== 'csv';
    // `* - a` begins a row of a list-table; the cells that follow, ` - b`, belong to the same row.
    if (isRow && this.text[start] === '-' && list.open?.kind === 'table-row') {
      list.extend(lineEnd);
      return lineEnd + 1;
    }
    list.begin(
      isRow ? 'table-row' : container.kind === 'paragraph' ? 'list-item' : container.kind,
      start + mark,
      lineEnd,
      container.quoted,
    );
    this.openIndent = isRow ? indent : indent + mark;
    if (!isRow)
      this.containers.push({
        ...container,
        indent: indent + mark,
        kind: container.kind === 'paragraph' ? 'list-item' : container.kind,
      });
    return lineEnd + 1;
  }

  private readField(name: string, start: number, indent: number, lineEnd: number): number {
    const { list, container } = this;
    const isHead = container.mode === 'fields' || list.hasOnly('heading', 'metadata');
    const isRead = !isHead || READ_FIELDS.has(name.toLowerCase().replace(/[ \t].*$/, ''));
    list.close();
    this.containers.push({ indent: indent + 1, kind: container.kind, quoted: false });
    if (isRead) {
      list.begin(isHead ? 'metadata' : 'list-item', start, lineEnd, container.quoted);
      this.openIndent = indent + 1;
    } else this.literal = indent;
    if (!isRead) this.afterBlank = true;
    return lineEnd + 1;
  }

  /** `.. `: a directive, footnote, citation or target, otherwise a comment. */
  private readExplicit(content: string, start: number, indent: number, lineEnd: number): number {
    const { list, container } = this;
    list.close();
    const footnote = NOTE.exec(content);
    const note = footnote ?? CITATION.exec(content);
    if (note) {
      const kind = footnote ? 'footnote' : 'reference';
      const label = footnote ? noteLabel(footnote[1]!, this.unnamed) : undefined;
      list.label = label;
      list.begin(kind, start + note[0].length, lineEnd, false);
      this.openIndent = indent + 1;
      this.containers.push({ indent: indent + 1, kind, quoted: false, label });
      return lineEnd + 1;
    }
    const directive = DIRECTIVE.exec(content);
    if (!directive) return this.skipIndented(lineEnd + 1, indent);
    const { argument, body, quoted, captioned } = directiveOf(directive[1]!);
    const from = start + directive[0].length;
    if (argument && from < lineEnd)
      list.begin(argument, from, lineEnd, container.quoted, argument === 'heading' ? 7 : 0);
    const next = this.readOptions(
      lineEnd + 1,
      indent,
      argument !== undefined && argument !== 'heading' && argument !== 'caption',
    );
    if (!body) return this.skipIndented(next, indent);
    const mode =
      body === 'metadata' ? 'fields' : captioned ? 'caption' : directive[1] === 'csv-table' ? 'csv' : undefined;
    const column = this.columnOf(next);
    if (column > indent)
      this.containers.push({ indent: column, kind: body, quoted: container.quoted || quoted === true, mode });
    this.openIndent = column > indent ? column : indent + 1;
    if (mode === 'fields' || mode === 'csv') list.close();
    return next;
  }

  /** Reads the options directly under a directive; the argument may continue before them. */
  private readOptions(from: number, indent: number, argumentContinues: boolean): number {
    const { text, list } = this;
    let position = from;
    while (position < text.length) {
      const lineEnd = endOfLine(text, position);
      const start = skipBlanks(text, position, lineEnd);
      if (start >= lineEnd || start - position <= indent) break;
      const option = FIELD.exec(text.slice(start, lineEnd));
      if (!option || READ_FIELDS.has(option[1]!)) {
        if (!list.open || argumentContinues) break;
        list.extend(lineEnd);
      } else if (READ_OPTIONS.has(option[1]!)) {
        list.begin('caption', start + option[0].length, lineEnd);
      } else list.close();
      position = lineEnd + 1;
    }
    if (!argumentContinues) list.close();
    return position;
  }

  private columnOf(from: number): number {
    const start = skipBlanks(this.text, from, this.text.length);
    return start - (this.text.lastIndexOf('\n', start - 1) + 1);
  }

  private skipIndented(from: number, indent: number): number {
    const { text } = this;
    for (let position = from; position < text.length;) {
      const lineEnd = endOfLine(text, position);
      const start = skipBlanks(text, position, lineEnd);
      if (start < lineEnd && start - position <= indent) return position;
      position = lineEnd + 1;
    }
    return text.length;
  }

  private skipParagraph(from: number): number {
    const { text } = this;
    let position = from;
    while (position < text.length && skipBlanks(text, position, endOfLine(text, position)) < endOfLine(text, position))
      position = endOfLine(text, position) + 1;
    return position;
  }

  private readGrid(line: string, start: number, lineEnd: number): number {
    const { list } = this;
    if (GRID.test(line)) {
      list.close();
      this.inGrid = true;
    } else if (line[0] !== '|' && line[0] !== '+') {
      this.inGrid = false;
      list.begin(this.container.kind, start, lineEnd, this.container.quoted);
    } else if (list.open) list.extend(lineEnd);
    else list.begin('table-row', start, lineEnd, this.container.quoted);
    return lineEnd + 1;
  }

  /** Reads the rows between lines of `====  ====`; a line whose first column is empty continues the previous row. */
  private readSimpleTable(from: number): number {
    const { text, list } = this;
    list.close();
    let position = from;
    while (position < text.length) {
      const lineEnd = endOfLine(text, position);
      const start = skipBlanks(text, position, lineEnd);
      const line = text.slice(start, lineEnd).trimEnd();
      const next = lineEnd + 1;
      if (SIMPLE_TABLE.test(line)) {
        list.close();
        const after = endOfLine(text, next);
        if (next >= text.length || skipBlanks(text, next, after) >= after) return next;
      } else if (line === '' || /^-+(?:[ \t]+-+)*$/.test(line)) list.close();
      else if (list.open && start - position > 3 && start > position + this.container.indent) list.extend(lineEnd);
      else list.begin('table-row', start, lineEnd, this.container.quoted);
      position = next;
    }
    return position;
  }
}
