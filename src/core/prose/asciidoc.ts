import { characterReference, escapeAsciidoc } from '../citation/escapeText';
import type { Lang } from '../document';
import type { BlockKind, Format, PartBlocks } from './prose';
import { readAsciidocEscape, readAsciidocInlines } from './asciidocInlines';
import { BlockList } from './blockList';
import { lineStarts, type CommentReader } from './comments';
import { beginsWithLetter, cutsAfterBlankLines } from './cuts';
import { declaredLanguage, readFrontMatter } from './frontMatter';
import { langOf } from './languageNames';
import { Brackets, endOfLine, skipBlanks } from './lines';

/**
 * AsciiDoc. Delimited blocks of prose are transparent; quotations and verses are quoted; each row of a table is one
 * block.
 */
export const asciidoc: Format = {
  readBlocks: (text) => new BlockReader(text).readPart(true).blocks,
  readInlines: readAsciidocInlines,
  // A bracket or a quotation mark would end a title or an alternative text.
  escape: (plain) => escapeAsciidoc(plain).replace(/[\]"=]/g, characterReference),
  tables: { cells: [/(?<!\\)\|/g], next: /^[|,:!]={3,}/m },
  readEscape: readAsciidocEscape,
  declaredLanguage: (text) =>
    declaredLanguage(text) ?? (/^:lang:/m.test(text) ? new BlockReader(text).language() : undefined),
  cutting: {
    ...cutsAfterBlankLines((text, lineStart) => beginsWithLetter(text, lineStart) || text.startsWith('==', lineStart)),
    readPart: (text, isFirst) => new BlockReader(text).readPart(isFirst),
  },
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
const READ_ATTRIBUTES: ReadonlySet<string> = new Set([
  'title',
  'doctitle',
  'subtitle',
  'description',
  'abstract',
  'summary',
]);
const LIST_MARK =
  /^(?:\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-zA-Z]\.|[ivxIVX]{1,5}\)|<(?:\d+|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)/;
const DESCRIPTION = /^\S.{0,200}?(?:::{1,3}|;;)(?:[ \t]|$)/;
const BLOCK_MACRO = /^([a-z]+)::[^\s[][^[]*\[(.*)\]$|^(?:toc|index)::\[.*\]$/;
const DELIMITER = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}.*|[|,:!]={3,})$/;
const CELL = /(?:^|[ \t])(?:\d*(?:\.\d+)?[+*])?[<^>.]*[aehlmsdv]?\|/g;

class BlockReader {
  private readonly list: BlockList;
  private style: Style = PLAIN;
  /** The delimiters of the open quotations. */
  private readonly quotes: string[] = [];
  private table = '';
  private rowCells = 0;
  private inReferences = false;
  private inHeader = false;
  private isFirst = true;
  private declared: Lang | undefined;
  /** Whether a delimited block is open at the end of the text, and its end is still to come. */
  private isUnclosed = false;
  /** Offset of the next footnote, so that no line is searched twice; -1 after the last. */
  private nextNote: number;
  private readonly brackets: Brackets;

  constructor(private readonly text: string) {
    this.brackets = new Brackets(text, 0, text.length);
    this.list = new BlockList(text);
    this.nextNote = text.indexOf('footnote:');
  }

  /**
   * A part is not closed within a delimited block, a bibliography or the header of the document, nor where a style
   * awaits its block.
   */
  readPart(isFirst: boolean): PartBlocks {
    const { text, list } = this;
    this.isFirst = isFirst;
    for (let position = isFirst ? this.endOfFrontMatter() : 0; position < text.length;)
      position = this.readNext(position);
    const isBegun = !isFirst || (!list.hasOnly('metadata') && !this.inHeader && readFrontMatter(text).isClosed);
    const isClosed =
      isBegun &&
      !this.isUnclosed &&
      !this.quoted &&
      this.table === '' &&
      !this.inReferences &&
      this.style === PLAIN &&
      !commentsIn(text)(text.length);
    return { isClosed, blocks: list.finish() };
  }

  language(): Lang | undefined {
    const { text, list } = this;
    for (let position = this.endOfFrontMatter(); position < text.length && (this.inHeader || list.hasOnly('metadata'));)
      position = this.readNext(position);
    return this.declared;
  }

  private endOfFrontMatter(): number {
    return (
      /^\ufeff?---[ \t]*\r?\n(?:[\w-]+:.*\r?\n|[ \t#].*\r?\n|\r?\n)*?---[ \t]*(?:\r?\n|$)/.exec(this.text)?.[0]
        .length ?? 0
    );
  }

  private get quoted(): boolean {
    return this.quotes.length > 0;
  }

  private readNext(position: number): number {
    const lineEnd = endOfLine(this.text, position);
    return this.readLine(position, lineEnd, this.text.slice(position, lineEnd).trimEnd());
  }

  /** Reads the line, or the whole delimited block that begins in it; returns the offset of the next line. */
  private readLine(start: number, lineEnd: number, line: string): number {
    const { list } = this;
    const next = lineEnd + 1;
    if (line === '') {
      this.blank();
      return next;
    }
    if (line.startsWith('//') && line[2] !== '/') return next;
    if (DELIMITER.test(line)) return this.readDelimiter(line, next);
    if (this.table !== '') {
      this.readRow(line, start, lineEnd);
      return next;
    }
    if (list.open) return this.readFurther(line, start, lineEnd);
    const heading = HEADING.exec(line);
    if (heading) {
      this.inHeader = this.isFirst && heading[1] === '=' && list.hasOnly('metadata');
      list.add('heading', start + heading[0].length, lineEnd, false, heading[1]!.length);
      this.inReferences = this.style.kind === 'reference';
      this.style = PLAIN;
      return next;
    }
    const attribute = ATTRIBUTE.exec(line);
    if (attribute) return this.readAttribute(attribute, start, lineEnd, line);
    if (this.inHeader) return next; // The lines with the author and the revision.
    if (line[0] === '[' && line.endsWith(']') && !/^\[\[\[|^\[[^\]]*\]\S*\[|^\[[^\]]*\]#/.test(line)) {
      this.readStyle(line);
      return next;
    }
    if (line[0] === '.' && /^\.[^\s.]/.test(line)) {
      list.add('caption', start + 1, lineEnd, this.quoted);
      return next;
    }
    if (/^(?:'{3,}|<{3,}|\+)$/.test(line)) return next;
    const macro = BLOCK_MACRO.exec(line);
    if (macro) {
      this.readMacro(macro, lineEnd - (this.text.slice(start, lineEnd).length - line.length));
      return next;
    }
    return this.begin(line, start, lineEnd);
  }

  private begin(line: string, start: number, lineEnd: number): number {
    const { text, list, style } = this;
    const first = skipBlanks(text, start, lineEnd);
    const item = LIST_MARK.exec(text.slice(first, lineEnd));
    if (style.raw || (first > start && !item)) return this.skipParagraph(lineEnd + 1);
    const quoted = this.quoted || style.quoted === true;
    const kind = this.inReferences
      ? 'reference'
      : (style.kind ?? (item || DESCRIPTION.test(line) ? 'list-item' : 'paragraph'));
    const from = first + (item?.[0].length ?? 0);
    list.begin(kind, from, lineEnd, quoted);
    this.readNotes(from, lineEnd);
    this.style = item && style.kind === 'reference' ? style : PLAIN;
    return lineEnd + 1;
  }

  private readFurther(line: string, start: number, lineEnd: number): number {
    const { text, list } = this;
    const first = skipBlanks(text, start, lineEnd);
    const isList = list.open!.kind === 'list-item' || list.open!.kind === 'reference';
    if (isList && (LIST_MARK.test(text.slice(first, lineEnd)) || DESCRIPTION.test(line))) {
      list.close();
      return this.begin(line, start, lineEnd);
    }
    if (line === '+' || (line[0] === '[' && /^\[[^\]]*\]$/.test(line)) || HEADING.test(line)) {
      list.close();
      return line === '+' ? lineEnd + 1 : this.readLine(start, lineEnd, line);
    }
    list.extend(lineEnd);
    this.readNotes(start, lineEnd);
    return lineEnd + 1;
  }

  /** Reads `footnote:[…]`, which may continue over the lines of its paragraph. */
  private readNotes(from: number, lineEnd: number): void {
    const { text, list } = this;
    for (
      ;
      this.nextNote >= 0 && this.nextNote < lineEnd;
      this.nextNote = text.indexOf('footnote:', this.nextNote + 9)
    ) {
      const i = this.nextNote;
      if (i < from) continue;
      const opening = /^footnote:[\w-]*\[/.exec(text.slice(i, i + 60));
      const outer = list.open;
      const close = opening && outer ? this.brackets.closing(i + opening[0].length - 1) : -1;
      if (!opening || close < 0) continue;
      if (list.enterNote(i + opening[0].length)) list.leaveNote(close);
      list.extend(Math.max(lineEnd, close + 1));
    }
  }

  private blank(): void {
    this.list.close();
    this.inHeader = false;
    this.rowCells = 0;
  }

  private readAttribute([whole, name]: RegExpExecArray, start: number, lineEnd: number, line: string): number {
    const { text, list } = this;
    let end = lineEnd;
    for (let last = line; last.endsWith(' \\') && end < text.length;) {
      const next = endOfLine(text, end + 1);
      last = text.slice(end + 1, next).trimEnd();
      end = next;
    }
    if (name === 'lang' && (this.inHeader || list.hasOnly('metadata')))
      this.declared = langOf(text.slice(start + whole.length, end).trim());
    if (READ_ATTRIBUTES.has(name!.toLowerCase())) list.add('metadata', start + whole.length, end);
    return end + 1;
  }

  private readStyle(line: string): void {
    const name = /^\[["']?([A-Za-z]*)/.exec(line)![1]!;
    if (name === 'quote' || name === 'verse') this.style = { quoted: true };
    else if (name === 'bibliography') this.style = { kind: 'reference' };
    else if (
      /^(?:source|listing|literal|stem|latexmath|asciimath|pass|subs|mermaid|plantuml|graphviz|ditaa)$/.test(name)
    )
      this.style = { raw: true };
  }

  private readMacro(macro: RegExpExecArray, end: number): void {
    if (macro[1] !== 'image') return;
    const start = end - 1 - macro[2]!.length;
    const alternative = /^(?:alt=)?("?)([^",=]*)(?=[",]|$)/.exec(macro[2]!);
    if (alternative?.[2]) {
      const from = start + alternative[0].length - alternative[2].length;
      this.list.add('caption', from, from + alternative[2].length, this.quoted);
    }
  }

  private readDelimiter(line: string, next: number): number {
    const { list, style } = this;
    list.close();
    const mark = line[0];
    const raw = style.raw === true && !/^[|,:!]=/.test(line);
    if (this.table !== '') {
      if (line === this.table) {
        this.table = '';
        return next;
      }
      if (/^[|!]=/.test(line)) return next;
    } else if (/^[|,:!]=/.test(line)) {
      this.table = line;
      this.rowCells = 0;
      this.style = PLAIN;
      return next;
    }
    if (raw || line.startsWith('----') || mark === '.' || mark === '+' || mark === '/' || mark === '`') {
      this.style = PLAIN;
      return this.skipTo(mark === '`' ? '```' : line, next);
    }
    if (mark === '_' || style.quoted) {
      if (this.quotes[this.quotes.length - 1] === line) this.quotes.pop();
      else this.quotes.push(line);
      this.style = PLAIN;
    } else if (this.quotes[this.quotes.length - 1] === line) this.quotes.pop();
    return next;
  }

  private skipTo(delimiter: string, from: number): number {
    const { text } = this;
    for (let i = text.indexOf(delimiter, from); i >= 0; i = text.indexOf(delimiter, i + delimiter.length)) {
      const lineEnd = endOfLine(text, i);
      if ((i === 0 || text[i - 1] === '\n') && text.slice(i, lineEnd).trimEnd() === delimiter) return lineEnd + 1;
    }
    this.isUnclosed = true;
    return text.length;
  }

  private skipParagraph(from: number): number {
    const { text } = this;
    this.style = PLAIN;
    let position = from;
    while (position < text.length && skipBlanks(text, position, endOfLine(text, position)) < endOfLine(text, position))
      position = endOfLine(text, position) + 1;
    return position;
  }

  /**
   * In a `|===` table, a line of several cells is a row; lines of one cell each form a row up to a blank line. In
   * other tables, each line is a row.
   */
  private readRow(line: string, start: number, lineEnd: number): void {
    const { list } = this;
    const cells = this.table[0] === '|' ? (line.match(CELL)?.length ?? 0) : 2;
    if (cells === 0 && list.open) {
      list.extend(lineEnd);
      return;
    }
    if (cells > 1 || this.rowCells > 1 || !list.open) list.begin('table-row', start, lineEnd, this.quoted);
    else list.extend(lineEnd);
    this.rowCells = cells;
    this.readNotes(start, lineEnd);
  }
}

/** A comment is a line that begins with `//`, or lines between two of `////`. */
function commentsIn(text: string): CommentReader {
  const lineStartOf = lineStarts(text);
  const delimiters = /^\/{4,}[ \t]*\r?$/gm;
  let next = delimiters.exec(text);
  let isInBlock = false;
  return (offset) => {
    const lineStart = lineStartOf(offset);
    for (; next && next.index < lineStart; next = delimiters.exec(text)) isInBlock = !isInBlock;
    return isInBlock || text.startsWith('//', lineStart);
  };
}
