import { escapeOrg } from '../citation/escapeText';
import type { Lang } from '../document';
import type { BlockKind, Format, PartBlocks } from './prose';
import { BlockList } from './blockList';
import { lineStarts, type CommentReader } from './comments';
import { beginsWithLetter, cutsAfterBlankLines } from './cuts';
import { declaredLanguage, readFrontMatter } from './frontMatter';
import { langOf } from './languageNames';
import { Brackets, endOfLine, skipBlanks } from './lines';
import { readOrgInlines } from './orgInlines';
import { readLatexEscape } from './latexText';

/**
 * Org. Its entities (`
 * bsp{}`) have LaTeX names and are read as LaTeX.
 */
export const org: Format = {
  readBlocks: (text) => new BlockReader(text).readPart(true).blocks,
  readInlines: readOrgInlines,
  escape: escapeOrg,
  tables: { cells: [/\|/g], next: /\n[ \t]*\r?\n/ },
  readEscape: (text, index) =>
    text[index] === '\\' && /[A-Za-z]/.test(text[index + 1] ?? '') ? readLatexEscape(text, index) : undefined,
  declaredLanguage(text) {
    return (
      declaredLanguage(text) ?? (/^[ \t]*#\+language:/im.test(text) ? new BlockReader(text).language() : undefined)
    );
  },
  cutting: {
    ...cutsAfterBlankLines((text, lineStart) => beginsWithLetter(text, lineStart) || text[lineStart] === '*'),
    readPart: (text, isFirst) => new BlockReader(text).readPart(isFirst),
  },
  noteCalls: /\[fn:([\w-]+)\]/g,
  commentsIn,
};

const HEADING = /^(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[#[A-Z\d]\][ \t]+)?/;
const TAGS = /[ \t]+:[\w@#%:]+:$/;
const KEYWORD = /^#\+([A-Za-z][\w-]*)(?:\[[^\]]*\])?:[ \t]*/;
const METADATA: ReadonlySet<string> = new Set(['title', 'subtitle', 'description', 'abstract', 'summary']);
const BEGIN = /^#\+begin_(\S+)/i;
const RAW_BLOCKS: ReadonlySet<string> = new Set([
  'src',
  'example',
  'comment',
  'export',
  'latex',
  'html',
  'ascii',
  'ditaa',
  'dot',
  'plantuml',
  'mermaid',
]);
const LIST_MARK = /^(?:[-+]|\*(?=[ \t])|(?:\d{1,4}|[A-Za-z])[.)])[ \t]+(?:\[@\d+\][ \t]+)?(?:\[[ xX-]\][ \t]+)?/;
const FOOTNOTE = /^\[fn:([\w-]+)\][ \t]*/;
const DRAWER = /^:[\w-]+:$/;
/** Fixed-width text, planning, a horizontal rule, a diary entry, the rule of a table. */
const UNREAD = /^(?:: |:$|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):|-{5,}$|%%\(|\|[-+])/;

class BlockReader {
  private readonly list: BlockList;
  private quoteDepth = 0;
  /** Level of the heading whose subtree is a comment, or is not exported. */
  private hidden = 0;
  private nextNote: number;
  /** Closing marks that do not occur in the remaining text. */
  private readonly missing = new Set<string>();
  private declared: Lang | undefined;
  private readonly brackets: Brackets;

  constructor(private readonly text: string) {
    this.brackets = new Brackets(text, 0, text.length);
    this.list = new BlockList(text);
    this.nextNote = text.indexOf('[fn:');
  }

  /**
   * A part is not closed in a quotation or a hidden subtree, nor where a closing mark is still to come. The language
   * of the document is declared before its first block.
   */
  readPart(isFirst: boolean): PartBlocks {
    const { text, list } = this;
    for (let position = 0; position < text.length;) position = this.readLine(position, endOfLine(text, position));
    const isBegun = !isFirst || (!list.hasOnly('metadata') && readFrontMatter(text).isClosed);
    return {
      isClosed:
        isBegun &&
        this.quoteDepth === 0 &&
        this.hidden === 0 &&
        this.missing.size === 0 &&
        !commentsIn(text)(text.length),
      blocks: list.finish(),
    };
  }

  language(): Lang | undefined {
    const { text, list } = this;
    for (let position = 0; position < text.length && list.hasOnly('metadata');)
      position = this.readLine(position, endOfLine(text, position));
    return this.declared;
  }

  private readLine(lineStart: number, lineEnd: number): number {
    const { text, list } = this;
    const next = lineEnd + 1;
    const start = skipBlanks(text, lineStart, lineEnd);
    const line = text.slice(start, lineEnd).trimEnd();
    if (line === '') {
      list.close();
      return next;
    }
    const heading = start === lineStart ? HEADING.exec(line) : null;
    if (heading) {
      this.readHeading(heading, line, start);
      return next;
    }
    if (this.hidden > 0) return next;
    if (line.startsWith('#+')) return this.readKeyword(line, start, next);
    if (line === '#' || line.startsWith('# ')) return next;
    const skipped = this.readUnread(line, start, lineEnd);
    if (skipped !== undefined) {
      list.close();
      return skipped;
    }
    if (line[0] === '|') {
      this.add('table-row', start, lineEnd);
      return next;
    }
    this.readText(line, start, lineStart, lineEnd);
    return next;
  }

  /** The offset after what ends the block before it and is not read itself; `undefined` for any other line. */
  private readUnread(line: string, start: number, lineEnd: number): number | undefined {
    const next = lineEnd + 1;
    if (DRAWER.test(line))
      return line.toLowerCase() === ':end:' ? next : this.skipTo(/^[ \t]*:end:[ \t]*\r?$/gim, next, lineEnd);
    if (UNREAD.test(line)) return next;
    const environment = /^\\begin\{([A-Za-z]+\*?)\}/.exec(line);
    if (!environment) return undefined;
    return this.skipTo(new RegExp(`\\\\end\\{${environment[1]!.replace('*', '\\*')}\\}`, 'g'), start, lineEnd);
  }

  private readText(line: string, start: number, lineStart: number, lineEnd: number): void {
    const { list } = this;
    const footnote = start === lineStart ? FOOTNOTE.exec(line) : null;
    const item = footnote ? null : LIST_MARK.exec(line);
    const mark = footnote ?? (item && !(item[0][0] === '*' && start === lineStart) ? item : null);
    if (mark && !(item && /^[A-Za-z]/.test(item[0]) && list.open?.kind === 'paragraph')) {
      list.begin(footnote ? 'footnote' : 'list-item', start + mark[0].length, lineEnd, this.quoteDepth > 0);
      if (footnote) list.open!.label = footnote[1]!;
    } else if (list.open) list.extend(lineEnd);
    else list.begin('paragraph', start, lineEnd, this.quoteDepth > 0);
    this.readNotes(start + (mark?.[0].length ?? 0), lineEnd);
  }

  /** Reads `[fn:: …]` and `[fn:name: …]`: inline footnotes. */
  private readNotes(from: number, lineEnd: number): void {
    const { text, list } = this;
    for (; this.nextNote >= 0 && this.nextNote < lineEnd; this.nextNote = text.indexOf('[fn:', this.nextNote + 4)) {
      if (this.nextNote < from) continue;
      const opening = /^\[fn:[\w-]*:/.exec(text.slice(this.nextNote, this.nextNote + 60));
      const start = this.nextNote + (opening?.[0].length ?? 0);
      const close = opening ? this.brackets.closing(this.nextNote) : -1;
      if (close < 0) continue;
      if (list.enterNote(start)) list.leaveNote(close);
      list.extend(Math.max(lineEnd, close + 1));
    }
  }

  private readHeading(heading: RegExpExecArray, line: string, start: number): void {
    const level = heading[1]!.length;
    if (this.hidden > 0 && level > this.hidden) return;
    const tags = TAGS.exec(line)?.[0] ?? '';
    this.hidden = line.startsWith('COMMENT', heading[0].length) || tags.includes(':noexport:') ? level : 0;
    this.quoteDepth = 0;
    const end = start + line.length - tags.length;
    this.list.close();
    if (this.hidden === 0) this.list.add('heading', start + heading[0].length, end, false, level);
  }

  private readKeyword(line: string, start: number, next: number): number {
    const { list } = this;
    const begin = BEGIN.exec(line);
    list.close();
    if (begin) {
      const name = begin[1]!.toLowerCase();
      if (RAW_BLOCKS.has(name))
        return this.skipTo(new RegExp(`^[ \\t]*#\\+end_${name.replace(/\W/g, '\\$&')}`, 'gim'), next, next - 1);
      if (name === 'quote' || name === 'verse') this.quoteDepth++;
      return next;
    }
    if (/^#\+end_(?:quote|verse)/i.test(line)) {
      this.quoteDepth = Math.max(0, this.quoteDepth - 1);
      return next;
    }
    const keyword = KEYWORD.exec(line);
    const name = keyword?.[1]!.toLowerCase();
    if (keyword && name === 'caption') this.add('caption', start + keyword[0].length, start + line.length);
    else if (keyword && name === 'language')
      this.declared = list.hasOnly('metadata') ? langOf(line.slice(keyword[0].length)) : this.declared;
    else if (keyword && METADATA.has(name!)) list.add('metadata', start + keyword[0].length, start + line.length);
    return next;
  }

  private add(kind: BlockKind, start: number, end: number): void {
    this.list.begin(kind, start, end, this.quoteDepth > 0);
    this.readNotes(start, end);
    this.list.close();
  }

  /** The offset after the line with the closing mark; nothing is skipped if there is none. */
  private skipTo(closing: RegExp, from: number, lineEnd: number): number {
    if (this.missing.has(closing.source)) return lineEnd + 1;
    closing.lastIndex = from;
    const close = closing.exec(this.text);
    if (!close) this.missing.add(closing.source);
    return close ? endOfLine(this.text, close.index) + 1 : lineEnd + 1;
  }
}

/** A comment is a line that begins with `# `, or the contents of a comment block. */
function commentsIn(text: string): CommentReader {
  const lineStartOf = lineStarts(text);
  const marks = /#\+(?:begin|(end))_comment/gi;
  let next = marks.exec(text);
  let isInBlock = false;
  return (offset) => {
    const lineStart = lineStartOf(offset);
    for (; next && next.index < lineStart; next = marks.exec(text)) isInBlock = next[1] === undefined;
    return isInBlock || /^[ \t]*#(?:[ \t]|$)/.test(text.slice(lineStart, offset));
  };
}
