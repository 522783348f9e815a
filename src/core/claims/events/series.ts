import type { DateGroup } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import { dayOfFact } from '../dates/dateOfFact';

/** The session of the series that a statement is about: by its day, else by its year. */
export function ofSeries(facts: readonly Fact[], { from: { year, month, day } }: DateGroup): Fact | undefined {
  const sorted = [...facts].sort((a, b) => String(a.value).localeCompare(String(b.value)));
  if (year === undefined) return undefined;
  const ofDay = day === undefined ? [] : sorted.filter((fact) => isSameDay(fact, month, day));
  if (ofDay.length === 1) return ofDay[0];
  // A year without a session, before the last known one, is an error for an adjacent year.
  const isPast = year < (dayOfFact(sorted.at(-1)!).year ?? 0);
  return (
    sorted.find((fact) => dayOfFact(fact).year === year) ??
    (isPast ? sorted.find((fact) => Math.abs((dayOfFact(fact).year ?? 0) - year) <= 1) : undefined)
  );
}

function isSameDay(fact: Fact, month: number | undefined, day: number): boolean {
  const right = dayOfFact(fact);
  return right.month === month && right.day === day;
}

/** The number of a session in its series, counted from 1. */
export function nthOf(fact: Fact, facts: readonly Fact[]): number {
  return facts.filter((other) => String(other.value) <= String(fact.value)).length;
}
