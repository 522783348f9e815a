import type { Grammar } from './grammar';
import { numberAt } from './numbers';
import type { Token } from './tokens';

/**
 * Whether "every four years", "tous les cinq ans", "cada año" begins at a token: an adverbial of frequency, not a
 * thing.
 */
export function opensFrequency(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  const opening = tokens[i];
  if (opening === undefined || !(grammar.is(opening, 'quantifier') || grammar.is(opening, 'whole'))) return false;
  const at = tokens[i + 1] !== undefined && grammar.is(tokens[i + 1], 'definite') ? i + 2 : i + 1;
  const span = tokens[numberAt(tokens, at, grammar)?.next ?? at];
  return span !== undefined && grammar.isNoun(span, 'span');
}
