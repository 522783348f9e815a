import type { Clause } from './clause';
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

/**
 * "que dirige Amy Pope", "que preside el alcalde": a person as object has a preposition in a language that omits
 * subjects. So a person without one is the subject of a relative clause, and the antecedent its object.
 */
export function isPersonAfter({ kind, verb, objects }: Clause, group: NounGroup, grammar: Grammar): boolean {
  return (
    grammar.omitsSubjects &&
    kind === 'relative' &&
    verb?.form === 'finite' &&
    verb.passive !== true &&
    !verb.reflexive &&
    verb.clitic === undefined &&
    verb.next === group.first &&
    objects.length === 0 &&
    (namesPerson(group) ||
      (group.determiner === 'definite' &&
        group.quantity === undefined &&
        group.head >= 0 &&
        grammar.isNoun(group.words[0] ?? '', 'person'))) &&
    !verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula') || grammar.isVerb(lemma, 'having'))
  );
}
