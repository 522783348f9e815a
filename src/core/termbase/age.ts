import type { Fact } from './concept';

/** Whether the fact describes a state, which lasts ("Geneva since 1951"); an event has one date. */
export function isState({ property }: Pick<Fact, 'property'>): boolean {
  return STATES.has(property);
}

const STATES = new Set([
  'head',
  'seat',
  'deputy-head',
  'coordinator',
  'coordinator-person',
  'un-status',
  'legal-force',
]);

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

function seriesOf({ subject, property, unit = '' }: Fact): string {
  return `${subject} ${property} ${unit}`;
}
