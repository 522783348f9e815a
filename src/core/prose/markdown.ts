import { escapeMarkdownText } from '../citation/escapeText';
import type { Lang } from '../document';
import type { Block, BlockKind, Format, PartBlocks, Story } from './prose';
import type { OpenBlock } from './blockList';
import { beginsWithLetter, cutsAfterBlankLines } from './cuts';
import { commentsWhere, holdsBlankLine } from './comments';
import { hasOpenComment, readHtmlEscape } from './html';
import { fenceAt, skipFence, skipRaw } from './markdownFences';
import { readMarkdownInlines } from './markdownInlines';
import { declaredLanguage, readFrontMatter } from './frontMatter';
import { langOf } from './languageNames';
import { endOfLine, skipBlanks } from './lines';

/**
 * Markdown and related formats: CommonMark blocks, GFM tables, footnotes, front matter, display math, fenced divs and
 * call-outs. This reader replaces a parser for speed: it reads only the blocks of the whole text (by the start of
 * each line), and their contents only where a mention occurs; a full syntax tree costs a hundred times more.
 */
export const markdown: Format = {
  readPart: (text, isFirst) => new BlockReader(text).readPart(isFirst),
  readInlines: readMarkdownInlines,
  escape: escapeMarkdownText,
  tables: { cells: [/(?<!\\)\|/g], next: /\n[ \t>]*\r?\n/ },
  readEscape: readHtmlEscape,
  noteCalls: /\[\^([^\]\s^]{1,100})\]/g,
  declaredLanguage,
  // A part may begin with a line that ends every list, quotation and table.
  cutting: cutsAfterBlankLines((text, lineStart) => mayBegin(text, lineStart, endOfLine(text, lineStart))),
  // A comment that begins inside a line ends with its block; one that begins a line may contain blank lines.
  commentsIn: (text) => {
    const isComment = (opened: number, closed: number): boolean =>
      beginsLine(text, opened) || !holdsBlankLine(text, opened, closed);
    const [isOfHtml, isOfMdx] = [commentsWhere(text, isComment), commentsWhere(text, isComment, ['{/*', '*/}'])];
    // Both are asked, since each reads the text up to the offset.
    return (offset) => [isOfHtml(offset), isOfMdx(offset)].includes(true);
  },
};

