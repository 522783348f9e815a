import type { Lang } from '../document';
import { isPerson, namesPerson } from '../reading/persons';
import type { NounGroup } from '../reading/nodes';
import type { Reading } from '../reading/read';
import type { Statement } from '../reading/statement';
import { placeOf } from './gazetteer';
import { headWordsOf } from './headWords';

/** Whether the subject of a statement may denote a person named before: a pronoun, or an omitted subject. */
export function refersToPerson(
  { subjects, omitsSubject }: Statement,
  { grammar, sentence: { tokens } }: Reading,
): boolean {
  return subjects.length === 0
    ? omitsSubject && grammar.omitsSubjects
    : subjects.every(
        ({ pronoun, first }) =>
          pronoun === 'person' || (pronoun === 'thing' && grammar.is(tokens[first], 'pronounSubject')),
      );
}

/**
 * The concept of the only person in a sentence. A capitalized group that is no known name, place or title of the head
 * may be another person: "Ms Diallo met Amy Pope."
 */
export function onlyPersonIn({ groups, grammar }: Reading, lang: Lang): string | undefined {
  const { titles } = headWordsOf(lang);
  const isTitle = (group: NounGroup): boolean => !namesPerson(group) && titles.isIn(group.words);
  const persons = groups.filter((group) => isPerson(group, grammar) && !isTitle(group));
  const isOnly = groups.every(
    (group) =>
      persons.includes(group) ||
      group.named.length > 0 ||
      !group.isProper ||
      isTitle(group) ||
      placeOf(group) !== undefined,
  );
  const [only, ...others] = personsIn(persons);
  return persons.length === 1 && others.length === 0 && isOnly ? only : undefined;
}

/** The concepts of the persons whom groups name. */
export function personsIn(groups: readonly NounGroup[]): readonly string[] {
  return groups.flatMap(({ named }) =>
    named.flatMap(({ mention }) => {
      const { concept } = mention.terms[0]!.entry;
      return concept.kind === 'person' ? [concept.id] : [];
    }),
  );
}
