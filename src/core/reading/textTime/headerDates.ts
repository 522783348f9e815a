import { foldKey } from '../../fold';
import { type Day, yearAlone } from '../nodes';
import { dateAt, YEAR } from '../dates';
import { wholeWords } from '../cues';
import type { Grammar } from '../grammar';
import { wordSet } from '../grammarIndex';
import { into } from '../../into';
import type { Token } from '../tokens';
import { isOnlyFinite } from '../verbGroups';
import { wordsOf } from './headerLines';
import type { Span } from '../../document';

/** A date of a document. */
export type DocumentDate = Day & { readonly year: number };

/** A header line is short; a longer line is running text. In code units. */
export const LONGEST_HEADER = 110;

/** The last date in a line: the date of minutes follows their number, and the date of a session follows its days. */
function dateIn(line: string, grammar: Grammar): DocumentDate | undefined {
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

/** A date with its label: the text was written then, or changed since. */
interface Labelled {
  readonly place: 'label' | 'update';
  readonly date: DocumentDate;
}

/**
 * "Date: 4 March 2022", "Minutes of the meeting of 4 March 2022", "Last updated in August 2025", "No. 33, 20 June
 * 2022": `#` in a label denotes a number. In running text, only a day directly after the label counts.
 */
export function labelled(line: string, grammar: Grammar): Labelled | undefined {
  const found = labelOf(line, grammar);
  if (!found || isOfElse(line.slice(0, LONGEST_HEADER), grammar) || opensClause(line, grammar)) return undefined;
  if (line.length > LONGEST_HEADER) {
    const date = dateAtStart(found.rest.replace(/^[\s:]+/, ''), grammar)?.day;
    return date?.day === undefined ? undefined : { place: found.place, date };
  }
  const date = isClause(found.rest, grammar) ? undefined : dateIn(line, grammar);
  return date && { place: found.place, date };
}

/** A label alone, with its date on the next line or after a colon: "Posted on" above "April 10, 2011". */
export function labelledBelow(label: string, line: string, grammar: Grammar): Labelled | undefined {
  const found = labelOf(label, grammar);
  if (!found || /[^\s:.–—-]/.test(found.rest)) return undefined;
  const opening = dateAtStart(line, grammar);
  return opening && !isClause(opening.rest, grammar) ? { place: found.place, date: opening.day } : undefined;
}

/** The label that begins a line, and the text after it. */
function labelOf(line: string, grammar: Grammar): (Pick<Labelled, 'place'> & { readonly rest: string }) | undefined {
  const own = line.replace(/^[^\p{L}\d]+/u, '');
  const folded = foldKey(own);
  for (const place of ['update', 'label'] as const)
    for (const each of grammar.file.documentDates[`${place}s`]) {
      const [words, number] = each.split(' #');
      const label = foldKey(words!);
      const after = number === undefined ? /^(?![\p{L}\d])/u : /^[ .]*\d/;
      // The folded text has the length of the written one, but for rare letters.
      if (folded.startsWith(label) && after.test(folded.slice(label.length)))
        return { place, rest: own.slice(label.length) };
    }
  return undefined;
}

/** "Drawn up in October 1953, the Constitution entered into force …": a year, a comma and a noun with its article. */
function opensClause(line: string, grammar: Grammar): boolean {
  const tokens = wordsOf(line);
  return tokens.some(
    ({ folded }, i) => YEAR.test(folded) && tokens[i + 1]?.folded === ',' && grammar.is(tokens[i + 2], 'definite'),
  );
}

/** The copyright notices in a text, and the last year of each. */
export function copyrightNotices(text: string): readonly (Span & { readonly date: DocumentDate })[] {
  const notices = text.matchAll(/(?:©|&copy;|\(c\))[^\n\d]{0,40}((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?/gi);
  return [...notices].map(({ 0: notice, 1: first, 2: last, index }) => ({
    start: index,
    end: index + notice.length,
    date: yearAlone(Number(last ?? first)),
  }));
}
