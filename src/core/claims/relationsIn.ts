import { into } from '../into';
import type { Sentence } from '../reading/sentence';
import { compoundAt } from '../reading/tokens';
import type { PhraseList } from './field';
import type { Relation } from './relation';
import type { Utterance } from './utterance';

/**
 * The relations of a list of which a sentence may have a verb or a noun, and those that need none; known without
 * parsing it. Most sentences have no such word of most relations.
 */
export function relationsIn<R extends Relation>(
  relations: readonly R[],
  utterance: Utterance,
  needsNone: (relation: R) => boolean = () => false,
): readonly R[] {
  const { byVerb, byNoun } = into(WORDS, relations, wordsOf);
  const found = new Set<Relation>();
  const add = (relation: Relation): void => void found.add(relation);
  for (const lemma of lemmasIn(utterance)) byVerb.get(lemma)?.forEach(add);
  for (const word of utterance.words) byNoun.get(word)?.forEach(add);
  return relations.filter((relation) => found.has(relation) || needsNone(relation));
}

type ByWord = ReadonlyMap<string, readonly Relation[]>;

const WORDS = new WeakMap<readonly Relation[], { readonly byVerb: ByWord; readonly byNoun: ByWord }>();

/** The relations by the words with which the phrases of their fields begin. */
function wordsOf(relations: readonly Relation[]): { readonly byVerb: ByWord; readonly byNoun: ByWord } {
  const byWord = (listsOf: (relation: Relation) => readonly PhraseList[]): ByWord => {
    const found = new Map<string, Relation[]>();
    for (const relation of relations)
      for (const list of listsOf(relation))
        for (const first of list.firsts()) into(found, first, (): Relation[] => []).push(relation);
    return found;
  };
  return { byVerb: byWord(({ field }) => [field.theme, field.agent]), byNoun: byWord(({ field }) => [field.nouns]) };
}

const LEMMAS = new WeakMap<Sentence, ReadonlySet<string>>();

/** The verbs of which a word of a sentence may be a form; known without parsing the sentence. */
export function lemmasIn({ reading: { sentence }, grammar }: Utterance): ReadonlySet<string> {
  return into(LEMMAS, sentence, ({ tokens }) => {
    const lemmas = new Set<string>();
    const compounds = tokens.flatMap((_, i) => compoundAt(tokens, i) ?? []);
    for (const word of [...tokens, ...compounds])
      for (const forms of [grammar.verbForms(word), grammar.rareVerbForms(word)])
        for (const { lemma } of forms) lemmas.add(lemma);
    return lemmas;
  });
}
