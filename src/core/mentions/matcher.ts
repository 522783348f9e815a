import {
  EMPHASIS, ESCAPE, FOLD, IGNORED, LETTER, NEWLINE, Separator, foldKey, joinSeparators, separatorOf,
} from './fold';

/**
 * Finds many phrases in one pass: leftmost-longest, word-bounded, not overlapping.
 *
 * Every word of the text is hashed once while it is read. A filter tells whether some phrase begins with a word of that
 * hash, a second one whether it goes on with the next word's ("for migration", not "for the"); only then are the words
 * walked through a trie of word hashes, and only an accepted walk is compared letter by letter. So the cost hardly depends on how many phrases there are. Two designs were refused: a character
 * automaton (slower on ordinary prose, twenty times the memory) and sampled trigrams (twice as fast for 400 phrases,
 * but not for 10,000, and twice the code).
 */
export interface Matcher {
  /** The phrases' keys, by phrase number. */
  readonly keys: readonly string[];
  /** By the hash of a first word: {@link NONE}, {@link BEGINS} or {@link STANDS_ALONE}. */
  readonly filter: Uint8Array;
  /** By the hashes of the first two words. */
  readonly pairs: Uint8Array;
  readonly edges: ReadonlyMap<number, number>;
  /** Phrase numbers accepted at a node. */
  readonly accepted: ReadonlyMap<number, readonly number[]>;
}

export interface Match {
  readonly start: number;
  readonly end: number;
  /** Numbers of the phrases with this key, all of them written alike but for case and accents. */
  readonly phrases: readonly number[];
}

/**
 * Reads an escape of the document's format at `index`: how many code units it takes, and what it stands for: one
 * character (`&eacute;` is é), `''` for mere markup (`<em>`), or a blank. `undefined` where there is no escape.
 */
export type EscapeReader = (text: string, index: number) => { readonly length: number; readonly character: string } | undefined;

export function compileMatcher(phrases: readonly string[]): Matcher {
  const edges = new Map<number, number>();
  const accepted = new Map<number, number[]>();
  const keys = phrases.map(foldKey);
  const first: { hash: number; alone: boolean }[] = [];
  const pairHashes: number[] = [];
  let nodes = 1;
  keys.forEach((key, phrase) => {
    let node = 0;
    const words = wordsOfKey(key);
    if (words.length > 0) first.push({ hash: words[0].hash, alone: words.length === 1 });
    if (words.length > 1) pairHashes.push(pairHash(words[0].hash, words[1].hash));
    for (const { separator, hash } of words) {
      const edge = edgeKey(node, separator, hash);
      let next = edges.get(edge);
      if (next === undefined) edges.set(edge, (next = nodes++));
      node = next;
    }
    if (node === 0) return;
    const here = accepted.get(node);
    if (here) here.push(phrase); else accepted.set(node, [phrase]);
  });
  let size = 1 << 16;
  while (size < first.length * 32) size *= 2;
  const filter = new Uint8Array(size);
  const pairs = new Uint8Array(size);
  for (const { hash, alone } of first) filter[hash & (size - 1)] = Math.max(filter[hash & (size - 1)], alone ? STANDS_ALONE : BEGINS);
  for (const hash of pairHashes) pairs[hash & (size - 1)] = 1;
  return { keys, filter, pairs, edges, accepted };
}

const NONE = 0;
const BEGINS = 1;
const STANDS_ALONE = 2;

function pairHash(first: number, second: number): number {
  return Math.imul(first, 31) ^ second;
}

/** Calls `found` for each match from left to right; a match that `found` refuses (returns false) shields nothing. */
export function findMatches(matcher: Matcher, text: string, readEscape: EscapeReader | undefined, found: (match: Match) => boolean): void {
  const { filter, pairs } = matcher;
  const mask = filter.length - 1;
  const length = text.length;
  let i = 0;
  while (i < length) {
    let value = FOLD[text.charCodeAt(i)];
    if (value < LETTER) {
      if (value !== ESCAPE || readEscape === undefined) { i++; continue; }
      const escape = readEscape(text, i);
      if (!escape || FOLD[escape.character.charCodeAt(0)] < LETTER || escape.character === '') { i += escape?.length ?? 1; continue; }
    }
    const start = i;
    let hash = SEED;
    for (;;) {
      if (value >= LETTER) { hash = Math.imul(hash ^ value, PRIME); i++; }
      else if (value === IGNORED) i++;
      else if (value === ESCAPE && readEscape !== undefined) {
        const escape = readEscape(text, i);
        if (!escape) break;
        if (isInsideWord(text, i, escape)) { i += escape.length; if (i >= length) break; value = FOLD[text.charCodeAt(i)]; continue; }
        const letter = escape.character !== '' ? FOLD[escape.character.charCodeAt(0)] : 0;
        if (letter < LETTER) break;
        hash = Math.imul(hash ^ letter, PRIME);
        i += escape.length;
      } else break;
      if (i >= length) break;
      value = FOLD[text.charCodeAt(i)];
    }
    const hit = filter[hash & mask];
    if (hit === NONE) continue;
    if (hit === STANDS_ALONE || !isPlainPair(text, i) || pairs[pairHash(hash, plainWordHash(text, i + 1)) & mask] === 1) {
      const match = walk(matcher, text, start, i, hash, readEscape);
      if (match !== undefined && found(match)) i = match.end;
    }
  }
}

