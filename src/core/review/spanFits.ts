import { boundaryOf, fitsBoundary, isInOffice, monthsBetween, monthsOf } from '../claims/heads/officeTimes';
import type { DateGroup } from '../reading/nodes';
import type { Fact } from '../termbase/concept';

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
