import acts from '../../../data/relations/acts.json';
import { perLang, type Lang } from '../document';
import { grammarOf } from '../reading/grammar';
import { Field, PhraseList, nounPhrase, type FieldWords } from './field';
import type { Relation, RelationFile } from './relation';

type Words = Readonly<Record<Lang, readonly string[]>>;

/** A relation of an act: who did it, how many, and in which resolution. */
export interface ActFile extends RelationFile {
  readonly kind: 'act';
  /** The fact that a wrong body or number is held against. */
  readonly fact: string;
  /** The fact whose value is the symbol of the resolution. */
  readonly symbol?: string;
  readonly others: readonly string[];
  /** What the subject is called once it was named. */
  readonly short: Words;
  readonly resolution: Words;
  /** Bodies that did not do it. */
  readonly bodies: Words;
  /** Bodies that did not do it where one of the words of `when` occurs. */
  readonly bodiesWhen: Words;
  readonly when: Words;
  /** How many of these did it; none where the number is not checked. */
  readonly units?: Words;
  /** A number of another act that is often told of this one. */
  readonly alsoValue?: number;
  /** Words of the occasion, where a small number is meant of the whole. */
  readonly conference?: Words;
}

export interface ActRelation extends Relation<ActFile> {
  readonly short: PhraseList;
  readonly resolution: PhraseList;
  readonly bodies: PhraseList;
  readonly bodiesWhen: PhraseList;
  readonly when: PhraseList;
  readonly members: PhraseList;
  readonly conference: PhraseList;
}

/** The relations of a language, compiled when they are first asked for. */
export const actRelationsOf = perLang((lang): readonly ActRelation[] => (acts.relations as unknown as readonly ActFile[]).map((file) => compile(file, lang)));

function compile(file: ActFile, lang: Lang): ActRelation {
  const grammar = grammarOf(lang);
  const nouns = (words: Words | undefined): PhraseList => new PhraseList(words?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  return {
    file, concepts: new Set(file.subjects), field: new Field(file.field[lang] as FieldWords, grammar), unless: nouns(file.unless), labels: nouns(file.labels),
    short: nouns(file.short), resolution: nouns(file.resolution), bodies: nouns(file.bodies), bodiesWhen: nouns(file.bodiesWhen), when: nouns(file.when), members: nouns(file.units), conference: nouns(file.conference),
  };
}
