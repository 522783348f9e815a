import { Clause, wholeOf } from './clause';
import type { Grammar } from './grammar';
import type { NounGroup } from './nodes';
import { isPerson } from './persons';
import type { Token } from './tokens';

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
export function apposedTo(
  clause: Clause,
  before: NounGroup,
  group: NounGroup,
  tokens: readonly Token[],
  grammar: Grammar,
): NounGroup {
  const isPlural = ({ head }: NounGroup): boolean => head >= 0 && grammar.isPlural(tokens[head]!);
  const isOf: readonly ((each: NounGroup) => boolean)[] = [
    (each) => isPerson(each, grammar),
    (each) => isOrganization(each, grammar),
  ];
  const inner = isOf
    .filter((isOfKind) => isOfKind(group))
    .filter((isOfKind) => !isOfKind({ ...before, named: [] }) || (isPlural(before) && !isPlural(group)))
    .map((isOfKind) => before.owners.find((owner) => owner.end === before.end && isOfKind(owner)))
    .find((owner) => owner !== undefined);
  return inner ?? wholeOf(clause, before) ?? before;
}

function isOrganization({ words, named }: NounGroup, grammar: Grammar): boolean {
  return (
    words.some((word) => grammar.isNoun(word, 'organization') || grammar.isNoun(word, 'otherOrganization')) ||
    named.some(({ mention }) => mention.terms[0]!.entry.concept.kind === 'organization')
  );
}
