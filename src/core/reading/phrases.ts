import type { Span } from '../document';
import { HISTORY } from './cues';
import type { Range } from './nodes';
import type { Phrase, Phrases } from './phraseList';
import type { Token } from './tokens';

/** The text of a range of tokens that is not empty. */
export function spanOf(tokens: readonly Token[], { first, next }: Range): Span {
  return { start: tokens[first]!.start, end: tokens[next - 1]!.end };
}

/** A range of tokens, extended in both directions up to those that delimit it. */
export function extended(tokens: readonly Token[], { first, next }: Range, delimits: (token: Token) => boolean): Range {
  let from = first;
  while (from > 0 && !delimits(tokens[from - 1]!)) from--;
  let to = next;
  while (to < tokens.length && !delimits(tokens[to]!)) to++;
  return { first: from, next: to };
}

/** The first phrase of the list that begins at `index`. */
export function phraseAt(tokens: readonly Token[], index: number, phrases: Phrases): Range | undefined {
  const phrase = phrases.byFirst.get(tokens[index]?.folded)?.find((each) => isAt(each, tokens, index));
  return phrase && { first: index, next: index + phrase.length };
}

/** The first phrase of the list anywhere in `[first, next)`. */
export function phraseIn(tokens: readonly Token[], first: number, next: number, phrases: Phrases): Range | undefined {
  for (let i = first; i < next; i++) {
    const found = phraseAt(tokens, i, phrases);
    if (found && found.next <= next) return found;
  }
  return undefined;
}

/**
 * A phrase that ends next to the token `index`, with at most `reach` filler words ("the", "of", quotation marks)
 * between.
 */
export function phraseBefore(
  tokens: readonly Token[],
  index: number,
  phrases: Phrases,
  reach: number,
): Range | undefined {
  for (let end = index, skipped = 0; end > 0 && skipped <= reach; end--, skipped++) {
    const found = phrases.byLast.get(tokens[end - 1]!.folded)?.find((each) => isAt(each, tokens, end - each.length));
    if (found) return { first: end - found.length, next: end };
    if (!HISTORY.fillers.has(tokens[end - 1]!.folded)) return undefined;
  }
  return undefined;
}

/** A phrase that begins next to the token `index`, with at most `reach` filler words between. */
export function phraseAfter(
  tokens: readonly Token[],
  index: number,
  phrases: Phrases,
  reach: number,
): Range | undefined {
  for (let start = index, skipped = 0; start < tokens.length && skipped <= reach; start++, skipped++) {
    const found = phraseAt(tokens, start, phrases);
    if (found) return found;
    if (!HISTORY.fillers.has(tokens[start]!.folded)) return undefined;
  }
  return undefined;
}

function isAt(phrase: Phrase, tokens: readonly Token[], first: number): boolean {
  return phrase.every((word, k) => tokens[first + k]?.folded === word);
}
