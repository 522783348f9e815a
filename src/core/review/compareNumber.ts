import { agrees } from '../claims/counts/compareCount';
import type { Records } from '../claims/records';
import type { Quantity } from '../reading/nodes';
import type { Fact } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import type { Comparison } from './comparison';
import type { FactValues } from './factValues';
import type { QuoteSite } from './quoteSite';

/** Compares a number of a quote with the value of a fact, or with a number in its statement. */
export function compareNumber(
  number: Quantity,
  site: QuoteSite,
  fact: Fact,
  { value, statement }: FactValues,
  records: Records,
): Comparison {
  if (typeof fact.value === 'number' && fact.unit !== undefined) return compareCount(number, site, fact, records);
  const known = value.numbers.length > 0 ? value.numbers : statement.numbers;
  // A year that is read as a mere number may be compared with a date by nobody but the reader.
  if (known.length === 0) return value.dates.length + statement.dates.length > 0 ? 'open' : 'agrees';
  const same = known.filter((each) => each.value === number.value);
  // "152-5-12": which of the numbers is meant cannot be told from the number.
  return same.length === known.length ? 'agrees' : same.length > 0 ? 'open' : 'contradicts';
}

function compareCount(number: Quantity, { time }: QuoteSite, fact: Fact, records: Records): Comparison {
  const { value } = number;
  const series = records.series(fact.subject, fact.property).filter((record) => record.fact.unit === fact.unit);
  const cited = series.find((record) => record.fact === fact);
  if (cited && agrees(number, cited)) return 'agrees';
  if (disagreements(fact).some((conflict) => conflict.value === value)) return 'disputed';
  if (!cited || fact.asOf === undefined || time.kind === 'unknown') return 'contradicts';
  const newest = series.at(-1)!;
  if (time.kind === 'present') return agrees(number, newest) ? 'agrees' : 'contradicts';
  const years = { from: yearOfMonth(time.months.from), to: yearOfMonth(time.months.to) };
  const then = records.recordsWithin(series, years);
  if (then.some((record) => agrees(number, record))) return 'agrees';
  if (then.some(({ year }) => year >= years.from && year <= years.to)) return 'contradicts';
  // The record has no value of its own for the time, and the number lies between its neighbours, or after the newest.
  const [least, most] = [Math.min, Math.max].map((of) => of(...then.map((record) => record.value)));
  return value >= least! && value <= (years.from > newest.year ? Infinity : most!) ? 'agrees' : 'contradicts';
}

function yearOfMonth(month: number): number {
  return Math.floor((month - 1) / 12);
}
