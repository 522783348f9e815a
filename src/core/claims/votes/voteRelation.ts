import votes from '../../../../data/relations/votes.json';
import { perLang } from '../../document';
import type { PhraseList } from '../../reading/phraseList';
import { nounList, verbList } from '../field';
import type { RelationFile } from '../relation';

/** A relation whose value is the outcome of a vote of the General Assembly. */
export interface VoteFile extends RelationFile {
  readonly kind: 'vote';
  /** The fact with a number for each side: "152-5-12". */
  readonly fact: string;
  /** The facts on the events that led to the vote, whose dates a sentence may give beside it. */
  readonly events?: readonly string[];
  /** Concepts on which there was a vote as well. */
  readonly others: readonly string[];
}

/** The words of all votes. */
export interface VoteWords {
  /** The voters: States, delegations. */
  readonly units: PhraseList;
  readonly ballots: PhraseList;
  readonly to: PhraseList;
  /** In the order of the fact's value. `labels` follow a number or a verb of voting, or precede a number and a mark. */
  readonly sides: readonly { readonly labels: PhraseList; readonly verbs: PhraseList }[];
}

export interface VoteRelation {
  readonly file: VoteFile;
  readonly unless: PhraseList;
}

/** The relations of a language and their words, compiled on first use. */
export const voteRelationsOf = perLang((lang) => {
  const { units, ballots, to, sides, unless } = votes.words;
  const words: VoteWords = {
    units: nounList(units[lang], lang),
    ballots: nounList(ballots[lang], lang),
    to: nounList(to[lang], lang),
    sides: sides.map(({ labels, verbs }) => ({ labels: nounList(labels[lang], lang), verbs: verbList(verbs[lang]) })),
  };
  const relations = (votes.relations as unknown as readonly VoteFile[]).map((file): VoteRelation => ({
    file,
    unless: nounList([...unless[lang], ...(file.unless?.[lang] ?? [])], lang),
  }));
  return { words, relations };
});
