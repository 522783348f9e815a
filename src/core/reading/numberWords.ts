import type { Grammar } from './grammar';
import type { Quantity } from './nodes';
import { HYPHEN, type Token } from './tokens';

type WrittenNumber = Omit<Quantity, 'hedge'>;

/** Whether a number in words may begin at a token: at the first of its words. */
export function opensNumber(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  const number = grammar.entryOf(tokens[i]!).number;
  // A quantifier before a power is an amount without a number: "a few hundred".
  if (number === undefined || (number >= 100 && grammar.is(tokens[i - 1], 'quantifier'))) return false;
  return i === 0 || (grammar.entryOf(tokens[i - 1]!).number ?? 1) === 1;
}

/**
 * The number below a thousand that the words from a token form; `undefined` for "one", which is also an article, and
 * where another word of a number follows ("two dozen", "nineteen fifty", "nineteen thousand").
 */
export function wordsAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  const hundreds = hundredsAt(tokens, i, grammar);
  const at = hundreds ? afterJoint(tokens, hundreds.next, grammar.file.numberJoints.hundreds) : i;
  const rest = smallAt(tokens, at, grammar);
  const value = (hundreds?.value ?? 0) + (rest?.value ?? 0);
  const next = (rest ?? hundreds)?.next ?? i;
  const isCut = tokens[next] !== undefined && grammar.entryOf(tokens[next]).number !== undefined;
  return value <= 1 || isCut ? undefined : { value, first: i, next };
}

/** "doscientos", "cent", "three hundred" */
function hundredsAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  const value = grammar.entryOf(tokens[i]!).number ?? 0;
  if (value % 100 === 0 && value > 0 && value < 1000) return { value, first: i, next: i + 1 };
  const at = afterJoint(tokens, i + 1, '');
  const isFactor = value < 10 && tokens[at] !== undefined && grammar.entryOf(tokens[at]).number === 100;
  return isFactor ? { value: value * 100, first: i, next: at + 1 } : undefined;
}

/** A number below a hundred: a word, a fixed sequence of words ("quatre-vingt-dix"), or tens and ones. */
function smallAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  const tens = sequenceAt(tokens, i, grammar) ?? wordAt(tokens, i, grammar);
  if (!tens || tens.value < 20 || tens.value % 10 !== 0) return tens;
  const ones = wordAt(tokens, afterJoint(tokens, tens.next, grammar.file.numberJoints.ones), grammar);
  return ones && ones.value < 10 ? { value: tens.value + ones.value, first: i, next: ones.next } : tens;
}

function wordAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
  const value = tokens[i] && grammar.entryOf(tokens[i]!).number;
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

/** The index after a hyphen, or after a word that joins the parts of a number; else the index itself. */
function afterJoint(tokens: readonly Token[], at: number, joint: string): number {
  const folded = tokens[at]?.folded;
  return folded !== undefined && (folded === joint.trim() || HYPHEN.test(folded)) ? at + 1 : at;
}
