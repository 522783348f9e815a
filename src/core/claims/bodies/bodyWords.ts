import data from '../../../../data/relations/bodies.json';
import { perLang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { nounPhrase, PhraseList } from '../field';

/** The words of a language about bodies, compiled on first use. */
export const bodyWordsOf = perLang((lang): BodyWords => {
  const grammar = grammarOf(lang);
  const asWords = (list: readonly string[]): ReadonlySet<string> =>
    new Set(list.flatMap((word) => nounPhrase(word, grammar)));
  return {
    plain: asWords(data.plain[lang]),
    work: asWords(data.work[lang]),
    passing: new PhraseList(data.passing[lang], (phrase) => nounPhrase(phrase, grammar)),
  };
});

interface BodyWords {
  readonly plain: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
  readonly passing: PhraseList;
}
