import { characterReference, escapeAsciidoc } from '../citation/escapeText';
import type { BlockKind, Format } from './prose';
import { readAsciidocEscape, readAsciidocInlines } from './asciidocInlines';
import { commentsMatching } from './comments';
import { beginsWithLetter, cutsAfterBlankLines } from './cuts';
import { declaredLanguage } from './frontMatter';
import { langOf } from './languageNames';
import { LineReader, type Line, type LineMark } from './lineReader';
import { endOfLine } from './lines';

/** A comment is a line that begins with `//`, or lines between two of `////`. */
const commentsIn = commentsMatching(/^\/{4,}[ \t]*\r?$(?:[^]*?^\/{4,}[ \t]*\r?$|[^]*)|^\/\/[^\n]*/gm);

/**
 * AsciiDoc. Delimited blocks of prose are transparent; quotations and verses are quoted; each row of a table is one
 * block.
 */
export const asciidoc: Format = {
  readPart: (text, isFirst) => new AsciidocReader(text).readPart(isFirst),
  readInlines: readAsciidocInlines,
  // A bracket or a quotation mark would end a title or an alternative text.
  escape: (plain) => escapeAsciidoc(plain).replace(/[\]"=]/g, characterReference),
  tables: { cells: [/(?<!\\)\|/g], next: /^[|,:!]={3,}/m },
  readEscape: readAsciidocEscape,
  declaredLanguage: (text) =>
    declaredLanguage(text) ?? (/^:lang:/m.test(text) ? new AsciidocReader(text).language() : undefined),
  cutting: cutsAfterBlankLines(
    (text, lineStart) => beginsWithLetter(text, lineStart) || text.startsWith('==', lineStart),
  ),
  commentsIn,
};

/** The effect of the attribute lines above a block (`[quote, Author]`). */
interface Style {
  readonly kind?: BlockKind;
  readonly quoted?: boolean;
  readonly raw?: boolean;
}

const PLAIN: Style = {};
const HEADING = /^(={1,6}|#{1,6})[ \t]+(?=\S)/;
const ATTRIBUTE = /^:(!?[\w][\w-]*!?):(?:[ \t]+|$)/;
const READ_ATTRIBUTE = /^(?:title|doctitle|subtitle|description|abstract|summary)$/i;
const STYLE = /^\[(?!\[\[|[^\]]*\][^\s[]*\[|[^\]]*\]#)["']?([A-Za-z]*).*\]$/;
const RAW_STYLE = /^(?:source|listing|literal|stem|latexmath|asciimath|pass|subs|mermaid|plantuml|graphviz|ditaa)$/;
const LIST_MARK =
  /^(?:\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|[ivxIVX]{1,5}\)|<(?:\d+|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)/;
const DESCRIPTION = /^\S.{0,200}?(?:::{1,3}|;;)(?:[ \t]|$)/;
const BLOCK_MACRO = /^([a-z]+)::[^\s[][^[]*\[(.*)\]$|^(?:toc|index)::\[.*\]$/;
const DELIMITER = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}.*|[|,:!]={3,})$/;
const CELL = /(?:^|[ \t])(?:\d*(?:\.\d+)?[+*])?[<^>.]*[aehlmsdv]?\|/g;
const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t#].*\r?\n|\r?\n)*?---[ \t]*(?:\r?\n|$)/;

class AsciidocReader extends LineReader {
  protected readonly marks: readonly LineMark[] = [
    { mark: /^\/\/(?!\/)/, isFlush: true, read: (_, { next }) => next },
    { mark: DELIMITER, isFlush: true, read: (_, { text, next }) => this.readDelimiter(text, next) },
    { mark: /^/, read: (_, line) => (this.table === '' ? this.readFurther(line) : this.readRow(line)) },
    { mark: HEADING, isFlush: true, read: (match, line) => this.readHeading(match, line) },
    { mark: ATTRIBUTE, isFlush: true, read: (match, line) => this.readAttribute(match, line) },
    // The lines with the author and the revision.
    { mark: /^/, read: (_, { next }) => (this.inHeader ? next : undefined) },
    { mark: STYLE, isFlush: true, read: (match, { next }) => this.readStyle(match[1]!, next) },
    { mark: /^\.(?=[^\s.])/, isFlush: true, kind: 'caption', isWhole: true },
    { mark: /^(?:'{3,}|<{3,}|\+)$/, isFlush: true },
    { mark: BLOCK_MACRO, isFlush: true, read: (match, line) => this.readMacro(match, line) },
  ];
  private style: Style = PLAIN;
  /** The delimiters of the open quotations. */
  private readonly quotes: string[] = [];
  private table = '';
  private rowCells = 0;
  private inReferences = false;
  private inHeader = false;
  private isFirst = true;

  constructor(text: string) {
    super(text, { search: 'footnote:', opening: /footnote:[\w-]{0,50}\[/y });
  }

  protected override bodyOf(isFirst: boolean): number {
    this.isFirst = isFirst;
    return isFirst ? (FRONT_MATTER.exec(this.text)?.[0].length ?? 0) : 0;
  }

  protected override get isBeginning(): boolean {
    return this.inHeader || super.isBeginning;
  }

  protected override get quoted(): boolean {
    return this.quotes.length > 0;
  }

  /** A part is not closed in a bibliography, nor where a style awaits its block. */
  protected override isClosed(): boolean {
    const { text, table, style } = this;
    return !this.quoted && table === '' && !this.inReferences && style === PLAIN && !commentsIn(text)(text.length);
  }

  protected override blank(): void {
    super.blank();
    this.inHeader = false;
    this.rowCells = 0;
  }

  protected override readText(line: Line): number {
    const { list, style } = this;
    const item = LIST_MARK.exec(line.text);
    if (style.raw || (line.indent > 0 && !item)) {
      this.style = PLAIN;
      return this.skipParagraph(line.next);
    }
    const ofText = item || (line.indent === 0 && DESCRIPTION.test(line.text)) ? 'list-item' : 'paragraph';
    const from = line.first + (item?.[0].length ?? 0);
    const kind = this.inReferences ? 'reference' : (style.kind ?? ofText);
    list.begin(kind, from, line.end, this.quoted || style.quoted);
    this.readNotes(from, line.end);
    this.style = item && style.kind === 'reference' ? style : PLAIN;
    return line.next;
  }

  /** Reads a line after the first of its block; `undefined` if it belongs to no open block. */
  private readFurther(line: Line): number | undefined {
    const { list } = this;
    if (!list.open) return undefined;
    const isList = list.open.kind === 'list-item' || list.open.kind === 'reference';
    if (isList && (LIST_MARK.test(line.text) || (line.indent === 0 && DESCRIPTION.test(line.text)))) {
      list.close();
      return this.readText(line);
    }
    if (line.indent === 0 && (/^(?:\+|\[[^\]]*\])$/.test(line.text) || HEADING.test(line.text))) {
      list.close();
      return undefined;
    }
    return super.readText(line);
  }

  private readHeading({ 0: mark, 1: signs }: RegExpExecArray, { first, end, next }: Line): number {
    const { list } = this;
    this.inHeader = this.isFirst && signs === '=' && list.hasOnly('metadata');
    list.add('heading', first + mark.length, end, false, signs!.length);
    this.inReferences = this.style.kind === 'reference';
    this.style = PLAIN;
    return next;
  }

  private readAttribute({ 0: mark, 1: name }: RegExpExecArray, line: Line): number {
    const { text, list } = this;
    const start = line.first + mark.length;
    let { end } = line;
    for (let last = line.text; last.endsWith(' \\') && end < text.length;) {
      const next = endOfLine(text, end + 1);
      last = text.slice(end + 1, next).trimEnd();
      end = next;
    }
    if (name === 'lang' && this.isBeginning) this.declared = langOf(text.slice(start, end).trim());
    if (READ_ATTRIBUTE.test(name!)) list.add('metadata', start, end);
    return end + 1;
  }

  private readStyle(name: string, next: number): number {
    if (name === 'quote' || name === 'verse') this.style = { quoted: true };
    else if (name === 'bibliography') this.style = { kind: 'reference' };
    else if (RAW_STYLE.test(name)) this.style = { raw: true };
    return next;
  }

  private readMacro([, name, options]: RegExpExecArray, { first, text, next }: Line): number {
    const alternative = name === 'image' ? /^(?:alt=)?("?)([^",=]*)(?=[",]|$)/.exec(options!) : null;
    if (alternative?.[2]) {
      const end = first + text.length - 1 - options!.length + alternative[0].length;
      this.list.add('caption', end - alternative[2].length, end, this.quoted);
    }
    return next;
  }

  private readDelimiter(line: string, next: number): number {
    const { list, style, quotes } = this;
    list.close();
    const isOfTable = /^[|,:!]=/.test(line);
    if (this.table !== '' && (line === this.table || /^[|!]=/.test(line))) {
      if (line === this.table) this.table = '';
      return next;
    }
    if (this.table === '' && isOfTable) {
      this.table = line;
      this.rowCells = 0;
      this.style = PLAIN;
      return next;
    }
    if ((style.raw && !isOfTable) || /^(?:----|[.+/`])/.test(line)) {
      this.style = PLAIN;
      return this.skipTo(line.startsWith('`') ? '```' : line, next);
    }
    const isOpen = quotes[quotes.length - 1] === line;
    if (isOpen) quotes.pop();
    if (line.startsWith('_') || style.quoted) {
      if (!isOpen) quotes.push(line);
      this.style = PLAIN;
    }
    return next;
  }

  private skipTo(delimiter: string, from: number): number {
    const end = this.endOf(new RegExp(`^${delimiter.replace(/\W/g, '\\$&')}[ \\t]*\\r?$`, 'gm'), from);
    this.isUnclosed ||= end < 0;
    return end < 0 ? this.text.length : end;
  }

  /**
   * In a `|===` table, a line of several cells is a row; lines of one cell each form a row up to a blank line. In
   * other tables, each line is a row.
   */
  private readRow(line: Line): number {
    const { list } = this;
    const cells = this.table[0] === '|' ? (line.text.match(CELL)?.length ?? 0) : 2;
    const isJoined = list.open && (cells === 0 || (cells === 1 && this.rowCells <= 1));
    if (isJoined) list.extend(line.end);
    else list.begin('table-row', line.first, line.end, this.quoted);
    if (isJoined && cells === 0) return line.next;
    this.rowCells = cells;
    this.readNotes(line.first, line.end);
    return line.next;
  }
}
