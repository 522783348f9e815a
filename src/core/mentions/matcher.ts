import { BEGINS, NONE, addWaiting, openingsOf, writtenAt, type Accepted, type Matcher } from './compile';
import {
  EMPHASIS, ESCAPE, FOLD, IGNORED, LETTER, NEWLINE, SEPARATOR_TEXT, Separator, foldKey, joinSeparators, separatorOf,
} from './fold';
import { isPlainGap, pairHash } from './openings';
import { SEED, WordReader, escapeAt, hashWith, isInsideWord, type EscapeReader } from './words';

export type { EscapeReader } from './words';

export interface Match<R> {
  readonly start: number;
  readonly end: number;
  readonly reading: R;
}

/** What becomes of a match. */
export interface Visitor<R> {
  /** Asked before the letters are compared: false where the match, if it is one, is of no interest. */
  isOfInterest?(reading: R, start: number, end: number): boolean;
  /** A match that is refused (false) shields nothing. */
  found(match: Match<R>): boolean;
}

/**
 * Finds many phrases in one pass: leftmost-longest, word-bounded, not overlapping.
 *
 * Every word of the text is hashed once while it is read. A filter tells whether some phrase begins with a word of that
 * hash, a second one whether it goes on with the next word's ("for migration", not "for the"); only then are the words
 * walked through a trie of word hashes, and only the longest walk is compared letter by letter. So the cost hardly
 * depends on how many phrases there are. Two designs were refused: a character automaton (slower on ordinary prose,
 * twenty times the memory) and sampled trigrams (twice as fast for 400 phrases, but not for 10,000, and twice the code).
 *
 * Tells of each match, from left to right.
 */
export function findMatches<R>(matcher: Matcher<R>, text: string, readEscape: EscapeReader | undefined, visitor: Visitor<R>): void {
  const { filter } = matcher;
  const openings = openingsOf(matcher, text.length);
  const mask = filter.length - 1;
  const length = text.length;
  const words = new WordReader(text, readEscape);
  // A word that may begin a phrase, and that waits for the next one to be read.
  let waiting = -1;
  let waitingEnd = 0;
  let waitingHash = 0;
  let i = 0;
  while (i < length) {
    let value = FOLD[text.charCodeAt(i)];
    if (value < LETTER) {
      if (value !== ESCAPE || readEscape === undefined) { i++; continue; }
      const escape = escapeAt(text, i, readEscape);
      if (!escape || FOLD[escape.character.charCodeAt(0)] < LETTER || escape.character === '') { i += escape?.length ?? 1; continue; }
    }
    const start = i;
    let hash = SEED;
    for (;;) {
      if (value >= LETTER) { hash = hashWith(hash, value); i++; }
      else if (value === IGNORED) i++;
      else if (value === ESCAPE && readEscape !== undefined) {
        const escape = escapeAt(text, i, readEscape);
        if (!escape) break;
        if (isInsideWord(text, i, escape)) { i += escape.length; if (i >= length) break; value = FOLD[text.charCodeAt(i)]; continue; }
        const letter = escape.character !== '' ? FOLD[escape.character.charCodeAt(0)] : 0;
        if (letter < LETTER) break;
        hash = hashWith(hash, letter);
        i += escape.length;
      } else break;
      if (i >= length) break;
      value = FOLD[text.charCodeAt(i)];
    }
    if (waiting >= 0) {
      const first = waiting;
      waiting = -1;
      if (openings!.mayBegin(text, first, i, pairHash(waitingHash, hash), words)) {
        const match = walk(matcher, text, first, waitingEnd, waitingHash, words, readEscape, visitor);
        if (match !== undefined && visitor.found(match)) { i = match.end; continue; }
      }
    }
    const hit = filter[hash & mask];
    if (hit === NONE) continue;
    if (hit === BEGINS && openings !== undefined && isPlainGap(text, i)) { waiting = start; waitingEnd = i; waitingHash = hash; continue; }
    const match = walk(matcher, text, start, i, hash, words, readEscape, visitor);
    if (match !== undefined && visitor.found(match)) i = match.end;
  }
}

/** From the first word on, as far as the trie leads; the longest accepted phrase that is really there. */
function walk<R>(matcher: Matcher<R>, text: string, start: number, firstEnd: number, firstHash: number, words: WordReader, readEscape: EscapeReader | undefined, visitor: Visitor<R>): Match<R> | undefined {
  if (isWordPart(text, start - 1, -1)) return undefined;
  const { trie } = matcher;
  const firstNode = trie.child(0, Separator.None, firstHash);
  if (firstNode === 0) return undefined;
  if (matcher.waiting[firstNode] !== undefined) addWaiting(matcher, firstNode);
  // Hashes that are equal by chance are so rare that the walk is begun again for them.
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
    if (isOnly && lists.length === 1 && visitor.isOfInterest?.(lists[0].reading, start, acceptedEnd) === false) return undefined;
    for (const written of lists) {
      if (readsAs(text, start, acceptedEnd, written.key, readEscape)) return { start, end: acceptedEnd, reading: written.reading };
    }
    before = acceptedEnd;
  }
}

/** Whether a stretch of the document has the key: compared as they stand, unless something must be read first. */
function readsAs(text: string, start: number, end: number, key: string, readEscape: EscapeReader | undefined): boolean {
  let at = 0;
  let separator: Separator = Separator.None;
  for (let i = start; i < end; i++) {
    const value = FOLD[text.charCodeAt(i)];
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

/** An underscore between letters is a part of a longer identifier, `ICEM_data`; elsewhere it is emphasis. */
function isWordPart(text: string, index: number, step: 1 | -1): boolean {
  return text[index] === '_' && FOLD[text.charCodeAt(index + step)] >= LETTER;
}

/** What a reader sees of a stretch: escapes read, emphasis and block-quote marks taken out; blanks as they stand. */
export function plainText(text: string, start: number, end: number, readEscape: EscapeReader | undefined): string {
  const raw = text.slice(start, end).replace(/([\r\n][ \t]*)(?:>[ \t]?)+/g, '$1');
  if (readEscape === undefined || !/[&<\\{}~]/.test(raw)) return raw.replace(/[*_]/g, '');
  let plain = '';
  for (let i = 0; i < raw.length;) {
    const escape = FOLD[raw.charCodeAt(i)] === ESCAPE ? readEscape(raw, i) : undefined;
    plain += escape ? escape.character : raw[i];
    i += escape?.length ?? 1;
  }
  return plain.replace(/[*_]/g, '');
}
