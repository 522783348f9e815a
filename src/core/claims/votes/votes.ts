import { claimAt, count, type Claim } from '../claim';
import type { DateGroup, Day } from '../../reading/nodes';
import { dayOfText } from '../events/dateOfFact';
import { writtenLike } from '../counts/compareCount';
import type { Records } from '../records';
import { conceptIn, type Utterance } from '../utterance';
import { resultsIn, type VoteCount } from './voteCounts';
import { voteRelationsOf, type VoteRelation } from './voteRelation';

/** In the order of the fact's value. */
const SIDES = ['for', 'against', 'abstained'] as const;

/** "by 164 votes to 5", "seven States voted against the Compact": numbers of a vote. */
export function voteClaims(utterance: Utterance, records: Records): readonly Claim[] {
  const { reading, discourse, site, words, lang } = utterance;
  if (reading.modality !== 'asserted' || discourse.isRefuted(site)) return utterance.setAside('not-said') ?? [];
  const { relations: all, words: votes } = voteRelationsOf(lang);
  const relations = all.filter(({ file }) => records.fact(file.fact) !== undefined);
  const results = resultsIn(utterance, votes);
  return relations.flatMap((relation) => {
    const foreign = relations.filter((each) => each !== relation).map((each) => numbersOf(each, records));
    // Each vote with its own numbers: "by 181 votes to two, and the Compact by 152 votes to five".
    const own = results.filter(
      (result) => !foreign.some((numbers) => result.every(({ value, side }) => value === numbers[side])),
    );
    const isOther = relation.unless.isIn(words) || namesAny(utterance, relation.file.others);
    if (own.length !== 1) return utterance.setAside('open-subject') ?? [];
    if (isOther && own.length === results.length) return utterance.setAside('other-thing') ?? [];
    if (isOfOtherDay(utterance, relation, records)) return utterance.setAside('other-date') ?? [];
    return claimsOf(utterance, relation, own[0]!, records);
  });
}

/**
 * A vote belongs to its day: whether the sentence, or the one before it, speaks only of dates that are neither its own
 * nor those of the events that led to it: "was adopted on 10 December and endorsed with 152 votes".
 */
function isOfOtherDay({ reading, discourse, site }: Utterance, { file }: VoteRelation, records: Records): boolean {
  const days = [file.fact, ...(file.events ?? [])].map((id) => dayOfText(records.fact(id)?.from));
  const isOn = ({ from, to, isSpan }: DateGroup, { year = 0, month, day }: Day): boolean => {
    const [first, last] = [from.year ?? year, to.year ?? year];
    const isPart = (own: number | undefined, right: number | undefined): boolean => own === undefined || own === right;
    return first <= year && year <= last && (isSpan || (isPart(from.month, month) && isPart(from.day, day)));
  };
  const own = reading.dates;
  const dates = own.length > 0 ? own : discourse.readingsBefore(site, 1).flatMap((each) => each.dates);
  return dates.length > 0 && !dates.some((date) => days.some((day) => isOn(date, day)));
}

/** The number of each side in the record. */
function numbersOf({ file }: VoteRelation, records: Records): readonly number[] {
  return String(records.fact(file.fact)?.value).split('-').map(Number);
}

function claimsOf(
  utterance: Utterance,
  relation: VoteRelation,
  counts: readonly VoteCount[],
  records: Records,
): readonly Claim[] {
  const { file } = relation;
  const right = numbersOf(relation, records);
  // The numbers of a side are unique to the vote.
  const known = counts.filter(({ value }) => right.includes(value)).length;
  const isKnown = known > 1 || counts.some(({ value, side }) => value === right[side]);
  const isNamed = namesAny(utterance, file.subjects);
  if (!isKnown || !(isNamed || (known > 1 && utterance.discourse.isNamed(file.subjects[0]!))))
    return utterance.setAside('other-number') ?? [];
  const subject = { concept: file.subjects[0]!, by: isNamed ? 'name' : 'reference' } as const;
  return counts.flatMap((each) => {
    const { value, side } = each;
    if (value === right[side]) return [];
    if (isDenied(utterance, each)) return utterance.setAside('not-said') ?? [];
    const values = { right: count(right[side]!), wrong: count(value) };
    return claimAt(utterance, each, subject, {
      facts: [file.fact],
      message: { template: file.messages[SIDES[side]!]!, values },
      instead: [writtenLike(right[side]!, each, utterance)],
    });
  });
}

function namesAny({ reading: { groups } }: Utterance, concepts: readonly string[]): boolean {
  const wanted = { concepts: new Set(concepts) };
  return groups.some(({ named }) => named.some(({ mention }) => conceptIn(mention, wanted) !== undefined));
}

/** "It is not the case that 164 States voted for it", "if Italy had voted yes". */
function isDenied({ reading: { statements } }: Utterance, { first }: VoteCount): boolean {
  return statements.some(
    ({ first: from, next, modality, verb }) =>
      from <= first && first < next && (modality !== 'asserted' || verb?.negated === true),
  );
}
