import { TIME_WORDS, ordinalInFigures } from './cues';
import type { Grammar } from './grammar';
import { yearAlone, type DateGroup, type Day } from './nodes';
import { beginsWithDigit } from './numbers';
import { areTouching, type Token, isCapitalized } from './tokens';

/** The dates and spans of time in a sentence, in order, without the years in names of instruments. */
export function readDates(tokens: readonly Token[], grammar: Grammar): readonly DateGroup[] {
  const dates: DateGroup[] = [];
  for (let i = 0; i < tokens.length;) {
    // Most tokens are neither a figure nor the name of a month, and need no closer inspection.
    const mayBegin = beginsWithDigit(tokens[i]!.folded) || grammar.entryOf(tokens[i]!).month !== undefined;
    const date = mayBegin ? dateAt(tokens, i, grammar) : undefined;
    if (date) dates.push(date);
    i = date ? date.next : i + 1;
  }
  return dates;
}

export function dateAt(tokens: readonly Token[], i: number, grammar: Grammar): DateGroup | undefined {
  const from = dayAt(tokens, i, grammar);
  if (!from) return undefined;
  if (isJoint(tokens, i, from.next, grammar)) {
    const at = from.next + 1;
    const to = dayAt(tokens, skipArticle(tokens, at, grammar), grammar) ?? shortYearAt(tokens, at, from.day.year);
    if (to && (to.day.year ?? 0) >= (from.day.year ?? 0)) {
      // The first day has the month and the year of the second: "17–20 May 2022".
      const day = { year: from.day.year ?? to.day.year, month: from.day.month ?? to.day.month, day: from.day.day };
      return { kind: 'date', first: i, next: to.next, from: day, to: to.day, isSpan: true };
    }
  }
  if (from.day.month === undefined && from.day.year === undefined) return undefined;
  return { kind: 'date', first: i, next: from.next, from: from.day, to: from.day, isSpan: false };
}

/**
 * "10 December 2018", "Dec. 10, 2018", "2018-12-10", "le 10 décembre", "10 de diciembre de 2018", "May 2022", "2018"; a
 * bare day before a dash.
 */
function dayAt(tokens: readonly Token[], i: number, grammar: Grammar): DayAt | undefined {
  const numeric = numericDateAt(tokens, i, grammar) ?? monthOfYearAt(tokens, i);
  if (numeric) return numeric;
  const day = dayNumber(tokens[i]);
  const at = day === undefined ? i : skipOf(tokens, i + 1, grammar);
  const month = monthAt(tokens[at], grammar);
  if (month !== undefined) return dayInMonth(tokens, at, grammar, { year: undefined, month, day });
  if (day !== undefined)
    return isJoint(tokens, i, i + 1, grammar) && dayNumber(tokens[skipArticle(tokens, i + 2, grammar)]) !== undefined
      ? { day: { year: undefined, month: undefined, day }, next: i + 1 }
      : undefined;
  const year = yearAt(tokens, i);
  return year === undefined ? undefined : { day: yearAlone(year), next: i + 1 };
}

/** The date whose month is at `i`: the day precedes or follows it ("May 17–20, 2022"), or else a year follows. */
function dayInMonth(tokens: readonly Token[], i: number, grammar: Grammar, known: Day): DayAt | undefined {
  const isAbbreviated = tokens[i + 1]?.folded === '.' && tokens[i + 2] !== undefined;
  const next = isAbbreviated ? i + 2 : i + 1;
  const day = known.day ?? dayNumber(tokens[next]);
  const dated = withYear(tokens, day === known.day ? next : next + 1, grammar, { ...known, day });
  return day === undefined && dated.day.year === undefined ? undefined : dated;
}

function withYear(tokens: readonly Token[], at: number, grammar: Grammar, day: Day): DayAt {
  const comma = tokens[at]?.folded === ',' ? at + 1 : at;
  const year = skipOf(tokens, comma, grammar);
  const value = yearAt(tokens, year);
  return value === undefined ? { day, next: at } : { day: { ...day, year: value }, next: year + 1 };
}

function yearAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i];
  if (!token || !YEAR.test(token.folded)) return undefined;
  // A year in brackets dates the words before it.
  const isAlone = tokens[i - 1]?.folded === '(' && tokens[i + 1]?.folded === ')';
  return isAlone || !datesSomethingElse(tokens, i) ? Number(token.folded) : undefined;
}

function shortYearAt(tokens: readonly Token[], i: number, year: number | undefined): DayAt | undefined {
  if (year === undefined || !/^\d\d$/.test(tokens[i]?.folded ?? '')) return undefined;
  return { day: yearAlone(Math.floor(year / 100) * 100 + Number(tokens[i]!.folded)), next: i + 1 };
}

function dayNumber(token: Token | undefined): number | undefined {
  const folded = token?.folded ?? '';
  const number = /^\d{1,2}$/.test(folded) ? Number(folded) : ordinalInFigures(folded);
  return number !== undefined && number >= 1 && number <= 31 ? number : undefined;
}

/** English months have a capital: "may" and "march" are other words. */
function monthAt(token: Token | undefined, grammar: Grammar): number | undefined {
  return token && (!grammar.has('capitalMonths') || token.written !== token.folded)
    ? grammar.entryOf(token).month
    : undefined;
}

/**
 * A dash, "from 2008 to 2018", "between 1980 and 1989", "10 and 11 December": a coordinator joins years only where
 * "between" precedes.
 */
