import { Separator, foldKey } from '../fold';
import { PhraseWords, Trie } from './trie';

/** Phrases prepared for a search: see {@link findMatches}. */
export interface Matcher<R> {
  readonly source: PhraseSource<R>;
  /** 1 at the last bits of the hash of each first word and of each watched one. */
  readonly filter: Uint8Array;
  /** Holds only the first words to begin with; the words that follow one are added when it first occurs in a text. */
  readonly trie: Trie;
  /** Indexed by the node of a first word: the numbers of the phrases not yet added. */
  readonly pending: (readonly number[] | undefined)[];
  /** Indexed by node: the phrases that end there. */
  readonly accepted: (Accepted<R> | undefined)[];
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
  const starts: number[] = [];
  const words = new PhraseWords();
  const begin = (number: number, hash: number): void => {
    const node = trie.reach(0, Separator.None, hash);
    (pending[node] ??= []).push(number);
    starts[node] = hash;
  };
  for (let phrase = 0; phrase < total; phrase++) {
    const hasEnds = ends !== undefined && ends.has(phrase);
    words.read(phrases[phrase]!, hasEnds ? Infinity : 1);
    if (words.count === 0) continue;
    begin(phrase, words.hashes[0]!);
    if (!hasEnds) continue;
    const { head, tail } = ends.of(phrase, words);
    if (head > 0) begin(headOf(total, phrase), words.hashes[0]!);
    if (tail > 0) begin(tailOf(total, phrase), words.hashes[words.count - tail]!);
  }
  const filter = new Uint8Array(sizeFor(trie.size * 32));
  for (const hash of [...starts.slice(1), ...(source.watched ?? [])]) filter[hash & (filter.length - 1)] = 1;
  // A filled array, because V8 stores an array with large holes as a slow dictionary.
  const accepted = Array.from<undefined>({ length: trie.size });
  return { source, filter, trie, pending, accepted };
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
