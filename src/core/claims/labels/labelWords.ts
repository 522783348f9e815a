import data from '../../../../data/relations/labels.json';
import { perLang } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf } from '../../reading/grammar';
import { PhraseList, nounPhrase } from '../field';

/** Words used with labels, in one language. */
export interface LabelWords {
  readonly generic: ReadonlySet<string>;
  readonly alternatives: ReadonlySet<string>;
  /** Headers of columns that give the date of the row. */
  readonly times: PhraseList;
  readonly affirmations: ReadonlySet<string>;
  readonly questions: ReadonlyMap<'count' | 'date' | 'place', PhraseList>;
}

/** The words of a language, compiled on first use. */
export const labelWordsOf = perLang((lang): LabelWords => {
  const grammar = grammarOf(lang);
  const list = (phrases: readonly string[]): PhraseList =>
    new PhraseList(phrases, (phrase) => nounPhrase(phrase, grammar));
  const { questions } = data;
  return {
    generic: new Set(data.generic[lang].flatMap((word) => nounPhrase(word, grammar))),
    alternatives: new Set(data.alternatives[lang]),
    times: list(data.times[lang]),
    affirmations: new Set(data.affirmations[lang].map(foldKey)),
    questions: new Map([
      ['count', list(questions.count[lang])],
      ['date', list(questions.date[lang])],
      ['place', list(questions.place[lang])],
    ]),
  };
});
