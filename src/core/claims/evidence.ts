import { into } from '../reading/lookup';
import type { Sentence } from '../reading/sentence';
import { compoundAt } from '../reading/tokens';
import type { PhraseList } from './field';
import type { Relation } from './relation';
import type { Utterance } from './utterance';

/** The evidence of a list of relations, collected when the list is first asked for. */
export function evidenceOf<R extends Relation>(
  relations: readonly R[],
  isAlways: (relation: R) => boolean = () => false,
): Evidence<R> {
  let evidence = EVIDENCE.get(relations) as Evidence<R> | undefined;
  if (!evidence) EVIDENCE.set(relations, (evidence = new Evidence(relations, isAlways)));
  return evidence;
}

const EVIDENCE = new WeakMap<readonly Relation[], unknown>();

/**
 * The relations of a list by the words with which the phrases of their fields begin. Most sentences have no such word
 * of most relations.
 */
class Evidence<R extends Relation> {
  private readonly byVerb = new Map<string, number[]>();
  private readonly byNoun = new Map<string, number[]>();
  private readonly always: readonly number[];

  /** `isAlways` tells which relations need no word of their fields. */
  constructor(
    private readonly relations: readonly R[],
    isAlways: (relation: R) => boolean,
  ) {
    const add = (lists: Map<string, number[]>, list: PhraseList, i: number): void => {
      for (const first of list.firsts()) {
        const known = lists.get(first);
        if (known) known.push(i);
        else lists.set(first, [i]);
      }
    };
    for (const [i, { field }] of relations.entries()) {
      add(this.byVerb, field.theme, i);
      add(this.byVerb, field.agent, i);
      add(this.byNoun, field.nouns, i);
    }
    this.always = [...relations.keys()].filter((i) => isAlways(relations[i]!));
  }

  /** The relations, in their order, of which a sentence may have a verb or a noun; known without parsing it. */
  in(utterance: Utterance): readonly R[] {
    const found = new Set(this.always);
    const take = (lists: ReadonlyMap<string, readonly number[]>, word: string): void => {
      for (const i of lists.get(word) ?? NONE) found.add(i);
    };
    for (const lemma of lemmasIn(utterance)) take(this.byVerb, lemma);
    for (const word of utterance.words) take(this.byNoun, word);
    return [...found].sort((a, b) => a - b).map((i) => this.relations[i]!);
  }
}

const LEMMAS = new WeakMap<Sentence, ReadonlySet<string>>();

/** The verbs of which a word of a sentence may be a form; known without parsing the sentence. */
export function lemmasIn({ reading: { sentence }, grammar }: Utterance): ReadonlySet<string> {
  return into(LEMMAS, sentence, ({ tokens }) => {
    const compounds = tokens.flatMap((_, i) => compoundAt(tokens, i) ?? []);
    const forms = [...tokens, ...compounds].flatMap((word) => [
      ...grammar.verbForms(word),
      ...grammar.rareVerbForms(word),
    ]);
    return new Set(forms.map(({ lemma }) => lemma));
  });
}

const NONE: readonly number[] = [];
