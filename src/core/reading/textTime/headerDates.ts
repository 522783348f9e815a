import { foldKey } from '../../fold';
import type { Day } from '../nodes';
import { dateAt } from '../dates';
import type { Grammar } from '../grammar';
import { YEAR } from '../otherDates';
import type { Token } from '../tokens';
import { isOnlyFinite } from '../verbInContext';
import { wordsOf } from './headerLines';

/** A date of a document. */
export interface DocumentDate {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** The date of a text that states only its year. */
export function yearAlone(year: number): DocumentDate {
  return { year, month: undefined, day: undefined };
}

/** A header line is short; a longer line is running text. In code units. */
export const LONGEST_HEADER = 110;

/** The last date in a line: the date of minutes follows their number, and the date of a session follows its days. */
export function dateIn(line: string, grammar: Grammar): DocumentDate | undefined {
  const tokens = wordsOf(line);
  let found: Day | undefined;
  for (let i = 0; i < tokens.length;) {
    const date = dateAt(tokens, i, grammar);
    if (date && date.to.year !== undefined)
      found = date.isSpan ? { ...date.from, year: date.from.year ?? date.to.year } : date.to;
    i = date ? date.next : i + 1;
  }
  const month = found?.month === undefined ? monthInFigures(line) : undefined;
  return month ?? documentDate(found);
}

/** "2015-04" in a date, and not the years of a span. */
function monthInFigures(line: string): DocumentDate | undefined {
  const found = /(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])/.exec(line);
  return found ? { year: Number(found[1]), month: Number(found[2]), day: undefined } : undefined;
}

export function documentDate(day: Day | undefined): DocumentDate | undefined {
  return day?.year === undefined ? undefined : { year: day.year, month: day.month, day: day.day };
}

/** A date at the beginning of a line, and the text after it. */
interface OpeningDate {
  readonly day: DocumentDate;
  readonly rest: string;
  readonly isSpan: boolean;
  /** Whether it begins with a weekday, or at once: "Tuesday 4 May", but not "On 4 May". */
  readonly isHead: boolean;
}

/** A date at the beginning of a line, after a weekday and function words. */
export function dateAtStart(line: string, grammar: Grammar): OpeningDate | undefined {
  const tokens = wordsOf(line);
  const { introduce } = grammar.file.documentDates;
  const isHead = isWeekday(tokens[0], grammar) || !isIn(introduce, tokens[0]);
  const isSkipped = (token: Token | undefined, i: number): boolean =>
    isWeekday(token, grammar) ||
    (i < 3 && isIn(introduce, token) && /\d/.test(line)) ||
    (i > 0 && token?.folded === ',');
  const start = tokens.findIndex((token, i) => !isSkipped(token, i));
  const found = start < 0 ? undefined : (seasonAt(tokens, start, grammar) ?? dayAt(tokens, start, grammar));
  return found && { ...found, rest: line.slice(tokens[found.next - 1]!.end).trim(), isHead };
}

/** A date without the text after it. */
type DateAt = Pick<OpeningDate, 'day' | 'isSpan'> & { readonly next: number };

/** "Spring 2025" */
function seasonAt(tokens: readonly Token[], start: number, grammar: Grammar): DateAt | undefined {
  const { introduce, seasons } = grammar.file.documentDates;
  let at = start;
  while (isIn(seasons, tokens[at])) at++;
  if (at === start) return undefined;
  if (isIn(introduce, tokens[at])) at++;
  const year = tokens[at];
  return year && YEAR.test(year.folded)
    ? { day: yearAlone(Number(year.folded)), isSpan: false, next: at + 1 }
    : undefined;
}

/** A date with a day or a month. "In 2019 …" is a sentence about a year. */
function dayAt(tokens: readonly Token[], start: number, grammar: Grammar): DateAt | undefined {
  const date = dateAt(tokens, start, grammar);
  const day = date && documentDate({ ...date.from, year: date.from.year ?? date.to.year });
  // "04/03/2022" has a day, in one order or the other; a bare year has none.
  if (!day || (day.month === undefined && YEAR.test(tokens[start]!.folded))) return undefined;
  return { day, isSpan: date.isSpan, next: date.next };
}

export function isWeekday(token: Token | undefined, grammar: Grammar): boolean {
  return isIn(grammar.file.documentDates.weekdays, token);
}

/** Whether a token is in a list of words, separated by blanks. */
export function isIn(words: string, token: Token | undefined): boolean {
  return token !== undefined && ` ${foldKey(words)} `.includes(` ${token.folded} `);
}

/** Whether a line has a verb that makes it a sentence. */
export function isClause(line: string, grammar: Grammar): boolean {
  return wordsOf(line).some((token) => isOnlyFinite(token, grammar));
}

/** Whether the date of a line belongs to something else: the access to a page, a reprint. */
export function isOfElse(line: string, grammar: Grammar): boolean {
  const folded = ` ${foldKey(line)} `;
  return grammar.file.documentDates.notDates.some((words) => hasWords(folded, foldKey(words)));
}

/** Whether folded text has a folded phrase between word boundaries. */
function hasWords(text: string, words: string): boolean {
  const isLetter = (at: number): boolean => /[\p{L}\d]/u.test(text[at] ?? ' ');
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isLetter(at - 1) && !isLetter(at + words.length)) return true;
  return false;
}
