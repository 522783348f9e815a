import { escapeHtml } from '../citation/escapeText';
import type { Lang } from '../document';
import type { BlockKind, Format, PartBlocks, Story } from './prose';
import { BlockList } from './blockList';
import { cutsAtLines } from './cuts';
import { declaredLanguage, readFrontMatter } from './frontMatter';
import { htmlComments } from './comments';
import { hasOpenComment, readHtmlEscape } from './html';
import { readHtmlInlines } from './htmlInlines';
import {
  attributeOf,
  endOfAside,
  endOfElement,
  INLINE_TAGS,
  isHidden,
  languageIn,
  RAW_TAGS,
  tagAt,
  VOID_TAGS,
  type Tag,
} from './htmlTags';
import { langOf } from './languageNames';
import { skipBlanks } from './lines';

/**
 * HTML documents and fragments. The text between two tags that are not inline is a block; each row of a table is one
 * block.
 */
export const html: Format = {
  readPart(text, isFirst) {
    const { blocks, isClosed } = new BlockReader(text).readPart();
    return { blocks, isClosed: isClosed && !hasOpenComment(text) && (!isFirst || readFrontMatter(text).isClosed) };
  },
  readInlines: readHtmlInlines,
  escape: (plain, before) =>
    /^["'=]|<[^<>]*$/.test(before)
      ? escapeHtml(plain)
      : // Only in a tag, an apostrophe would end a value.
        escapeHtml(plain).replaceAll('&#39;', "'"),
  tables: { cells: [/<(?:td|th)\b/gi], next: /<table\b/i },
  readEscape: readHtmlEscape,
  declaredLanguage: (text) => declaredLanguage(text) ?? langOf(HTML_TAG.exec(text)?.[1] ?? ''),
  cutting: cutsAtLines((text, lineStart) => {
    CUT_TAG.lastIndex = lineStart;
    return CUT_TAG.test(text);
  }),
  noteCalls: /\bhref\s*=\s*["']?#_?([^"'\s>]+)/gi,
  commentsIn: htmlComments,
};

/** An open element, and the properties of the text inside it. */
interface Element {
  readonly name: string;
  readonly kind: BlockKind;
  readonly level: number;
  readonly quoted: boolean;
  readonly lang: Lang | undefined;
  /** The id of a footnote. */
  readonly label?: string | undefined;
  readonly story?: Story | undefined;
  readonly isHidden?: boolean;
}

const ROOT: Element = { name: '', kind: 'paragraph', level: 0, quoted: false, lang: undefined };

/**
 * Elements that contain a whole page or much of it. As outermost elements without effect on their text, they need not
 * be tracked, so that a part may begin within them.
 */
const FRAMES: ReadonlySet<string> = new Set(
  'html body main article section div header footer nav aside center form figure'.split(' '),
);

/** A complete tag, alone or first on its line, that always ends the block before it. */
const CUT_TAG =
  /[ \t]*<(?:p|h[1-6]|div|section|article|main|ul|ol|dl|table|blockquote|header|footer|nav|aside|figure|hr)(?=[\s>])[^<>"'\n]*(?:"[^"<>\n]*"[^<>"'\n]*|'[^'<>\n]*'[^<>"'\n]*)*>/iy;
/** The first tag of a page. */
const HTML_TAG =
  /^(?:\ufeff|\s|<!doctype[^<>]*>|<\?xml[^<>]*>|<!--(?:(?!-->)[^]){0,2000}-->)*<html\b(?=[^<>]*?\s(?:xml:)?lang\s*=\s*["']?([\w-]+))/i;

/** The elements apart from the body. A `<header>` has the title of what it precedes. */
const STORIES: Readonly<Record<string, Story['kind'] | undefined>> = { footer: 'margin', aside: 'aside' };

const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  title: 'metadata',
  li: 'list-item',
  dt: 'list-item',
  dd: 'list-item',
  option: 'list-item',
  tr: 'table-row',
  caption: 'caption',
  figcaption: 'caption',
  table: 'paragraph',
};

/** Opening one of these elements ends the listed open ones, up to the element that may contain both. */
const ENDS: Readonly<Record<string, { readonly ended: readonly string[]; readonly upTo: readonly string[] }>> = {
  li: { ended: ['li'], upTo: ['ul', 'ol', 'menu'] },
  dt: { ended: ['dt', 'dd'], upTo: ['dl'] },
  dd: { ended: ['dt', 'dd'], upTo: ['dl'] },
  tr: { ended: ['tr'], upTo: ['table'] },
  td: { ended: ['td', 'th'], upTo: ['tr', 'table'] },
  th: { ended: ['td', 'th'], upTo: ['tr', 'table'] },
  option: { ended: ['option'], upTo: ['select'] },
};

const QUOTING = /\b(?:class|role)\s*=\s*["'][^"']*(?:\b(?:block|pull|long)-?quot|\bquot(?:e|ation)\b)/i;
const REFERENCES =
  /\b(?:class|id|role)\s*=\s*["'][^"']*\b(?:references|reflist|bibliography|doc-biblio\w+|csl-entry|csl-bib-body)\b/i;
const FOOTNOTES =
  /\b(?:class|id|role|epub:type)\s*=\s*["'][^"']*\b(?:footnotes?|endnotes?|doc-(?:foot|end)notes?|fn:?-?\d+|[fe][td]n\d+)\b/i;
const ID = /\sid\s*=\s*["']?([^"'\s>]+)/i;
/** Deep enough for any page; keeps the time for hostile input linear. */
const LOOK_BACK = 60;

class BlockReader {
  private readonly list: BlockList;
  private readonly stack: Element[] = [];
  /** Offset of an inline tag before the first text of a block. */
  private lead: number | undefined;
  /** True while no text has followed the start of the cell or definition. */
  private fresh = false;
  private lastBreak = -1;
  private definition = '';
  /** Whether something is open at the end of the text that more text could end elsewhere. */
  private isUnclosed = false;

  constructor(private readonly text: string) {
    this.list = new BlockList(text);
  }

  /** A part is closed if only frames are open, and perhaps a paragraph, which the next tag ends. */
  readPart(): PartBlocks {
    const { text } = this;
    for (let i = 0; i < text.length;) {
      const next = text.indexOf('<', i);
      this.readText(i, next < 0 ? text.length : next);
      if (next < 0) break;
      i = this.readMarkup(next);
    }
    const isClosed =
      !this.isUnclosed &&
      !this.fresh &&
      (this.stack.length === 0 || (this.stack.length === 1 && this.top.name === 'p' && isPlain(this.top)));
    return { isClosed, blocks: this.list.finish() };
  }

  private get top(): Element {
    return this.stack[this.stack.length - 1] ?? ROOT;
  }

  private readText(from: number, to: number): void {
    const start = skipBlanks(this.text, from, to);
    if (start >= to || this.top.isHidden) return;
    this.list.lang = this.top.lang;
    this.list.label = this.top.label;
    this.list.story = this.top.story;
    if (!this.list.open) this.list.begin(this.top.kind, this.lead ?? start, to, this.top.quoted, this.top.level);
    this.list.extend(to);
    this.lead = undefined;
    this.fresh = false;
  }

  /** Reads the markup that begins with `<`; returns the offset at which to continue. */
  private readMarkup(at: number): number {
    const { text } = this;
    const aside = endOfAside(text, at);
    if (aside !== undefined) return this.past(aside);
    const tag = tagAt(text, at, () => {
      this.isUnclosed = true;
    });
    if (!tag) {
      this.readText(at, at + 1);
      return at + 1;
    }
    if (RAW_TAGS.has(tag.name) && !tag.closing) {
      if (tag.name === 'pre' || tag.name === 'textarea') this.close();
      return text[tag.end - 2] === '/' ? tag.end : this.past(endOfElement(text, tag.name, tag.end));
    }
    if (INLINE_TAGS.has(tag.name)) this.readInlineTag(tag, at);
    else if (tag.name === 'meta') this.readMeta(at, tag.end);
    else if (tag.closing) this.readClosing(tag.name);
    else if (!VOID_TAGS.has(tag.name)) this.readOpening(tag, at);
    else this.close();
    return tag.end;
  }

  private past(end: number): number {
    if (end >= this.text.length) this.isUnclosed = true;
    return end;
  }

  private readInlineTag(tag: Tag, at: number): void {
    const { text, list } = this;
    if (tag.name === 'br') {
      if (list.open && this.lastBreak >= 0 && skipBlanks(text, this.lastBreak, at) === at) this.close();
      this.lastBreak = tag.end;
    } else if (
      (tag.name === 'img' || tag.name === 'area' || tag.name === 'input') &&
      attributeOf(text, at, tag.end, 'alt')
    )
      this.readText(at, tag.end);
    else if (list.open) list.extend(tag.end);
    else this.lead ??= at;
  }

  private readMeta(at: number, end: number): void {
    if (
      !/\b(?:name|property)\s*=\s*["'](?:og:|twitter:|dc\.|dcterms\.)?(?:description|title|abstract)["']/i.test(
        this.text.slice(at, end),
      )
    )
      return;
    const value = attributeOf(this.text, at, end, 'content');
    this.list.lang = this.top.lang;
    if (value) this.list.add('metadata', value.start, value.end);
  }

  private readOpening({ name, end }: Tag, at: number): void {
    const { text, top: before } = this;
    const isCell = name === 'td' || name === 'th';
    const isJoined = this.joinsBefore(name);
    if (!isJoined) this.close();
    this.endImplied(name);
    if (text[end - 2] === '/') return;
    const { top } = this;
    const attributes = end - at > name.length + 8 ? text.slice(at, Math.min(end, at + 600)) : '';
    const leavesCell = before.kind === 'table-row' && !isJoined && !isCell;
    const kind = kindOf(name, attributes, top.kind, leavesCell);
    const language = name === 'html' || isCell ? undefined : languageIn(attributes);
    const element: Element = {
      name,
      kind,
      level: KINDS[name] === 'heading' ? Number(name[1]) : top.level,
      quoted: top.quoted || name === 'blockquote' || QUOTING.test(attributes),
      lang: language === undefined ? top.lang : langOf(language),
      label: kind === 'footnote' ? (ID.exec(attributes)?.[1] ?? top.label) : undefined,
      story: STORIES[name] ? { kind: STORIES[name] } : top.story,
      isHidden: top.isHidden === true || isHidden(attributes),
    };
    if (this.stack.length > 0 || !FRAMES.has(name) || !isPlain(element)) this.stack.push(element);
    if (isCell || name === 'dd') this.fresh = true;
    if (name === 'dt' || name === 'dd') this.definition = name;
  }

  /** The cells of a row are read as one block, and so are a term and its definition. */
  private joinsBefore(name: string): boolean {
    if (name === 'td' || name === 'th') return this.list.open?.kind === 'table-row';
    if (name === 'dd') return this.definition === 'dt';
    return this.fresh && KINDS[name] === undefined && name !== 'blockquote';
  }

  private readClosing(name: string): void {
    const inCell =
      this.top.kind === 'table-row' && name !== 'tr' && name !== 'table' && this.list.open?.kind === 'table-row';
    if (!inCell && name !== 'dt') this.close();
    for (let i = this.stack.length - 1; i >= 0 && i >= this.stack.length - LOOK_BACK; i--) {
      if (this.stack[i]!.name === name) {
        this.stack.length = i;
        return;
      }
    }
    // It ends a frame around all open elements, unless it is misplaced in a table.
    if (FRAMES.has(name) && !this.stack.slice(-LOOK_BACK).some((element) => element.name === 'table'))
      this.stack.length = 0;
  }

  private endImplied(name: string): void {
    const { stack } = this;
    if (this.top.name === 'p') stack.pop();
    const ends = ENDS[name];
    if (!ends) return;
    for (
      let i = stack.length - 1;
      i >= 0 && i >= stack.length - LOOK_BACK && !ends.upTo.includes(stack[i]!.name);
      i--
    ) {
      if (ends.ended.includes(stack[i]!.name)) {
        stack.length = i;
        return;
      }
    }
  }

  private close(): void {
    this.list.close();
    this.lead = undefined;
    this.fresh = false;
    this.definition = '';
  }
}

/** The kind of an element within one of the kind `outer`. */
function kindOf(name: string, attributes: string, outer: BlockKind, leavesCell: boolean): BlockKind {
  const own = KINDS[name];
  if (own === 'heading') return own;
  if (REFERENCES.test(attributes)) return 'reference';
  if (FOOTNOTES.test(attributes)) return 'footnote';
  if (outer === 'footnote' || outer === 'reference') return outer;
  if (own !== undefined) return own;
  return leavesCell || (outer === 'heading' && name !== 'div') ? 'paragraph' : outer;
}

function isPlain({ kind, quoted, lang, story, isHidden }: Element): boolean {
  return kind === 'paragraph' && !quoted && lang === undefined && story === undefined && !isHidden;
}
