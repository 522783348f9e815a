import type { DateGroup, Day, Range } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import type { Utterance } from '../utterance';

/** What has a date. */
type Dated = Pick<Fact, 'value' | 'from' | 'asOf'>;

/** The day of an event: its value if that is a date, else its beginning. */
export function dayOfFact(fact: Dated): Day {
  const text = /^(?:\d{4}|-)(?:-\d\d){0,2}/.exec(String(fact.value))?.[0] ?? fact.from ?? fact.asOf ?? '';
  return dayOfText(text);
}

/** The last day of a span, "2022-05-17/2022-05-20". */
export function lastDayOf(fact: Dated): Day | undefined {
  const last = String(fact.value).split('/')[1];
  return last === undefined ? undefined : dayOfText(last);
}

/** "2018-12-10", "2018"; "--12-18" recurs every year. */
export function dayOfText(text = ''): Day {
  const [year, month, day] = text
    .replace(/^--/, 'every-')
    .split('-')
    .map((part) => Number(part) || undefined);
  return { year, month, day };
}

/** The component of a date that differs from the record: its year, or its month or day in the right year. */
export function differenceOf(
  date: DateGroup,
  fact: Dated,
  precision: 'day' | 'year',
): 'year' | 'month' | 'day' | undefined {
  const { from, to, isSpan } = date;
  const right = dayOfFact(fact);
  const last = lastDayOf(fact) ?? right;
  const isYears = isSpan && to.year !== from.year;
  if (from.year !== undefined && right.year !== undefined) {
    const until = isYears ? (to.year ?? from.year) : from.year;
    if (right.year < from.year || right.year > until) return 'year';
    if (isYears) return undefined;
  }
  if (from.month === undefined || right.month === undefined || isAround(date, right, last)) return undefined;
  if (from.month !== right.month && to.month !== last.month) return 'month';
  const isByYear = precision === 'year' && from.year === undefined;
  return !isByYear && isOtherDayOf(date, right, last) ? 'day' : undefined;
}

/** "26 November to 5 December 1951": a span that contains the single day of the record. */
function isAround({ from, to, isSpan }: DateGroup, right: Day, last: Day): boolean {
  const at = inYear(right, 15);
  return isSpan && last === right && inYear(from, 1) <= at && at <= inYear(to, 31);
}

function isOtherDayOf({ from, to, isSpan }: DateGroup, right: Day, last: Day): boolean {
  if (from.day === undefined || right.day === undefined) return false;
  const end = last.month === right.month ? (last.day ?? right.day) : 31;
  return from.day < right.day || from.day > end || (isSpan && (to.day ?? end) > end);
}

/** The place of a day in its year; of a month without a day, that of the day `least`. */
function inYear({ month, day }: Day, least: number): number {
  return (month ?? 0) * 32 + (day ?? least);
}

/** Whether a value from some source is the date, to the precision of the date. */
export function isDateOf(value: string, { from }: DateGroup, wrong: 'year' | 'month' | 'day'): boolean {
  if (wrong === 'year') return value.includes(String(from.year));
  const { month, day } = dayOfText(value);
  return month === from.month && (wrong === 'month' || day === from.day);
}

/** The session of the series that a statement is about: by its day, else by its year. */
export function ofSeries(facts: readonly Fact[], { from: { year, month, day } }: DateGroup): Fact | undefined {
  const sorted = [...facts].sort((a, b) => String(a.value).localeCompare(String(b.value)));
  if (year === undefined) return undefined;
  const ofDay = day === undefined ? [] : sorted.filter((fact) => isSameDay(fact, month, day));
  if (ofDay.length === 1) return ofDay[0];
  // A year without a session, before the last known one, is an error for an adjacent year.
  const isPast = year < (dayOfFact(sorted.at(-1)!).year ?? 0);
  return (
    sorted.find((fact) => dayOfFact(fact).year === year) ??
    (isPast ? sorted.find((fact) => Math.abs((dayOfFact(fact).year ?? 0) - year) <= 1) : undefined)
  );
}

function isSameDay(fact: Fact, month: number | undefined, day: number): boolean {
  const right = dayOfFact(fact);
  return right.month === month && right.day === day;
}

/** The number of a session in its series, counted from 1. */
export function nthOf(fact: Fact, facts: readonly Fact[]): number {
  return facts.filter((other) => String(other.value) <= String(fact.value)).length;
}

/** A date in the format of the language and of the text's own date: "10 December 2018", "17–20 May 2022", "10 mai". */
export function dateText(
  right: Day,
  last: Day | undefined,
  { from, to, isSpan, first, next }: DateGroup,
  { grammar, reading }: Utterance,
): string {
  if (right.month === undefined) return String(right.year ?? '');
  const tokens = reading.sentence.tokens.slice(first, next);
  // The year may be that of the entry, and the date need not repeat it.
  const hasYear =
    (from.year !== undefined || to.year !== undefined) && tokens.some(({ folded }) => /\d{4}/.test(folded));
  const { firstDay, ofMonth: of } = grammar.file.figures;
  // An annual event: in the year that the text gives.
  const year = hasYear ? `${of}${right.year ?? from.year}` : '';
  const day = right.day === 1 ? firstDay : String(right.day);
  // The separator between two days: a dash, "to", "au", "al".
  const joint = tokens.slice(1).find(({ folded }) => !/^\d/.test(folded));
  const mark = joint && joint.kind !== 'punctuation' ? ` ${joint.written} ` : (joint?.written ?? '–');
  const days = isSpan && last?.day !== undefined && last.day !== right.day ? `${right.day}${mark}${last.day}` : day;
  // Without a day in the text, the month is what its preposition goes with: "in December 2018".
  return `${from.day === undefined ? '' : `${days}${of}`}${grammar.monthName(right.month)}${year}`;
}

/** The token of a number within a date, if it stands alone. */
export function numberIn(
  { reading }: Utterance,
  { first, next }: DateGroup,
  value: number | undefined,
): Range | undefined {
  const at = reading.sentence.tokens.findIndex(({ folded }, i) => i >= first && i < next && folded === String(value));
  return at < 0 ? undefined : { first: at, next: at + 1 };
}

/** The token of the year within a date. */
export function yearSpan(utterance: Utterance, date: DateGroup): Range {
  return numberIn(utterance, date, date.from.year) ?? date;
}
