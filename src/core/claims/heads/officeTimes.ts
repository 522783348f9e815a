import type { DateGroup, Day } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';

/** A span in months since year 0, inclusive at both ends. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** An end of a tenure: its day, and the years by which sources differ. */
export interface Boundary {
  readonly day: Day;
  /** The day before or after, which is accepted as well: a term that ends on 1 October ended in September. */
  readonly also: Day | undefined;
  readonly slack: number;
  readonly isExact: boolean;
}

export function boundaryOf(fact: Fact, end: 'from' | 'to', isExact = false): Boundary {
  const [year, month, day] = (fact[end] ?? '').split('-').map(Number);
  const own: Day = { year: year || undefined, month: month || undefined, day: day || undefined };
  const slack = fact.confidence === 'B' ? 1 : 0;
  if (end === 'to' && own.day === 1 && own.year !== undefined && own.month !== undefined) {
    const last = new Date(Date.UTC(own.year, own.month - 1, 0));
    return {
      day: { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1, day: last.getUTCDate() },
      also: own,
      slack,
      isExact,
    };
  }
  return { day: own, also: undefined, slack, isExact };
}

/**
 * Whether a day in a text agrees with a boundary, to their common precision; to the day only where the boundary is
 * exact.
 */
export function fitsBoundary(stated: Day, { day, also, slack, isExact }: Boundary): boolean {
  if (stated.year === undefined || day.year === undefined) return true;
  const fits = (right: Day): boolean => {
    if (Math.abs(stated.year! - right.year!) > slack) return false;
    if (slack > 0 || stated.month === undefined || right.month === undefined) return true;
    // A handover at the end of a month may be dated to either month.
    if (!isExact)
      return stated.day === undefined && stated.year === right.year
        ? Math.abs(stated.month - right.month) <= 1
        : stated.month === right.month;
    return (
      stated.month === right.month && (stated.day === undefined || right.day === undefined || stated.day === right.day)
    );
  };
  return fits(day) || (also !== undefined && fits(also));
}

/** The months of a tenure, including those on which sources differ. */
export function monthsOf(fact: Fact): Months {
  const from = boundaryOf(fact, 'from');
  const to = boundaryOf(fact, 'to');
  const slack = from.slack * 12;
  return {
    from: (from.day.year ?? Infinity) * 12 + (from.day.month ?? 1) - slack,
    to:
      to.day.year === undefined
        ? Infinity
        : to.also
          ? to.also.year! * 12 + to.also.month!
          : to.day.year * 12 + (to.day.month ?? 12) + slack,
  };
}

/** Whether a head left so long before the current one began that nobody takes one for the other. */
export function isLongGone(head: Fact, current: Fact): boolean {
  return (boundaryOf(head, 'to').day.year ?? Infinity) + LONG_AGO < boundaryOf(current, 'from').day.year!;
}

/** In years. */
const LONG_AGO = 20;

export function isInOffice(fact: Fact, { from, to }: Months): boolean {
  const own = monthsOf(fact);
  return from <= own.to && to >= own.from;
}

/** Whether a span is the whole tenure, lies within it, overlaps it, or lies outside. */
export function spanFits({ from, to }: DateGroup, fact: Fact): 'whole' | 'within' | 'partly' | 'outside' {
  const isOpen = fact.to === undefined;
  if (!isOpen && fitsBoundary(from, boundaryOf(fact, 'from')) && fitsBoundary(to, boundaryOf(fact, 'to')))
    return 'whole';
  const own = monthsOf(fact);
  const stated = { from: (from.year ?? 0) * 12 + (from.month ?? 1), to: (to.year ?? 0) * 12 + (to.month ?? 12) };
  if (stated.from > own.to || stated.to < own.from) return 'outside';
  const yearFrom = Math.floor((own.from - 1) / 12) * 12;
  return stated.from >= yearFrom && stated.to <= own.to + 12 ? 'within' : 'partly';
}
