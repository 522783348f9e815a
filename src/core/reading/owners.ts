import type { Node } from './nodes';

/** What follows "of" belongs to the group before it: "the head of the Network", "l'accord de 2016". */
export function attachOwners(nodes: readonly Node[]): readonly Node[] {
  const out = [...nodes];
  for (let i = out.length - 3; i >= 0; i--) {
    const [group, preposition, inner] = [out[i], out[i + 1], out[i + 2]];
    if (group.kind !== 'noun' || (group.pronoun !== undefined && group.pronoun !== 'other') || preposition.kind !== 'preposition' || preposition.roles?.has('of') !== true) continue;
    // "a total of 175 Member States": the number is the group's own.
    if (inner.kind === 'noun') { group.owners.push(inner); group.end = inner.end; out.splice(i + 1, 2); }
    else if (inner.kind === 'date') { group.dates.push(inner); group.end = inner.next; out.splice(i + 1, 2); }
  }
  return out;
}
