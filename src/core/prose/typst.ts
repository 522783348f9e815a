import { escapeTypst } from '../citation/escapeText';
import type { Lang } from '../document';
import type { Block, BlockKind, Format, Inline, PartBlocks } from './prose';
import { addressAt } from './addresses';
import { BlockList } from './blockList';
import { commentsMatching } from './comments';
import { beginsWithLetter, cutsAfterBlankLines } from './cuts';
import { langOf } from './languageNames';
import { isBlankLine } from './lines';
import { walkTypst, type Call, type Visitor } from './typstWalk';

// Two slashes after a colon are those of an address.
const commentsIn = commentsMatching(/(?<!:)\/\/[^\n]*|\/\*(?:[^]*?\*\/|[^]*)/g);

/** Typst: its markup, and the content in brackets within its code. */
export const typst: Format = {
  readPart: (text, isFirst) => new BlockReader(text).readPart(isFirst),
  readInlines(text, block) {
    const reader = new InlineReader(text, block);
    walkTypst(text, block.start, block.end, reader);
    return reader.finish();
  },
  escape: (plain, before) => (before.startsWith('"') ? plain.replace(/["\\]/g, '\\$&') : escapeTypst(plain)),
  // "[a], [b]", "[a][b]", "[a], table.cell(colspan: 2)[b]", and text in quotation marks.
  tables: { cells: [/\]\s*,?\s*(?:[a-z.]+(?:\([^()[\]]*\))?)?\s*\[|"\s*,\s*"/g], next: /\b(?:table|grid)\(/ },
  readEscape(text, index) {
    if (text[index]! === '~') return { length: 1, character: '\u00a0' };
    if (text[index]! !== '\\') return undefined;
    const code = /^\\u\{([\da-fA-F]{1,4})\}/.exec(text.slice(index, index + 9));
    if (code) return { length: code[0].length, character: String.fromCharCode(parseInt(code[1]!, 16)) };
    return index + 1 < text.length
      ? { length: 2, character: /\s/.test(text[index + 1]!) ? ' ' : text[index + 1]! }
      : undefined;
  },
  declaredLanguage: (text) => (/\blang:/.test(text) ? new BlockReader(text).language() : undefined),
  cutting: cutsAfterBlankLines((text, lineStart) => beginsWithLetter(text, lineStart) || text[lineStart] === '='),
  commentsIn,
};

/** How content relates to the text around it. `none` is not read. */
type Role = 'inline' | 'block' | 'quotation' | 'note' | 'caption' | 'cell' | 'heading' | 'metadata' | 'none';

const READ_ARGUMENTS: ReadonlySet<string> = new Set(['title', 'subtitle', 'abstract', 'description', 'summary']);
const INLINE_CALLS: ReadonlySet<string> = new Set(
  'emph strong text highlight underline overline smallcaps super sub link box upper lower quote'.split(' '),
);
const UNREAD_CALLS: ReadonlySet<string> = new Set([
  'strike',
  'bibliography',
  'cite',
  'ref',
  'raw',
  'label',
  'state',
  'counter',
  'metadata',
  'regex',
  'hide',
  'numbering',
]);

function roleOf(text: string, call: Call, argument: string, start: number, isOpen: boolean): Role {
  if (call.isStatement) {
    if (call.name === 'set' || call.name === 'show') return READ_ARGUMENTS.has(argument) ? 'metadata' : 'none';
    return /^(?:let|import|include)$/.test(call.name) ? 'none' : 'block';
  }
  if (call.isDefinition) return 'none';
  const name = call.name.slice(call.name.lastIndexOf('.') + 1);
  if (argument === 'caption') return 'caption';
  if (READ_ARGUMENTS.has(argument)) return 'metadata';
  if (argument === 'supplement' || UNREAD_CALLS.has(name)) return 'none';
  if (name === 'footnote') return 'note';
  if (name === 'heading') return 'heading';
  if (/^(?:table|grid|header|footer|cell)$/.test(name)) return 'cell';
  if (name === 'quote' && /\bblock:\s*true/.test(text.slice(call.at, Math.min(start, call.at + 300))))
    return 'quotation';
  return INLINE_CALLS.has(name) ? 'inline' : isOpen && argument === '' ? 'inline' : 'block';
}

const HEADING = /^[ \t]*(=+)[ \t]+/;
const LIST_MARK = /^[ \t]*(?:[-+/]|\d{1,4}\.)[ \t]+/;

class BlockReader implements Visitor {
  private readonly list: BlockList;
  /** The roles of the open content, and the language around each. */
  private readonly roles: { readonly role: Role; readonly quoted: boolean; readonly lang: Lang | undefined }[] = [];
  private hidden = 0;
  private atLineStart = true;
  /** Offset of a call whose content may begin a paragraph. */
  private lead: number | undefined;
  private row: { columns: number; cells: number; end: number } | undefined;
  /** The language that the document sets before its first block. */
  private declared: Lang | undefined;
  /** Whether a language was set for all the text that follows. */
  private isSet = false;
  private isFirst = true;

  constructor(private readonly source: string) {
    this.list = new BlockList(source);
  }

  readPart(isFirst: boolean): PartBlocks {
    const { source, list } = this;
    this.isFirst = isFirst;
    const isClosed =
      walkTypst(source, 0, source.length, this) &&
      !list.open &&
      !this.isSet &&
      !this.isBeginning &&
      !commentsIn(source)(source.length);
    this.close(source.length);
    return { isClosed, blocks: list.finish() };
  }

  language(): Lang | undefined {
    walkTypst(this.source, 0, this.source.length, this);
    return this.declared;
  }

  text(start: number, end: number): void {
    if (this.hidden > 0) return;
    const { source, list, atLineStart } = this;
    if (atLineStart && list.open?.kind !== 'caption' && list.open?.kind !== 'table-row') {
      const around = source.slice(start, start + 24);
      const heading = HEADING.exec(around);
      const mark = heading ?? LIST_MARK.exec(around);
      if (mark) {
        this.close(start);
        this.begin(heading ? 'heading' : 'list-item', start + mark[0].length, heading?.[1]!.length ?? 0);
      }
    }
    if (!/\S/.test(source.slice(start, end))) return;
    this.atLineStart = false;
    if (!list.open) this.begin('paragraph', this.lead ?? start, 0);
    this.lead = undefined;
    list.extend(Math.max(end, list.open!.start));
  }

  skip(kind: 'comment' | 'code' | 'math' | 'key' | 'markup', start: number, end: number): void {
    if (this.hidden > 0) return;
    if (kind === 'code' && end - start > 5 && this.source.startsWith('```', start) && this.atLineStart)
      this.close(start);
    else if (kind === 'markup') {
      if (!this.list.open && this.source[start] === '#') this.lead ??= start;
    } else if (this.list.open && this.list.open.kind !== 'table-row') this.list.extend(end);
  }

  line(at: number): void {
    if (this.hidden > 0) return;
    this.atLineStart = true;
    this.lead = undefined;
    if (isBlankLine(this.source, at + 1) || this.list.open?.kind === 'heading') this.close(at);
  }

  enter(call: Call, argument: string, start: number): void {
    const { list, source } = this;
    const outer = this.roles[this.roles.length - 1];
    const role =
      this.hidden > 0
        ? 'none'
        : roleOf(source, call, argument, start, list.open !== undefined && list.open.kind !== 'table-row');
    const quoted = (outer?.quoted ?? false) || role === 'quotation';
    this.roles.push({ role, quoted, lang: list.lang });
    // Inside a line, the content is a few words in another language; content on lines of its own is a passage.
    const passage =
      call.name === 'text' && /[\r\n]/.test(source[start] ?? '')
        ? /\blang:\s*"([^"]*)"/.exec(source.slice(call.at, Math.min(start, call.at + 200)))
        : null;
    if (passage) list.lang = langOf(passage[1]!);
    if (role === 'none') {
      this.hidden++;
      return;
    }
    if (role === 'note') {
      if (!list.enterNote(start))
        this.roles[this.roles.length - 1] = { ...this.roles[this.roles.length - 1]!, role: 'inline' };
    } else if (role === 'cell') this.enterCell(call, start);
    else if (role !== 'inline') {
      this.close(call.at);
      this.atLineStart = true;
      if (role === 'caption' || role === 'heading' || role === 'metadata') {
        const level = /\blevel:\s*(\d)/.exec(source.slice(call.at, Math.min(start, call.at + 200)))?.[1];
        this.begin(role, start, role === 'heading' ? Number(level ?? 1) : 0);
      }
    }
    if (role !== 'inline') this.lead = undefined;
  }

  leave(end: number): void {
    const left = this.roles.pop();
    if (left) this.list.lang = left.lang;
    const role = left?.role;
    if (role === 'none') this.hidden--;
    else if (role === 'note') this.list.leaveNote(end);
    else if (role === 'cell') {
      if (this.row) this.row.end = end;
      this.list.extend(end);
    } else if (role !== 'inline' && role !== undefined) this.close(end);
    else if (this.list.open) this.list.extend(end + 1);
  }

  string(call: Call, argument: string, start: number, end: number): void {
    if (this.hidden > 0) return;
    if (argument === 'lang' && isSetting(this.source, call)) this.setLanguage(langOf(this.source.slice(start, end)));
    const isRead =
      argument === 'alt' ||
      argument === 'caption' ||
      (READ_ARGUMENTS.has(argument) && (!call.isStatement || call.name === 'set' || call.name === 'show'));
    if (isRead && !this.list.open)
      this.list.add(argument === 'alt' || argument === 'caption' ? 'caption' : 'metadata', start, end);
  }

  /** The cells of a row form one block: as many as the table has columns, or those on one line. */
  private enterCell(call: Call, start: number): void {
    const { list, source, row } = this;
    if (row && list.open?.kind === 'table-row') {
      const isFull = row.columns > 0 ? row.cells >= row.columns : source.slice(row.end, start).includes('\n');
      if (!isFull) {
        row.cells++;
        return;
      }
    }
    this.close(row && list.open && row.end > list.open.start ? row.end : call.at);
    this.row = { columns: columnsOf(source, call, start), cells: 1, end: start };
    list.begin('table-row', start, start, this.roles[this.roles.length - 1]!.quoted);
  }

  private get isBeginning(): boolean {
    return this.isFirst && this.list.hasOnly('metadata');
  }

  /** Applies to the remaining open content, or to the remaining document. */
  private setLanguage(lang: Lang | undefined): void {
    if (this.roles.length === 0 && this.isBeginning) {
      this.declared = lang;
      return;
    }
    if (this.roles.length === 0) this.isSet = true;
    this.list.lang = lang;
  }

  private begin(kind: BlockKind, start: number, level: number): void {
    this.list.begin(kind, start, start, this.roles[this.roles.length - 1]?.quoted ?? false, level);
  }

  private close(at: number): void {
    const isRow = this.list.open?.kind === 'table-row';
    while (this.list.open) this.list.leaveNote(isRow ? this.list.open.end : Math.max(at, this.list.open.start));
  }
}

/** `#set text(…)`, or `#show: template.with(…)`. */
function isSetting(text: string, { name, parent }: Call): boolean {
  return (
    parent?.isStatement === true &&
    (parent.name === 'set' ? name === 'text' : parent.name === 'show' && text.startsWith('#show:', parent.at))
  );
}

function columnsOf(text: string, call: Call, start: number): number {
  let table: Call | undefined = call;
  for (let i = 0; table && i < 4 && !/(?:^|\.)(?:table|grid)$/.test(table.name); i++) table = table.parent;
  const columns =
    table && /\bcolumns:\s*(?:(\d+)|\(([^()]*)\))/.exec(text.slice(table.at, Math.min(start, table.at + 400)));
  return !columns
    ? 0
    : columns[1]
      ? Number(columns[1])
      : columns[2]!.split(',').filter((width) => width.trim() !== '').length;
}

class InlineReader implements Visitor {
  private readonly inlines: Inline[] = [];
  private readonly open: {
    readonly kind: Inline['kind'] | undefined;
    readonly start: number;
    readonly isUnread: boolean;
  }[] = [];
  private readonly marks = new Map<string, number>();
  /** End of the last address. */
  private addressEnd = 0;

  constructor(
    private readonly source: string,
    private readonly block: Block,
  ) {}

  finish(): readonly Inline[] {
    return this.inlines
      .filter((inline) => inline.start < inline.end)
      .sort((a, b) => a.start - b.start || b.end - a.end);
  }

  text(start: number, end: number): void {
    const { source, block } = this;
    // The walk stops at marks inside an address, so the whole address is read at once.
    for (let i = Math.max(start, this.addressEnd); i < end;) {
      const address = addressAt(source, i, block.start, block.end);
      if (address) this.add('url', address.start, address.end);
      i = address ? (this.addressEnd = Math.max(address.end, i + 1)) : i + 1;
    }
    if (end === start + 1 && (source[start] === '*' || source[start] === '_')) this.readMark(source[start], start);
  }

  skip(kind: 'comment' | 'code' | 'math' | 'key' | 'markup', start: number, end: number): void {
    this.add(kind, start, end);
  }

  enter(call: Call, argument: string, start: number): void {
    const role = roleOf(this.source, call, argument, start, true);
    const name = call.name.slice(call.name.lastIndexOf('.') + 1);
    const kind =
      name === 'emph'
        ? 'emphasis'
        : name === 'strong'
          ? 'strong'
          : name === 'quote'
            ? 'quote'
            : name === 'link'
              ? 'link'
              : undefined;
    const isUnread = role === 'none' || role === 'note';
    this.open.push({ kind, start: isUnread ? call.at : start, isUnread });
  }

  leave(end: number): void {
    const opened = this.open.pop();
    if (opened?.isUnread) this.add('markup', opened.start, end + 1);
    else if (opened?.kind) this.add(opened.kind, opened.start, end);
  }

  line(): void {
    /* A line end has no meaning within a block. */
  }

  string(): void {
    /* Strings are part of the code around them. */
  }

  private add(kind: Inline['kind'], start: number, end: number): void {
    this.inlines.push({ kind, start: Math.max(start, this.block.start), end: Math.min(end, this.block.end) });
  }

  private readMark(mark: string, at: number): void {
    const opened = this.marks.get(mark);
    if (opened !== undefined) {
      this.marks.delete(mark);
      this.add(mark === '*' ? 'strong' : 'emphasis', opened, at);
      return;
    }
    if (!/[\p{L}\d]/u.test(this.source[at - 1] ?? ' ')) this.marks.set(mark, at + 1);
  }
}
