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
    const last = results[results.length - 1];
    if (last && last[last.length - 1]!.side < count.side) last.push(count);
    else results.push([count]);
  }
  return results;
}

/** The numbers of a sentence that belong to a side of the vote, in order. */
export function countsIn(utterance: Utterance, relation: VoteRelation): readonly Count[] {
  const {
    sentence: { tokens },
    grammar,
    nodes,
  } = utterance.reading;
  const counts: Count[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const number = numberAt(tokens, i, grammar);
    if (
      !number ||
      tokens[i - 1]?.folded === '/' ||
      tokens[i + 1]?.folded === '/' ||
      nodes.some((node) => node.kind === 'date' && node.first <= i && node.next > i)
    )
      continue;
    const result = joinedAt(utterance, relation, number);
    if (result.length > 1) {
      i = result.at(-1)!.next - 1;
      continue;
    }
    const side = sideOf(utterance, relation, number, counts);
    if (side && number.hedge === undefined) {
      const value = number.value + side.names;
      if (!counts.some((other) => other.side === side.side && other.value === value))
        counts.push({ first: number.first, next: number.next, value, side: side.side, isOfMembers: side.isOfMembers });
    }
    i = number.next - 1;
  }
  return counts;
}

/** "152-5", "152 to 5", "152–5–12": the numbers that follow each other with nothing but a dash or "to" in between. */
function joinedAt({ words, reading }: Utterance, relation: VoteRelation, number: Quantity): readonly Quantity[] {
  const { sentence, grammar } = reading;
  const result = [number];
  for (let last: Quantity | undefined = number; last && result.length < 3;) {
    const joint: number = /^[-‐‑–—]$/.test(words[last.next] ?? '') ? 1 : relation.to.lengthAt(words, last.next);
    last = joint > 0 ? numberAt(sentence.tokens, last.next + joint, grammar) : undefined;
    if (last) result.push(last);
  }
  return result;
}

interface FoundSide {
  readonly side: number;
  readonly isOfMembers: boolean;
  /** The number of States named next to the number: "Hungary and four others". */
  readonly names: number;
}

function sideOf(
  utterance: Utterance,
  relation: VoteRelation,
  number: Range,
  before: readonly Count[],
): FoundSide | undefined {
  const { words } = utterance;
  const {
    sentence: { tokens },
    nodes,
    grammar,
  } = utterance.reading;
  const found = (side: number, isOfMembers: boolean, names = 0): FoundSide | undefined =>
    side < 0 ? undefined : { side, isOfMembers, names };
  const bySides = (at: number, list: 'phrases' | 'labels'): number => {
    const lengths = relation.sides.map((side) => {
      const length = side[list].lengthAt(words, at);
      return length > 1 && isToNumber(utterance, relation, at + length - 1) ? 0 : length;
    });
    const most = Math.max(...lengths);
    return most > 0 ? lengths.indexOf(most) : -1;
  };
  // "152 votes to 5", "152–5–12": the next side after the last one.
  const last = before.at(-1);
  const joint = last && number.first > last.next ? words.slice(last.next, number.first) : undefined;
  const isAfterBallots =
    joint !== undefined &&
    joint.length <= 3 &&
    relation.to.lengthAt(words, number.first - 1) > 0 &&
    (joint.length === 1 || relation.ballots.isIn(joint));
  if (last?.side === 0 && isAfterBallots && bySides(number.next, 'phrases') < 0) return found(1, false);
  let p = number.next;
  let hasUnit = false;
  const names = 0;
  const unit = relation.members.lengthAt(words, p);
  if (unit > 0) {
    p += unit;
    hasUnit = true;
  }
  const direct = bySides(p, 'phrases');
  if (direct >= 0 && !isToNumber(utterance, relation, p)) return found(direct, hasUnit, names);
  const ballots = hasUnit ? 0 : relation.ballots.lengthAt(words, p);
  if (ballots > 0) {
    const following = bySides(p + ballots, 'phrases');
    return found(following >= 0 && !isToNumber(utterance, relation, p + ballots) ? following : 0, false);
  }
  // "152 to 5": two bare numbers.
  while (
    p < tokens.length &&
    (grammar.is(tokens[p], 'that') ||
      grammar.is(tokens[p], 'relative') ||
      grammar.is(tokens[p], 'adverb') ||
      nodes.some((node) => node.kind === 'adverb' && node.first === p))
  )
    p++;
  const verb = nodes.find((node): node is VerbGroup => node.kind === 'verb' && node.first <= p && node.next > p);
  if (verb) return verb.negated ? undefined : found(sideOfVerb(utterance, relation, verb), true, names);
  const front = nodes.findLast(
    (node) => node.next <= number.first && node.kind !== 'preposition' && node.kind !== 'adverb',
  );
  if (front?.kind === 'verb') {
    const side = sideOfVerb(utterance, relation, front);
    if (side >= 0 && !front.negated && hasUnit) return found(side, true, names);
  }
  return found(labelBefore(utterance, relation, number.first), false);
}

/** "152 voix contre 5": the next number follows. */
function isToNumber(
  {
    reading: {
      sentence: { tokens },
      grammar,
    },
  }: Utterance,
  relation: VoteRelation,
  at: number,
): boolean {
  const length = relation.to.lengthAt(
    tokens.map(({ folded }) => folded),
    at,
  );
  return length > 0 && tokens[at + length] !== undefined && numberAt(tokens, at + length, grammar) !== undefined;
}

/**
 * "voted against", "opposed", "se abstuvieron", "said yes": the side according to the verb, else according to its
 * complement.
 */
export function sideOfVerb(utterance: Utterance, relation: VoteRelation, verb: VerbGroup): number {
  const direct = relation.sides.findIndex((side) => isVerbOf(side.verbs, verb, utterance.reading));
  const following = utterance.words.slice(verb.main + 1, verb.main + 9);
  const to = following.findIndex((word) => /^[,;:.(]$/.test(word));
  const reach = to < 0 ? following : following.slice(0, to);
  if (direct > 0) return direct;
  // "152 countries were in favour and 12 against"
  const isCopula = verb.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'copula'));
  if (isCopula) return relation.sides.findIndex((side) => side.with.lengthAt(reach, 0) > 0);
  if (direct < 0 && !isVerbOf(relation.voting, verb, utterance.reading)) {
    // "optaron por la abstención", "chose to abstain"
    return relation.sides[2]!.with.isIn(reach.slice(0, 4)) || relation.sides[2]!.verbs.isIn(reach.slice(0, 3)) ? 2 : -1;
  }
  if (direct === 0) return 0;
  const at = relation.sides.map((side) => side.with.indexIn(reach));
  const [first] = at
    .map((index, side) => ({ index, side }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index);
  return first?.side ?? -1;
}

/** "contre : 15", "Abstentions | 12", "the number of abstentions was 15". */
function labelBefore(utterance: Utterance, relation: VoteRelation, first: number): number {
  const { words } = utterance;
  let q = first - 1;
  // "en contra, cuatro": a comma replaces the verb.
  while (q >= 0 && /^[:|=(–—,]$/.test(words[q]!)) q--;
  if (q === first - 1) return -1;
  return relation.sides.findIndex(({ labels }) =>
    [1, 2, 3].some((length) => q - length + 1 >= 0 && labels.lengthAt(words, q - length + 1) === length),
  );
}
