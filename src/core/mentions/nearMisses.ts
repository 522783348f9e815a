import Fuse from 'fuse.js';
import type { Span } from '../document';
import type { TermEntry } from '../termbase/termbase';
import { FirstLetters } from './firstLetters';
import { foldKey } from '../fold';
import type { EndsSource } from './compile';
import { compareWords } from './slips';
import type { PhraseWords } from './trie';

/**
 * Finds probable misspellings of official names without a second pass over the text. The first two and the last two
 * words of every long name are also phrases of the matcher ("Pacto Mundial …", "… European Migration"). Where one of
 * them occurs without its name, the words next to it are compared with those of the name.
 */
export class Probe {
  /** For each term, the remaining words of its name, nearest to the phrase first. */
  private readonly remainingWords: readonly (readonly string[])[];
  private readonly letters: FirstLetters;

  /** @param count Number of words of each term that the phrase covers: the first ones (`head`) or the last ones. */
  constructor(
    private readonly side: 'head' | 'tail',
    count: number,
    private readonly terms: readonly TermEntry[],
  ) {
    this.remainingWords = terms.map(({ text }) =>
      side === 'head' ? wordsOf(text).slice(count) : wordsOf(text).slice(0, -count).reverse(),
    );
    this.letters = new FirstLetters(this.remainingWords);
  }

  /** Whether {@link nearMissAt} may find anything; cheap, and mostly false. */
  isPromisingAt(text: string, start: number, end: number): boolean {
    const possible = this.possibleAt(text, start, end);
    return possible === 'any' || possible.length > 0;
  }

  /** The misspelt name at the phrase, with its span; fuse.js ranks names that are equally near. */
  nearMissAt(text: string, start: number, end: number): (Span & { readonly term: TermEntry }) | undefined {
    const possible = this.possibleAt(text, start, end);
    const numbers = possible === 'any' ? [...this.terms.keys()] : possible;
    if (numbers.length === 0) return undefined;
    // The words next to the phrase are read once, however many names share it.
    const longest = numbers.reduce((most, number) => Math.max(most, this.remainingWords[number]!.length), 0) + 1;
    const words = this.side === 'head' ? wordsAfter(text, end, longest) : wordsBefore(text, start, longest);
    if (words.length === 0) return undefined;
    const fitting = numbers.flatMap((number) => {
      const found = this.align(text, start, end, this.remainingWords[number]!, words);
      return found ? [{ ...found, term: this.terms[number]!, text: this.terms[number]!.text }] : [];
    });
    if (fitting.length === 0) return undefined;
    const slips = fitting.reduce((least, found) => Math.min(least, found.slips), Infinity);
    const best = fitting.filter((found) => found.slips === slips);
    if (best.length === 1) return best[0]!;
    const [ranked] = new Fuse(best, { keys: ['text'], includeScore: true, threshold: 1, ignoreLocation: true }).search(
      text.slice(best[0]!.start, best[0]!.end).slice(0, 32),
    );
    return ranked?.item ?? best[0]!;
  }

  private possibleAt(text: string, start: number, end: number): readonly number[] | 'any' {
    return this.side === 'head'
      ? this.letters.at(text, end, 1, Math.min(text.length, end + LONGEST))
      : this.letters.at(text, start, -1, Math.max(0, start - LONGEST));
  }

  private align(
    text: string,
    start: number,
    end: number,
    name: readonly string[],
    words: readonly Word[],
  ): (Span & { slips: number }) | undefined {
    for (const take of [name.length, name.length + 1, name.length - 1]) {
      if (take < 1 || take > words.length) continue;
      const slips = compareWords(
        name,
        words.slice(0, take).map((word) => word.key),
      );
      if (slips === undefined || slips === 0) continue;
      const outer = words[take - 1]!;
      const span = this.side === 'head' ? { start, end: outer.end } : { start: outer.start, end };
      if (isNameLike(text, span)) return { ...span, slips };
    }
    return undefined;
  }
}

