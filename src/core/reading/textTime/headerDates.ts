import { foldKey } from '../../fold';
import type { Day } from '../nodes';
import { dateAt } from '../dates';
import { wholeWords } from '../cues';
import type { Grammar } from '../grammar';
import { wordSet } from '../grammarIndex';
import { into } from '../../into';
import { YEAR } from '../otherDates';
import type { Token } from '../tokens';
import { isOnlyFinite } from '../verbInContext';
import { wordsOf } from './headerLines';

/** A date of a document. */
export type DocumentDate = Day & { readonly year: number };

/** A header line is short; a longer line is running text. In code units. */
export const LONGEST_HEADER = 110;

/** The last date in a line: the date of minutes follows their number, and the date of a session follows its days. */
export function dateIn(line: string, grammar: Grammar): DocumentDate | undefined {
  const tokens = wordsOf(line);
  let found: Day | undefined;
  for (let i = 0; i < tokens.length;) {
    const date = dateAt(tokens, i, grammar);
    if (date?.to.year !== undefined)
      found = date.isSpan ? { ...date.from, year: date.from.year ?? date.to.year } : date.to;
    i = date ? date.next : i + 1;
  }
  const inFigures = found?.month === undefined ? YEAR_AND_MONTH.exec(line) : null;
  return inFigures ? { year: Number(inFigures[1]), month: Number(inFigures[2]), day: undefined } : documentDate(found);
}

/** "2015-04" in a date, and not the years of a span. */
const YEAR_AND_MONTH = /(?<![\d-])((?:19|20)\d\d)-(0[1-9]|1[0-2])(?![\d-])/;

function documentDate(day: Day | undefined): DocumentDate | undefined {
  return day?.year === undefined ? undefined : { year: day.year, month: day.month, day: day.day };
}

/** A date with a day and a year at a token. */
export function fullDateAt(tokens: readonly Token[], i: number, grammar: Grammar): DocumentDate | undefined {
  const date = dateAt(tokens, i, grammar);
  return date?.to.day === undefined ? undefined : documentDate(date.to);
}

/** A date at the beginning of a line, and the text after it. */
interface OpeningDate {
  readonly day: DocumentDate;
  readonly rest: string;
}

/** A date with a day or a month at the beginning of a line, after a weekday and function words. */
export function dateAtStart(line: string, grammar: Grammar): OpeningDate | undefined {
  if (!/\d/.test(line)) return undefined;
  const tokens = wordsOf(line);
  const { introduce } = grammar.file.documentDates;
  const start = tokens.findIndex(
    (token, i) => !isWeekday(token, grammar) && !isIn(introduce, token) && (i === 0 || token.folded !== ','),
  );
  const date = start < 0 ? undefined : dateAt(tokens, start, grammar);
  const day = date && documentDate({ ...date.from, year: date.from.year ?? date.to.year });
  // A date in figures has a day, in one order or the other; a bare year has none: "In 2019 …" is a sentence.
  if (!day || (day.month === undefined && YEAR.test(tokens[start]!.folded))) return undefined;
  return { day, rest: line.slice(tokens[date.next - 1]!.end).trim() };
}

export function isWeekday(token: Token | undefined, grammar: Grammar): boolean {
  return isIn(grammar.file.documentDates.weekdays, token);
}

/** Whether a token is in a list of words, separated by blanks. */
export function isIn(words: string, token: Token | undefined): boolean {
  return token !== undefined && wordSet(words).has(token.folded);
}

/** Whether a line has a verb that makes it a sentence. */
export function isClause(line: string, grammar: Grammar): boolean {
  return wordsOf(line).some((token) => isOnlyFinite(token, grammar));
}

/** Whether the date of a line belongs to something else: the access to a page, a reprint. */
export function isOfElse(line: string, grammar: Grammar): boolean {
  const ofElse = into(OF_ELSE, grammar, () => wholeWords(grammar.file.documentDates.notDates.map(foldKey), 'u'));
  return ofElse.test(foldKey(line));
}

const OF_ELSE = new WeakMap<Grammar, RegExp>();
