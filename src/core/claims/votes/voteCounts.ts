import type { Quantity, Range, VerbGroup } from '../../reading/nodes';
import { numberAt } from '../../reading/numbers';
import { isVerbOf } from '../field';
import type { Utterance } from '../utterance';
import type { VoteRelation } from './voteRelation';

/** A number that a sentence gives for a side of a vote. */
export interface Count extends Range {
  readonly value: number;
  readonly side: number;
  /** Whether it counts States or delegations, not ballots. */
  readonly isOfMembers: boolean;
}

/** The results that a sentence lists one after the other: each side follows the preceding one. */
export function resultsIn(counts: readonly Count[]): readonly (readonly Count[])[] {
  const results: Count[][] = [];
  for (const count of counts) {
    const last = results.at(-1);
    if (last && last.at(-1)!.side < count.side) last.push(count);
    else results.push([count]);
  }
  return results;
}

/** The numbers of a sentence that belong to a side of the vote, in order. */
export function countsIn(utterance: Utterance, relation: VoteRelation): readonly Count[] {
  const { sentence, grammar, nodes } = utterance.reading;
  const counts: Count[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) {
    const number = numberAt(sentence.tokens, i, grammar);
    if (!number || nodes.some(({ kind, first, next }) => kind === 'date' && first <= i && next > i)) continue;
    const joined = joinedAt(utterance, relation, number);
    if (joined === undefined) {
      const side = sideOf(utterance, relation, number, counts.at(-1));
      const isNew = side && !counts.some((each) => each.side === side.side && each.value === number.value);
      if (isNew && number.hedge === undefined)
        counts.push({ first: number.first, next: number.next, value: number.value, ...side });
    }
    i = (joined ?? number).next - 1;
  }
  return counts;
}

/** "73/195", "152-5", "152 to 5": the last of the numbers with nothing but a mark or "to" in between. */
function joinedAt({ words, reading }: Utterance, { to }: VoteRelation, number: Quantity): Quantity | undefined {
  let last: Quantity | undefined;
  for (let next: Quantity | undefined = number; next;) {
    const joint: number = /^[-‐‑–—/]$/.test(words[next.next] ?? '') ? 1 : to.lengthAt(words, next.next);
    next = joint > 0 ? numberAt(reading.sentence.tokens, next.next + joint, reading.grammar) : undefined;
    last = next ?? last;
  }
  return last;
}

type Side = Pick<Count, 'side' | 'isOfMembers'>;

/** The side of a number: by the words after it, by its verb, by a label before it. */
function sideOf(
  utterance: Utterance,
  relation: VoteRelation,
  number: Range,
  last: Count | undefined,
): Side | undefined {
  const { words } = utterance;
  const unit = relation.members.lengthAt(words, number.next);
  const ballots = unit > 0 ? 0 : relation.ballots.lengthAt(words, number.next);
  const at = number.next + unit + ballots;
  const isOfMembers = unit > 0;
  const stated = phraseAt(utterance, relation, at);
  if (stated >= 0) return { side: stated, isOfMembers };
  // "by 152 votes to 5": the next side after the last one.
  const before = last && words.slice(last.next, number.first);
  const isNext = last?.side === 0 && before && before.length <= 3 && relation.to.isIn(before.slice(-1));
  if (isNext) return { side: 1, isOfMembers: false };
  if (ballots > 0) return { side: 0, isOfMembers: false };
  const verb = verbAfter(utterance, at);
  if (verb) return verb.negated ? undefined : sided(sideOfVerb(utterance, relation, verb), true);
  const front = utterance.reading.nodes.findLast(
    ({ next, kind }) => next <= number.first && kind !== 'preposition' && kind !== 'adverb',
  );
  const behind = front?.kind === 'verb' && isOfMembers ? sideOfVerb(utterance, relation, front) : -1;
  return behind >= 0 ? { side: behind, isOfMembers } : sided(labelBefore(utterance, relation, number.first), false);
}

function sided(side: number, isOfMembers: boolean): Side | undefined {
  return side < 0 ? undefined : { side, isOfMembers };
}

/** The side of which the longest phrase begins at a token; "152 voix contre 5": the next number follows. */
function phraseAt({ words, reading }: Utterance, { sides, to }: VoteRelation, at: number): number {
  const length = to.lengthAt(words, at);
  if (length > 0 && numberAt(reading.sentence.tokens, at + length, reading.grammar)) return -1;
  const lengths = sides.map(({ phrases }) => phrases.lengthAt(words, at));
  const most = Math.max(...lengths);
  return most > 0 ? lengths.indexOf(most) : -1;
}

/** The verb of a number, with nothing but a relative pronoun or an adverb in between. */
function verbAfter({ reading: { nodes } }: Utterance, at: number): VerbGroup | undefined {
  const next = nodes.find(
    ({ kind, next: end }) => end > at && kind !== 'relative' && kind !== 'that' && kind !== 'adverb',
  );
  return next?.kind === 'verb' ? next : undefined;
}

/** "voted against", "opposed", "se abstuvieron": the side according to the verb, else according to its complement. */
export function sideOfVerb({ words, reading, grammar }: Utterance, relation: VoteRelation, verb: VerbGroup): number {
  const { sides, voting } = relation;
  const direct = sides.findIndex((side) => isVerbOf(side.verbs, verb, reading));
  const following = words.slice(verb.main + 1, verb.main + REACH);
  const end = following.findIndex((word) => /^[,;:.(]$/.test(word));
  const reach = end < 0 ? following : following.slice(0, end);
  if (direct > 0) return direct;
  // "152 countries were in favour and 12 against"
  if (grammar.isVerbOf(verb, 'copula')) return sides.findIndex((side) => side.with.lengthAt(reach, 0) > 0);
  if (direct < 0 && !isVerbOf(voting, verb, reading)) return -1;
  const at = sides.map((side) => side.with.indexIn(reach)).map((index) => (index < 0 ? Infinity : index));
  const nearest = Math.min(...at);
  return nearest === Infinity ? direct : at.indexOf(nearest);
}

/** In words, from a verb to its complement. */
const REACH = 9;

/** "contre : 15", "Abstentions | 12", "en contra, cuatro": a mark replaces the verb. */
function labelBefore({ words }: Utterance, { sides }: VoteRelation, first: number): number {
  let end = first;
  while (end > 0 && /^[:|=(–—,]$/.test(words[end - 1]!)) end--;
  if (end === first) return -1;
  return sides.findIndex(({ labels }) =>
    [1, 2, 3].some((length) => length <= end && labels.lengthAt(words, end - length) === length),
  );
}
