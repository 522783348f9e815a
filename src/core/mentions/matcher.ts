import { ESCAPE, FOLD, LETTER } from '../fold';
import type { Matcher } from './compile';
import { walk, type Visitor } from './walk';
import { WordReader, escapeAt, type EscapeReader } from './words';

/**
 * Finds many phrases in one pass: leftmost-longest, word-bounded, not overlapping. Reports each match to the visitor,
 * from left to right.
 *
 * Every word of the text is hashed while it is read. Where a phrase begins with a word of that hash, the words that
 * follow are looked up in a trie of word hashes, and only the longest path is compared letter by letter. The cost
 * therefore hardly depends on the number of phrases. A check spends a few per cent of its time here, so that finer
 * filters do not pay.
 */
export function findMatches<R>(
  matcher: Matcher<R>,
  text: string,
  readEscape: EscapeReader | undefined,
  visitor: Visitor<R>,
): void {
  const { filter, source } = matcher;
  const mask = filter.length - 1;
  const words = new WordReader(text, readEscape);
  const watch = (hash: number, end: number): void => {
    if (source.watched?.has(hash) === true) visitor.watched?.(hash, end);
  };
  for (let at = 0; at < text.length;) {
    const length = lengthOfGap(text, at, readEscape);
    if (length > 0) {
      at += length;
      continue;
    }
    const start = at;
    words.readWord(start);
    const { hash, end } = words;
    at = end;
    if (filter[hash & mask] === 0) continue;
    watch(hash, end);
    const match = walk(matcher, text, start, end, hash, words, readEscape, visitor);
    if (!match || !visitor.found(match)) continue;
    while (at < match.end && words.next(at)) {
      at = words.end;
      watch(words.hash, at);
    }
    at = match.end;
  }
}

/** The length of the mark, blank or escape at an offset; 0 where a word begins. */
function lengthOfGap(text: string, at: number, readEscape: EscapeReader | undefined): number {
  const value = FOLD[text.charCodeAt(at)]!;
  if (value >= LETTER) return 0;
  const escape = value === ESCAPE && readEscape !== undefined ? escapeAt(text, at, readEscape) : undefined;
  if (!escape) return 1;
  return escape.character !== '' && FOLD[escape.character.charCodeAt(0)]! >= LETTER ? 0 : escape.length;
}
