import type { DateGroup, Day } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';

/** The year of an event. */
export function yearOfFact(fact: Fact): number | undefined {
  return dayOfFact(fact).year;
}

/** The day of an event: its value if that is a date, else its beginning. */
export function dayOfFact(fact: Fact): Day {
  const text = /^(?:\d{4}|-)(?:-\d\d){0,2}/.exec(String(fact.value))?.[0] ?? fact.from ?? fact.asOf ?? '';
  return dayOfText(text);
}

/** The last day of a span, "2022-05-17/2022-05-20". */
export function lastDayOf(fact: Fact): Day | undefined {
  const last = String(fact.value).split('/')[1];
  return last === undefined ? undefined : dayOfText(last);
}

/** "2018-12-10"; "--12-18" recurs every year. */
function dayOfText(text: string): Day {
  const [year, month, day] = text.replace(/^--/, 'every-').split('-').map(Number);
  return { year: Number.isFinite(year) ? year : undefined, month: month || undefined, day: day || undefined };
}

/** Whether a date agrees with the record, to the precision of the date. */
export function isWithin(date: DateGroup, fact: Fact): boolean {
  return differenceOf(date, fact, 'day') === undefined;
}

/** The component of a date that differs from the record: its year, or its month or day in the right year. */
export function differenceOf(
  date: DateGroup,
  fact: Fact,
  precision: 'day' | 'year',
): 'year' | 'month' | 'day' | undefined {
  const { from, to, isSpan } = date;
  const right = dayOfFact(fact);
  const last = lastDayOf(fact) ?? right;
  if (from.year !== undefined && right.year !== undefined) {
    const isYears = isSpan && to.year !== from.year;
    if (right.year < from.year || right.year > (isYears ? (to.year ?? from.year) : from.year)) return 'year';
    if (isYears) return undefined;
  }
  if (from.month === undefined || right.month === undefined) return undefined;
  // "26 November to 5 December 1951": a span that contains the single day of the record.
  if (isSpan && last === right && inYear(from, 1) <= inYear(right, 15) && inYear(right, 15) <= inYear(to, 31))
    return undefined;
  if (from.month !== right.month && to.month !== last.month) return 'month';
  const isByYear = precision === 'year' && from.year === undefined;
  if (from.day === undefined || right.day === undefined || isByYear) return undefined;
  const end = last.month === right.month ? (last.day ?? right.day) : 31;
  return from.day < right.day || from.day > end || (isSpan && (to.day ?? end) > end) ? 'day' : undefined;
}

/** The place of a day in its year; of a month without a day, that of the day `least`. */
function inYear({ month, day }: Day, least: number): number {
  return (month ?? 0) * 32 + (day ?? least);
}

/** Whether a date with a month denotes another month or day of the year than the record. */
export function isOtherDay({ from, isSpan }: DateGroup, { month, day }: Day): boolean {
  if (isSpan || from.month === undefined || month === undefined) return false;
  return from.month !== month || (from.day !== undefined && day !== undefined && from.day !== day);
}

/** Whether a value from some source is the date, to the precision of the date. */
export function isDateOf(value: string, { from }: DateGroup, wrong: 'year' | 'month' | 'day'): boolean {
  if (wrong === 'year') return value.includes(String(from.year));
  const { month, day } = dayOfText(value);
  return month === from.month && (wrong === 'month' || day === from.day);
}
