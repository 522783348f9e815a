import type { Lang } from '../document';
import { foldKey } from '../fold';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { NounGroup, VerbGroup } from '../reading/nodes';
import { PhraseList, endOfPhrase, type Phrase } from '../reading/phraseList';
import type { Reading } from '../reading/read';
import type { Utterance } from './utterance';

/** The words of one language for a relation, as a file of `data/relations` lists them. */
export interface FieldWords {
  /** Verbs whose theme is the subject: it is founded, it begins. */
  readonly theme?: readonly string[];
  /** Verbs whose agent is the subject: it joins, it employs. */
  readonly agent?: readonly string[];
  readonly nouns?: readonly string[];
}

/** The field of a relation in one language, compiled for comparison. */
export type Field = Readonly<Record<keyof FieldWords, PhraseList>>;

export function fieldOf({ theme, agent, nouns }: FieldWords, lang: Lang): Field {
  return { theme: verbList(theme), agent: verbList(agent), nouns: nounList(nouns, lang) };
}

/** Verbs, by their lemmas. */
export function verbList(phrases?: readonly string[]): PhraseList {
  return new PhraseList(phrases, verbPhrase);
}

/** Nouns of a language, of which a text may have the singular or the plural. */
export function nounList(phrases: readonly string[] | undefined, lang: Lang): PhraseList {
  return new PhraseList(phrases, (phrase) => nounPhrase(phrase, grammarOf(lang)));
}

/** In the form in which words of a text are compared: folded, with apostrophes as separators. */
export function verbPhrase(phrase: string): Phrase {
  const [lemma, ...rest] = phrase.split(' ');
  return [lemma!, ...rest.flatMap((word) => foldKey(word).split("'"))];
}

export function nounPhrase(phrase: string, grammar: Grammar): Phrase {
  return foldKey(phrase)
    .replace(/'/g, ' ')
    .split(' ')
    .filter(Boolean)
    .map((word) => grammar.singular(word));
}

/** Whether a verb group is one of the verbs, and the words of its phrase follow. */
export function isVerbOf(list: PhraseList, verb: VerbGroup | undefined, reading: Reading): boolean {
  if (!verb) return false;
  return verb.lemmas.some((lemma) =>
    list.get(lemma).some((phrase) => endOfVerb(phrase, verb.main, reading) !== undefined),
  );
}

/** The index after the phrase of a verb. Words may be inserted: "acceded fully to", "ne fait toujours pas partie". */
export function endOfVerb([, ...rest]: Phrase, main: number, { sentence }: Reading): number | undefined {
  for (let at = main + 1; at <= main + 3; at++) {
    const end = endOfPhrase(rest, at, (i) => sentence.tokens[i]?.folded);
    if (end !== undefined) return end;
  }
  return undefined;
}

/**
 * The group that has the owner of a noun of the list. The noun begins in `group`, which is also the result, except for
 * a noun of several groups ("puesta en marcha", "entry into force"), whose last group has the owner.
 */
export function bearerOf(list: PhraseList, group: NounGroup, { reading, words }: Utterance): NounGroup | undefined {
  if (list.isIn(group.words)) return group;
  for (let i = group.first; i < group.next; i++) {
    // An apostrophe is a token but no word: "fin d'année".
    const end = list.endAt(i, (k) => words[k], /'/);
    if (end !== undefined) return reading.groups.find(({ first, next }) => end > first && end <= next);
  }
  return undefined;
}
