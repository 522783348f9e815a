import type { Grammar } from './grammar';
import type { Quantity } from './nodes';
import { opensNumber, wordsAt } from './numberWords';
import type { Token } from './tokens';

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
