import Fuse from 'fuse.js';
import type { Span } from '../document';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { FOLD, LETTER, foldKey } from './fold';

/**
 * Probable misspellings of official names, found without a second pass over the text: the first two and the last two
 * words of every long name are phrases of the matcher too ("Pacto Mundial …", "… European Migration"). Where one of
 * them stands without its name, the words beside it are compared with the name's.
 */
export interface Probe {
  readonly phrase: string;
  readonly side: 'head' | 'tail';
  /** How many words of the name the phrase is. */
  readonly words: number;
  readonly terms: readonly TermEntry[];
}

/** Slips in at most so many words of a name. */
const MOST_SLIPS = 2;
const LONGEST = 220;

/** The beginnings and ends of names of four words and more that are right, or were. */
export function probesOf(termbase: Termbase): readonly Probe[] {
  const probes = new Map<string, { phrase: string; side: Probe['side']; words: number; terms: TermEntry[] }>();
  for (const term of termbase.terms) {
    if (!isProbed(term)) continue;
    const words = wordsOf(term.text);
    for (const side of ['head', 'tail'] as const) {
      const count = shortestPhrase(side === 'head' ? words : [...words].reverse());
      if (count >= words.length - 1) continue;
      const phrase = side === 'head' ? term.text.slice(0, endOfWord(term.text, count)) : term.text.slice(startOfWord(term.text, words.length - count));
      const key = `${side} ${foldKey(phrase)}`;
      const known = probes.get(key);
      if (known) known.terms.push(term); else probes.set(key, { phrase, side, words: count, terms: [term] });
    }
  }
  return [...probes.values()];
}

/** For each right shorter form that begins a longer name ("Global Compact", "Pacto Mundial para la Migración"): a probe from its end on. */
export function longerNamesOf(termbase: Termbase): ReadonlyMap<string, Probe> {
  const byBeginning = new Map<string, TermEntry[]>();
  for (const term of termbase.terms) {
    if (!isProbed(term)) continue;
    const key = foldKey(term.text);
    for (let at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
      const beginning = key.slice(0, at);
      const known = byBeginning.get(beginning);
      if (known) known.push(term); else byBeginning.set(beginning, [term]);
    }
  }
  const longer = new Map<string, Probe>();
  for (const short of termbase.terms) {
    if (short.status === 'deprecated' || short.form === 'abbreviation') continue;
    const key = foldKey(short.text);
    const terms = (byBeginning.get(key) ?? []).filter((other) => other.entry.concept === short.entry.concept && other.lang === short.lang);
    if (terms.length > 0) longer.set(key, { phrase: short.text, side: 'head', words: wordsOf(short.text).length, terms });
  }
  return longer;
}

function isProbed(term: TermEntry): boolean {
  const { concept } = term.entry;
  return term.form !== 'abbreviation' && term.status !== 'deprecated' && !concept.shield && !DULL_KINDS.has(concept.kind)
    && term.text.length >= 24 && wordsOf(term.text).length >= 4;
}

/** Two words, or as many as it takes to be telling: "y Regular" is not. */
function shortestPhrase(words: readonly string[]): number {
  let count = 2;
  while (count < words.length && words.slice(0, count).join('').length < 9) count++;
  return count;
}

/** Objectives and resolutions are told by number, people by every spelling of their names; titles of notions are plain words. */
const DULL_KINDS: ReadonlySet<string> = new Set(['objective', 'resolution', 'person', 'notion']);

/** The name that stands misspelt at the probe, with its span; fuse.js ranks where several names are as near. */
export function nearMissAt(text: string, probe: Probe, start: number, end: number): (Span & { readonly term: TermEntry }) | undefined {
  // The words beside the probe are read once, however many names begin or end so.
  const longest = Math.max(...probe.terms.map((term) => wordsOfTerm(term).length)) - probe.words + 1;
  const beside = probe.side === 'head' ? wordsAfter(text, end, longest) : wordsBefore(text, start, longest);
  if (beside.length === 0) return undefined;
  const fitting = probe.terms.flatMap((term) => {
    const found = alignAt(text, probe, start, end, term, beside);
    return found ? [{ ...found, term, text: term.text }] : [];
  });
  if (fitting.length === 0) return undefined;
  const slips = Math.min(...fitting.map((found) => found.slips));
  const best = fitting.filter((found) => found.slips === slips);
  if (best.length === 1) return best[0];
  const [ranked] = new Fuse(best, { keys: ['text'], includeScore: true, threshold: 1, ignoreLocation: true }).search(text.slice(best[0].start, best[0].end).slice(0, 32));
  return ranked?.item ?? best[0];
}

interface Word extends Span {
  readonly key: string;
}

