import acts from '../../../../data/relations/acts.json';
import { perLang, type Lang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { Field, PhraseList, nounPhrase, type FieldWords } from '../field';
import type { Relation, RelationFile } from '../relation';

type Words = Readonly<Record<Lang, readonly string[]>>;

/** A relation of an act: its agent, the number of agents, and the resolution. */
export interface ActFile extends RelationFile {
  readonly kind: 'act';
  /** The fact with which a wrong body or number is compared. */
  readonly fact: string;
  /** The fact whose value is the symbol of the resolution. */
  readonly symbol?: string;
  readonly resolution: Words;
  /** Bodies that did not perform the act. */
  readonly bodies: Words;
  /** The units of the number of agents; absent where the number is not checked. */
  readonly units?: Words;
  /** A number of another act that is often given for this one. */
  readonly alsoValue?: number;
  /** Words of the occasion on which a small number still denotes the whole. */
  readonly conference?: Words;
}

export interface ActRelation extends Relation<ActFile> {
  readonly resolution: PhraseList;
  readonly bodies: PhraseList;
  readonly members: PhraseList;
  readonly conference: PhraseList;
}

/** The relations of a language, compiled on first use. */
export const actRelationsOf = perLang((lang): readonly ActRelation[] =>
  (acts.relations as unknown as readonly ActFile[]).map((file) => compile(file, lang)),
);

function compile(file: ActFile, lang: Lang): ActRelation {
  const grammar = grammarOf(lang);
  const nouns = (words: Words | undefined): PhraseList =>
    new PhraseList(words?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  return {
    file,
    concepts: new Set(file.subjects),
    field: new Field(file.field[lang] as FieldWords, grammar),
    unless: nouns(file.unless),
    labels: nouns(file.labels),
    resolution: nouns(file.resolution),
    bodies: nouns(file.bodies),
    members: nouns(file.units),
    conference: nouns(file.conference),
  };
}
