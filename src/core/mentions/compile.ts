import { Separator, foldKey } from '../fold';
import { PairFilter, pairHash } from './pairFilter';
import { PhraseWords, Trie } from './trie';
import { WordRow } from './wordRow';

/** Phrases prepared for a search: see {@link findMatches}. */
export interface Matcher<R> {
  readonly source: PhraseSource<R>;
  /** Indexed by the hash of a first word: {@link NONE}, {@link BEGINS} or {@link IS_PHRASE}. */
  readonly filter: Uint8Array;
  /** Holds only the first words to begin with; the words that follow one are added when it first occurs in a text. */
  readonly trie: Trie;
  /** Indexed by the node of a first word: the numbers of the phrases not yet added. */
  readonly pending: (readonly number[] | undefined)[];
  /** Indexed by node: the phrases that end there. */
  readonly accepted: (Accepted<R> | undefined)[];
  /** Built once enough text has been read to make it worthwhile. */
  pairFilter: PairFilter | undefined;
  charactersRead: number;
  /** Reused for each stretch of each text, so a visitor must not search with the same matcher. */
  readonly row: WordRow;
}

export interface PhraseSource<R> {
  readonly phrases: readonly string[];
  readonly ends?: EndsSource;
  /** Hashes of words that the visitor wants reported wherever they occur. */
  readonly watched?: ReadonlySet<number>;
  /**
   * Returns the reading of phrases with the same key. The beginnings and ends of phrases have their own numbers,
   * which follow those of the phrases.
   */
  read(key: string, numbers: readonly number[]): R;
}

/** Says which parts of a phrase to search for in addition to the whole: its first words or its last. */
export interface EndsSource {
  /** Whether {@link EndsSource.of} is worth calling; cheap. */
  has(phrase: number): boolean;
  of(phrase: number, words: PhraseWords): Ends;
  /**
   * The folded first letters of which one must begin the word after the first words or before the last ones; empty
   * where any word may occur there.
   */
  adjacentLetters(
    phrase: number,
    words: PhraseWords,
    ends: Ends,
  ): { readonly after: readonly number[]; readonly before: readonly number[] };
}

/** Lengths in words; 0 for none. */
export interface Ends {
  readonly head: number;
  readonly tail: number;
}

export interface Accepted<R> {
  readonly numbers: number[];
  /** The phrases grouped by key, with their readings; computed when a text first leads to the node. */
  written?: readonly Written<R>[];
}

/** Phrases that differ only in case and accents; usually all that are accepted at a node. */
interface Written<R> {
  readonly key: string;
  readonly reading: R;
}

/** Reads only the beginnings of the phrases, which takes a few milliseconds for thousands. */
export function compileMatcher<R>(source: PhraseSource<R>): Matcher<R> {
  const { phrases, ends } = source;
  const total = phrases.length;
  const trie = new Trie(total);
  const pending: number[][] = [];
  const isPhrase: boolean[] = [];
  const starts: number[] = [];
  const words = new PhraseWords();
  const begin = (number: number, hash: number, isWholePhrase: boolean): void => {
    const node = trie.reach(0, Separator.None, hash);
    if (pending[node]) pending[node].push(number);
    else {
      pending[node] = [number];
      starts[node] = hash;
      isPhrase[node] = false;
    }
    if (isWholePhrase) isPhrase[node] = true;
  };
  for (let phrase = 0; phrase < total; phrase++) {
    const hasEnds = ends !== undefined && ends.has(phrase);
    words.read(phrases[phrase]!, hasEnds ? Infinity : 2);
    if (words.count === 0) continue;
    begin(phrase, words.hashes[0]!, words.count === 1);
    if (!hasEnds) continue;
    const { head, tail } = ends.of(phrase, words);
    if (head > 0) begin(headOf(total, phrase), words.hashes[0]!, false);
    if (tail > 0) begin(tailOf(total, phrase), words.hashes[words.count - tail]!, false);
  }
  const filter = new Uint8Array(sizeFor(trie.size * 32));
  for (let node = 1; node < trie.size; node++) {
    const at = starts[node]! & (filter.length - 1);
    filter[at] = Math.max(filter[at]!, isPhrase[node] ? IS_PHRASE : BEGINS);
  }
  // A filled array, because V8 stores an array with large holes as a slow dictionary.
  const accepted = Array.from<undefined>({ length: trie.size });
  return { source, filter, trie, pending, accepted, pairFilter: undefined, charactersRead: 0, row: new WordRow() };
}

