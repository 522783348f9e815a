import { foldKey } from '../../fold';
import type { Span } from '../../document';
import type { Grammar } from '../grammar';
import type { Token } from '../tokens';

/** A line of the beginning or the end of a document, as written and without its markup. */
export interface HeaderLine extends Span {
  readonly written: string;
  readonly text: string;
  /** A cell or a list item: it contains other dates, unless it has a label. */
  readonly isEntry: boolean;
  readonly isHeading: boolean;
  /** Whether an empty line follows. */
  readonly isApart: boolean;
}

/** The lines of a text without comments, separate from those of its front matter. Empty lines are left out. */
export function headerLines(text: string): {
  readonly lines: readonly HeaderLine[];
  readonly frontMatter: readonly HeaderLine[];
} {
  const blank = (match: string): string => match.replace(/[^\n]/g, ' ');
  const lines = linesOf(text.replace(/<!--[^]*?(?:-->|$)/g, blank));
  if (!/^\ufeff?---\s*$/.test(lines[0]?.written ?? '')) return { lines, frontMatter: [] };
  const end = lines.findIndex(({ written }, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(written));
  return end < 0 ? { lines: [], frontMatter: [] } : { lines: lines.slice(end + 1), frontMatter: lines.slice(1, end) };
}

function linesOf(text: string): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/\r?\n|<\/(?:p|h\d|div|li|td|time|span)>|<br ?\/?>|$/g)) {
    const written = text.slice(start, index);
    if (!/^\s*(?:%|$)/.test(written))
      lines.push({
        written,
        text: withoutMarkup(written),
        isEntry: ENTRY.test(written),
        isHeading: HEADING.test(written),
        isApart: false,
        start,
        end: index,
      });
    else if (/^\s*$/.test(written) && lines.length > 0) lines.push({ ...lines.pop()!, isApart: true });
    start = index + end.length;
  }
  return inTables(lines);
}

/** Marks the rows of tables without bars at the edges: those next to a row of dashes. */
function inTables(lines: readonly HeaderLine[]): readonly HeaderLine[] {
  let isTable = false;
  return lines.map((line, i) => {
    const isRow = line.written.includes('|');
    isTable = (isTable && isRow) || DASHES.test(line.written) || (isRow && DASHES.test(lines[i + 1]?.written ?? ''));
    return isTable ? { ...line, isEntry: true } : line;
  });
}

const DASHES = /^[\s:-]*-{3,}[\s:-]*\|[\s|:-]*$/;
const ENTRY = /^\s*(?:\||[-*+•·] |\d+[.)] )|<(?:td|th|li|dt|dd)\b/;
const HEADING = /^\s*(?:#|=|<h\d|\\[a-z]+\{)/;

function withoutMarkup(line: string): string {
  return line
    .trim()
    .replace(/[ \u00a0]{3,}|\t+/g, ' | ')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/^\s*\||\|\s*$/g, ' ')
    .replace(/!?\[([^\][]*)\]\([^()\s]*\)/g, '$1')
    .replace(/\\[a-z]+\*?|[{}*_#>~]|&nbsp;/gi, ' ')
    .replace(ROMAN_YEAR, (year) => String(valueOfRoman(year)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** 1900 and later: "MCMLXII". */
const ROMAN_YEAR = /\bM[CM][LXVICM]{1,9}\b/g;
const ROMAN: Readonly<Record<string, number>> = { M: 1000, D: 500, C: 100, L: 50, X: 10, V: 5, I: 1 };

function valueOfRoman(digits: string): number {
  return [...digits].reduce(
    (sum, digit, i) => sum + (ROMAN[digit]! < (ROMAN[digits[i + 1]!] ?? 0) ? -ROMAN[digit]! : ROMAN[digit]!),
    0,
  );
}

/** The parts of a line between bars, bullets and middle dots. */
export function partsOf(line: string): readonly string[] {
  return line.split(/ ?[·•|] /).filter((part) => part !== '');
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