/** The beginnings and ends to search for: those of names with at least four words that are or were correct. */
export function endsOf(terms: readonly TermEntry[]): EndsSource {
  return {
    has: (index) => isProbed(terms[index]!),
    of(_, words) {
      if (words.count < FEWEST_WORDS) return { head: 0, tail: 0 };
      const most = words.count - 2;
      const head = shortestPhrase(words, 0, 1);
      const tail = shortestPhrase(words, words.count - 1, -1);
      return { head: head > most ? 0 : head, tail: tail > most ? 0 : tail };
    },
  };
}

/**
 * Returns a probe from the end of a correct shorter form that begins longer names of its concept ("Global Compact",
 * "Pacto Mundial para la Migración").
 */
export function longerNamesOf(short: TermEntry, ofConcept: readonly TermEntry[]): Probe | undefined {
  if (short.status === 'deprecated' || short.form === 'abbreviation') return undefined;
  const beginning = `${foldKey(short.text)} `;
  const terms = ofConcept.filter(
    (other) =>
      other.lang === short.lang &&
      other.text.length > short.text.length &&
      isProbed(other) &&
      foldKey(other.text).startsWith(beginning) &&
      wordsOf(other.text).length >= FEWEST_WORDS,
  );
  return terms.length > 0 ? new Probe('head', wordsOf(short.text).length, terms) : undefined;
}

const FEWEST_WORDS = 4;
const LONGEST = 220;

function isProbed(term: TermEntry): boolean {
  const { concept } = term.entry;
  return (
    term.text.length >= 24 &&
    term.form !== 'abbreviation' &&
    term.status !== 'deprecated' &&
    !concept.shield &&
    !DULL_KINDS.has(concept.kind)
  );
}

/**
 * Objectives and resolutions differ only by number, names of people have many spellings, and titles of notions are
 * plain words.
 */
const DULL_KINDS: ReadonlySet<string> = new Set(['objective', 'resolution', 'person', 'notion']);

/** Two words, or as many as make the phrase distinctive: "y Regular" is not. */
function shortestPhrase({ count, lengths }: PhraseWords, from: number, step: 1 | -1): number {
  let words = 2;
  let letters = lengths[from]! + lengths[from + step]!;
  while (words < count && letters < 9) letters += lengths[from + step * words++]!;
  return words;
}

interface Word extends Span {
  readonly key: string;
}

/** A name begins with a capital; "les organisations internationales pour les migrations" denotes several bodies. */
function isNameLike(text: string, span: Span): boolean {
  return /^\p{Lu}/u.test(text.slice(span.start, span.start + 2));
}

function wordsAfter(text: string, from: number, count: number): readonly Word[] {
  return wordsAmong(text.slice(from, from + LONGEST).matchAll(TOKEN), from, count);
}

/** The words before an offset, nearest first. */
function wordsBefore(text: string, to: number, count: number): readonly Word[] {
  const from = Math.max(0, to - LONGEST);
  return wordsAmong([...text.slice(from, to).matchAll(TOKEN)].reverse(), from, count);
}

const TOKEN = /[\p{L}\p{M}\p{N}\u00ad]+|\r\n|[\n\r\v\f\u2028\u2029]|[^\s\p{L}\p{M}\p{N}]/gu;

/** The words that a name may contain: up to a mark that no name has, or an empty line, as in the matcher. */
function wordsAmong(tokens: Iterable<RegExpMatchArray>, offset: number, count: number): readonly Word[] {
  const words: Word[] = [];
  let newlines = 0;
  for (const { 0: token, index } of tokens) {
    if (/^[,'’*_>-]$/.test(token)) continue;
    if (/^\s/.test(token)) {
      if (++newlines > 1) break;
      continue;
    }
    if (!/^[\p{L}\p{N}]/u.test(token) || words.length === count) break;
    newlines = 0;
    words.push({ key: foldKey(token), start: offset + index!, end: offset + index! + token.length });
  }
  return words;
}

/** The words of a name as they are compared; hyphens, apostrophes and similar marks separate words. */
function wordsOf(text: string): readonly string[] {
  return foldKey(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}
