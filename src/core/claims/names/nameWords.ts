import data from '../../../../data/relations/names.json';
import { perLang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf } from '../../reading/grammar';
import { Field, PhraseList, nounPhrase } from '../field';
import type { Relation } from '../relation';

/** The words of a language about names, compiled on first use. */
export const nameWordsOf = perLang((lang): NameWords => {
  const grammar = grammarOf(lang);
  const verbs = (list: readonly string[]): PhraseList => new Field({ theme: list }, grammar).theme;
  const nouns = (list: readonly string[]): PhraseList => new PhraseList(list, (phrase) => nounPhrase(phrase, grammar));
  const none = nouns([]);
  return {
    relation: {
      file: {
        id: 'iom-names',
        property: data.property,
        subjects: data.subjects,
        field: { en: {}, fr: {}, es: {} },
        messages: data.messages,
      },
      concepts: new Set(data.subjects),
      field: new Field(undefined, grammar),
      unless: none,
      labels: nouns(data.labels[lang]),
    },
    turning: verbs(data.turning[lang]),
    into: verbs(data.into[lang]),
    leading: verbs(data.leading[lang]),
    withNoun: verbs(data.withNoun[lang]),
    bearing: verbs(data.bearing[lang]),
    bearingWithNoun: verbs(data.bearingWithNoun[lang]),
    replacing: verbs(data.replacing[lang]),
    thus: new Set(data.thus[lang].map(foldKey)),
    nouns: nouns(data.nouns[lang]),
    uses: nouns(data.uses[lang]),
    present: nouns(data.present[lang]),
  };
});

/** The words of a language about names. */
export interface NameWords {
  readonly relation: Relation;
  readonly turning: PhraseList;
  readonly into: PhraseList;
  readonly leading: PhraseList;
  readonly withNoun: PhraseList;
  readonly bearing: PhraseList;
  readonly bearingWithNoun: PhraseList;
  readonly replacing: PhraseList;
  readonly thus: ReadonlySet<string>;
  readonly nouns: PhraseList;
  readonly uses: PhraseList;
  readonly present: PhraseList;
}
