import type { FirstVerdict } from './judge';
import type { Verdict } from './verdict';

/** What a verdict comes to in the end, made once for each outcome. */
export function outcomeOf(verdict: FirstVerdict, outcome: string, make: () => Verdict): Verdict {
  let known = outcomes.get(verdict);
  if (!known) outcomes.set(verdict, (known = new Map()));
  let settled = known.get(outcome);
  if (!settled) known.set(outcome, (settled = make()));
  return settled;
}

const outcomes = new WeakMap<FirstVerdict, Map<string, Verdict>>();
