import type { Grammar } from './grammar';
import type { Quantity } from './nodes';
import { type Token, HYPHEN } from './tokens';

/**
 * A number at a token, in figures ("19,000", "19 000", "1.8 billion") or words ("vingt-trois", "ciento setenta y
 * cinco"); `undefined` also where words of numbers follow each other and form no single number.
 */
export function numberAt(tokens: readonly Token[], i: number, grammar: Grammar): Quantity | undefined {
  const token = tokens[i];
  // Most tokens are not numbers, and are queried repeatedly.
  if (token === undefined) return undefined;
  const number = beginsWithDigit(token.folded)
    ? figuresAt(tokens, i, grammar)
    : opensNumber(tokens, i, grammar)
      ? wordsAt(tokens, i, grammar)
      : undefined;
  return number && { ...number, hedge: hedgeBefore(tokens, i, grammar) };
}

export function beginsWithDigit(folded: string): boolean {
  return isDigit(folded.charCodeAt(0));
}

/** Whether a range of a text contains a digit. */
export function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function figuresAt(tokens: readonly Token[], i: number, grammar: Grammar): Omit<Quantity, 'hedge'> | undefined {
  let digits = tokens[i]!.folded;
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  let next = i + 1;
  if (digits.length <= 3) {
    let group: DigitGroup | undefined;
    for (; (group = digitsAfter(tokens, next, THREE)); next = group.next) digits += group.digits;
    const decimals = digitsAfter(tokens, next, DECIMALS);
    if (decimals?.hasMark) {
      digits += `.${decimals.digits}`;
      next = decimals.next;
    }
  }
  let value = Number(digits);
  let power: number | undefined;
  for (; (power = tokens[next] && grammar.entryOf(tokens[next]!).number) !== undefined && power >= 1000; next++)
    value *= power;
  return { value, first: i, next };
}

const THREE = /^\d{3}$/;
const DECIMALS = /^\d{1,2}$/;

interface DigitGroup {
  readonly digits: string;
  readonly next: number;
  readonly hasMark: boolean;
}

/** The digits that a mark ("19,000") or a single blank ("19 000") separates from those before. */
function digitsAfter(tokens: readonly Token[], at: number, pattern: RegExp): DigitGroup | undefined {
  const hasMark = /^[.,'’]$/.test(tokens[at]?.folded ?? '');
  const group = tokens[hasMark ? at + 1 : at];
  if (!group || !pattern.test(group.folded)) return undefined;
  const gap = group.start - tokens[at - 1]!.end;
  return gap === 1 ? { digits: group.folded, next: hasMark ? at + 2 : at + 1, hasMark } : undefined;
}

/** "more than 170", "près de 170": a hedge within the three words before the number. */
function hedgeBefore(tokens: readonly Token[], i: number, grammar: Grammar): Quantity['hedge'] {
  for (let k = 1; k <= 3; k++) {
    const token = tokens[i - k];
    if (!token || token.kind !== 'word') return undefined;
    const hedge = grammar.entryOf(token).hedge;
    if (hedge) return hedge;
    if (grammar.rolesOf(token) === undefined && !grammar.is(token, 'definite') && !grammar.is(token, 'that'))
      return undefined;
  }
  return undefined;
}

/**
 * Whether "every four years", "tous les cinq ans", "cada año" begins at a token: an adverbial of frequency, not a
 * thing.
 */
export function opensFrequency(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  if (!grammar.is(tokens[i], 'quantifier') && !grammar.is(tokens[i], 'whole')) return false;
  const at = grammar.is(tokens[i + 1], 'definite') ? i + 2 : i + 1;
  const span = tokens[numberAt(tokens, at, grammar)?.next ?? at];
  return span !== undefined && grammar.isNoun(span, 'span');
}

type WrittenNumber = Omit<Quantity, 'hedge'>;

/** Whether a number in words may begin at a token: at the first of its words. */
function opensNumber(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  const number = grammar.entryOf(tokens[i]!).number;
  // A quantifier before a power is an amount without a number: "a few hundred".
  if (number === undefined || (number >= 100 && grammar.is(tokens[i - 1], 'quantifier'))) return false;
  return i === 0 || (grammar.entryOf(tokens[i - 1]!).number ?? 1) === 1;
}

/**
 * The number below a thousand that the words from a token form; `undefined` for "one", which is also an article, and
 * where another word of a number follows ("two dozen", "nineteen fifty", "nineteen thousand").
 */
function wordsAt(tokens: readonly Token[], i: number, grammar: Grammar): WrittenNumber | undefined {
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
