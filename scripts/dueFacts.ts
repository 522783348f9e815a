import { isAnnounced, isState } from '../src/core/termbase/age';
import type { Fact } from '../src/core/termbase/concept';

/**
 * Facts that may have changed since their last review: all except events, those that have ended, and those with a
 * newer value.
 */
export function currentFacts(facts: Iterable<Fact>): readonly Fact[] {
  const all = [...facts];
  const newest = new Map<string, string>();
  for (const fact of all) {
    if (fact.asOf !== undefined && fact.asOf > (newest.get(seriesOf(fact)) ?? ''))
      newest.set(seriesOf(fact), fact.asOf);
  }
  return all.filter((fact) => {
    if (fact.to !== undefined || (fact.from !== undefined && !isState(fact))) return false;
    return fact.asOf === undefined || fact.asOf === newest.get(seriesOf(fact));
  });
}

/** Current facts that were never compared with their sources. */
export function neverReviewed(facts: Iterable<Fact>): readonly Fact[] {
  return currentFacts(facts).filter(({ reviewed }) => reviewed === undefined);
}

/**
 * Current facts last compared with their sources before a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), the oldest first.
 */
export function reviewedBefore(facts: Iterable<Fact>, date: string): readonly Fact[] {
  return currentFacts(facts)
    .filter(({ reviewed }) => reviewed !== undefined && reviewed < date.slice(0, reviewed.length))
    .sort((a, b) => (a.reviewed! < b.reviewed! ? -1 : a.reviewed! > b.reviewed! ? 1 : 0));
}

/**
 * A fact to look at on a day: `passed`, an announcement whose day has come; `value`, a count of the year before last or
 * an earlier one, as a newer value is probably published; `compare`, a fact last compared with its sources more than a
 * year ago.
 */
export interface Due {
  readonly kind: 'passed' | 'value' | 'compare';
  readonly fact: Fact;
}

/** The facts that are due on a day (`YYYY-MM-DD`), each once, by the first kind that applies. */
export function dueFacts(facts: Iterable<Fact>, day: string): readonly Due[] {
  const all = [...facts];
  const year = Number(day.slice(0, 4));
  const announced = all.filter((fact) => fact.checkOnly !== true && isAnnounced(fact) && fact.from! <= day);
  const counts = currentFacts(all).filter(
    ({ value, unit, asOf }) =>
      typeof value === 'number' && unit !== undefined && asOf !== undefined && Number(asOf.slice(0, 4)) < year - 1,
  );
  const compared = reviewedBefore(all, `${year - 1}${day.slice(4)}`);
  const due = new Map<string, Due>();
  for (const [kind, found] of [
    ['passed', announced],
    ['value', counts],
    ['compare', compared],
  ] as const)
    for (const fact of found) if (!due.has(fact.id)) due.set(fact.id, { kind, fact });
  return [...due.values()];
}

function seriesOf({ subject, property, unit = '' }: Fact): string {
  return `${subject} ${property} ${unit}`;
}
