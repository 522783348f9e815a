import { FOLD, IGNORED, LETTER, foldKey } from '../mentions/fold';
import type { OtherMeaning } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { WordRow } from '../mentions/wordRow';
import { SEED, hashOf, hashWith } from '../mentions/words';
import { ANCHORS } from './cues';

/**
 * The other meanings that words in `[start, end)` speak for. No string is made of any word: they are hashed as the matcher
 * hashes them, and only one that begins a known phrase is looked at again. A phrase may run on up to `limit`.
 */
export function readOtherMeanings(text: string, start: number, end: number, limit: number, termbase: Termbase): ReadonlySet<OtherMeaning> {
  const { words, filter } = indexOf(termbase);
  let found: Set<OtherMeaning> | undefined;
  const look = (hash: number, first: number): void => {
    for (const { phrase, meaning } of words.get(hash) ?? []) {
      if (!found?.has(meaning) && isPhrase(text, first, limit, phrase)) (found ??= new Set()).add(meaning);
    }
  };
  if (ROW.readAll(text, start, end)) {
    for (let i = 0; i < ROW.count; i++) {
      const hash = ROW.hashes[i];
      if (filter[hash & MASK] === 1) look(hash, startOfWord(text, ROW.ends[i], start));
    }
    return found ?? NONE;
  }
  for (let i = start; i < end;) {
    let value = FOLD[text.charCodeAt(i)];
    if (value < LETTER) { i++; continue; }
    const first = i;
    let hash = SEED;
    while (value >= LETTER || value === IGNORED) {
      if (value >= LETTER) hash = hashWith(hash, value);
      if (++i >= end) break;
      value = FOLD[text.charCodeAt(i)];
    }
    if (filter[hash & MASK] === 1) look(hash, first);
  }
  return found ?? NONE;
}

/** The first beginning of a migration word in `[start, end)` that is not `except`; `''` where there is none. */
export function readAnchor(text: string, start: number, end: number, except: string): string {
  for (let i = start; i < end;) {
    let value = FOLD[text.charCodeAt(i)];
    if (value < LETTER) { i++; continue; }
    let hash = SEED;
    let letters = 0;
    // Of most words no more than the first letters are asked for.
    let mayBegin = true;
    while (value >= LETTER || value === IGNORED) {
      if (value >= LETTER) {
        hash = hashWith(hash, value);
        letters++;
        if (letters === SHORTEST) mayBegin = FIRST_LETTERS[hash & MASK] === 1;
        if (mayBegin && BEGINNING_FILTER[hash & MASK] === 1) {
          const anchor = BEGINNINGS.get(hash);
          if (anchor !== undefined && anchor !== except) return anchor;
        }
      }
      if (++i >= end) break;
      value = FOLD[text.charCodeAt(i)];
    }
  }
  return '';
}

const NONE: ReadonlySet<OtherMeaning> = new Set();

/** Used again for each stretch. */
const ROW = new WordRow();

/** Of a word with nothing but letters in it. */
function startOfWord(text: string, end: number, from: number): number {
  let start = end;
  while (start > from && FOLD[text.charCodeAt(start - 1)] >= LETTER) start--;
  return start;
}

const MASK = 0x3fff;

/** Whether the folded phrase stands at `first`, up to a few separators between its words, and ends with a word. */
function isPhrase(text: string, first: number, limit: number, phrase: string): boolean {
  let i = first;
  for (let k = 0; k < phrase.length; k++) {
    if (phrase.charCodeAt(k) === 32) {
      const from = i;
      while (i < limit && FOLD[text.charCodeAt(i)] < LETTER) i++;
      if (i === from || i - from > 4) return false;
      continue;
    }
    while (FOLD[text.charCodeAt(i)] === IGNORED) i++;
    if (i >= limit || FOLD[text.charCodeAt(i)] !== phrase.charCodeAt(k)) return false;
    i++;
  }
  return i >= limit || FOLD[text.charCodeAt(i)] < LETTER;
}

function plain(text: string): string {
  return foldKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const BEGINNINGS: ReadonlyMap<number, string> = new Map(ANCHORS.map((anchor) => [hashOf(anchor.split(' ')[0]), anchor]));
const BEGINNING_FILTER = filterOf(BEGINNINGS.keys());
const SHORTEST = Math.min(...ANCHORS.map((anchor) => anchor.length));
/** Of the first letters of the beginnings, as many as the shortest has. */
const FIRST_LETTERS = filterOf(ANCHORS.map((anchor) => hashOf(anchor.slice(0, SHORTEST))));

interface Index {
  readonly words: ReadonlyMap<number, readonly { phrase: string; meaning: OtherMeaning }[]>;
  readonly filter: Uint8Array;
}

const indexes = new WeakMap<Termbase, Index>();

function indexOf(termbase: Termbase): Index {
  let index = indexes.get(termbase);
  if (!index) {
    const words = new Map<number, { phrase: string; meaning: OtherMeaning }[]>();
    for (const meaning of [...termbase.otherMeanings.values()].flat()) {
      for (const anchor of meaning.anchors) {
        const phrase = plain(anchor);
        const hash = hashOf(phrase.split(' ')[0]);
        const known = words.get(hash);
        if (known) known.push({ phrase, meaning }); else words.set(hash, [{ phrase, meaning }]);
      }
    }
    indexes.set(termbase, (index = { words, filter: filterOf(words.keys()) }));
  }
  return index;
}

function filterOf(hashes: Iterable<number>): Uint8Array {
  const filter = new Uint8Array(MASK + 1);
  for (const hash of hashes) filter[hash & MASK] = 1;
  return filter;
}
