import data from '../../../../data/relations/names.json';
import { perLang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { Field, PhraseList, nounPhrase, verbPhrase } from '../field';
import type { Relation } from '../relation';

/** The words of a language about names. */
export interface NameWords extends Readonly<Record<VerbList | NounList, PhraseList>> {
  readonly relation: Relation;
}

const VERBS = ['turning', 'leading', 'withNoun', 'bearing', 'bearingWithNoun'] as const;
const NOUNS = ['nouns', 'uses', 'present', 'thus'] as const;
type VerbList = (typeof VERBS)[number];
type NounList = (typeof NOUNS)[number];

/** The words of a language about names, compiled on first use. */
export const nameWordsOf = perLang((lang): NameWords => {
  const grammar = grammarOf(lang);
  const nouns = (list: readonly string[]): PhraseList => new PhraseList(list, (phrase) => nounPhrase(phrase, grammar));
  const lists = [
    ...VERBS.map((list) => [list, new PhraseList(data[list][lang], verbPhrase)] as const),
    ...NOUNS.map((list) => [list, nouns(data[list][lang])] as const),
  ];
  return {
    ...(Object.fromEntries(lists) as Record<VerbList | NounList, PhraseList>),
    relation: {
      file: { ...data, id: 'iom-names', field: { en: {}, fr: {}, es: {} } },
      concepts: new Set(data.subjects),
      field: new Field(undefined, grammar),
      unless: nouns([]),
    },
  };
});
