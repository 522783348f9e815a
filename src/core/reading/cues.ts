import anchors from '../../../data/words/anchors.json';
import documents from '../../../data/words/documents.json';
import history from '../../../data/words/history.json';
import tense from '../../../data/words/tense.json';
import times from '../../../data/words/times.json';
import { foldKey } from '../fold';
import { PhraseList, phraseTokens } from './phraseList';

/** The word lists of `data/words`, folded in the same way as tokens. */
export const TIME_WORDS = {
  ...setsOf(times),
  decades: wordMap(times.decades),
  centuries: wordMap(times.centuries),
  ...phrasesIn(times, 'founding', 'beginning'),
};

export const HISTORY = {
  ...setsOf(history),
  ...phrasesIn(history, 'before', 'after', 'now', 'renaming', 'eras', 'works', 'discussed'),
};

export const TENSE = phrasesIn(tense, 'presentCues', 'todayCues', 'endedCues');

/** Words of laws, agreements, citations and introductions. */
export const DOCUMENT_WORDS = {
  ...setsOf(documents),
  /** In their own spelling, for expressions. */
  written: documents,
  ofOneState: documents.ofOneState.map(foldKey),
  ofMigration: documents.ofMigration.map(foldKey),
};

/**
 * The source of a regular expression that matches any of the words, with any spaces between their parts. The words
 * never come from a user.
 */
export function anyOf(words: Iterable<string | undefined>): string {
  return `(?:${[...words]
    .filter((word) => word !== undefined)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|')})`;
}

/** The regular expression of any of the words between word boundaries. */
export function wholeWords(words: Iterable<string>, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\d-])${anyOf(words)}(?![\\p{L}\\p{M}\\d-])`, flags);
}

export const ANCHORS: readonly string[] = anchors.anchors.map((anchor) => foldKey(anchor));

/** The number of an ordinal in figures: "21st", "2e", "3a"; `undefined` for a bare number and for anything else. */
export function ordinalInFigures(folded: string): number | undefined {
  const found = /^(\d{1,2})([a-z]{1,3})$/.exec(folded);
  return found && TIME_WORDS.ordinalEndings.has(found[2]) ? Number(found[1]) : undefined;
}

/** Words before the abbreviation of another body: "a second ICEM". */
export const OTHERS = new PhraseList(anchors.others, phraseTokens);

/** Some of the lists of a file as phrases. */
function phrasesIn<K extends string>(lists: Readonly<Record<K, readonly string[]>>, ...keys: readonly K[]) {
  return Object.fromEntries(keys.map((key) => [key, new PhraseList(lists[key], phraseTokens)])) as Readonly<
    Record<K, PhraseList>
  >;
}

/** The lists of words of a file as sets. */
type SetsOf<T> = {
  readonly [K in keyof T as T[K] extends readonly string[] ? K : never]: ReadonlySet<string | undefined>;
};

function setsOf<T extends object>(lists: T): SetsOf<T> {
  const setOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => foldKey(word) || word));
  const sets = Object.entries(lists).flatMap(([key, words]) => (Array.isArray(words) ? [[key, setOf(words)]] : []));
  return Object.fromEntries(sets) as SetsOf<T>;
}

function wordMap<T>(words: Readonly<Record<string, T>>): ReadonlyMap<string | undefined, T> {
  return new Map(Object.entries(words).map(([word, value]) => [foldKey(word), value]));
}
