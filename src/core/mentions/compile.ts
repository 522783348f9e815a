import { Separator, foldKey } from './fold';
import { Openings, pairHash } from './openings';
import { PhraseWords, Trie } from './trie';
import { WordRow } from './wordRow';

/** Phrases made ready to be searched for: see {@link findMatches}. */
export interface Matcher<R> {
  readonly source: PhraseSource<R>;
  /** By the hash of a first word: {@link NONE}, {@link BEGINS} or {@link STANDS_ALONE}. */
  readonly filter: Uint8Array;
  /** Only the first words at first; what follows a word is added when a text first has it. */
  readonly trie: Trie;
  /** By the node of a first word: numbers of the phrases that are still to be added. */
  readonly waiting: (readonly number[] | undefined)[];
  /** By node: what ends there. */
  readonly accepted: (Accepted<R> | undefined)[];
  /** Made when enough has been read to be worth it. */
  openings: Openings | undefined;
  charactersRead: number;
  /** Used again for each stretch of each text, so that no visitor may search with the same matcher. */
  readonly row: WordRow;
}

export interface PhraseSource<R> {
  readonly phrases: readonly string[];
  readonly ends?: EndsSource;
  /** Hashes of words that the visitor wants to be told of, wherever they stand. */
  readonly watched?: ReadonlySet<number>;
  /** What is to be made of the phrases that are written alike; the beginnings and ends of phrases have numbers of their own, behind them. */
  read(key: string, numbers: readonly number[]): R;
}

/** What is to be found of a phrase besides the whole: its first words or its last. */
export interface EndsSource {
  /** Whether it is worth asking for them. */
  has(phrase: number): boolean;
  of(phrase: number, words: PhraseWords): Ends;
  /** First letters of words, one of which follows the first words or goes before the last ones; none where any word may. */
  lettersBeside(phrase: number, words: PhraseWords, ends: Ends): { readonly after: readonly number[]; readonly before: readonly number[] };
}

/** In words; 0 for none. */
export interface Ends {
  readonly head: number;
  readonly tail: number;
}

export interface Accepted<R> {
  readonly numbers: number[];
  /** The same as a reader of matches has it; made when a text first leads to the node. */
  written?: readonly Written<R>[];
}

/** Phrases that are written alike but for case and accents; as a rule, all that are accepted at a node. */
interface Written<R> {
  readonly key: string;
  readonly reading: R;
}

/** Looks only at how the phrases begin, and is done in a few milliseconds for thousands. */
export function compileMatcher<R>(source: PhraseSource<R>): Matcher<R> {
  const { phrases, ends } = source;
  const total = phrases.length;
  const trie = new Trie(total);
  const waiting: number[][] = [];
  const alone: boolean[] = [];
  const starts: number[] = [];
  const words = new PhraseWords();
  const begin = (number: number, hash: number, isAlone: boolean): void => {
    const node = trie.reach(0, Separator.None, hash);
    if (waiting[node]) waiting[node].push(number); else { waiting[node] = [number]; starts[node] = hash; alone[node] = false; }
    if (isAlone) alone[node] = true;
  };
  for (let phrase = 0; phrase < total; phrase++) {
    const hasEnds = ends !== undefined && ends.has(phrase);
    words.read(phrases[phrase], hasEnds ? Infinity : 2);
    if (words.count === 0) continue;
    begin(phrase, words.hashes[0], words.count === 1);
    if (!hasEnds) continue;
    const { head, tail } = ends.of(phrase, words);
    if (head > 0) begin(headOf(total, phrase), words.hashes[0], false);
    if (tail > 0) begin(tailOf(total, phrase), words.hashes[words.count - tail], false);
  }
  const filter = new Uint8Array(sizeFor(trie.size * 32));
  for (let node = 1; node < trie.size; node++) {
    const at = starts[node] & (filter.length - 1);
    filter[at] = Math.max(filter[at], alone[node] ? STANDS_ALONE : BEGINS);
  }
  // Filled, as V8 keeps an array with large holes as a slow dictionary.
  const accepted = Array.from<undefined>({ length: trie.size });
  return { source, filter, trie, waiting, accepted, openings: undefined, charactersRead: 0, row: new WordRow() };
}

