import type { Day } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';

/** A span in months since year 0, inclusive at both ends. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** An end of a tenure: its day, and the years by which sources differ. */
export interface Boundary {
  readonly day: Day;
  /** The day after, which is accepted as well: a term that ends on 1 October ended in September. */
  readonly also: Day | undefined;
  readonly slack: number;
  readonly isExact: boolean;
}

export function boundaryOf(fact: Fact, end: 'from' | 'to', isExact = false): Boundary {
  const [year, month, day] = (fact[end] ?? '').split('-').map((part) => Number(part) || undefined);
  const own: Day = { year, month, day };
  const slack = fact.confidence === 'B' ? 1 : 0;
  if (end === 'from' || day !== 1) return { day: own, also: undefined, slack, isExact };
  const last = new Date(Date.UTC(year!, month! - 1, 0));
  const before = { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1, day: last.getUTCDate() };
  return { day: before, also: own, slack, isExact };
}

/**
 * Whether a day in a text agrees with a boundary, to their common precision; to the day only where the boundary is
 * exact.
 */
export function fitsBoundary(stated: Day, { day, also, slack, isExact }: Boundary): boolean {
  if (stated.year === undefined || day.year === undefined) return true;
  return [day, also ?? day].some((right) => {
    if (Math.abs(stated.year! - right.year!) > slack) return false;
    if (slack > 0 || stated.month === undefined || right.month === undefined) return true;
    // A handover at the end of a month may be dated to either month.
    const apart = isExact || stated.day !== undefined ? 0 : 1;
    const isDay = !isExact || stated.day === undefined || right.day === undefined || stated.day === right.day;
    return isDay && Math.abs(stated.month - right.month) <= apart;
  });
}

/** The months from one day to another, whole years where a day has no month; without a year, never. */
export function monthsBetween(from: Partial<Day>, to: Partial<Day>, slack = 0): Months {
  const monthOf = ({ year = Infinity, month }: Partial<Day>, otherwise: number): number =>
    year * 12 + (month ?? otherwise);
  return { from: monthOf(from, 1) - slack * 12, to: monthOf(to, 12) + slack * 12 };
}

/** The months of a tenure, including those on which sources differ. */
export function monthsOf(fact: Fact): Months {
  const { day: to, also } = boundaryOf(fact, 'to');
  const { day: from, slack } = boundaryOf(fact, 'from');
  return monthsBetween(from, also ?? to, slack);
}

export function isInOffice(fact: Fact, { from, to }: Months): boolean {
  const own = monthsOf(fact);
  return from <= own.to && to >= own.from;
}
