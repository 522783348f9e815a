import type { Grammar } from './grammar';
import type { Day } from './nodes';
import type { Token } from './tokens';

/** A day in a range of tokens, which ends before `next`. */
export interface DayAt {
  readonly day: Day;
  readonly next: number;
}

/**
 * "2018-12-11", "2015•04•30", "11.12.2018", "Nov-24-2015", "24-Nov-2015": three parts without spaces between them.
 * Where day and month may be in either order, as in "04/03/2022", only the year is certain.
 */
export function numericDateAt(tokens: readonly Token[], i: number, grammar: Grammar): DayAt | undefined {
  const [a, mark, b, other, c] = tokens.slice(i, i + 5);
  if (!c || !isMark(mark!) || other!.folded !== mark!.folded || !areTouching(tokens, i, i + 5)) return undefined;
  const day = dayOf(a!, b!, c, grammar);
  // "2018-12-11-3" and "1.2.2015.7" are numbers of something.
  return day && !(isMark(tokens[i + 5]) && isNumber(tokens[i + 6]) && areTouching(tokens, i, i + 7))
    ? { day, next: i + 5 }
    : undefined;
}

function dayOf(a: Token, b: Token, c: Token, grammar: Grammar): Day | undefined {
  if (isYear(a)) return checked(a, numberOf(b), numberOf(c));
  if (!isYear(c)) return undefined;
  const [inFirst, inSecond] = [grammar.monthOf(a), grammar.monthOf(b)];
  if (inFirst !== undefined) return checked(c, inFirst, numberOf(b));
  if (inSecond !== undefined) return checked(c, inSecond, numberOf(a));
  const [first, second] = [numberOf(a), numberOf(b)];
  if (first === undefined || second === undefined) return undefined;
  if (first > 12) return checked(c, second, first);
  if (second > 12) return checked(c, first, second);
  if (!grammar.has('monthFirst') || first === second) return checked(c, second, first);
  return { year: Number(c.folded), month: undefined, day: undefined };
}

function checked(year: Token, month: number | undefined, day: number | undefined): Day | undefined {
  if (month === undefined || day === undefined || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return { year: Number(year.folded), month, day };
}

function isYear({ folded }: Token): boolean {
  return /^(?:18[5-9]|19\d|20\d)\d$/.test(folded);
}

function isNumber(token: Token | undefined): boolean {
  return token !== undefined && /^\d+$/.test(token.folded);
}

function numberOf({ folded }: Token): number | undefined {
  return /^\d{1,2}$/.test(folded) ? Number(folded) : undefined;
}

function isMark(token: Token | undefined): boolean {
  return token !== undefined && /^[-‐‑./•·]$/.test(token.folded);
}

function areTouching(tokens: readonly Token[], first: number, next: number): boolean {
  for (let k = first + 1; k < next; k++) if (tokens[k]!.start !== tokens[k - 1]!.end) return false;
  return true;
}
