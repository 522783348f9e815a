import { yearAlone, type Day } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import type { Value } from '../claim';
import { dayOfText } from '../events/dateOfFact';

/** What begins and ends: a tenure, the use of a name. */
export type Period = Pick<Fact, 'from' | 'to'> & Partial<Pick<Fact, 'confidence'>>;

/** A span in months since year 0, inclusive at both ends. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** The months from one day to another, whole years where a day has no month; without a year, never. */
export function monthsBetween(from: Partial<Day>, to: Partial<Day>, slack = 0): Months {
  const monthOf = ({ year = Infinity, month }: Partial<Day>, otherwise: number): number =>
    year * 12 + (month ?? otherwise);
  return { from: monthOf(from, 1) - slack * 12, to: monthOf(to, 12) + slack * 12 };
}

/** The months of a tenure, including those on which sources differ, and the month in which the successor begins. */
export function monthsOf({ from, to, confidence }: Period): Months {
  return monthsBetween(dayOfText(from), dayOfText(to), confidence === 'B' ? 1 : 0);
}

/** "from 2018 to 2023", "since October 2023" */
export function tenureValue({ from, to }: Fact): Value & { readonly kind: 'tenure' } {
  const first = { ...dayOfText(from), day: undefined };
  return to === undefined
    ? { kind: 'tenure', from: first }
    : { kind: 'tenure', from: yearAlone(first.year!), to: yearAlone(dayOfText(to).year!) };
}

export function isInOffice(period: Period, { from, to }: Months): boolean {
  const own = monthsOf(period);
  return from <= own.to && to >= own.from;
}
