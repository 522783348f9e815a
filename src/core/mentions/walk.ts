import { addPending, writtenAt, type Accepted, type Matcher } from './compile';
import {
  EMPHASIS,
  ESCAPE,
  FOLD,
  IGNORED,
  LETTER,
  NEWLINE,
  SEPARATOR_TEXT,
  Separator,
  foldKey,
  joinSeparators,
  separatorOf,
} from '../fold';
import { plainText } from './plainText';
import type { EscapeReader, WordReader } from './words';

export interface Match<R> {
  readonly start: number;
  readonly end: number;
  readonly reading: R;
}

/** Receives the matches. */
export interface Visitor<R> {
  /** Called before the letters are compared: returns false if the match, should it be one, is of no interest. */
  isOfInterest?(reading: R, start: number, end: number): boolean;
  /** Called for each watched word, which ends at `end`: once each, from left to right. */
  watched?(hash: number, end: number): void;
  /** Returns false to refuse a match; another match may then overlap it. */
  found(match: Match<R>): boolean;
}

/**
 * Follows the trie from the first word as far as it leads, and returns the longest accepted phrase whose letters
 * match.
 */
export function walk<R>(
  matcher: Matcher<R>,
  text: string,
  start: number,
  firstEnd: number,
  firstHash: number,
  words: WordReader,
  readEscape: EscapeReader | undefined,
  visitor: Visitor<R>,
): Match<R> | undefined {
  const { trie } = matcher;
  const firstNode = trie.child(0, Separator.None, firstHash);
  if (firstNode === 0 || isWordPart(text, start - 1, -1)) return undefined;
  if (matcher.pending[firstNode] !== undefined) addPending(matcher, firstNode);
  // Different words with equal hashes are so rare that the walk simply starts again for them.
  for (let before = Infinity; ;) {
    let accepted: Accepted<R> | undefined;
    let acceptedEnd = 0;
    let isOnly = true;
    let acceptedCount = 0;
    let node = firstNode;
    let end = firstEnd;
    for (let count = 1; node !== 0 && end < before; count++) {
      const here = matcher.accepted[node];
      if (here !== undefined && !isWordPart(text, end, 1)) {
        if (accepted !== undefined) isOnly = false;
        accepted = here;
        acceptedEnd = end;
        acceptedCount = count;
      }
      if (!words.next(end)) break;
      node = trie.child(node, words.separator, words.hash);
      end = words.end;
    }
    if (accepted === undefined) return undefined;
    const lists = (accepted.written ??= writtenAt(matcher.source, accepted, acceptedCount));
    if (isOnly && lists.length === 1 && visitor.isOfInterest?.(lists[0]!.reading, start, acceptedEnd) === false)
      return undefined;
    for (const written of lists) {
      if (readsAs(text, start, acceptedEnd, written.key, readEscape))
        return { start, end: acceptedEnd, reading: written.reading };
    }
    before = acceptedEnd;
  }
}

/**
 * Whether `[start, end)` has the key. Compared letter by letter, unless an escape or a line end must be read first.
 */
function readsAs(text: string, start: number, end: number, key: string, readEscape: EscapeReader | undefined): boolean {
  let at = 0;
  let separator: Separator = Separator.None;
  for (let i = start; i < end; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value >= LETTER) {
      if (separator !== Separator.None && SEPARATOR_TEXT[separator] !== key[at++]) return false;
      separator = Separator.None;
      if (key.charCodeAt(at++) !== value) return false;
    } else if (value === NEWLINE || (value === ESCAPE && readEscape !== undefined)) {
      return foldKey(plainText(text, start, end, readEscape)) === key;
    } else if (value !== IGNORED && value !== EMPHASIS) separator = joinSeparators(separator, separatorOf(value));
  }
  return at === key.length;
}

/** An underscore between letters is part of a longer identifier, `ICEM_data`; elsewhere it is emphasis. */
function isWordPart(text: string, index: number, step: 1 | -1): boolean {
  return text[index] === '_' && FOLD[text.charCodeAt(index + step)]! >= LETTER;
}
