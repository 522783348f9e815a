import { TIME_WORDS, ordinalInFigures } from './cues';
import type { Grammar } from './grammar';
import type { DateGroup, Day } from './nodes';
import { beginsWithDigit } from './numbers';
import { YEAR, datesSomethingElse } from './otherDates';
import type { Sentence } from './sentence';
import { areTouching, type Token } from './tokens';

/** The dates and spans of time in a sentence, in order. Years that number or date something else are excluded. */
export function readDates({ tokens, times }: Sentence, grammar: Grammar): readonly DateGroup[] {
  const dates: DateGroup[] = [];
  for (let i = 0; i < tokens.length;) {
    const date =
      (mayBeginDate(tokens[i]!, grammar) ? dateAt(tokens, i, grammar) : undefined) ??
      (times.length > 0 ? decadeAt(i) : undefined);
    if (date) dates.push(date);
    i = date ? date.next : i + 1;
  }
  return dates;

  /** Decades and centuries, as found by the reader of times. */
  function decadeAt(i: number): DateGroup | undefined {
    const time = times.find(({ first }) => first === i);
    if (!time || YEAR.test(tokens[i]!.folded) || !Number.isFinite(time.from) || !Number.isFinite(time.to))
      return undefined;
    return { kind: 'date', first: i, next: time.next, from: dayOf(time.from), to: dayOf(time.to), isSpan: true };
  }
}

/** Whether a token is a figure or the name of a month. Most tokens are neither, and need no closer inspection. */
function mayBeginDate(token: Token, grammar: Grammar): boolean {
  return beginsWithDigit(token.folded) || grammar.monthOf(token) !== undefined;
}

