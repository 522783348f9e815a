import { HISTORY, type Phrases } from './cues';
import type { Token } from './sentence';

/** Half-open range of token indexes. */
export interface TokenRange {
  readonly first: number;
  readonly next: number;
}

/** The first phrase of the list that begins at `index`. */
export function phraseAt(tokens: readonly Token[], index: number, phrases: Phrases): TokenRange | undefined {
  const candidates = indexOf(phrases).byFirst.get(tokens[index]?.folded);
  const found = candidates?.find((phrase) => stands(phrase, tokens, index));
  return found && { first: index, next: index + found.length };
}

/** The first phrase of the list anywhere in `[first, next)`. */
export function phraseIn(tokens: readonly Token[], first: number, next: number, phrases: Phrases): TokenRange | undefined {
  for (let i = first; i < next; i++) {
    const found = phraseAt(tokens, i, phrases);
    if (found && found.next <= next) return found;
  }
  return undefined;
}

/** A phrase that ends beside the token `index`, with at most `reach` filler words ("the", "of", quotation marks) between. */
export function phraseBefore(tokens: readonly Token[], index: number, phrases: Phrases, reach: number): TokenRange | undefined {
  const { byLast } = indexOf(phrases);
  for (let end = index, skipped = 0; end > 0 && skipped <= reach; end--, skipped++) {
    const found = byLast.get(tokens[end - 1].folded)?.find((phrase) => stands(phrase, tokens, end - phrase.length));
    if (found) return { first: end - found.length, next: end };
    if (!HISTORY.fillers.has(tokens[end - 1].folded)) return undefined;
  }
  return undefined;
}

/** A phrase that begins beside the token `index`, with at most `reach` filler words between. */
export function phraseAfter(tokens: readonly Token[], index: number, phrases: Phrases, reach: number): TokenRange | undefined {
  for (let start = index, skipped = 0; start < tokens.length && skipped <= reach; start++, skipped++) {
    const found = phraseAt(tokens, start, phrases);
    if (found) return found;
    if (!HISTORY.fillers.has(tokens[start].folded)) return undefined;
  }
  return undefined;
}

function stands(phrase: readonly string[], tokens: readonly Token[], first: number): boolean {
  for (let k = 0; k < phrase.length; k++) if (tokens[first + k]?.folded !== phrase[k]) return false;
  return true;
}

/** The phrases of a list by their first and by their last words, each in the order of the list. */
interface PhraseIndex {
  readonly byFirst: ReadonlyMap<string | undefined, Phrases>;
  readonly byLast: ReadonlyMap<string | undefined, Phrases>;
}

const indexes = new WeakMap<Phrases, PhraseIndex>();

function indexOf(phrases: Phrases): PhraseIndex {
  let index = indexes.get(phrases);
  if (!index) indexes.set(phrases, (index = { byFirst: grouped(phrases, (phrase) => phrase[0]), byLast: grouped(phrases, (phrase) => phrase[phrase.length - 1]) }));
  return index;
}

function grouped(phrases: Phrases, wordOf: (phrase: readonly string[]) => string): ReadonlyMap<string | undefined, Phrases> {
  const groups = new Map<string | undefined, (readonly string[])[]>();
  for (const phrase of phrases) {
    const group = groups.get(wordOf(phrase));
    if (group) group.push(phrase); else groups.set(wordOf(phrase), [phrase]);
  }
  return groups;
}
