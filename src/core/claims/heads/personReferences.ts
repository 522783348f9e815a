import type { Lang } from '../../document';
import { isPerson } from '../../reading/persons';
import type { NounGroup } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import { placeOf } from '../places/gazetteer';
import { headWordsOf } from './headWords';

/**
 * The concept of the only person in a sentence. A capitalized group that is no known name, place or title of the head
 * may be another person: "Ms Diallo met Amy Pope."
 */
export function onlyPersonIn({ groups, grammar }: Reading, lang: Lang): string | undefined {
  headWordsOf(lang);
  const persons = groups.filter((group) => isPerson(group, grammar));
  const isOnly = groups.every(
    (group) => persons.includes(group) || group.named.length > 0 || !group.isProper || placeOf(group) !== undefined,
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
