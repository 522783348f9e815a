import type { Grammar } from './grammar';
import type { NounGroup } from './nodes';

/** Whether a group denotes a person, by a name or a noun. */
export function isPerson(group: NounGroup, grammar: Grammar): boolean {
  return group.words.some((word) => grammar.isNoun(word, 'person')) || namesPerson(group);
}

/** Whether a group names a person of the termbase. */
export function namesPerson({ named }: NounGroup): boolean {
  return named.some(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person');
}
