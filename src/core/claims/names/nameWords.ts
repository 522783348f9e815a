import data from '../../../../data/relations/names.json';
import { perLang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { PhraseList, nounPhrase, verbPhrase } from '../field';

/** The words of a language about names, compiled on first use. */
export const nameWordsOf = perLang((lang) => {
  const nouns = (list: readonly string[]): PhraseList =>
    new PhraseList(list, (phrase) => nounPhrase(phrase, grammarOf(lang)));
  return {
    turning: new PhraseList(data.turning[lang], verbPhrase),
    withNoun: new PhraseList(data.withNoun[lang], verbPhrase),
    nouns: nouns(data.nouns[lang]),
    present: nouns(data.present[lang]),
  };
});

export type NameWords = ReturnType<typeof nameWordsOf>;
