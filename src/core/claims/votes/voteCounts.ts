import type { Quantity } from '../../reading/nodes';
import { beginsWithDigit, numberAt } from '../../reading/numbers';
import { isVerbOf } from '../field';
import type { Utterance } from '../utterance';
import type { VoteWords } from './voteRelation';

/** A number that a sentence gives for a side of a vote. */
export interface VoteCount extends Quantity {
  readonly side: number;
}

/** The results that a sentence lists one after the other: each side follows the preceding one. */
export function resultsIn(utterance: Utterance, votes: VoteWords): readonly (readonly VoteCount[])[] {
  const results: VoteCount[][] = [];
  for (const count of countsIn(utterance, votes)) {
    const last = results.at(-1);
    if (last && last.at(-1)!.side < count.side) last.push(count);
    else results.push([count]);
  }
  return results;
}

/** The numbers of a sentence that belong to a side of a vote, in order. */
function countsIn(utterance: Utterance, votes: VoteWords): readonly VoteCount[] {
  const counts: VoteCount[] = [];
  for (const { quantity, ordinal, isDenied } of utterance.reading.groups) {
    if (!quantity || ordinal || isDenied || quantity.hedge || isJoined(utterance, votes, quantity)) continue;
    const side = sideOf(utterance, votes, quantity, counts.at(-1));
    if (side >= 0) counts.push({ ...quantity, side });
  }
  return counts;
}

/** "73/195", "152-5", "152 to 5": nothing but a mark or "to" between two numbers. */
function isJoined({ words, reading, grammar }: Utterance, { to }: VoteWords, { first, next }: Quantity): boolean {
  const { tokens } = reading.sentence;
  return [
    [next, next + 1],
    [first - 1, first - 2],
  ].some(([joint, other]) => {
    const token = tokens[other!];
    const isNumber = token && (beginsWithDigit(token.folded) || grammar.entryOf(token).number !== undefined);
    return isNumber && (/^[-‐‑–—/]$/.test(words[joint!]!) || to.lengthAt(words, joint!) === 1);
  });
}

/** The side of a number, by the words after it, its verb, or the label before it; -1 for none. */
function sideOf(utterance: Utterance, votes: VoteWords, number: Quantity, last: VoteCount | undefined): number {
  const { words, reading } = utterance;
  const states = votes.units.lengthAt(words, number.next);
  const ballots = votes.ballots.lengthAt(words, number.next + states);
  const at = number.next + states + ballots;
  const to = votes.to.lengthAt(words, at);
  // A result gives both sides: "by 152 votes to 5".
  const isFirst = to > 0 && numberAt(reading.sentence.tokens, at + to, reading.grammar) !== undefined;
  const labelled = isFirst ? -1 : sideAt(words, votes, at);
  if (labelled >= 0) return labelled;
  if (last?.side === 0 && number.first - last.next <= 3 && votes.to.isIn(words.slice(number.first - 1, number.first)))
    return 1;
  if (ballots > 0) return 0;
  const verb = reading.nodes.find(({ kind, next }) => next > at && !BETWEEN.has(kind));
  if (verb?.kind === 'verb') {
    // A verb says the side: "opposed", "voted against", "were in favour".
    const direct = votes.sides.findIndex((side) => isVerbOf(side.verbs, verb, reading));
    if (verb.negated) return -1;
    return direct >= 0 ? direct : sideAt(words, votes, verb.main + 1);
  }
  return labelBefore(utterance, votes, number.first);
}

/** What may be between a number and its verb. */
const BETWEEN: ReadonlySet<string> = new Set(['relative', 'that', 'adverb']);

/** The side of the longest label that begins at a word. */
function sideAt(words: readonly string[], { sides }: VoteWords, at: number): number {
  const lengths = sides.map(({ labels }) => labels.lengthAt(words, at));
  const most = Math.max(...lengths);
  return most > 0 ? lengths.indexOf(most) : -1;
}

/** "contre : 15", "Abstentions | 12", "en contra, cuatro": a mark replaces the verb. */
function labelBefore({ words }: Utterance, { sides }: VoteWords, first: number): number {
  let end = first;
  while (end > 0 && /^[:|=(–—,]$/.test(words[end - 1]!)) end--;
  if (end === first) return -1;
  return sides.findIndex(({ labels }) =>
    [1, 2, 3].some((length) => length <= end && labels.lengthAt(words, end - length) === length),
  );
}
