import { escapeRestructuredText } from '../citation/escapeText';
import type { BlockKind, Format } from './prose';
import { declaredLanguage } from './frontMatter';
import { commentsMatching } from './comments';
import { LineReader, type Line, type LineMark } from './lineReader';
import { endOfLine, skipBlanks } from './lines';
import { directiveOf, READ_FIELDS, READ_OPTIONS } from './rstDirectives';
import { noteLabel } from './noteLabels';
import { readRstInlines } from './rstInlines';

/**
 * reStructuredText, of Docutils and Sphinx. Indentation defines its structure, which a stack of containers follows.
 */
export const restructuredtext: Format = {
  readPart: (text) => new RstReader(text).readPart(true),
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

class RstReader extends LineReader {
  protected readonly marks: readonly LineMark[] = [
    { mark: /^/, read: (_, line) => this.settle(line) },
    { mark: /^/, read: (_, line) => (this.inGrid || GRID.test(line.text) ? this.readGrid(line) : undefined) },
    { mark: ADORNMENT, read: (_, line) => this.readAdornment(line) },
    { mark: SIMPLE_TABLE, read: (_, { next }) => this.readSimpleTable(next) },
    // An example of Python.
    { mark: /^>>> /, read: (_, { next }) => (this.list.open ? undefined : this.skipParagraph(next)) },
    { mark: EXPLICIT, read: (match, line) => this.readExplicit(match, line) },
    { mark: /^__[ \t]+\S/, read: (_, { next }) => (this.list.open ? undefined : next) },
    { mark: LIST_MARK, read: (match, line) => this.readItem(match, line) },
    { mark: FIELD, read: (match, line) => this.readField(match, line) },
  ];
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

  private get container(): Container {
    return this.containers[this.containers.length - 1] ?? ROOT;
  }

  protected override get quoted(): boolean {
    return this.container.quoted;
  }

  protected override blank(): void {
    if (!this.inGrid) this.list.close();
    this.inGrid = false;
    this.afterBlank = true;
  }

  protected override readText({ text, first, end, next, indent }: Line): number {
    const { list, container } = this;
    if (text.endsWith('::')) this.literal = indent;
    if (list.open && container.mode !== 'csv') {
      list.extend(end);
      return next;
    }
    const isCaption = container.mode === 'caption';
    if (isCaption) this.containers[this.containers.length - 1] = { ...container, mode: undefined };
    list.begin(isCaption ? 'caption' : container.kind, first, end, container.quoted);
    this.openIndent = indent;
    return next;
  }

  /** Skips a literal line; otherwise finds the container of the line, of which less indentation ends the block. */
  private settle({ start, indent, next }: Line): number | undefined {
    const { list } = this;
    if (this.literal !== undefined && this.afterBlank) {
      if (indent > this.literal) return next;
      this.literal = undefined;
    }
    this.afterBlank = false;
    if (list.open && indent < this.openIndent && !this.inGrid) list.close();
    if (!list.open) this.place(indent);
    else if (
      indent > this.openIndent &&
      list.open.end <= start &&
      this.container.indent < indent &&
      list.open.kind === 'paragraph'
    ) {
      // A term and its definition: further paragraphs of the definition are not a block quotation.
      this.containers.push({ ...this.container, indent, mode: undefined });
      this.openIndent = indent;
    }
    list.label = this.container.label;
    return undefined;
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

  /** Reads the line under or over a title; `undefined` if it is neither. */
  private readAdornment({ start, text: line, next }: Line): number | undefined {
    const { text, list } = this;
    const { open } = list;
    const isTitle =
      open?.kind === 'paragraph' && open.end + 1 === start && !text.slice(open.start, open.end).includes('\n');
    if (!isTitle || line.length < Math.min(4, open.end - open.start))
      return !open && line.length > 3 ? next : undefined;
    const before = open.start > 1 ? text.slice(text.lastIndexOf('\n', open.start - 2) + 1, open.start).trim() : '';
    const style = before === line ? line[0]! + line[0]! : line[0]!;
    if (!this.levels.includes(style)) this.levels.push(style);
    open.kind = 'heading';
    open.level = this.levels.indexOf(style) + 1;
    list.close();
    return next;
  }

  private readItem({ 0: mark }: RegExpExecArray, { first, end, next, indent }: Line): number | undefined {
    const { list, container } = this;
    if (list.open?.kind === 'paragraph') return undefined;
    const isRow = container.kind === 'table-row' && container.mode !== 'csv';
    // `* - a` begins a row of a list-table; the cells that follow, ` - b`, belong to the same row.
    if (isRow && mark.startsWith('-') && list.open?.kind === 'table-row') {
      list.extend(end);
      return next;
    }
    const kind = container.kind === 'paragraph' ? 'list-item' : container.kind;
    list.begin(kind, first + mark.length, end, container.quoted);
    this.openIndent = isRow ? indent : indent + mark.length;
    if (!isRow) this.containers.push({ ...container, indent: this.openIndent, kind });
    return next;
  }

  private readField({ 0: mark, 1: name }: RegExpExecArray, { first, end, next, indent }: Line): number | undefined {
    const { list, container } = this;
    if (list.open && list.open.kind !== 'metadata' && container.mode !== 'fields') return undefined;
    const isHead = container.mode === 'fields' || list.hasOnly('heading', 'metadata');
    list.close();
    this.containers.push({ indent: indent + 1, kind: container.kind, quoted: false });
    if (isHead && !READ_FIELDS.has(name!.toLowerCase().replace(/[ \t].*$/, ''))) {
      this.literal = indent;
      this.afterBlank = true;
      return next;
    }
    list.begin(isHead ? 'metadata' : 'list-item', first + mark.length, end, container.quoted);
    this.openIndent = indent + 1;
    return next;
  }

  /** `.. `: a directive, footnote, citation or target, otherwise a comment. */
  private readExplicit({ 0: mark }: RegExpExecArray, line: Line): number | undefined {
    const { list } = this;
    if (list.open && list.open.kind !== 'list-item' && list.open.kind !== 'footnote') return undefined;
    list.close();
    const { indent, end, next } = line;
    const content = line.text.slice(mark.length);
    const start = line.first + mark.length;
    const note = NOTE.exec(content) ?? CITATION.exec(content);
    const directive = note ? null : DIRECTIVE.exec(content);
    if (directive) return this.readDirective(directive, start + directive[0].length, line);
    if (!note) return this.skipIndented(next, indent);
    const kind = note[1] === undefined ? 'reference' : 'footnote';
    const label = note[1] === undefined ? undefined : noteLabel(note[1], this.unnamed);
    list.label = label;
    list.begin(kind, start + note[0].length, end);
    this.openIndent = indent + 1;
    this.containers.push({ indent: indent + 1, kind, quoted: false, label });
    return next;
  }

  private readDirective([, name]: RegExpExecArray, from: number, { indent, end, next }: Line): number {
    const { list, container } = this;
    const { argument, body, quoted, captioned } = directiveOf(name!);
    if (argument && from < end) list.begin(argument, from, end, container.quoted, argument === 'heading' ? 7 : 0);
    const isText = argument !== undefined && argument !== 'heading' && argument !== 'caption';
    const after = this.readOptions(next, indent, isText);
    if (!body) return this.skipIndented(after, indent);
    const mode = body === 'metadata' ? 'fields' : captioned ? 'caption' : name === 'csv-table' ? 'csv' : undefined;
    const column = this.columnOf(after);
    if (column > indent)
      this.containers.push({ indent: column, kind: body, quoted: container.quoted || quoted === true, mode });
    this.openIndent = column > indent ? column : indent + 1;
    if (mode === 'fields' || mode === 'csv') list.close();
    return after;
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

  private readGrid({ text, first, end, next }: Line): number {
    const { list } = this;
    const isRule = GRID.test(text);
    this.inGrid = isRule || /^[|+]/.test(text);
    if (isRule) list.close();
    else if (this.inGrid && list.open) list.extend(end);
    else list.begin(this.inGrid ? 'table-row' : this.container.kind, first, end, this.quoted);
    return next;
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
