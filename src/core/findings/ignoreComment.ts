import type { Span } from '../document';
import { endOfAside, endOfElement, tagAt } from '../prose/htmlTags';
import type { RuleId } from '../rules';

/** A comment to insert at `offset`: the parts before and after the reason, which the writer types. */
export interface IgnoreComment {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The comment that suppresses a finding, in the comment syntax of the document's language and at a place where it does
 * not change what readers see. `undefined` if there is no such place: plain text has no comments, and within a tag or a
 * table a comment line would be parsed as something else.
 */
export function ignoreComment(
  text: string,
  languageId: string,
  finding: Span & { readonly rule: RuleId },
): IgnoreComment | undefined {
  const syntax = SYNTAX[languageId];
  if (syntax === undefined) return undefined;
  const line = lineAt(text, finding.start);
  if (IS_CLOSED[languageId]?.(text, line)) return undefined;
  if (!syntax.blockSensitive) return lineBefore(line, syntax, finding.rule, line.newline);
  if (finding.start < frontMatterEnd(text)) return undefined;
  const startsBlock = line.start === 0 || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, line.start));
  if (startsBlock && !/^\s*(?:[-+*>|]|\d+[.)]|\s{4}|\t)/.test(line.text))
    return lineBefore(line, syntax, finding.rule, line.newline);
  return insideLine(text, line, syntax, finding);
}

/**
 * The whole comment with a reason, on one line. Signs that would end the comment or a table cell are replaced; without
 * a reason the comment names the rule only.
 */
export function commentWith({ before, after }: IgnoreComment, reason: string): string {
  const text = reason
    .replace(/[\p{White_Space}\p{Cc}]+/gu, ' ')
    .replace(/-{2,}/g, '–')
    .replaceAll('|', '/')
    .replaceAll('*/', '* /')
    .trim();
  return (text === '' ? before.replace(/: $/, '') : before + text) + after;
}

interface Syntax {
  readonly open: string;
  readonly close: string;
  /** Whether a comment on a line of its own would end a paragraph, a list or a table. */
  readonly blockSensitive: boolean;
}

const HTML: Syntax = { open: '<!-- ', close: ' -->', blockSensitive: false };
const MARKDOWN: Syntax = { ...HTML, blockSensitive: true };
const LATEX: Syntax = { open: '% ', close: '', blockSensitive: false };
const SLASHES: Syntax = { open: '// ', close: '', blockSensitive: false };

// reStructuredText is not listed: its comments are blocks of their own, which would split lists and paragraphs.
const SYNTAX: Readonly<Record<string, Syntax | undefined>> = {
  markdown: MARKDOWN,
  mdx: { open: '{/* ', close: ' */}', blockSensitive: true },
  quarto: MARKDOWN,
  rmd: MARKDOWN,
  html: HTML,
  xml: HTML,
  latex: LATEX,
  tex: LATEX,
  asciidoc: SLASHES,
  typst: SLASHES,
  org: { open: '# ', close: '', blockSensitive: false },
};

/** Whether a comment is impossible at the beginning of a line, by language. */
const IS_CLOSED: Readonly<Record<string, ((text: string, line: Line) => boolean) | undefined>> = {
  html: (text, { start }) => isWithinMarkup(text, start, OPAQUE),
  xml: (text, { start }) => isWithinMarkup(text, start, new Set()),
  org: (text, line) => isRow(line) && line.start > 0 && isRow(lineAt(text, line.start - 1)),
  asciidoc: (text, { start }) => isWithinAsciidocTable(text.slice(0, start)),
};

/** HTML elements in which comments do not exist, or in which the added line would be shown. */
const OPAQUE: ReadonlySet<string> = new Set(['title', 'textarea', 'script', 'style', 'pre', 'xmp', 'iframe']);

interface Line extends Span {
  readonly text: string;
  readonly newline: string;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const end = feed < 0 ? text.length : text[feed - 1] === '\r' ? feed - 1 : feed;
  return { start, end, text: text.slice(start, end), newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

function lineBefore(line: Line, { open, close }: Syntax, rule: RuleId, newline: string): IgnoreComment {
  const indentation = /^[ \t]*/.exec(line.text)?.[0] ?? '';
  return {
    offset: line.start,
    before: `${indentation}${open}migration-terms-disable-next-line ${rule}: `,
    after: close + newline,
  };
}

/** A comment within a paragraph, list or table: after the words of the line, but before its closing markup. */
function insideLine(
  text: string,
  line: Line,
  syntax: Syntax,
  finding: Span & { readonly rule: RuleId },
): IgnoreComment | undefined {
  const comment = (offset: number, scope: string, blank: readonly [string, string]): IgnoreComment => ({
    offset,
    before: `${blank[0]}${syntax.open}migration-terms-${scope} ${finding.rule}: `,
    after: syntax.close + blank[1],
  });
  if (finding.end <= line.end) {
    const tail = /(?:\s*\||\s+#+\s*|\s*\\|\s+)$/.exec(line.text)?.[0] ?? '';
    return comment(Math.max(line.end - tail.length, finding.end), 'disable-line', [' ', '']);
  }
  // The name continues on the next line, so the end of this line is inside it.
  if (/[\p{L}\p{N}]/u.test(text.slice(line.start, finding.start)))
    return comment(finding.start, 'disable-line', ['', ' ']);
  const previous = line.start === 0 ? undefined : lineAt(text, line.start - 1);
  return previous === undefined || previous.text.trim() === ''
    ? undefined
    : comment(previous.start + previous.text.trimEnd().length, 'disable-next-line', [' ', '']);
}

/** The end of the front matter. It is YAML, where a Markdown comment would become part of the title. */
function frontMatterEnd(text: string): number {
  const matter = /^---[ \t]*\r?\n[\s\S]*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text);
  return matter === null ? 0 : matter[0].length;
}

/** Whether an offset is inside a tag, a comment, or an element whose content is all text. */
function isWithinMarkup(text: string, offset: number, opaque: ReadonlySet<string>): boolean {
  for (let at = text.indexOf('<'); at >= 0 && at < offset;) {
    const tag = tagAt(text, at);
    const end =
      tag === undefined
        ? (endOfData(text, at) ?? endOfAside(text, at))
        : opaque.has(tag.name) && !tag.closing
          ? endOfElement(text, tag.name, tag.end)
          : tag.end;
    if (end !== undefined && end > offset) return true;
    at = text.indexOf('<', end ?? at + 1);
  }
  return false;
}

function endOfData(text: string, at: number): number | undefined {
  if (!text.startsWith('<![CDATA[', at)) return undefined;
  const close = text.indexOf(']]>', at);
  return close < 0 ? text.length : close + 3;
}

function isRow({ text }: Line): boolean {
  return /^[ \t]*\|/.test(text);
}

/** Whether the text opens a table and does not close it. */
function isWithinAsciidocTable(text: string): boolean {
  let open = '';
  for (const [, delimiter] of text.matchAll(/^([|,:!]={3,})[ \t]*\r?$/gm)) {
    if (open === '') open = delimiter!;
    else if (open === delimiter) open = '';
  }
  return open !== '';
}
