import type { Grammar } from '../../reading/grammar';
import type { Part } from '../../reading/text';
import type { Surroundings } from '../../surroundings/surroundings';

/** Whether a cell contains one of our names. */
export function isNamed({ sentence: { tokens }, first, next }: Part, surroundings: Surroundings): boolean {
  return (
    next > first &&
    surroundings.firstMentionIn({ start: tokens[first]!.start, end: tokens[next - 1]!.end }) !== undefined
  );
}

/** Whether a cell consists of one of our names and nothing else. */
export function isOnlyName(
  { sentence: { tokens }, first, next }: Part,
  grammar: Grammar,
  surroundings: Surroundings,
): boolean {
  if (next <= first) return false;
  const mentions = surroundings.mentionsIn({ start: tokens[first]!.start, end: tokens[next - 1]!.end });
  return (
    mentions.length > 0 &&
    tokens
      .slice(first, next)
      .every(
        (token) =>
          token.kind === 'punctuation' ||
          mentions.some(({ start, end }) => token.start >= start && token.end <= end) ||
          grammar.is(token, 'definite') ||
          grammar.elided.has(token.folded),
      )
  );
}

/** "Acronym", "Nom", "Organismo": a label for a name. */
export function isNameLabel({ sentence: { tokens }, first, next }: Part, grammar: Grammar): boolean {
  const label = tokens.slice(first, next);
  // "Full name", "Nom complet"
  return (
    (label.length === 1 && grammar.isNoun(label[0]!, 'organization')) ||
    (label.length > 0 && label.length <= MOST_ARTICLE && label.some((token) => grammar.isNoun(token, 'name')))
  );
}

/** In tokens: an abbreviation with its article, "l'UNESCO". */
export const MOST_ARTICLE = 3;
