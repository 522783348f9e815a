import type { Node } from './nodes';

/** Attaches the complement of "of" to the preceding group: "the head of the Network", "l'accord de 2016". */
export function attachOwners(nodes: readonly Node[]): readonly Node[] {
  const out = [...nodes];
  for (let i = out.length - 3; i >= 0; i--) {
    const [group, preposition, inner] = [out[i], out[i + 1], out[i + 2]];
    if (
      group!.kind !== 'noun' ||
      (group!.pronoun !== undefined && group!.pronoun !== 'other') ||
      preposition!.kind !== 'preposition' ||
      preposition!.roles?.has('of') !== true
    )
      continue;
    // "a total of 175 Member States": the number belongs to the group itself.
    if (inner!.kind === 'noun') {
      group!.owners.push(inner!);
      group!.end = inner!.end;
      out.splice(i + 1, 2);
    } else if (inner!.kind === 'date') {
      group!.dates.push(inner!);
      group!.end = inner!.next;
      out.splice(i + 1, 2);
    }
  }
  return out;
}

/**
 * "its ten principles and 22 objectives": a group without a determiner shares the possessive of the group with which it
 * is coordinated.
 */
export function sharePossessives(nodes: readonly Node[]): readonly Node[] {
  const out = [...nodes];
  for (let i = 2; i < out.length; i++) {
    const [first, joint, group] = [out[i - 2], out[i - 1], out[i]];
    if (
      first!.kind !== 'noun' ||
      first!.possessive === undefined ||
      joint!.kind !== 'coordinator' ||
      group!.kind !== 'noun'
    )
      continue;
    const isBare =
      group!.determiner === 'none' &&
      group!.possessive === undefined &&
      group!.pronoun === undefined &&
      group!.named.length === 0 &&
      !group!.isProper;
    if (isBare) out[i] = { ...group!, possessive: first!.possessive };
  }
  return out;
}
