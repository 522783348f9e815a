import votes from '../../../../data/relations/votes.json';
import { perLang, type Lang } from '../../document';
import { grammarOf } from '../../reading/grammar';
import { Field, PhraseList, nounPhrase, verbPhrase, type FieldWords } from '../field';
import type { Relation, RelationFile } from '../relation';

type Words = Readonly<Record<Lang, readonly string[]>>;

/** A relation whose value is the outcome of a vote, with a number for each side. */
export interface VoteFile extends RelationFile {
  readonly kind: 'vote';
  /** The fact with a number for each side: "152-5-12". */
  readonly fact: string;
  /** The facts that list the States of a side. */
  readonly also?: readonly string[];
  /** Concepts on which there was a vote as well. */
  readonly others: readonly string[];
  /** Other voters. */
  readonly rivals: Words;
  readonly assembly: Words;
  /** The voters: States, delegations. */
  readonly units: Words;
  /** The short names of the subject after its first mention. */
  readonly short: Words;
  readonly states: readonly { readonly side: number; readonly names: Words }[];
}

/** `phrases` follow a number, `with` a verb of voting; `labels` precede a number. */
export interface VoteSide {
  readonly phrases: PhraseList;
  readonly with: PhraseList;
  readonly verbs: PhraseList;
  readonly labels: PhraseList;
}

export interface VoteRelation extends Relation<VoteFile> {
  readonly rivals: PhraseList;
  readonly assembly: PhraseList;
  readonly members: PhraseList;
  readonly short: PhraseList;
  readonly ballots: PhraseList;
  readonly to: PhraseList;
  readonly voting: PhraseList;
  readonly sides: readonly VoteSide[];
  readonly states: readonly { readonly side: number; readonly names: PhraseList }[];
  /** The names of all States. */
  readonly anyState: PhraseList;
}

/** The relations of a language, compiled on first use. */
export const voteRelationsOf = perLang((lang): readonly VoteRelation[] =>
  (votes.relations as unknown as readonly VoteFile[]).map((file) => compile(file, lang)),
);

function compile(file: VoteFile, lang: Lang): VoteRelation {
  const grammar = grammarOf(lang);
  const nouns = (words: Words | undefined): PhraseList =>
    new PhraseList(words?.[lang] ?? [], (phrase) => nounPhrase(phrase, grammar));
  const verbs = (words: Words): PhraseList => new PhraseList(words[lang], verbPhrase);
  return {
    file,
    concepts: new Set(file.subjects),
    field: new Field(file.field[lang] as FieldWords, grammar),
    unless: nouns(file.unless),
    labels: nouns(file.labels),
    rivals: nouns(file.rivals),
    assembly: nouns(file.assembly),
    members: nouns(file.units),
    short: nouns(file.short),
    ballots: nouns(votes.words.ballots),
    to: nouns(votes.words.to),
    voting: verbs(votes.words.voting),
    sides: votes.words.sides.map((side) => ({
      phrases: nouns(side.phrases),
      with: nouns(side.with),
      verbs: verbs(side.verbs),
      labels: nouns(side.labels),
    })),
    states: file.states.map(({ side, names }) => ({ side, names: nouns(names) })),
    anyState: new PhraseList(
      file.states.flatMap(({ names }) => names[lang]),
      (phrase) => nounPhrase(phrase, grammar),
    ),
  };
}
