import { dayOfText } from '../claims/events/dateOfFact';
import { isInOffice, monthsBetween, monthsOf } from '../claims/heads/months';
import type { DateGroup, Day } from '../reading/nodes';
import type { Fact } from '../termbase/concept';

/** An end of a tenure: its day, and the years by which sources differ. */
export interface Boundary {
  readonly day: Day;
  /** The day after, which is accepted as well: a term that ends on 1 October ended in September. */
  readonly also: Day | undefined;
  readonly slack: number;
}

export function boundaryOf(fact: Fact, end: 'from' | 'to'): Boundary {
  const own = dayOfText(fact[end]);
  const { year, month, day } = own;
  const slack = fact.confidence === 'B' ? 1 : 0;
  if (end === 'from' || day !== 1) return { day: own, also: undefined, slack };
  const last = new Date(Date.UTC(year!, month! - 1, 0));
  const before = { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1, day: last.getUTCDate() };
  return { day: before, also: own, slack };
}

/**
 * Whether a day in a text agrees with a boundary, to their common precision. Unless it must be `exact`, a handover at
 * the end of a month may be dated to either month.
 */
export function fitsBoundary(stated: Day, { day, also, slack }: Boundary, isExact = false): boolean {
  if (stated.year === undefined || day.year === undefined) return true;
  return [day, also ?? day].some((right) => {
    if (Math.abs(stated.year! - right.year!) > slack) return false;
    if (slack > 0 || stated.month === undefined || right.month === undefined) return true;
    const apart = isExact || stated.day !== undefined ? 0 : 1;
    const isDay = !isExact || stated.day === undefined || right.day === undefined || stated.day === right.day;
    return isDay && Math.abs(stated.month - right.month) <= apart;
  });
}

/** Whether a span is the whole tenure, lies within it, overlaps it, or lies outside. */
export function spanFits({ from, to }: DateGroup, fact: Fact): 'whole' | 'within' | 'partly' | 'outside' {
  const isBoth = fitsBoundary(from, boundaryOf(fact, 'from')) && fitsBoundary(to, boundaryOf(fact, 'to'));
  if (fact.to !== undefined && isBoth) return 'whole';
  const own = monthsOf(fact);
  const stated = monthsBetween(from, to);
  if (!isInOffice(fact, stated)) return 'outside';
  const yearFrom = Math.floor((own.from - 1) / 12) * 12;
  return stated.from >= yearFrom && stated.to <= own.to + 12 ? 'within' : 'partly';
}
