import type { FirstVerdict } from './judge';
import type { Verdict } from './verdict';

/** The final verdict for an outcome; created once for each outcome. */
export function outcomeOf(verdict: FirstVerdict, outcome: string, make: () => Verdict): Verdict {
  const first = outcomes.get(verdict);
  for (let known = first; known; known = known.other) if (known.outcome === outcome) return known.settled;
  const settled = make();
  outcomes.set(verdict, { outcome, settled, other: first });
  return settled;
}

/**
 * One outcome of a verdict and a link to the others. There is hardly ever more than one, and a map would take many
 * times the space.
 */
interface Known {
  readonly outcome: string;
  readonly settled: Verdict;
  readonly other: Known | undefined;
}

const outcomes = new WeakMap<FirstVerdict, Known>();
