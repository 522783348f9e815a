import { FOLD, IGNORED, LETTER } from '../fold';
import { SEED, hashOf, hashWith } from '../mentions/words';
import { ANCHORS } from '../reading/cues';

/** The first prefix of a migration word in `[start, end)` other than `except`; `''` where there is none. */
export function readAnchor(text: string, start: number, end: number, except: string): string {
  for (let i = start; i < end;) {
    let value = FOLD[text.charCodeAt(i)]!;
    if (value < LETTER) {
      i++;
      continue;
    }
    let hash = SEED;
    let letters = 0;
    // For most words, the first letters are enough.
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
      value = FOLD[text.charCodeAt(i)]!;
    }
  }
  return '';
}

const MASK = 0x3fff;

const BEGINNINGS: ReadonlyMap<number, string> = new Map(
  ANCHORS.map((anchor) => [hashOf(anchor.split(' ')[0]!), anchor]),
);
const BEGINNING_FILTER = filterOf(BEGINNINGS.keys());
const SHORTEST = Math.min(...ANCHORS.map((anchor) => anchor.length));
/** The initial letters of each prefix, as many as the shortest prefix has. */
const FIRST_LETTERS = filterOf(ANCHORS.map((anchor) => hashOf(anchor.slice(0, SHORTEST))));

function filterOf(hashes: Iterable<number>): Uint8Array {
  const filter = new Uint8Array(MASK + 1);
  for (const hash of hashes) filter[hash & MASK] = 1;
  return filter;
}
