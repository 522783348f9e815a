import type { Lang } from '../document';
import { foldKey } from '../fold';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { NounGroup, VerbGroup } from '../reading/nodes';
import { phrasesOf, type Phrase, type Phrases } from '../reading/phraseList';
import type { Reading } from '../reading/read';

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

/** Phrases by their first word. */
export class PhraseList {
  private readonly byFirst: Phrases;
  readonly size: number;

  /** The first word of a verb phrase is its lemma; all words of a noun phrase are in the singular. */
  constructor(phrases: readonly string[] = [], split: (phrase: string) => Phrase) {
    this.byFirst = phrasesOf(phrases.map(split));
    this.size = phrases.length;
  }

  /** The first words of the phrases. */
  firsts(): Iterable<string | undefined> {
    return this.byFirst.keys();
  }

  get(first: string): readonly Phrase[] {
    return this.byFirst.get(first) ?? NO_PHRASES;
  }

  /** Whether one of the phrases of the list occurs as a whole in a sequence of words. */
  isIn(words: readonly string[], from = 0): boolean {
    return this.indexIn(words, from) >= 0;
  }

  /** Index of the first occurrence of a phrase; -1 where there is none. */
  indexIn(words: readonly string[], from = 0): number {
    for (let i = from; i < words.length; i++) if (this.lengthAt(words, i) > 0) return i;
    return -1;
  }

  /** The number of words of the longest phrase at an index; 0 for none. */
  lengthAt(words: readonly string[], i: number): number {
    return this.get(words[i]!).find((phrase) => phrase.every((word, k) => words[i + k] === word))?.length ?? 0;
  }
}

const NO_PHRASES: readonly Phrase[] = [];

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

/** Whether a verb group is one of the verbs, and the words of its phrase follow within a few tokens. */
export function isVerbOf(list: PhraseList, verb: VerbGroup | undefined, { sentence: { tokens } }: Reading): boolean {
  if (!verb) return false;
  return verb.lemmas.some((lemma) =>
    list.get(lemma).some((phrase) => phrase.length === 1 || followsVerb(phrase, tokens, verb.main + 1)),
  );
}

function followsVerb(phrase: Phrase, tokens: Reading['sentence']['tokens'], from: number): boolean {
  for (let start = from; start <= from + 2; start++) {
    if (phrase.slice(1).every((word, k) => tokens[start + k]?.folded === word)) return true;
  }
  return false;
}

/**
 * The group that has the owner of a noun of the list. The noun begins in `group`, which is also the result, except for
 * a noun of several groups ("puesta en marcha", "entry into force"), whose last group has the owner.
 */
export function bearerOf(
  list: PhraseList,
  group: NounGroup,
  groups: readonly NounGroup[],
  words: readonly string[],
): NounGroup | undefined {
  if (list.isIn(group.words)) return group;
  for (let i = group.first; i < group.next; i++)
    for (const phrase of list.get(words[i]!)) {
      const last = lastOf(phrase, words, i);
      if (last !== undefined) return groups.find(({ first, next }) => last >= first && last < next);
    }
  return undefined;
}

/** The last token of a phrase that begins at a token. An apostrophe is a token but no word: "fin d'année". */
function lastOf(phrase: Phrase, words: readonly string[], from: number): number | undefined {
  let i = from - 1;
  for (const word of phrase) {
    i++;
    while (words[i] === "'") i++;
    if (words[i] !== word) return undefined;
  }
  return i;
}
