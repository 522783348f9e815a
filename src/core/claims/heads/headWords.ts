import heads from '../../../../data/relations/heads.json';
import { perLang, type Lang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import type { Wanted } from '../../reading/text';
import { PhraseList, nounPhrase, verbPhrase } from '../field';

type Key = keyof typeof heads.words.en;

/** The words of one language about the head of the organization, compiled for comparison. */
export type HeadWords = Readonly<Record<Key, PhraseList>>;

/** The words of a language, compiled on first use. */
export const headWordsOf = perLang((lang) => {
  const lists = Object.entries(heads.words[lang]).map(([key, phrases]) => [
    key,
    key === 'lead' ? new PhraseList(phrases, verbPhrase) : officeList(phrases, lang),
  ]);
  return Object.fromEntries(lists) as HeadWords;
});

/** Phrases in the form of tokens, with hyphens separate. */
export function officeList(phrases: readonly string[], lang: Lang): PhraseList {
  return new PhraseList(phrases, (phrase) =>
    nounPhrase(phrase.replace(/-/g, ' - '), grammarOf(lang)).flatMap((word) => word.split(/(-)/).filter(Boolean)),
  );
}

/** The organization that is headed, as a subject to which words may refer. */
export const ORGANIZATION: Wanted = { concepts: new Set([heads.subject]) };
