import { Clause, wholeOf } from './clause';
import type { Grammar } from './grammar';
import type { NounGroup } from './nodes';
import { isPerson } from './persons';

/** "IOM, a related organization": the apposition as a clause with its host as subject. */
export function appositionOf(host: NounGroup, group: NounGroup, parent: Clause): Clause {
  const clause = new Clause('apposition', group.first, parent, parent.modality);
  clause.subjects.push(host);
  clause.objects.push(group);
  clause.next = group.end;
  return clause;
}

/**
 * The group to which another is in apposition: "the agreement between A and B, a text", "the goodwill of its Director
 * General, Amy Pope", "funds of IOM, an agency": the owner at the end of the group, if it is of the same kind, and the
 * group itself is not.
 */
export function apposedTo(clause: Clause, before: NounGroup, group: NounGroup, grammar: Grammar): NounGroup {
  const inner =
    isPerson(group, grammar) && !isPerson({ ...before, named: [] }, grammar)
      ? before.owners.find((owner) => owner.end === before.end && isPerson(owner, grammar))
      : undefined;
  return inner ?? wholeOf(clause, before) ?? before;
}
