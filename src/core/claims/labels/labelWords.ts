import data from '../../../../data/relations/labels.json';
import { perLang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { nounPhrase } from '../field';

/** Words used with labels, in one language. */
export interface LabelWords {
  readonly generic: ReadonlySet<string>;
  readonly alternatives: ReadonlySet<string>;
}

/** The words of a language, compiled on first use. */
export const labelWordsOf = perLang((lang): LabelWords => ({
  generic: new Set(data.generic[lang].flatMap((word) => nounPhrase(word, grammarOf(lang)))),
  alternatives: new Set(data.alternatives[lang]),
}));
