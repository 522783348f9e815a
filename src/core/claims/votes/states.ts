import type { Range } from '../../reading/nodes';
import { isVerbOf, type PhraseList } from '../field';
import type { Utterance } from '../utterance';
import { sideOfVerb } from './voteCounts';
import type { VoteRelation } from './voteRelation';

/** A State that a list of voters names, with its side according to the record. */
export interface Voter extends Range {
  readonly side: number;
}

/** In a list of voters on one side, those that voted for another side according to the record. */
export function wrongVoters(utterance: Utterance, relation: VoteRelation): readonly Voter[] {
  const voters = votersIn(utterance, relation);
  // A single State is not a list.
  if (voters.length < 2) return [];
  const sides = relation.sides.map(
    ({ phrases, verbs }, side) =>
      phrases.isIn(utterance.words) ||
      utterance.reading.nodes.some(
        (node) =>
          node.kind === 'verb' &&
          !node.negated &&
          (isVerbOf(verbs, node, utterance.reading) || sideOfVerb(utterance, relation, node) === side),
      ),
  );
  return listsOf(utterance, voters).flatMap((list) =>
    AGAINST_OR_ABSTAINED.flatMap((side) => {
      const own = list.filter((each) => each.side === side).length;
      // The sentence is about this side only, and most of the list is right.
      const isMeant = own > 1 && own * 2 > list.length && sides[side] && (!sides[3 - side] || list.length >= LONG);
      return isMeant ? list.filter((each) => each.side !== side) : [];
    }),
  );
}

const AGAINST_OR_ABSTAINED = [1, 2];
/** A list so long is one of voters, whatever else the sentence says. */
const LONG = 5;

function votersIn({ words }: Utterance, { anyState, states }: VoteRelation): readonly Voter[] {
  const found: Voter[] = [];
  for (let i = 0; i < words.length; i++) {
    if (anyState.get(words[i]!).length === 0) continue;
    const voter = states
      .map(({ side, names }) => ({ side, first: i, next: i + lengthOfName(words, i, names) }))
      .find(({ next }) => next > i);
    if (!voter) continue;
    found.push(voter);
    i = voter.next - 1;
  }
  return found;
}

/** "États-Unis": a hyphen counts as a word. */
function lengthOfName(words: readonly string[], i: number, names: PhraseList): number {
  const isCompound = words[i + 1] === '-' && names.lengthAt([words[i]!, words[i + 2] ?? ''], 0) === 2;
  return isCompound ? 3 : names.lengthAt(words, i);
}

/** Voters with nothing but commas, articles and "and" in between; a semicolon ends the scope of the verb. */
function listsOf(
  { reading: { sentence, grammar } }: Utterance,
  voters: readonly Voter[],
): readonly (readonly Voter[])[] {
  const lists: Voter[][] = [];
  for (const voter of voters) {
    const last = lists.at(-1)?.at(-1);
    const between = last && sentence.tokens.slice(last.next, voter.first);
    const isJoined = between?.every(
      (token) =>
        /^(?:[,']|\p{L})$/u.test(token.folded) ||
        grammar.is(token, 'coordinator') ||
        grammar.is(token, 'definite') ||
        grammar.isContracted(token) ||
        grammar.rolesOf(token)?.has('of') === true,
    );
    if (isJoined) lists.at(-1)!.push(voter);
    else lists.push([voter]);
  }
  return lists;
}
