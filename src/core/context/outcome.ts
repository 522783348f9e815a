import type { FirstVerdict } from './judge';
import type { Verdict } from './verdict';

/** What a verdict comes to in the end, made once for each outcome. */
export function outcomeOf(verdict: FirstVerdict, outcome: string, make: () => Verdict): Verdict {
  const first = outcomes.get(verdict);
  for (let known = first; known; known = known.other) if (known.outcome === outcome) return known.settled;
  const settled = make();
  outcomes.set(verdict, { outcome, settled, other: first });
  return settled;
}

/** One outcome of a verdict, and the others: hardly ever more than one, of which a map would take many times the room. */
interface Known {
  readonly outcome: string;
  readonly settled: Verdict;
  readonly other: Known | undefined;
}

const outcomes = new WeakMap<FirstVerdict, Known>();
