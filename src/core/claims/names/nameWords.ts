import data from '../../../../data/relations/names.json';
import { perLang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { Field, PhraseList, nounPhrase, verbPhrase } from '../field';
import type { Relation } from '../relation';

/** The words of a language about names. */
export interface NameWords {
  readonly turning: PhraseList;
  readonly withNoun: PhraseList;
  readonly nouns: PhraseList;
  readonly present: PhraseList;
  readonly relation: Relation;
}

/** The words of a language about names, compiled on first use. */
export const nameWordsOf = perLang((lang): NameWords => {
  const grammar = grammarOf(lang);
  const nouns = (list: readonly string[]): PhraseList => new PhraseList(list, (phrase) => nounPhrase(phrase, grammar));
  return {
    turning: new PhraseList(data.turning[lang], verbPhrase),
    withNoun: new PhraseList(data.withNoun[lang], verbPhrase),
    nouns: nouns(data.nouns[lang]),
    present: nouns(data.present[lang]),
    relation: {
      file: { ...data, id: 'iom-names', field: { en: {}, fr: {}, es: {} } },
      concepts: new Set(data.subjects),
      field: new Field(undefined, grammar),
      unless: nouns([]),
    },
  };
});
