import type { Span } from '../document';
import { HISTORY } from './cues';
import type { Range } from './nodes';
import type { PhraseList } from './phraseList';
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

/** The shortest of the ranges that contain a range; the first of several. */
export function innermost<T extends Range>(ranges: readonly T[], { first, next }: Range): T | undefined {
  let found: T | undefined;
  for (const range of ranges)
    if (range.first <= first && range.next >= next && (!found || range.next - range.first < found.next - found.first))
      found = range;
  return found;
}

/** The first phrase of the list that begins at `index`. */
export function phraseAt(tokens: Words, index: number, phrases: PhraseList): Range | undefined {
  const next = phrases.endAt(index, (i) => tokens[i]?.folded);
  return next === undefined ? undefined : { first: index, next };
}

/** The first phrase of the list anywhere in `[first, next)`. */
export function phraseIn(tokens: Words, first: number, next: number, phrases: PhraseList): Range | undefined {
  for (let i = first; i < next; i++) {
    const found = phraseAt(tokens, i, phrases);
    if (found && found.next <= next) return found;
  }
  return undefined;
}

/** A phrase that ends next to the token `index`, with at most `reach` filler words between: "the", "of", quotes. */
export function phraseBefore(tokens: readonly Token[], index: number, phrases: PhraseList, reach: number): Found {
  return phraseFrom(tokens, index - 1, -1, reach, (last) => {
    const words = tokens.slice(0, last + 1);
    const ends = words.map((_, first) => phraseAt(words, first, phrases));
    return ends.find((found) => found?.next === last + 1);
  });
}

/** A phrase that begins next to the token `index`, with at most `reach` filler words between. */
export function phraseAfter(tokens: readonly Token[], index: number, phrases: PhraseList, reach: number): Found {
  return phraseFrom(tokens, index, 1, reach, (start) => phraseAt(tokens, start, phrases));
}

type Found = Range | undefined;
type Words = readonly Pick<Token, 'folded'>[];

function phraseFrom(
  tokens: readonly Token[],
  index: number,
  step: number,
  reach: number,
  at: (i: number) => Found,
): Found {
  for (let i = index, left = reach; tokens[i] && left >= 0; i += step, left--) {
    const found = at(i);
    if (found || !HISTORY.fillers.has(tokens[i]!.folded)) return found;
  }
  return undefined;
}
