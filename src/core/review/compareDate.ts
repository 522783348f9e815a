import { dayOfFact, dayOfText, differenceOf, isDateOf } from '../claims/events/dateOfFact';
import { isInOffice, monthsBetween, type Period } from '../claims/heads/months';
import type { DateGroup } from '../reading/nodes';
import { isState } from '../termbase/age';
import type { Fact } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import type { Comparison } from './comparison';
import type { FactValues } from './factValues';
import type { QuoteSite } from './quoteSite';

/** Compares a date of a quote with that of a fact: of its event, or of the beginning and the end of a state. */
export function compareDate(
  date: DateGroup,
  site: QuoteSite,
  fact: Fact,
  { value, statement }: FactValues,
): Comparison {
  if (fact.from !== undefined && (isState(fact) || fact.to !== undefined)) return comparePeriod(date, site, fact);
  const event = withDay(fact);
  const { year, month } = dayOfFact(event);
  const isDated = (year ?? month) !== undefined;
  // The date of a count is that of a report, and others may fit as well.
  if (!isDated || (fact.asOf !== undefined && value.dates.length === 0)) {
    const known = [...value.dates, ...statement.dates];
    return known.length === 0 && fact.asOf === undefined ? 'agrees' : 'open';
  }
  const wrong = differenceOf(date, event, 'day');
  if (wrong === undefined) return 'agrees';
  return disagreements(fact).some((conflict) => isDateOf(String(conflict.value), date, wrong))
    ? 'disputed'
    : 'contradicts';
}

/** The fact with the day on which it happened, where its value is only the year. */
function withDay(fact: Fact): Pick<Fact, 'value'> {
  const value = String(fact.value);
  return /^\d{4}(?:-\d\d)?$/.test(value) && fact.from?.startsWith(value) ? { value: fact.from } : fact;
}

/** A state has a beginning and an end, and a word such as "until" says which of them a date is. */
function comparePeriod(date: DateGroup, { utterance, first, next }: QuoteSite, fact: Fact): Comparison {
  const { from, to, isSpan } = date;
  // A quote of one end of a span says that this end is wrong.
  const end = isSpan && first > date.first ? 'to' : isSpan && next < date.next ? 'from' : undefined;
  if (isSpan && from.year !== to.year && end === undefined)
    return [from, to].every(({ year }) => isInOffice(fact, monthsBetween({ year }, { year })))
      ? 'agrees'
      : 'contradicts';
  const isLast = utterance.reading.statements.some(({ complements }) =>
    complements.some(
      ({ group, roles }) =>
        group.kind === 'date' && group.first === date.first && (roles.has('until') || roles.has('before')),
    ),
  );
  return isEndOf(date, fact, end ?? (isLast ? 'to' : 'from')) ? 'agrees' : 'contradicts';
}

/** Whether a date is that of an end of a period, to their common precision; sources may differ by a year. */
export function isEndOf(date: DateGroup, period: Period, end: 'from' | 'to'): boolean {
  const day = date[end];
  const value = period[end] ?? '';
  const { year } = dayOfText(value);
  const apart = Math.abs((day.year ?? NaN) - (year ?? NaN));
  if (apart === 1 && period.confidence === 'B') return true;
  // A term that ends on 1 October ended in September.
  const days = end === 'to' && /-\d\d-01$/.test(value) ? [value, dayBefore(value)] : [value];
  return days.some(
    (each) => differenceOf({ ...date, from: day, to: day, isSpan: false }, { value: each }, 'day') === undefined,
  );
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1_000).toISOString().slice(0, 10);
}
