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

/**
 * The end of "nine days later", "neuf jours plus tard", "nueve días después", where it begins at a token: an adverbial
 * of time, not a thing. "Two years before the adoption" is no such adverbial.
 */
export function endOfInterval(tokens: readonly Token[], i: number, grammar: Grammar): number | undefined {
  const opening = tokens[i]!;
  const at = numberAt(tokens, i, grammar)?.next ?? (grammar.is(opening, 'indefinite') ? i + 1 : undefined);
  const span = at === undefined ? undefined : tokens[at];
  if (at === undefined || span === undefined || !grammar.isNoun(span, 'span')) return undefined;
  const isLast = (k: number): boolean => tokens[k] !== undefined && grammar.is(tokens[k], 'afterwards');
  // "plus tard", "más tarde"
  const last = !isLast(at + 1) && tokens[at + 1] && grammar.is(tokens[at + 1], 'adverb') ? at + 2 : at + 1;
  if (!isLast(last)) return undefined;
  const isPreposition = grammar.rolesOf(tokens[last]!) !== undefined && tokens[last + 1]?.kind === 'word';
  return isPreposition ? undefined : last + 1;
}
