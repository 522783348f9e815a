import type { Grammar } from './grammar';
import type { Quantity } from './nodes';
import type { Token } from './tokens';

type WrittenNumber = Omit<Quantity, 'hedge'>;

/** Whether a number in words may begin at a token: at the first of its words. */
export function opensNumber(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  const number = grammar.numberOf(tokens[i]!);
  // "a few hundred", "plusieurs cents": an amount without a number.
  if (number === undefined || (number >= 100 && grammar.is(tokens[i - 1], 'quantifier'))) return false;
  return i === 0 || (grammar.numberOf(tokens[i - 1]!) ?? 1) === 1;
}

/**
 * The number that the words from a token form; `undefined` for "one", which is also an article, for a power alone
 * ("thousand"), and where another word of a number follows that does not belong to it ("two dozen", "nineteen fifty").
 */
export function wordsAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  let sum: Sum = { total: 0, current: 0, next: i };
  for (;;) {
    const at = afterJoint(tokens, sum.next, grammar.file.numberJoints.hundreds);
    const more = partAt(tokens, sum.next === i ? i : at, grammar, sum);
    if (!more) {
      // A word of another number follows.
      if (at === sum.next && tokens[at] && grammar.numberOf(tokens[at]) !== undefined) return undefined;
      break;
    }
    sum = more;
  }
  const { total, current, next } = sum;
  const isPowerAlone = next === i + 1 && total > 0;
  return total + current <= 1 || isPowerAlone ? undefined : { value: total + current, first: i, next };
}

/** The words of a number so far. */
interface Sum {
  /** Up to the last thousand or million. */
  readonly total: number;
  /** What follows it. */
  readonly current: number;
  readonly next: number;
}

/** The number with the word or words at an index, if they can continue it. */
function partAt(tokens: readonly Token[], at: number, grammar: Grammar, { total, current }: Sum): Sum | undefined {
  const small = current % 100 === 0 ? smallAt(tokens, at, grammar) : undefined;
  if (small) return { total, current: current + small.value, next: small.next };
  const next = at + 1;
  const word = (tokens[at] && grammar.numberOf(tokens[at])) ?? 0;
  const factor = current || 1;
  if (word >= 1000) return total % (word * 1000) === 0 ? { total: total + factor * word, current: 0, next } : undefined;
  if (word === 100) return current < 10 ? { total, current: factor * word, next } : undefined;
  return word > 100 && current === 0 ? { total, current: word, next } : undefined;
}

/** A number below a hundred: a word, a fixed sequence of words ("quatre-vingt-dix"), or tens and ones. */
function smallAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  const tens = sequenceAt(tokens, i, grammar) ?? wordAt(tokens, i, grammar);
  if (!tens || tens.value < 20 || tens.value % 10 !== 0) return tens;
  const ones = wordAt(tokens, afterJoint(tokens, tens.next, grammar.file.numberJoints.ones), grammar);
  return ones && ones.value < 10 ? { value: tens.value + ones.value, first: i, next: ones.next } : tens;
}

function wordAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  const value = tokens[i] && grammar.numberOf(tokens[i]!);
  return value !== undefined && value < 100 ? { value, first: i, next: i + 1 } : undefined;
}

function sequenceAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  for (let next = i + LONGEST_SEQUENCE; next > i + 1; next--) {
    if (!tokens[next - 1] || HYPHEN.test(tokens[next - 1]!.folded)) continue;
    const words = tokens.slice(i, next).flatMap(({ folded }) => (HYPHEN.test(folded) ? [] : [folded]));
    const value = words.length > 1 ? grammar.index.numbers.getFolded(words.join('-')) : undefined;
    if (value !== undefined) return { value, first: i, next };
  }
  return undefined;
}

/** In tokens: four words and the hyphens between them, "quatre-vingt-dix-sept". */
const LONGEST_SEQUENCE = 7;
const HYPHEN = /^[-‐‑]$/;

/** The index after a hyphen, or after a word that joins the parts of a number; else the index itself. */
function afterJoint(tokens: readonly Token[], at: number, joint: string): number {
  const folded = tokens[at]?.folded;
  return folded !== undefined && (folded === joint.trim() || HYPHEN.test(folded)) ? at + 1 : at;
}
