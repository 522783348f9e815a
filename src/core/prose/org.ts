import { escapeOrg } from '../citation/escapeText';
import type { Format } from './prose';
import { commentsMatching } from './comments';
import { beginsWithLetter, cutsAfterBlankLines } from './cuts';
import { declaredLanguage } from './frontMatter';
import { langOf } from './languageNames';
import { LineReader, type Line, type LineMark } from './lineReader';
import { readOrgInlines } from './orgInlines';
import { readLatexEscape } from './latexText';

/** A comment is a line that begins with `# `, or the contents of a comment block. */
const commentsIn = commentsMatching(/^[ \t]*#(?=[ \t])[^\n]*|#\+begin_comment(?:[^]*?#\+end_comment|[^]*)/gim);

/** Org. Its entities (`\nbsp{}`) have LaTeX names and are read as LaTeX. */
export const org: Format = {
  readPart: (text, isFirst) => new OrgReader(text).readPart(isFirst),
  readInlines: readOrgInlines,
  escape: escapeOrg,
  tables: { cells: [/\|/g], next: /\n[ \t]*\r?\n/ },
  readEscape: (text, index) =>
    text[index] === '\\' && /[A-Za-z]/.test(text[index + 1] ?? '') ? readLatexEscape(text, index) : undefined,
  declaredLanguage: (text) =>
    declaredLanguage(text) ?? (/^[ \t]*#\+language:/im.test(text) ? new OrgReader(text).language() : undefined),
  cutting: cutsAfterBlankLines((text, lineStart) => beginsWithLetter(text, lineStart) || text[lineStart] === '*'),
  noteCalls: /\[fn:([\w-]+)\]/g,
  commentsIn,
};

const HEADING = /^(\*+)[ \t]+(?:(?:TODO|DONE|NEXT|WAITING|CANCELLED)[ \t]+)?(?:\[#[A-Z\d]\][ \t]+)?/;
const TAGS = /[ \t]+:[\w@#%:]+:$/;
const RAW_BLOCK = /^#\+begin_((?:src|example|comment|export|latex|html|ascii|ditaa|dot|plantuml|mermaid)(?!\S))/i;
const METADATA = /^#\+(?:title|subtitle|description|abstract|summary)(?:\[[^\]]*\])?:[ \t]*/i;
const ITEM = /^(?:[-+*]|\d{1,4}[.)])[ \t]+(?:\[@\d+\][ \t]+)?(?:\[[ xX-]\][ \t]+)?/;
const LETTERED_ITEM = /^[A-Za-z][.)][ \t]+(?:\[@\d+\][ \t]+)?(?:\[[ xX-]\][ \t]+)?/;
/** Fixed-width text, planning, a horizontal rule, a diary entry, the rule of a table, the end of a drawer. */
const UNREAD = /^(?:: |:$|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):|-{5,}$|%%\(|\|[-+]|:end:$)/i;

class OrgReader extends LineReader {
  protected readonly marks: readonly LineMark[] = [
    { mark: HEADING, isFlush: true, read: (match, line) => this.readHeading(match, line) },
    { mark: /^/, read: (_, line) => (this.hidden > 0 ? line.next : undefined) },
    { mark: RAW_BLOCK, until: (match) => new RegExp(`^[ \\t]*#\\+end_${match[1]!}`, 'gim') },
    { mark: /^#\+(begin|end)_(?:quote|verse)/i, read: (match, line) => this.readQuotation(match[1]!, line) },
    { mark: /^#\+caption(?:\[[^\]]*\])?:[ \t]*/i, kind: 'caption', isWhole: true },
    { mark: METADATA, kind: 'metadata', isWhole: true },
    { mark: /^#\+language(?:\[[^\]]*\])?:[ \t]*/i, read: (match, line) => this.readLanguage(match, line) },
    { mark: /^#\+/ },
    { mark: /^#(?: |$)/, read: (_, { next }) => next },
    { mark: /^:(?!end:)[\w-]+:$/i, until: () => /^[ \t]*:end:[ \t]*\r?$/gim },
    { mark: UNREAD },
    { mark: /^\\begin\{([A-Za-z]+\*?)\}/, read: (match, line) => this.skipEnvironment(match[1]!, line) },
    { mark: /^(?=\|)/, kind: 'table-row', isWhole: true },
    { mark: /^\[fn:([\w-]+)\][ \t]*/, isFlush: true, read: (match, line) => this.readFootnote(match, line) },
    { mark: ITEM, kind: 'list-item' },
    {
      mark: LETTERED_ITEM,
      read: (match, line) =>
        this.list.open?.kind === 'paragraph' ? undefined : this.readBlock('list-item', match, line),
    },
  ];
  private quoteDepth = 0;
  /** Level of the heading whose subtree is a comment, or is not exported. */
  private hidden = 0;

  constructor(text: string) {
    super(text, { search: '[fn:', opening: /\[fn:[\w-]{0,50}:/y });
  }

  protected override get quoted(): boolean {
    return this.quoteDepth > 0;
  }

  protected override isClosed(): boolean {
    return !this.quoted && this.hidden === 0 && !commentsIn(this.text)(this.text.length);
  }

  private readHeading(heading: RegExpExecArray, { text, first, next }: Line): number {
    const level = heading[1]!.length;
    if (this.hidden > 0 && level > this.hidden) return next;
    const tags = TAGS.exec(text)?.[0] ?? '';
    this.hidden = text.startsWith('COMMENT', heading[0].length) || tags.includes(':noexport:') ? level : 0;
    this.quoteDepth = 0;
    this.list.close();
    if (this.hidden === 0)
      this.list.add('heading', first + heading[0].length, first + text.length - tags.length, false, level);
    return next;
  }

  private readQuotation(edge: string, { next }: Line): number {
    this.list.close();
    this.quoteDepth = Math.max(0, this.quoteDepth + (edge.toLowerCase() === 'begin' ? 1 : -1));
    return next;
  }

  private readLanguage({ 0: mark }: RegExpExecArray, { text, next }: Line): number {
    this.list.close();
    if (this.isBeginning) this.declared = langOf(text.slice(mark.length));
    return next;
  }

  private skipEnvironment(name: string, { first, next }: Line): number {
    this.list.close();
    return this.skipUntil(new RegExp(`\\\\end\\{${name.replace('*', '\\*')}\\}`, 'g'), first, next);
  }

  private readFootnote(match: RegExpExecArray, line: Line): number {
    const next = this.readBlock('footnote', match, line);
    this.list.open!.label = match[1]!;
    return next;
  }
}