/** A single blank and a letter: the next word can be hashed at once, without asking what separates the two. */
function isPlainPair(text: string, end: number): boolean {
  return text.charCodeAt(end) === 32 && FOLD[text.charCodeAt(end + 1)] >= LETTER;
}

/** The hash of a word without escapes; where something else than a separator ends it, the walk decides. */
function plainWordHash(text: string, start: number): number {
  let hash = SEED;
  for (let i = start; i < text.length; i++) {
    const value = FOLD[text.charCodeAt(i)];
    if (value >= LETTER) hash = Math.imul(hash ^ value, PRIME);
    else if (value !== IGNORED) break;
  }
  return hash;
}

const SEED = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** From the first word on, as far as the trie leads; the longest accepted phrase that is really there. */
function walk(matcher: Matcher, text: string, start: number, firstEnd: number, firstHash: number, readEscape: EscapeReader | undefined): Match | undefined {
  if (isWordPart(text, start - 1, -1)) return undefined;
  let node = matcher.edges.get(edgeKey(0, Separator.None, firstHash));
  let end = firstEnd;
  let best: Match | undefined;
  while (node !== undefined) {
    const phrases = matcher.accepted.get(node);
    if (phrases && !isWordPart(text, end, 1)) {
      const key = keyOf(text, start, end, readEscape);
      const real = phrases.filter((phrase) => matcher.keys[phrase] === key);
      if (real.length > 0) best = { start, end, phrases: real };
    }
    const word = nextWord(text, end, readEscape);
    if (word === undefined) break;
    node = matcher.edges.get(edgeKey(node, word.separator, word.hash));
    end = word.end;
  }
  return best;
}

/** An underscore between letters is a part of a longer identifier, `ICEM_data`; elsewhere it is emphasis. */
function isWordPart(text: string, index: number, step: 1 | -1): boolean {
  return text[index] === '_' && FOLD[text.charCodeAt(index + step)] >= LETTER;
}

function nextWord(text: string, from: number, readEscape: EscapeReader | undefined): { separator: Separator; hash: number; end: number } | undefined {
  let separator: Separator = Separator.None;
  let newlines = 0;
  let i = from;
  let hash = SEED;
  let inWord = false;
  let end = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    let value = FOLD[code];
    let width = 1;
    if (value === ESCAPE && readEscape !== undefined) {
      const escape = readEscape(text, i);
      if (escape) {
        width = escape.length;
        if (inWord && isInsideWord(text, i, escape)) { i += width; continue; }
        value = escape.character === '' ? EMPHASIS : FOLD[escape.character.charCodeAt(0)];
      }
    }
    if (value >= LETTER) { hash = Math.imul(hash ^ value, PRIME); inWord = true; i += width; end = i; continue; }
    if (value === IGNORED) { i += width; if (inWord) end = i; continue; }
    if (inWord) break;
    if (value === NEWLINE && !(code === 10 && text.charCodeAt(i - 1) === 13)) newlines++;
    // Block-quote marks at the start of a wrapped line are no part of the name.
    const quoteMark = code === 62 && newlines === 1;
    if (value !== EMPHASIS && !quoteMark) separator = joinSeparators(separator, separatorOf(value));
    if (separator === Separator.Broken || newlines > 1) return undefined;
    i += width;
  }
  return inWord && separator !== Separator.None ? { separator, hash, end } : undefined;
}

/**
 * A soft hyphen written out (`&shy;`, `\\-`), or a brace (`{I}nternational`), between letters of one word. Tags are not:
 * a footnote's number in `<sup>` is no part of the name before it.
 */
function isInsideWord(text: string, index: number, escape: { readonly length: number; readonly character: string }): boolean {
  if (escape.character === '' ? text[index] === '<' : FOLD[escape.character.charCodeAt(0)] !== IGNORED) return false;
  return FOLD[text.charCodeAt(index + escape.length)] >= LETTER;
}

/** The key of a stretch of the document, its escapes read and its wrapped lines joined. */
export function keyOf(text: string, start: number, end: number, readEscape: EscapeReader | undefined): string {
  return foldKey(plainText(text, start, end, readEscape));
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

function wordsOfKey(key: string): { separator: Separator; hash: number }[] {
  const words: { separator: Separator; hash: number }[] = [];
  let separator: Separator = Separator.None;
  let hash = SEED;
  for (let i = 0; i <= key.length; i++) {
    const value = i < key.length ? FOLD[key.charCodeAt(i)] : 0;
    if (value >= LETTER) { hash = Math.imul(hash ^ value, PRIME); continue; }
    words.push({ separator, hash });
    separator = separatorOf(value);
    hash = SEED;
  }
  return words;
}

/** Node, separator and hash as one number below 2^53, so that a plain Map serves as the trie. */
function edgeKey(node: number, separator: Separator, hash: number): number {
  return (node * 8 + separator) * 0x1_0000_0000 + (hash >>> 0);
}