// "1951. In Brussels governments …": a year is not the number of an item.
const LIST_MARK = /^(?:[-*+]|(?!(?:1[89]|20)\d\d[.)])\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t])?/;
const DELIMITER_ROW = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const SETEXT = /^(?:=+|-+)[ \t]*$/;
const THEMATIC_BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const REFERENCE_DEFINITION = /^\[[^\]^][^\]]*\]:[ \t]*\S/;
const FOOTNOTE_DEFINITION = /^\[\^([^\]]+)\]:[ \t]*/;
const CALLOUT = /^\[![A-Za-z]+\][-+]?/;
/** The attributes of a fenced div. */
const LANGUAGE = /(?:^|[\s{])(?:xml:)?lang=["']?([\w-]+)/;
/** The divs apart from the body; the group matches headers and footers. */
const STORY = /(?:^|[\s{])\.?(?:(header|footer)|aside|sidebar|text-box|column-margin)(?=$|[\s}])/;
const CAPTION = /^(?:Table|Figure|Tableau|Cuadro|Gráfico|Tabla|Figura)[ \u00a0]\d+|^: /;
const FIRST_OF_CAPTION = 'TFCG:';
const MDX_STATEMENT = /^(?:import|export)\s.*(?:from\s|=|\{)/;

interface Div {
  readonly lang: Lang | undefined;
  readonly story: Story | undefined;
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private open: OpenBlock | undefined;
  private afterBlank = true;
  private inList = false;
  /** The indentation of the content of the last list item, and that of the first line of the open paragraph. */
  private itemIndent = 0;
  private openIndent = 0;
  private inTable = false;
  private callout = false;
  private quoteDepth = 0;
  /** The open fenced divs, starting with the first that has an effect: the divs around it do not matter. */
  private readonly divs: Div[] = [];
  /** The label of the note to which indented lines belong. */
  private note: string | undefined;
  /** Offset of the next `|` found so far. */
  private nextPipe = -1;
  /** Whether a fence, comment, formula or raw element is open at the end of the text. */
  private isUnclosed = false;

  constructor(private readonly text: string) {}

  readPart(isFirst: boolean): PartBlocks {
    const { text } = this;
    const front = isFirst ? readFrontMatter(text) : NO_FRONT_MATTER;
    this.blocks.push(...front.blocks);
    let position = front.end;
    while (position < text.length) {
      const lineEnd = endOfLine(text, position);
      position = this.readLine(position, lineEnd);
    }
    this.close();
    return {
      blocks: this.blocks,
      isClosed: !this.isUnclosed && this.divs.length === 0 && !hasOpenBlockComment(text) && front.isClosed,
    };
  }

  /**
   * Reads the line, or the whole fence, comment or raw element that begins in it; returns the offset of the next
   * line.
   */
  private readLine(lineStart: number, lineEnd: number): number {
    const { text } = this;
    const next = lineEnd + 1;
    // Most lines simply continue the open block.
    if (this.open && beginsWithLetter(text, lineStart) && !this.hasPipe(lineStart, lineEnd)) {
      this.open.end = lineEnd;
      return next;
    }
    let start = skipBlanks(text, lineStart, lineEnd);
    let indent = indentOf(text, lineStart, start);
    let depth = 0;
    while (text[start] === '>' && (depth > 0 || indent < 4)) {
      depth++;
      const inner = skipBlanks(text, start + 1, lineEnd);
      indent = Math.max(0, indentOf(text, start + 1, inner) - 1);
      start = inner;
    }
    if (start >= lineEnd) {
      this.blank(depth);
      return next;
    }
    if (this.afterBlank && mayBegin(text, lineStart, lineEnd)) this.inList = false;
    if (!this.open && indent < 2) this.note = undefined;
    this.enterQuote(depth, start);
    if (depth > 0) {
      const mark = CALLOUT.exec(text.slice(start, Math.min(lineEnd, start + 32)));
      if (mark) {
        start = skipBlanks(text, start + mark[0].length, lineEnd);
        if (start >= lineEnd) return next;
      }
    }
    if (indent >= 4 && !this.open && !this.inTable && !this.inList && this.note === undefined) return next; // Code.
    const skipped = this.readUnread(start, lineEnd, indent);
    if (skipped !== undefined) return skipped;
    const end = this.readContent(start, lineEnd, indent);
    this.afterBlank = false;
    return end;
  }

  /** The offset after a fence, raw element, formula or div that begins here; `undefined` for any other line. */
  private readUnread(start: number, lineEnd: number, indent: number): number | undefined {
    const { text } = this;
    const character = text[start];
    if (character === '`' || character === '~' || character === '<' || text.startsWith('{/*', start)) {
      const fence = fenceAt(text, start);
      const after = fence ? skipFence(text, lineEnd + 1, fence) : skipRaw(text, start, lineEnd);
      if (after === undefined) return undefined;
      this.close();
      this.endList(indent);
      return this.past(after);
    }
    if (text.startsWith('$$', start)) {
      this.close();
      const end = text.indexOf('$$', start + 2);
      return this.past(end < 0 ? text.length : endOfLine(text, end) + 1);
    }
    if (!text.startsWith(':::', start)) return undefined;
    this.readDiv(text.slice(start, lineEnd));
    return lineEnd + 1;
  }

  /** Reads `::: {lang=fr}`, or the colons that close it. */
  private readDiv(line: string): void {
    this.close();
    const attributes = line.replace(/^:+/, '').trim();
    const { divs } = this;
    if (attributes.replace(/:+$/, '') === '') {
      divs.pop();
      return;
    }
    const outer = divs[divs.length - 1];
    const language = LANGUAGE.exec(attributes);
    const story = STORY.exec(attributes);
    if (!outer && !language && !story) return;
    divs.push({
      lang: language ? langOf(language[1]!) : outer?.lang,
      story: story ? { kind: story[1] === undefined ? 'aside' : 'margin' } : outer?.story,
    });
  }

  /** A block that is not indented ends the list before it. */
  private endList(indent: number): void {
    if (indent < 2) this.inList = false;
  }

  /** Returns the offset of the next line after a skipped element. */
  private past(end: number): number {
    if (end >= this.text.length) this.isUnclosed = true;
    return end;
  }

  /**
   * Reads a line that is no fence or raw element, but may contain one after a list mark; returns the offset of the next
   * line.
   */
  private readContent(start: number, lineEnd: number, indent: number): number {
    const { text } = this;
    const next = lineEnd + 1;
    const character = text[start];
    if (character === '#') {
      const marks = /^#{1,6}(?=[ \t]|$)/.exec(text.slice(start, Math.min(lineEnd, start + 8)));
      if (marks) {
        this.endList(indent);
        this.add('heading', start + marks[0].length, lineEnd, marks[0].length);
        return next;
      }
    }
    // Most lines are plain text: a letter begins no mark.
    if (!this.inTable && beginsWithLetter(text, start) && !this.hasPipe(start, lineEnd))
      return this.readText(start, lineEnd, indent);
    const line = this.lineFrom(start, lineEnd);
    if ((character === '=' || character === '-') && this.underlines(line, indent)) return next;
    if (THEMATIC_BREAK.test(line)) {
      this.close();
      this.inList = false;
      return next;
    }
    if (this.readRow(line, start, lineEnd) || this.readDefinition(line, start, lineEnd, indent)) return next;
    const item = LIST_MARK.exec(line);
    if (item) {
      this.close();
      this.inList = true;
      this.itemIndent = indent + item[0].length;
      const fence = fenceAt(text, start + item[0].length);
      if (fence) return this.past(skipFence(text, next, fence));
      this.begin('list-item', start + item[0].length, lineEnd);
      return next;
    }
    return this.readText(start, lineEnd, indent);
  }

  /** Whether a line underlines the open paragraph, which then is a heading. */
  private underlines(line: string, indent: number): boolean {
    const { open } = this;
    // A line outside a list item underlines no paragraph in it.
    const isOutside = this.inList && indent < this.itemIndent && this.openIndent >= this.itemIndent;
    if (open?.kind !== 'paragraph' || isOutside || !SETEXT.test(line)) return false;
    open.kind = 'heading';
    open.level = line.startsWith('=') ? 1 : 2;
    if (this.openIndent < this.itemIndent) this.inList = false;
    this.close();
    return true;
  }

  /** Reads a footnote, or the target of a link, which is not prose; returns whether it was one. */
  private readDefinition(line: string, start: number, lineEnd: number, indent: number): boolean {
    const footnote = FOOTNOTE_DEFINITION.exec(line);
    if (footnote) {
      this.note = undefined;
      this.begin('footnote', start + footnote[0].length, lineEnd);
      this.open!.label = this.note = footnote[1]!;
      return true;
    }
    if (this.open || !REFERENCE_DEFINITION.test(line)) return false;
    this.endList(indent);
    return true;
  }

  private readText(start: number, lineEnd: number, indent: number): number {
    if (this.open) {
      this.open.end = lineEnd;
      return lineEnd + 1;
    }
    const first = this.text[start]!;
    if ((first === 'i' || first === 'e') && MDX_STATEMENT.test(this.lineFrom(start, lineEnd))) return lineEnd + 1;
    this.endList(indent);
    this.openIndent = indent;
    const isCaption = FIRST_OF_CAPTION.includes(first) && CAPTION.test(this.lineFrom(start, lineEnd));
    this.begin(isCaption ? 'caption' : this.note === undefined ? 'paragraph' : 'footnote', start, lineEnd);
    return lineEnd + 1;
  }

  private lineFrom(start: number, lineEnd: number): string {
    return this.text.slice(start, lineEnd).trimEnd();
  }

  private hasPipe(start: number, lineEnd: number): boolean {
    if (this.nextPipe < start) {
      const pipe = this.text.indexOf('|', start);
      this.nextPipe = pipe < 0 ? Infinity : pipe;
    }
    return this.nextPipe < lineEnd;
  }

  /** Reads a row of a table, the first of which precedes a row of hyphens; returns whether it was one. */
  private readRow(line: string, start: number, lineEnd: number): boolean {
    const hasPipe = line.includes('|');
    if (!hasPipe) this.inTable = false;
    if (!hasPipe || !(line[0] === '|' || this.inTable || this.nextIsDelimiter(lineEnd))) return false;
    this.close();
    this.inTable = true;
    if (!DELIMITER_ROW.test(line)) this.add('table-row', start, lineEnd, 0);
    return true;
  }

  private nextIsDelimiter(lineEnd: number): boolean {
    const next = this.text
      .slice(lineEnd + 1, endOfLine(this.text, lineEnd + 1))
      .replace(/^[ \t>]+/, '')
      .trimEnd();
    return next.includes('|') && DELIMITER_ROW.test(next);
  }

  private blank(depth: number): void {
    this.close();
    this.afterBlank = true;
    this.inTable = false;
    if (depth === 0) {
      this.inList &&= this.quoteDepth === 0;
      this.quoteDepth = 0;
      this.callout = false;
    }
  }

  /** A call-out (`> [!NOTE]`) is the author’s own prose, although it has the syntax of a quotation. */
  private enterQuote(depth: number, start: number): void {
    if (depth === this.quoteDepth) return;
    if (depth === 0 && this.open) return; // A lazy continuation line belongs to the quotation.
    this.close();
    this.inList = false;
    this.callout = depth > 0 && (this.callout || CALLOUT.test(this.text.slice(start, start + 32)));
    this.quoteDepth = depth;
  }

  private begin(kind: BlockKind, start: number, end: number): void {
    this.close();
    this.open = { kind, start, end, quoted: this.quoteDepth > 0 && !this.callout, level: 0 };
    const div = this.divs[this.divs.length - 1];
    if (div?.lang) this.open.lang = div.lang;
    if (div?.story) this.open.story = div.story;
    if (this.note !== undefined) this.open.label = this.note;
  }

  private add(kind: BlockKind, start: number, end: number, level: number): void {
    this.begin(kind, start, end);
    this.open!.level = level;
    this.close();
  }

  private close(): void {
    const { open, text } = this;
    if (!open) return;
    this.open = undefined;
    open.start = skipBlanks(text, open.start, open.end);
    if (open.start < open.end) this.blocks.push(open);
  }
}

const NO_FRONT_MATTER = { blocks: [], end: 0, isClosed: true };

/**
 * True for a letter, a heading mark or an opening quotation mark at the very start of the line, unless the line is a
 * table row.
 */
function mayBegin(text: string, lineStart: number, lineEnd: number): boolean {
  return (
    (beginsWithLetter(text, lineStart) || '#"“«‘(¿¡'.includes(text[lineStart] ?? '-')) &&
    !text.slice(lineStart, lineEnd).includes('|')
  );
}

/** Whether a comment that may contain blank lines begins in the text and does not end in it, even inside code. */
function hasOpenBlockComment(text: string): boolean {
  return hasOpenComment(text) && beginsLine(text, text.lastIndexOf('<!--'));
}

function beginsLine(text: string, at: number): boolean {
  return /^[ \t>]*$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
}

function indentOf(text: string, from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) width += text[i] === '\t' ? 4 - (width % 4) : 1;
  return width;
}
