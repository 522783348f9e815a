import type { Grammar } from './grammar';
import type { Quantity } from './nodes';
import type { Token } from './tokens';

/**
 * A number at a token, in figures ("19,000", "19 000", "1.8 billion") or words ("vingt-trois", "ciento setenta y
 * cinco").
 */
export function numberAt(tokens: readonly Token[], i: number, grammar: Grammar): Quantity | undefined {
  const token = tokens[i];
  // Most tokens are not numbers, and are queried repeatedly.
  if (token === undefined || (!beginsWithDigit(token.folded) && grammar.numberOf(token) === undefined))
    return undefined;
  const number = figuresAt(tokens, i, grammar) ?? wordsAt(tokens, i, grammar);
  return number && { ...number, hedge: hedgeBefore(tokens, i, grammar) };
}

export function beginsWithDigit(folded: string): boolean {
  const code = folded.charCodeAt(0);
  return code >= 48 && code <= 57;
}

type Found = Omit<Quantity, 'hedge'>;

function figuresAt(tokens: readonly Token[], i: number, grammar: Grammar): Found | undefined {
  if (!/^\d{1,9}$/.test(tokens[i]?.folded ?? '')) return undefined;
  let digits = tokens[i]!.folded;
  let next = i + 1;
  let decimals = '';
  if (digits.length <= 3) {
    for (;;) {
      const separator = tokens[next];
      if (!separator) break;
      const isMark =
        /^[.,'’]$/.test(separator.folded) &&
        separator.start === tokens[next - 1]!.end &&
        tokens[next + 1]?.start === separator.end;
      if (isMark && /^\d{3}$/.test(tokens[next + 1]!.folded)) {
        digits += tokens[next + 1]!.folded;
        next += 2;
      } else if (/^\d{3}$/.test(separator.folded) && separator.start - tokens[next - 1]!.end === 1) {
        digits += separator.folded;
        next++;
      } else {
        if (isMark && /^\d{1,2}$/.test(tokens[next + 1]?.folded ?? '')) {
          decimals = tokens[next + 1]!.folded;
          next += 2;
        }
        break;
      }
    }
  }
  let value = Number(decimals ? `${digits}.${decimals}` : digits);
  for (
    let power = tokens[next] && grammar.numberOf(tokens[next]!);
    power !== undefined && power >= 1000;
    power = tokens[next] && grammar.numberOf(tokens[next]!)
  ) {
    value *= power;
    next++;
  }
  return { value, first: i, next };
}

function wordsAt(tokens: readonly Token[], i: number, grammar: Grammar): Found | undefined {
  let total = 0;
  let current = 0;
  let next = i;
  let count = 0;
  for (let at = i; at < tokens.length;) {
    const number = grammar.numberOf(tokens[at]!);
    if (number === undefined) {
      // "twenty-three", "vingt et un", "treinta y cinco"
      const isJoint =
        count > 0 &&
        (tokens[at]!.folded === '-' || grammar.is(tokens[at], 'coordinator')) &&
        tokens[at + 1] !== undefined &&
        (grammar.numberOf(tokens[at + 1]!) ?? 1000) < 100 &&
        (current % 100 >= 20 || current % 100 === 0 || (current % 100 === 10 && tokens[at]!.folded === '-')) &&
        current > 0;
      if (!isJoint) break;
      at++;
      continue;
    }
    if (number >= 1000) {
      total += (current || 1) * number;
      current = 0;
    } else if (number === 100) current = (current || 1) * 100;
    else if (number === 20 && current % 100 === 4) current += 76;
    else if (count > 0 && current % 10 !== 0 && current % 100 !== 80 && current % 100 < 60) break;
    else current += number;
    count++;
    next = ++at;
  }
  if (count === 0) return undefined;
  const value = total + current;
  // "un", "una", "one" on their own are articles and pronouns.
  return value === 1 || (count === 1 && value >= 1000) ? undefined : { value, first: i, next };
}

/** "more than 170", "près de 170": a hedge within the three words before the number. */
function hedgeBefore(tokens: readonly Token[], i: number, grammar: Grammar): Quantity['hedge'] {
  for (let k = 1; k <= 3; k++) {
    const token = tokens[i - k];
    if (!token || token.kind !== 'word') return undefined;
    const hedge = grammar.hedgeOf(token);
    if (hedge) {
      // "no fewer than", "pas moins de": "than" means "over" only after "more".
      const before = tokens[i - k - 1];
      return before && grammar.hedgeOf(before) ? grammar.hedgeOf(before) : hedge;
    }
    if (
      grammar.rolesOf(token) === undefined &&
      !grammar.is(token, 'definite') &&
      !grammar.is(token, 'indefinite') &&
      !grammar.is(token, 'negative') &&
      !grammar.is(token, 'that')
    )
      return undefined;
  }
  return undefined;
}
