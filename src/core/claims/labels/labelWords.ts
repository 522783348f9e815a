import data from '../../../../data/relations/labels.json';
import { perLang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { PhraseList, nounPhrase } from '../field';

/** Words used with labels, in one language. */
export interface LabelWords {
  readonly generic: ReadonlySet<string>;
  readonly alternatives: ReadonlySet<string>;
  /** Headers of columns that give the date of the row. */
  readonly times: PhraseList;
}

/** The words of a language, compiled on first use. */
export const labelWordsOf = perLang((lang): LabelWords => {
  const grammar = grammarOf(lang);
  return {
    generic: new Set(data.generic[lang].flatMap((word) => nounPhrase(word, grammar))),
    alternatives: new Set(data.alternatives[lang]),
    times: new PhraseList(data.times[lang], (phrase) => nounPhrase(phrase, grammar)),
  };
});
