import markers from '../../../data/words/languages.json';
import type { Lang } from '../document';
import { FOLD, IGNORED, LETTER } from '../fold';
import { LAST_RANGE } from '../mentions/wordRow';
import { WordTable } from './wordTable';
import { SEED, hashOf, hashWith } from '../mentions/words';

/**
 * The language of `[start, end)` according to its function words; `undefined` where they are too few or the scores are
 * equal.
 */
export function languageOf(text: string, start: number, end: number): Lang | undefined {
  return bestLanguage(languageScores(text, start, end));
}

/** The language around an offset, as {@link languageOf}; messages about a place use the language of its text. */
export function languageNear(text: string, offset: number): Lang | undefined {
  const around = text.slice(Math.max(0, offset - LANGUAGE_REACH), offset + LANGUAGE_REACH);
  return languageOf(around, 0, around.length);
}

/** The distance from a place, in code units, within which the text is assumed to be in one language. */
export const LANGUAGE_REACH = 500;

/** The score of each of the three languages. */
export type LanguageScores = readonly [en: number, fr: number, es: number];

/**
 * The weighted function words of `[start, end)`. Words are hashed, not cut out: this runs for every block with a
 * mention.
 */
export function languageScores(text: string, start: number, end: number): LanguageScores {
  const score = wordScores(text, start, end);
  // "La OIM se fundó en 1951.": French and Spanish share many words, but not the letters.
  const [, fr, es] = score;
  if (Math.min(fr, es) >= 1 && Math.max(fr, es) <= Math.min(fr, es) * MARGIN) {
    const written = text.slice(start, end).normalize('NFC');
    if (LETTERS.fr.test(written)) score[1]++;
    if (LETTERS.es.test(written)) score[2]++;
  }
  return score;
}

function wordScores(text: string, start: number, end: number): [number, number, number] {
  const score: [number, number, number] = [0, 0, 0];
  if (LAST_RANGE.readAll(text, start, end)) {
    for (let i = 0; i < LAST_RANGE.count; i++) add(score, LAST_RANGE.hashes[i]!);
    return score;
  }
  let i = start;
  while (i < end) {
    let value = FOLD[text.charCodeAt(i)]!;
    if (value < LETTER) {
      i++;
      continue;
    }
    let hash = SEED;
    while (value >= LETTER || value === IGNORED) {
      if (value >= LETTER) hash = hashWith(hash, value);
      if (++i >= end) break;
      value = FOLD[text.charCodeAt(i)]!;
    }
    add(score, hash);
  }
  return score;
}

function add(score: [number, number, number], hash: number): void {
  const word = TABLE.numberOf(hash);
  if (word < 0) return;
  score[0] += WEIGHTS[word * 3]!;
  score[1] += WEIGHTS[word * 3 + 1]!;
  score[2] += WEIGHTS[word * 3 + 2]!;
}

export function sumOfScores(all: readonly LanguageScores[]): LanguageScores {
  return all.reduce((sum, score) => [sum[0] + score[0], sum[1] + score[1], sum[2] + score[2]], [0, 0, 0]);
}

export function bestLanguage(score: LanguageScores): Lang | undefined {
  let best = 0;
  for (let k = 1; k < score.length; k++) if (score[k]! > score[best]!) best = k;
  let second = 0;
  for (let k = 0; k < score.length; k++) if (k !== best && score[k]! > second) second = score[k]!;
  return score[best]! >= 1 && score[best]! > second * MARGIN ? ORDER[best] : undefined;
}

/** How many times the score of any other language the best one must exceed. */
const MARGIN = 1.25;

const ORDER: readonly Lang[] = ['en', 'fr', 'es'];

const LISTS = ORDER.map((lang) => new Set(markers[lang].split(' ')));
const WORDS = [...new Set(LISTS.flatMap((list) => [...list]))];
const TABLE = new WordTable(WORDS.map(hashOf));

/** Three entries for each word, in the order of the languages. The languages that have the word share its weight. */
const WEIGHTS = Float64Array.from(
  WORDS.flatMap((word) => {
    const has = LISTS.map((list) => (list.has(word) ? 1 : 0));
    const share = has[0]! + has[1]! + has[2]!;
    return has.map((one) => one / share);
  }),
);

const LETTERS = {
  fr: new RegExp(`[${markers.letters.fr}]`, 'iu'),
  es: new RegExp(`[${markers.letters.es}]`, 'iu'),
};
