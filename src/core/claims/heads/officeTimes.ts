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
}

export function boundaryOf(fact: Fact, end: 'from' | 'to'): Boundary {
  const [year, month, day] = (fact[end] ?? '').split('-').map((part) => Number(part) || undefined);
  const own: Day = { year, month, day };
  const slack = fact.confidence === 'B' ? 1 : 0;
  if (end === 'from' || day !== 1) return { day: own, also: undefined, slack };
  const last = new Date(Date.UTC(year!, month! - 1, 0));
  const before = { year: last.getUTCFullYear(), month: last.getUTCMonth() + 1, day: last.getUTCDate() };
  return { day: before, also: own, slack };
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