/** Adds to the trie the phrases that begin with the word of the node `start`. */
export function addPending<R>({ source: { phrases, ends }, trie, pending, accepted }: Matcher<R>, start: number): void {
  const total = phrases.length;
  const words = new PhraseWords();
  for (const number of pending[start]!) {
    words.read(phrases[phraseOf(total, number)]!);
    let [from, to] = [0, words.count];
    if (number >= total) {
      const { head, tail } = ends!.of(phraseOf(total, number), words);
      if (sideOf(total, number) === 'head') to = head;
      else from = to - tail;
    }
    let node = start;
    for (let i = from + 1; i < to; i++) node = trie.reach(node, words.separators[i]!, words.hashes[i]!);
    const here = accepted[node];
    if (here) here.numbers.push(number);
    else accepted[node] = { numbers: [number] };
  }
  pending[start] = undefined;
}

/** Returns the filter by pairs of words, once enough text has been read to repay the time that building it takes. */
export function pairFilterOf<R>(matcher: Matcher<R>, characters: number): PairFilter | undefined {
  matcher.charactersRead += characters;
  if (matcher.pairFilter === undefined && matcher.charactersRead > 30_000)
    matcher.pairFilter = makePairFilter(matcher.source);
  return matcher.pairFilter;
}

function makePairFilter<R>({ phrases, ends, watched }: PhraseSource<R>): PairFilter {
  const openings = new PairFilter();
  for (const hash of watched ?? []) openings.addWord(hash);
  const words = new PhraseWords();
  const { hashes, separators } = words;
  const add = (from: number, count: number): void => {
    if (count > 2)
      openings.addPhrase(pairHash(hashes[from]!, hashes[from + 1]!), hashes[from + 2], separators[from + 2]);
    else if (count === 2) openings.addPhrase(pairHash(hashes[from]!, hashes[from + 1]!));
    else if (count === 1) openings.addWord(hashes[from]!);
  };
  for (let phrase = 0; phrase < phrases.length; phrase++) {
    const hasEnds = ends !== undefined && ends.has(phrase);
    words.read(phrases[phrase]!, hasEnds ? Infinity : 3);
    add(0, words.count);
    if (!hasEnds) continue;
    const { head, tail } = ends.of(phrase, words);
    const last = words.count - tail;
    const { after, before } = ends.adjacentLetters(phrase, words, { head, tail });
    if (head === 2) openings.addEnd(pairHash(hashes[0]!, hashes[1]!), 'after', after);
    if (tail === 2) openings.addEnd(pairHash(hashes[last]!, hashes[last + 1]!), 'before', before);
    else if (tail > 2) add(last, tail);
  }
  openings.close();
  return openings;
}

/** The number of the beginning of a phrase, where there are `total` phrases. */
function headOf(total: number, phrase: number): number {
  return total + phrase * 2;
}

/** The number of the end of a phrase, where there are `total` phrases. */
function tailOf(total: number, phrase: number): number {
  return total + phrase * 2 + 1;
}

/** The phrase that has this number, or whose beginning or end has it. */
export function phraseOf(total: number, number: number): number {
  return number < total ? number : (number - total) >> 1;
}

/** Which end of a phrase the number denotes; it must not be the number of a whole phrase. */
export function sideOf(total: number, number: number): 'head' | 'tail' {
  return (number - total) % 2 === 0 ? 'head' : 'tail';
}

export const NONE = 0;
export const BEGINS = 1;
export const IS_PHRASE = 2;

function sizeFor(most: number): number {
  let size = 1 << 16;
  while (size < most) size *= 2;
  return size;
}

/** @param count Number of words that lead to the node. */
export function writtenAt<R>(
  { phrases, read }: PhraseSource<R>,
  accepted: Accepted<R>,
  count: number,
): readonly Written<R>[] {
  const lists = new Map<string, number[]>();
  for (const number of [...accepted.numbers].sort((a, b) => a - b)) {
    const key = keyOf(phrases, number, count);
    const list = lists.get(key);
    if (list) list.push(number);
    else lists.set(key, [number]);
  }
  return [...lists].map(([key, numbers]) => ({ key, reading: read(key, numbers) }));
}

function keyOf(phrases: readonly string[], number: number, count: number): string {
  const total = phrases.length;
  if (number < total) return foldKey(phrases[number]!);
  const key = foldKey(phrases[phraseOf(total, number)]!);
  const words = new PhraseWords();
  words.read(key);
  return sideOf(total, number) === 'head'
    ? key.slice(0, words.ends[count - 1])
    : key.slice(words.ends[words.count - count]! - words.lengths[words.count - count]!);
}