function isJoint(tokens: readonly Token[], first: number, at: number, grammar: Grammar): boolean {
  const joint = tokens[at];
  if (!joint || DASH.test(joint.folded)) return joint !== undefined;
  if (!grammar.is(joint, 'coordinator')) return TIME_WORDS.until.has(joint.folded);
  const to = skipArticle(tokens, at + 1, grammar);
  const isDayPair =
    first === at - 1 &&
    dayNumber(tokens[first]) !== undefined &&
    dayNumber(tokens[to]) !== undefined &&
    monthAt(tokens[skipOf(tokens, to + 1, grammar)], grammar) !== undefined;
  return isDayPair || grammar.hasRole(tokens[first - 1], 'between');
}

function skipOf(tokens: readonly Token[], at: number, grammar: Grammar): number {
  return grammar.hasRole(tokens[at], 'of') ? at + 1 : at;
}

function skipArticle(tokens: readonly Token[], at: number, grammar: Grammar): number {
  return grammar.is(tokens[at], 'definite') ? at + 1 : at;
}

/** A day in a range of tokens, which ends before `next`. */
interface DayAt {
  readonly day: Day;
  readonly next: number;
}

/**
 * "2018-12-11", "2015•04•30", "11.12.2018", "Nov-24-2015", "24-Nov-2015": three parts without spaces between them.
 * Where day and month may be in either order, as in "04/03/2022", only the year is certain.
 */
function numericDateAt(tokens: readonly Token[], i: number, grammar: Grammar): DayAt | undefined {
  const [a, mark, b, other, c] = tokens.slice(i, i + 5);
  if (!c || !MARK.test(mark!.folded) || other!.folded !== mark!.folded || !areTouching(tokens, i, i + 5))
    return undefined;
  const isYearFirst = YEAR.test(a!.folded);
  const [year, first, second] = isYearFirst ? [a!, b!, c] : [c, a!, b!];
  const [inFirst, inSecond] = [grammar.entryOf(first).month, grammar.entryOf(second).month];
  const [x, y] = [inFirst ?? twoDigits(first), inSecond ?? twoDigits(second)];
  if (!YEAR.test(year.folded) || x === undefined || y === undefined) return undefined;
  const isMonthFirst = isYearFirst || inFirst !== undefined || y > 12;
  const isDayFirst = inSecond !== undefined || x > 12 || x === y || !grammar.has('monthFirst');
  const [month, day] = isMonthFirst ? [x, y] : [y, x];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const known = yearAlone(Number(year.folded));
  return { day: isMonthFirst || isDayFirst ? { ...known, month, day } : known, next: i + 5 };
}

/** "2018-11": a year and a month; "2008-11" may also be an interval. Of "11/2018" only the year is certain. */
function monthOfYearAt(tokens: readonly Token[], i: number): DayAt | undefined {
  const [a, mark, b] = tokens.slice(i, i + 3).map(({ folded }) => folded);
  const isYearLast = mark === '/';
  const [year, month = ''] = isYearLast ? [yearAt(tokens, i + 2), a] : [yearAt(tokens, i), b];
  if (year === undefined || !MONTH.test(month) || !areTouching(tokens, i, i + 3)) return undefined;
  if (isYearLast) return { day: yearAlone(year), next: i + 3 };
  const isMonth = mark === '-' && Number(month) < year % 100;
  return isMonth ? { day: { ...yearAlone(year), month: Number(month) }, next: i + 3 } : undefined;
}

function twoDigits({ folded }: Token): number | undefined {
  return /^\d{1,2}$/.test(folded) ? Number(folded) : undefined;
}

const MARK = /^[-‐‑./•·]$/;
const MONTH = /^(?:0[1-9]|1[0-2])$/;

export const DASH = /^[-‐‑‒–—−/]$/;
export const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)$/;

/**
 * Whether the year at `i` dates something other than the event of the sentence: a work, a citation or an instrument, or
 * is no year but the number or count of a thing.
 */
export function datesSomethingElse(tokens: readonly Token[], i: number): boolean {
  return isOfNoun(tokens, i) || isCited(tokens, i) || isYearOfInstrument(tokens, i);
}

/** The year of a work, or the number or count of a thing: "a 2015 study", "resolution 1968/12", "1995 migrants". */
function isOfNoun(tokens: readonly Token[], i: number): boolean {
  const [noun, before, , after] = [-2, -1, 0, 1].map((distance) => tokens[i + distance]?.folded);
  const isOf = TIME_WORDS.instrumentOf.has(before) && TIME_WORDS.works.has(noun);
  const isCount = TIME_WORDS.counted.has(after) && !TIME_WORDS.timePrepositions.has(before);
  return isOf || isCount || TIME_WORDS.works.has(after) || TIME_WORDS.numbered.has(before);
}

/** "(IOM, 2020)", "Carrasco (2006)" */
function isCited(tokens: readonly Token[], i: number): boolean {
  const [author, before, , after] = [-2, -1, 0, 1].map((distance) => tokens[i + distance]?.folded);
  return after === ')' && (before === '(' || (before === ',' && /^\p{L}/u.test(author ?? '')));
}

/**
 * Whether the year at `i` is a part of the name of an instrument, which begins with the word for it: "the 1951
 * Convention", "Convention of 1951", "Marco de Sendái de 2015".
 */
function isYearOfInstrument(tokens: readonly Token[], i: number): boolean {
  if (TIME_WORDS.instruments.has(tokens[i + 1]?.folded)) return true;
  if (!TIME_WORDS.instrumentOf.has(tokens[i - 1]?.folded)) return false;
  const name = tokens.slice(Math.max(0, i - LONGEST_NAME - 1), i - 1).reverse();
  const first = name.findIndex(({ folded }) => TIME_WORDS.instruments.has(folded));
  return (
    first >= 0 &&
    name
      .slice(0, first)
      .every(({ folded, written }) => TIME_WORDS.instrumentParts.has(folded) || isCapitalized(written))
  );
}

/** In tokens. */
const LONGEST_NAME = 6;
