import { foldKey } from '../fold';
import { into } from '../into';

/** The folded tokens of a phrase. */
export type Phrase = readonly string[];

/** Phrases by their first word. */
export class PhraseList {
  private readonly byFirst: ByFirstWord<Phrase>;
  readonly size: number;

  constructor(phrases: readonly string[] = [], split: (phrase: string) => Phrase) {
    this.byFirst = byFirstWord(phrases.map(split), (phrase) => phrase);
    this.size = phrases.length;
  }

  /** The first words of the phrases. */
  firsts(): Iterable<string | undefined> {
    return this.byFirst.keys();
  }

  get(first: string | undefined): readonly Phrase[] {
    return this.byFirst.get(first) ?? NO_PHRASES;
  }

  /** Whether one of the phrases of the list occurs as a whole in a sequence of words. */
  isIn(words: readonly string[], from = 0): boolean {
    return this.indexIn(words, from) >= 0;
  }

  /** Index of the first occurrence of a phrase; -1 where there is none. */
  indexIn(words: readonly string[], from = 0): number {
    for (let i = from; i < words.length; i++) if (this.lengthAt(words, i) > 0) return i;
    return -1;
  }

  /** The number of words of the longest phrase at an index; 0 for none. */
  lengthAt(words: readonly string[], i: number): number {
    return (this.endAt(i, (k) => words[k]) ?? i) - i;
  }

  /** The index after the longest phrase at an index; see {@link endOfPhrase}. */
  endAt(first: number, wordAt: WordAt, mark?: RegExp): number | undefined {
    for (const phrase of this.get(wordAt(first))) {
      const end = endOfPhrase(phrase, first, wordAt, mark);
      if (end !== undefined) return end;
    }
    return undefined;
  }
}

const NO_PHRASES: readonly Phrase[] = [];

type WordAt = (index: number) => string | undefined;

/** The index after a phrase that begins at an index, with any marks between its words; `undefined` for other words. */
export function endOfPhrase(phrase: Phrase, first: number, wordAt: WordAt, mark?: RegExp): number | undefined {
  let next = first;
  for (const word of phrase) {
    while (mark && next > first && mark.test(wordAt(next) ?? '')) next++;
    if (wordAt(next++) !== word) return undefined;
  }
  return next;
}

/** Entries by the first words of their phrases; the longest first, so that the first match is the longest. */
export type ByFirstWord<T> = ReadonlyMap<string | undefined, readonly T[]>;

export function byFirstWord<T>(entries: readonly T[], phraseOf: (entry: T) => Phrase): ByFirstWord<T> {
  const byFirst = new Map<string | undefined, T[]>();
  for (const entry of [...entries].sort((a, b) => phraseOf(b).length - phraseOf(a).length))
    into(byFirst, phraseOf(entry)[0], () => [] as T[]).push(entry);
  return byFirst;
}

/**
 * The folded tokens of a written phrase, with the marks within words that are tokens of their own. A colon with a blank
 * before it is a token: "mito :".
 */
export function phraseTokens(phrase: string): Phrase {
  return phrase
    .split(' ')
    .flatMap((part) => (part === ':' ? part : foldKey(part).replace(/['-]/g, ' $& ').split(' ')))
    .filter(Boolean);
}