export function dateAt(tokens: readonly Token[], i: number, grammar: Grammar): DateGroup | undefined {
  const from = dayAt(tokens, i, grammar);
  if (!from) return undefined;
  const joint = tokens[from.next];
  if (joint && (isDash(joint) || isJointWord(tokens, i, from.next, grammar))) {
    const at = from.next + 1;
    const to = dayAt(tokens, skipArticle(tokens, at, grammar), grammar) ?? shortYearAt(tokens, at, from.day.year);
    if (to && (to.day.year ?? 0) >= (from.day.year ?? 0)) {
      // "17–20 May 2022", "17 to 20 May": the first day has the month and the year of the second.
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
  const token = tokens[i];
  if (!token || token.kind !== 'word') return undefined;
  const numeric = numericDateAt(tokens, i, grammar);
  if (numeric) return numeric;
  const day = dayNumber(token);
  if (day !== undefined) {
    const at = skipOf(tokens, i + 1, grammar);
    const month = tokens[at] ? monthAt(tokens[at], grammar) : undefined;
    if (month !== undefined) return withYear(tokens, afterMonth(tokens, at), grammar, { year: undefined, month, day });
    const joint = tokens[i + 1];
    return joint &&
      (isDash(joint) || isJointWord(tokens, i, i + 1, grammar)) &&
      dayNumber(tokens[skipArticle(tokens, i + 2, grammar)]) !== undefined
      ? { day: { year: undefined, month: undefined, day }, next: i + 1 }
      : undefined;
  }
  const month = monthAt(token, grammar);
  if (month !== undefined) {
    const next = afterMonth(tokens, i);
    const number = tokens[next] && dayNumber(tokens[next]);
    // "May 17–20, 2022"
    if (number !== undefined) return withYear(tokens, next + 1, grammar, { year: undefined, month, day: number });
    const dated = withYear(tokens, next, grammar, { year: undefined, month, day: undefined });
    return dated.day.year === undefined ? undefined : dated;
  }
  const year = yearAt(tokens, i);
  return year === undefined ? undefined : { day: dayOf(year), next: i + 1 };
}

/** The index after a month at `i` and the full stop of its abbreviation: "Dec. 11", "11 déc. 2018". */
function afterMonth(tokens: readonly Token[], i: number): number {
  const stop = tokens[i + 1];
  return stop?.folded === '.' && tokens[i]!.folded.length <= LONGEST_ABBREVIATION && stop.start === tokens[i]!.end
    ? i + 2
    : i + 1;
}

/** In letters: "sept", "juill". */
const LONGEST_ABBREVIATION = 5;

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
  // The foundation of a body may be expressed as a birth.
  return isAlone || !datesSomethingElse(tokens, i, true) ? Number(token.folded) : undefined;
}

function shortYearAt(tokens: readonly Token[], i: number, year: number | undefined): DayAt | undefined {
  if (year === undefined || !/^\d\d$/.test(tokens[i]?.folded ?? '')) return undefined;
  return { day: dayOf(Math.floor(year / 100) * 100 + Number(tokens[i]!.folded)), next: i + 1 };
}

function dayNumber(token: Token | undefined): number | undefined {
  const folded = token?.folded ?? '';
  const number = /^\d{1,2}$/.test(folded) ? Number(folded) : ordinalInFigures(folded);
  return number !== undefined && number >= 1 && number <= 31 ? number : undefined;
}

/** English months have a capital: "may" and "march" are other words. */
function monthAt(token: Token, grammar: Grammar): number | undefined {
  const month = grammar.monthOf(token);
  return month !== undefined && (!grammar.has('capitalMonths') || token.written !== token.folded) ? month : undefined;
}

function isDash(token: Token): boolean {
  return /^[-‐‑‒–—−/]$/.test(token.folded);
}

/**
 * "from 2008 to 2018", "between 1980 and 1989", "10 and 11 December": a coordinator joins years only where "between"
 * precedes.
 */
function isJointWord(tokens: readonly Token[], first: number, joint: number, grammar: Grammar): boolean {
  const word = tokens[joint];
  if (!word || word.kind !== 'word') return false;
  if (grammar.is(word, 'coordinator'))
    return (
      isDayPair(tokens, first, joint, grammar) ||
      grammar.hasRole(tokens[first - 1], 'between') ||
      grammar.hasRole(tokens[first - 2], 'between')
    );
  return TIME_WORDS.until.has(word.folded);
}

function isDayPair(tokens: readonly Token[], first: number, joint: number, grammar: Grammar): boolean {
  if (first !== joint - 1 || dayNumber(tokens[first]) === undefined) return false;
  const at = skipArticle(tokens, joint + 1, grammar);
  const month = tokens[skipOf(tokens, at + 1, grammar)];
  return dayNumber(tokens[at]) !== undefined && month !== undefined && monthAt(month, grammar) !== undefined;
}

function skipOf(tokens: readonly Token[], at: number, grammar: Grammar): number {
  return grammar.hasRole(tokens[at], 'of') ? at + 1 : at;
}

function skipArticle(tokens: readonly Token[], at: number, grammar: Grammar): number {
  return grammar.is(tokens[at], 'definite') ? at + 1 : at;
}

function dayOf(year: number): Day {
  return { year, month: undefined, day: undefined };
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
  if (!c || !isMark(mark!) || other!.folded !== mark!.folded || !areTouching(tokens, i, i + 5)) return undefined;
  const day = dayOfParts(a!, b!, c, grammar);
  // "2018-12-11-3" and "1.2.2015.7" are numbers of something.
  return day && !(isMark(tokens[i + 5]) && isNumber(tokens[i + 6]) && areTouching(tokens, i, i + 7))
    ? { day, next: i + 5 }
    : undefined;
}

function dayOfParts(a: Token, b: Token, c: Token, grammar: Grammar): Day | undefined {
  if (isYear(a)) return checked(a, numberOf(b), numberOf(c));
  if (!isYear(c)) return undefined;
  const [inFirst, inSecond] = [grammar.monthOf(a), grammar.monthOf(b)];
  if (inFirst !== undefined) return checked(c, inFirst, numberOf(b));
  if (inSecond !== undefined) return checked(c, inSecond, numberOf(a));
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first === undefined || second === undefined) return undefined;
  if (first > 12) return checked(c, second, first);
  if (second > 12) return checked(c, first, second);
  if (!grammar.has('monthFirst') || first === second) return checked(c, second, first);
  return { year: Number(c.folded), month: undefined, day: undefined };
}

function checked(year: Token, month: number | undefined, day: number | undefined): Day | undefined {
  if (month === undefined || day === undefined || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { year: Number(year.folded), month, day };
}

function isYear({ folded }: Token): boolean {
  return YEAR.test(folded);
}

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && /^\d+$/.test(token.folded);
}

function numberOf({ folded }: Token): number | undefined {
  return /^\d{1,2}$/.test(folded) ? Number(folded) : undefined;
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && /^[-‐‑./•·]$/.test(token.folded);
}
