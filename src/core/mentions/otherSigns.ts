import type { Span } from '../document';
import type { OtherMeaning } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { FOLD, IGNORED, LETTER, foldKey } from '../fold';
import { PhraseWords } from './trie';

/** Words that indicate another meaning of an abbreviation than that of the termbase: "midwives" for ICM. */
export interface OtherSign extends Span {
  readonly meaning: OtherMeaning;
}

/**
 * Indexes the words of other meanings by their hashes. They are found during the search for names, which costs almost
 * nothing; a separate pass took as long as that search.
 */
export class OtherSigns {
  /** The words to watch for. */
  readonly watched: ReadonlySet<number>;
  private readonly byWord = new Map<number, Anchor[]>();

  constructor(otherMeanings: Termbase['otherMeanings']) {
    const anchors: Omit<Anchor, 'wordsBefore'>[] = [...otherMeanings.values()].flat().flatMap((meaning) =>
      meaning.anchors.map((anchor) => ({
        phrase: foldKey(anchor)
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
        meaning,
      })),
    );
    const words = new PhraseWords();
    const counts = new Map<number, number>();
    for (const { phrase } of anchors) {
      words.read(phrase);
      for (let i = 0; i < words.count; i++) counts.set(words.hashes[i]!, (counts.get(words.hashes[i]!) ?? 0) + 1);
    }
    for (const { phrase, meaning } of anchors) {
      words.read(phrase);
      if (words.count === 0) continue;
      const wordsBefore = rarest(words, counts);
      const hash = words.hashes[wordsBefore]!;
      const known = this.byWord.get(hash);
      const anchor = { phrase, wordsBefore, meaning };
      if (known) known.push(anchor);
      else this.byWord.set(hash, [anchor]);
    }
    this.watched = new Set(this.byWord.keys());
  }

  /** Adds the signs that contain a watched word, which ends at `wordEnd`. */
  addAt(text: string, hash: number, wordEnd: number, signs: OtherSign[]): void {
    for (const { phrase, wordsBefore, meaning } of this.byWord.get(hash)!) {
      const start = startOfWords(text, wordEnd, wordsBefore);
      const end = start < 0 ? -1 : endOfPhrase(text, start, phrase);
      if (end >= 0) signs.push({ start, end, meaning });
    }
  }
}

/** A phrase of folded words with single blanks between them, and the number of words before the watched one. */
interface Anchor {
  readonly phrase: string;
  readonly wordsBefore: number;
  readonly meaning: OtherMeaning;
}

/**
 * The word that the fewest anchors contain, and of those the longest: the last one of "International Confederation of
 * Midwives".
 */
function rarest({ hashes, lengths, count }: PhraseWords, counts: ReadonlyMap<number, number>): number {
  let best = 0;
  const countOf = (i: number): number => counts.get(hashes[i]!)!;
  for (let i = 1; i < count; i++)
    if (countOf(i) < countOf(best) || (countOf(i) === countOf(best) && lengths[i]! > lengths[best]!)) best = i;
  return best;
}

/** Maximum distance between two words of a phrase, in code units: a blank, a line break with its blanks, a hyphen. */
const MOST_BETWEEN = 4;

/** The start of the word that ends at `end`, or of the word `wordsBefore` words earlier; -1 where a gap is too long. */
function startOfWords(text: string, end: number, wordsBefore: number): number {
  let start = startOfWord(text, end);
  for (let left = wordsBefore; left > 0; left--) {
    let gap = start;
    while (gap > 0 && start - gap <= MOST_BETWEEN && FOLD[text.charCodeAt(gap - 1)]! < LETTER) gap--;
    const next = startOfWord(text, gap);
    if (next === gap) return -1;
    start = next;
  }
  return start;
}

function startOfWord(text: string, end: number): number {
  let start = end;
  for (let i = end; i > 0; i--) {
    const value = FOLD[text.charCodeAt(i - 1)]!;
    if (value >= LETTER) start = i - 1;
    else if (value !== IGNORED) break;
  }
  return start;
}

/** The end of the folded phrase that begins at `start`, where a word ends there; otherwise -1. */
function endOfPhrase(text: string, start: number, phrase: string): number {
  let i = start;
  for (let k = 0; k < phrase.length; k++) {
    if (phrase.charCodeAt(k) === 32) {
      const from = i;
      while (i < text.length && FOLD[text.charCodeAt(i)]! < LETTER) i++;
      if (i === from || i - from > MOST_BETWEEN) return -1;
      continue;
    }
    while (FOLD[text.charCodeAt(i)] === IGNORED) i++;
    if (i >= text.length || FOLD[text.charCodeAt(i)] !== phrase.charCodeAt(k)) return -1;
    i++;
  }
  return i >= text.length || FOLD[text.charCodeAt(i)]! < LETTER ? i : -1;
}
