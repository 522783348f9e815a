import { dayOfFact, differenceOf, isDateOf } from '../claims/events/dateOfFact';
import type { DateGroup } from '../reading/nodes';
import { isState } from '../termbase/age';
import type { Fact } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import type { Comparison } from './comparison';
import type { FactValues } from './factValues';
import type { QuoteSite } from './quoteSite';
import { boundaryOf, fitsBoundary, spanFits } from './tenureDates';

/** Compares a date of a quote with that of a fact: of its event, or of the beginning and the end of a state. */
export function compareDate(
  date: DateGroup,
  site: QuoteSite,
  fact: Fact,
  { value, statement }: FactValues,
): Comparison {
  const event = withDay(fact);
  if (fact.from !== undefined && (isState(fact) || fact.to !== undefined)) return comparePeriod(date, site, fact);
  const { year, month } = dayOfFact(event);
  const hasDate = Boolean(year ?? month);
  // The date of a count is that of a report, and others may fit as well.
  if (!hasDate || (fact.asOf !== undefined && value.dates.length === 0)) {
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
function withDay(fact: Fact): Fact {
  const value = String(fact.value);
  return fact.from !== undefined && /^\d{4}(?:-\d\d)?$/.test(value) && fact.from.startsWith(value)
    ? { ...fact, value: fact.from }
    : fact;
}

/** A state has a beginning and an end, and a word such as "until" says which of them a date is. */
function comparePeriod(date: DateGroup, { utterance, first, next }: QuoteSite, fact: Fact): Comparison {
  if (date.isSpan && date.from.year !== date.to.year) {
    // A quote of one end of a span says that this end is wrong.
    const end = first > date.first ? 'to' : next < date.next ? 'from' : undefined;
    if (end) return fitsBoundary(date[end], boundaryOf(fact, end), true) ? 'agrees' : 'contradicts';
    const fit = spanFits(date, fact);
    return fit === 'whole' || fit === 'within' ? 'agrees' : 'contradicts';
  }
  const isEnd = utterance.reading.statements.some(({ complements }) =>
    complements.some(
      ({ group, roles }) =>
        group.kind === 'date' && group.first === date.first && (roles.has('until') || roles.has('before')),
    ),
  );
  return fitsBoundary(date.from, boundaryOf(fact, isEnd ? 'to' : 'from'), true) ? 'agrees' : 'contradicts';
}
