import type { Conflict, Fact } from './concept';

/** The other values of a fact on which sources disagree; the errors of sources are none. */
export function disagreements({ conflicts = [] }: Pick<Fact, 'conflicts'>): readonly Conflict[] {
  return conflicts.filter(({ error }) => error !== true);
}
