import type { Range } from '../../reading/nodes';
import type { Surroundings } from '../../surroundings/surroundings';
import { claimAt, type Claim } from '../claim';
import { count as number, text } from '../claimMessage';
import { inWords } from '../counts/wordNumbers';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { wrongVoters } from './states';
import { countsIn, resultsIn, type Count } from './voteCounts';
import type { VoteRelation } from './voteRelation';

/** In the order of the fact's value. */
const SIDES = ['for', 'against', 'abstained'] as const;

/** "by 164 votes to 5", "seven States voted against the Compact": numbers and voters of a vote. */
export function voteClaims(
  utterance: Utterance,
  relations: readonly VoteRelation[],
  records: Records,
  surroundings: Surroundings,
): readonly Claim[] {
  const { reading, discourse, site, words } = utterance;
  if (reading.modality !== 'asserted' || discourse.isRefuted(site)) return [];
  const votes = relations.flatMap((relation) => {
    const fact = records.fact(relation.file.fact);
    return fact ? [{ relation, fact: fact.id, right: String(fact.value).split('-').map(Number) }] : [];
  });
  return votes.flatMap((vote) => {
    if (vote.relation.unless.isIn(words)) return [];
    const others = votes.filter((each) => each !== vote).map(({ right }) => right);
    return claimsOf(utterance, vote, others, surroundings);
  });
}

/** A vote of the record: its relation, and the number of each side. */
interface Vote {
  readonly relation: VoteRelation;
  readonly fact: string;
  readonly right: readonly number[];
}

function claimsOf(
  utterance: Utterance,
  vote: Vote,
  others: readonly (readonly number[])[],
  surroundings: Surroundings,
): readonly Claim[] {
  const { relation, fact, right } = vote;
  const { words } = utterance;
  const results = resultsIn(countsIn(utterance, relation));
  // "by 181 votes to two, and the Compact by 152 votes to five": each vote with its own numbers.
  const isOf = (result: readonly Count[], numbers: readonly number[]): boolean =>
    result.length > 1 && result.every(({ value, side }) => value === numbers[side]);
  const foreign = results.filter((result) => others.some((other) => isOf(result, other)));
  const isRival = relation.rivals.isIn(words) || namesAny(utterance, new Set(relation.file.others));
  if ((foreign.length === 0 && isRival) || (results.length > 1 && results.some((result) => isOf(result, right))))
    return [];
  const counts = results
    .filter((result) => !foreign.includes(result))
    .flat()
    .filter((each) => !others.some((other) => other[each.side] === each.value));
  const voters = wrongVoters(utterance, relation);
  const matching = counts.filter(({ value, side }) => value === right[side]).length;
  // The numbers of a side are unique to this vote.
  const isAssembly = relation.assembly.isIn(words);
  const fits = voters.length > 0 || matching > 1 || (isAssembly && counts.some(({ value }) => right.includes(value)));
  const by = subjectBy(utterance, relation, fits, matching > 1, surroundings);
  // Numbers of which none is that of the vote are those of another vote, unless the sentence names its subject.
  if (!by || (by !== 'name' && voters.length === 0 && !counts.some(({ value }) => right.includes(value)))) return [];
  const isKnown = matching > 0 || counts.filter(({ value }) => right.includes(value)).length > 1;
  const subject = { concept: relation.file.subjects[0]!, by };
  const wrong = counts.filter((count) => {
    // "152 in favour in New York; here 340 in favour": the other number belongs to another vote.
    const isElsewhere = counts.some(({ side, value }) => side === count.side && value === right[side]);
    const isVote = isKnown || (count.isOfMembers && (isAssembly || count.side > 0));
    return isVote && !isElsewhere && !isDenied(utterance, count);
  });
  return [
    ...wrong.map((count) =>
      claimAt(utterance, count, subject, {
        facts: [fact],
        message: {
          template: relation.file.messages[SIDES[count.side]!]!,
          values: { right: number(right[count.side]!), wrong: number(count.value) },
        },
        instead: replacedBy(utterance, count, right[count.side]!),
      }),
    ),
    ...voters.map((voter) =>
      claimAt(utterance, voter, subject, {
        facts: [...(relation.file.also ?? []), fact],
        message: {
          template: relation.file.messages[voter.side === 1 ? 'stateAgainst' : 'stateAbstained']!,
          values: { state: text(utterance.textOf(voter)) },
        },
        instead: [],
      }),
    ),
  ];
}

/** The right number in words or figures, as in the text. */
function replacedBy(utterance: Utterance, count: Count, right: number): readonly string[] {
  const inFigures = /^\d/.test(utterance.reading.sentence.tokens[count.first]!.folded) ? String(right) : undefined;
  const instead = inWords(right, { ...count, hedge: undefined }, utterance) ?? inFigures;
  return instead === undefined ? [] : [instead];
}

function namesAny({ reading: { groups } }: Utterance, concepts: ReadonlySet<string>): boolean {
  return groups.some(({ named }) =>
    named.some(({ mention }) => mention.terms.some(({ entry }) => concepts.has(entry.concept.id))),
  );
}

/**
 * How the sentence refers to the subject of the vote: by name, by another word, or as the topic of the document where
 * the numbers fit.
 */
function subjectBy(
  utterance: Utterance,
  { concepts, file, short }: VoteRelation,
  fits: boolean,
  isStated: boolean,
  surroundings: Surroundings,
): 'name' | 'reference' | undefined {
  if (namesAny(utterance, concepts)) return 'name';
  const { sentence } = utterance.reading;
  const namesOther = surroundings
    .mentionsIn(isStated ? sentence : sentence.block)
    .some(({ terms }) => terms.some(({ entry }) => file.others.includes(entry.concept.id)));
  const isMeant = utterance.discourse.isNamed(file.subjects[0]!) && !namesOther;
  return isMeant && (fits || short.isIn(utterance.words)) ? 'reference' : undefined;
}

/** "It is not the case that 164 States voted for it", "if Italy had voted yes". */
function isDenied({ reading: { statements } }: Utterance, { first }: Range): boolean {
  return statements.some(
    ({ first: from, next, modality, verb }) =>
      from <= first && first < next && (modality !== 'asserted' || verb?.negated === true),
  );
}