function alignAt(text: string, { side, words: count }: Probe, start: number, end: number, term: TermEntry, words: readonly Word[]): (Span & { slips: number }) | undefined {
  const name = wordsOfTerm(term);
  const rest = side === 'head' ? name.slice(count) : name.slice(0, -count).reverse();
  for (const take of [rest.length, rest.length + 1, rest.length - 1]) {
    if (take < 1 || take > words.length) continue;
    const slips = compareWords(rest, words.slice(0, take).map((word) => word.key));
    if (slips === undefined || slips === 0) continue;
    const outer = words[take - 1];
    const span = side === 'head' ? { start, end: outer.end } : { start: outer.start, end };
    if (!isNameLike(text, span)) continue;
    return { ...span, slips };
  }
  return undefined;
}

/** A name begins with a capital; "les organisations internationales pour les migrations" speaks of several bodies. */
function isNameLike(text: string, span: Span): boolean {
  return /^\p{Lu}/u.test(text.slice(span.start));
}

/** How many words differ, each by a slip of the hand; `undefined` where some word is another word, or too many differ. */
function compareWords(name: readonly string[], words: readonly string[]): number | undefined {
  const width = words.length + 1;
  let row = Array.from({ length: width }, (_, j) => (j === 0 ? 0 : row0(words, j)));
  for (let i = 1; i <= name.length; i++) {
    const next = [row[0] + (SMALL_WORDS.has(name[i - 1]) ? 1 : Infinity)];
    for (let j = 1; j < width; j++) {
      next[j] = Math.min(
        row[j - 1] + substitution(name[i - 1], words[j - 1]),
        row[j] + (SMALL_WORDS.has(name[i - 1]) ? 1 : Infinity),
        next[j - 1] + (SMALL_WORDS.has(words[j - 1]) ? 1 : Infinity),
      );
    }
    row = next;
  }
  const slips = row[width - 1];
  return slips <= MOST_SLIPS ? slips : undefined;
}

function row0(words: readonly string[], j: number): number {
  return words.slice(0, j).every((word) => SMALL_WORDS.has(word)) ? j : Infinity;
}

/** Words that may be lost, added or exchanged in a name without making it another one. */
const SMALL_WORDS: ReadonlySet<string> = new Set(['for', 'of', 'on', 'the', 'and', 'in', 'from', 'pour', 'de', 'des', 'du', 'les', 'la', 'sur', 'et', 'd', 'l', 'para', 'las', 'los', 'el', 'del', 'y', 'sobre', 'una']);

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  if (SMALL_WORDS.has(a) && SMALL_WORDS.has(b)) return 1;
  const limit = a.length >= 9 ? 2 : a.length >= 5 ? 1 : 0;
  return limit > 0 && a[0] === b[0] && editDistance(a, b, limit) <= limit ? 1 : Infinity;
}

/** Damerau–Levenshtein (neighbours exchanged count once), cut off above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    before = row;
    row = next;
  }
  return row[b.length];
}

function wordsAfter(text: string, from: number, count: number): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.slice(from, from + LONGEST).matchAll(/[\p{L}\p{M}\p{N}\u00ad]+|\n[ \t>]*\n|[^\s\p{L}\p{M}\p{N}]/gu)) {
    if (/^[,'’*_>-]$/.test(match[0])) continue;
    if (!/^[\p{L}\p{N}]/u.test(match[0]) || words.length === count) break;
    words.push({ key: foldKey(match[0]), start: from + match.index, end: from + match.index + match[0].length });
  }
  return words;
}

/** The words before an offset, nearest first. */
function wordsBefore(text: string, to: number, count: number): readonly Word[] {
  const words: Word[] = [];
  const from = Math.max(0, to - LONGEST);
  const matches = [...text.slice(from, to).matchAll(/[\p{L}\p{M}\p{N}\u00ad]+|\n[ \t>]*\n|[^\s\p{L}\p{M}\p{N}]/gu)].reverse();
  for (const match of matches) {
    if (/^[,'’*_>-]$/.test(match[0])) continue;
    if (!/^[\p{L}\p{N}]/u.test(match[0]) || words.length === count) break;
    words.push({ key: foldKey(match[0]), start: from + match.index, end: from + match.index + match[0].length });
  }
  return words;
}

const termWords = new WeakMap<TermEntry, readonly string[]>();

function wordsOfTerm(term: TermEntry): readonly string[] {
  let words = termWords.get(term);
  if (!words) termWords.set(term, (words = wordsOf(term.text)));
  return words;
}

function wordsOf(text: string): readonly string[] {
  return foldKey(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function startOfWord(text: string, index: number): number {
  let word = -1;
  for (let i = 0, inWord = false; i < text.length; i++) {
    const isLetter = FOLD[text.charCodeAt(i)] >= LETTER;
    if (isLetter && !inWord && ++word === index) return i;
    inWord = isLetter;
  }
  return text.length;
}

function endOfWord(text: string, count: number): number {
  let i = startOfWord(text, count - 1);
  while (i < text.length && FOLD[text.charCodeAt(i)] >= LETTER) i++;
  return i;
}