/** Adds the phrases that begin with a word. */
export function addWaiting<R>({ source: { phrases, ends }, trie, waiting, accepted }: Matcher<R>, start: number): void {
  const total = phrases.length;
  const words = new PhraseWords();
  for (const number of waiting[start]!) {
    words.read(phrases[phraseOf(total, number)]);
    let [from, to] = [0, words.count];
    if (number >= total) {
      const { head, tail } = ends!.of(phraseOf(total, number), words);
      if (sideOf(total, number) === 'head') to = head; else from = to - tail;
    }
    let node = start;
    for (let i = from + 1; i < to; i++) node = trie.reach(node, words.separators[i], words.hashes[i]);
    const here = accepted[node];
    if (here) here.numbers.push(number); else accepted[node] = { numbers: [number] };
  }
  waiting[start] = undefined;
}

/** The filter by pairs of words, once so much has been read that it would have saved the time that it takes to make. */
export function openingsOf<R>(matcher: Matcher<R>, characters: number): Openings | undefined {
  matcher.charactersRead += characters;
  if (matcher.openings === undefined && matcher.charactersRead > 30_000) matcher.openings = makeOpenings(matcher.source);
  return matcher.openings;
}

function makeOpenings<R>({ phrases, ends, watched }: PhraseSource<R>): Openings {
  const openings = new Openings();
  for (const hash of watched ?? []) openings.addWord(hash);
  const words = new PhraseWords();
  const { hashes, separators } = words;
  const add = (from: number, count: number): void => {
    if (count > 2) openings.addPhrase(pairHash(hashes[from], hashes[from + 1]), hashes[from + 2], separators[from + 2]);
    else if (count === 2) openings.addPhrase(pairHash(hashes[from], hashes[from + 1]));
    else if (count === 1) openings.addWord(hashes[from]);
  };
  for (let phrase = 0; phrase < phrases.length; phrase++) {
    const hasEnds = ends !== undefined && ends.has(phrase);
    words.read(phrases[phrase], hasEnds ? Infinity : 3);
    add(0, words.count);
    if (!hasEnds) continue;
    const { head, tail } = ends.of(phrase, words);
    const last = words.count - tail;
    const { after, before } = ends.lettersBeside(phrase, words, { head, tail });
    if (head === 2) openings.addEnd(pairHash(hashes[0], hashes[1]), 'after', after);
    if (tail === 2) openings.addEnd(pairHash(hashes[last], hashes[last + 1]), 'before', before);
    else if (tail > 2) add(last, tail);
  }
  openings.close();
  return openings;
}

/** The number of the beginning of a phrase, where there are `total` phrases. */
function headOf(total: number, phrase: number): number {
  return total + phrase * 2;
}

/** The number of the end of a phrase. */
function tailOf(total: number, phrase: number): number {
  return total + phrase * 2 + 1;
}

/** The phrase that a number is, or belongs to. */
export function phraseOf(total: number, number: number): number {
  return number < total ? number : (number - total) >> 1;
}

/** Of a number that is no phrase's own. */
export function sideOf(total: number, number: number): 'head' | 'tail' {
  return (number - total) % 2 === 0 ? 'head' : 'tail';
}

export const NONE = 0;
export const BEGINS = 1;
export const STANDS_ALONE = 2;

function sizeFor(most: number): number {
  let size = 1 << 16;
  while (size < most) size *= 2;
  return size;
}

/** @param count How many words lead to the node. */
export function writtenAt<R>({ phrases, read }: PhraseSource<R>, accepted: Accepted<R>, count: number): readonly Written<R>[] {
  const lists = new Map<string, number[]>();
  for (const number of [...accepted.numbers].sort((a, b) => a - b)) {
    const key = keyOf(phrases, number, count);
    const list = lists.get(key);
    if (list) list.push(number); else lists.set(key, [number]);
  }
  return [...lists].map(([key, numbers]) => ({ key, reading: read(key, numbers) }));
}

function keyOf(phrases: readonly string[], number: number, count: number): string {
  const total = phrases.length;
  if (number < total) return foldKey(phrases[number]);
  const key = foldKey(phrases[phraseOf(total, number)]);
  const words = new PhraseWords();
  words.read(key);
  return sideOf(total, number) === 'head' ? key.slice(0, words.ends[count - 1]) : key.slice(words.ends[words.count - count] - words.lengths[words.count - count]);
}
