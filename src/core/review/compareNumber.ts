import { agrees } from '../claims/counts/compareCount';
import type { Months } from '../claims/heads/months';
import type { CountRecord, Records } from '../claims/records';
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
  const isIn = (each: Quantity): boolean => each.value === number.value;
  // A statement without any number does not contradict one.
  if (known.length === 0)
    return value.dates.length + statement.dates.length > 0 || value.symbols.length > 0 ? 'open' : 'agrees';
  if (!known.some(isIn)) return 'contradicts';
  // "152-5-12": which of the numbers is meant cannot be told from the number.
  return known.every(isIn) ? 'agrees' : 'open';
}

function compareCount({ value, hedge }: Quantity, site: QuoteSite, fact: Fact, records: Records): Comparison {
  const fits = (record: CountRecord): boolean => agrees({ value, hedge }, record);
  const series = records.series(fact.subject, fact.property).filter((record) => record.fact.unit === fact.unit);
  const cited = series.find((record) => record.fact === fact);
  const { time } = site;
  if (cited && fits(cited)) return 'agrees';
  if (disagreements(fact).some((conflict) => conflict.value === value)) return 'disputed';
  if (!cited || fact.asOf === undefined || time.kind === 'unknown') return 'contradicts';
  const newest = series.at(-1)!;
  const then = time.kind === 'present' ? [newest] : recordsAt(series, time.months);
  if (then.some(fits)) return 'agrees';
  if (time.kind === 'present' || then.some((record) => isWithin(monthsOfRecord(record), time.months)))
    return 'contradicts';
  const values = then.map((record) => record.value);
  // The record has no value of its own for the time, and the number lies between its neighbours.
  if (value >= Math.min(...values) && value <= Math.max(...values)) return 'agrees';
  return time.months.from > monthsOfRecord(newest).to && value >= newest.value ? 'agrees' : 'contradicts';
}

/** The values at a time: the last one before it and those within it, or its neighbours where it has none. */
function recordsAt(series: readonly CountRecord[], time: Months): readonly CountRecord[] {
  const within = series.filter((record) => isWithin(monthsOfRecord(record), time));
  const before = series.filter((record) => monthsOfRecord(record).to < time.from).slice(-1);
  const after = within.length > 0 ? [] : series.filter((record) => monthsOfRecord(record).from > time.to).slice(0, 1);
  return [...before, ...within, ...after];
}

function isWithin(a: Months, b: Months): boolean {
  return a.from <= b.to && a.to >= b.from;
}

function monthsOfRecord({ fact }: CountRecord): Months {
  const [year, month] = (fact.asOf ?? fact.from ?? '').split('-').map(Number);
  const [lastYear, lastMonth] = (fact.asOf ?? fact.to ?? fact.from ?? '').split('-').map(Number);
  return { from: year! * 12 + (month ?? 1), to: lastYear! * 12 + (lastMonth ?? 12) };
}
