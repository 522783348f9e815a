import { foldKey } from '../../fold';
import type { Span } from '../../document';
import type { Grammar } from '../grammar';
import type { Token } from '../tokens';

/** A line of the beginning of a document, as written and without its markup. */
export interface HeaderLine extends Span {
  readonly written: string;
  readonly text: string;
  readonly isFrontMatter: boolean;
  /** A cell or a list item: it contains other dates, unless it has a label. */
  readonly isEntry: boolean;
  readonly isHeading: boolean;
  /** Whether it directly follows the line before it, without an empty line. */
  readonly isAdjacent: boolean;
}

/** The lines of a text without comments and empty lines. */
export function headerLines(text: string): readonly HeaderLine[] {
  const lines = linesOf(text.replace(/<!--[^]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' ')));
  if (!/^\ufeff?---\s*$/.test(lines[0]?.written ?? '')) return lines;
  const end = lines.findIndex(({ written }, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(written));
  return lines.map((line, i) => (i < end ? { ...line, isFrontMatter: true } : line));
}

function linesOf(text: string): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  let start = 0;
  let afterLast = -1;
  for (const { 0: end, index } of text.matchAll(/\r?\n|<\/(?:p|h\d|div|li|td|time|span)>|<br ?\/?>|$/g)) {
    const written = text.slice(start, index);
    const command = COMMANDS.map((each) => each.exec(written)?.[1]).find((value) => value !== undefined);
    if (!/^\s*(?:%|$)/.test(written) && !NOTE.test(written)) {
      lines.push({
        written,
        text: command === undefined ? withoutMarkup(written) : `date: ${command}`,
        isFrontMatter: command !== undefined,
        isEntry: ENTRY.test(written),
        isHeading: HEADING.test(written),
        isAdjacent: start === afterLast,
        start,
        end: index,
      });
      afterLast = index + end.length;
    }
    start = index + end.length;
  }
  return inTables(lines);
}

/** Marks the rows of tables without bars at the edges: those next to a row of dashes. */
function inTables(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  let isTable = false;
  return lines.map((line, i) => {
    const isRow = line.written.includes('|');
    isTable = isRow && (isTable || DASHES.test(line.written) || DASHES.test(lines[i + 1]?.written ?? ''));
    return isTable ? { ...line, isEntry: true } : line;
  });
}

const DASHES = /^[\s:-]*-{3,}[\s:-]*\|[\s|:-]*$/;
/** The commands of formats that state the date of a document. */
const COMMANDS = [
  /\\date\{([^{}]*)\}/,
  /^(?:#\+|:)(?:rev|doc)?date:(.*)$/i,
  /<meta[^>]*name="(?:date|dc\.date)"[^>]*content="([^"]*)"/i,
];
/** "[^1]: ICEM, Annual Report 1978", ".. [1] …", "[fn:1] …": the text of a note dates the work that it cites. */
const NOTE = /^\s*(?:\.\. )?\[(?:\^|fn:|[#\d])[^\]]*\]/;
const ENTRY = /^\s*(?:\||[-*+•·] |\d+[.)] )|<(?:td|th|li|dt|dd)\b/;
const HEADING = /^\s*(?:#|=|<h\d|\\[a-z]+\{)/;

function withoutMarkup(line: string): string {
  return line
    .trim()
    .replace(/(?:\\footnote\{|\^\[|footnote:\w*\[|#footnote\[)[^\]}]*[\]}]/g, '')
    .replace(/[ \u00a0]{3,}|\t+/g, ' | ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/^\s*\||\|\s*$/g, ' ')
    .replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\\[a-z]+\*?|[{}*_#>~]|&nbsp;/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The parts of a line between bars, bullets, slashes and hyphens. */
export function partsOf(line: string): readonly string[] {
  return line.split(/ ?[·•|] | \/\/ | - (?!\d)/).filter((part) => part !== '');
}

/** The sentences of a line, without their full stops. The full stop of a month's abbreviation ends none. */
export function sentencesOf(line: string, grammar: Grammar): readonly string[] {
  return line
    .replace(/(\p{L}{3,5})\.(?= \d)/gu, (written, word: string) =>
      grammar.monthOf({ written: word, folded: foldKey(word) }) === undefined ? written : word,
    )
    .split(/(?<=[\p{L}\d)]{3})[.;] +(?!\d+[.,])/u)
    .map((sentence) => sentence.replace(/[.\s]+$/, ''));
}

/** The words and marks of a line without markup. */
export function wordsOf(line: string): readonly Token[] {
  return [...line.matchAll(/[\p{L}\p{M}\d]+|[^\s\p{L}\d]/gu)].map(({ 0: written, index }): Token => {
    const isWord = /[\p{L}\d]/u.test(written);
    return {
      kind: isWord ? 'word' : 'punctuation',
      folded: isWord ? foldKey(written) : written.replace('’', "'"),
      written,
      start: index,
      end: index + written.length,
    };
  });
}
