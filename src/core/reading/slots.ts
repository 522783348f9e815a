/**
 * A part of a group of words. For a token it returns the index after what it takes, {@link END} if the group ends
 * there, or `undefined` if the next slot decides.
 */
export type Slot<G> = (group: G, i: number) => number | undefined;

export const END = -1;

/** Fills the slots of a group in their order of precedence, from a token on; returns the index at which it ends. */
export function fillSlots<G>(slots: readonly Slot<G>[], group: G, start: number, length: number): number {
  let i = start;
  while (i < length) {
    const next = firstAnswer(slots, group, i);
    if (next === undefined || next === END) break;
    i = next;
  }
  return i;
}

/** The answer of the first rule that has one. */
export function firstAnswer<G, T>(
  rules: readonly ((group: G, i: number) => T | undefined)[],
  group: G,
  i: number,
): T | undefined {
  for (const rule of rules) {
    const answer = rule(group, i);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
