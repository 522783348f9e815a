import Fuse from 'fuse.js';
import words from '../../../data/words/search.json';
import { LANGS, type Lang } from '../document';
import { foldKey, foldedWords } from '../fold';
import type { Fact } from '../termbase/concept';
import { compareDates, yearOf } from '../termbase/dates';
import type { Termbase } from '../termbase/termbase';
import { factDate, factTime, factValue, propertyLabel, rankOf } from './facts';
import { lookUpEntries, type Entry } from './lookUp';
import { wordingIn } from './wordings';

/**
 * The result of a search, best first. `corrected` maps each word that no entry contains to the similarly spelt words
 * that were searched for instead.
 */
export interface Found {
  readonly entries: readonly Entry[];
  readonly corrected: ReadonlyMap<string, readonly string[]>;
}

/**
 * Searches names and facts for the editor, the command line and the assistants. Every word must occur in an entry: in
 * its name, property, value, date, subject or statement, in any language, as a whole word or as the beginning of one.
 * If no entry contains all words, the search finds the entries that contain most of their weight. Only a word that
 * occurs nowhere is treated as a misspelling. The newest value of a series precedes older ones.
 */
class Search {
  private readonly rows: readonly Row[];
  private readonly vocabulary: ReadonlySet<string>;
  private fuse: Fuse<string> | undefined;

  constructor(
    termbase: Termbase,
    private readonly lang: Lang,
    among: 'all' | 'facts' = 'all',
  ) {
    const known = new Map<string, number>();
    for (const { subject } of termbase.facts.values()) known.set(subject, (known.get(subject) ?? 0) + 1);
    this.rows = lookUpEntries(termbase, lang)
      .filter(({ kind }) => among === 'all' || kind === 'fact')
      .map((entry) => rowOf(entry, termbase, known));
    this.vocabulary = new Set(this.rows.flatMap(({ fields }) => fields.flatMap((field) => field.words)));
  }

  /** Returns all entries for an empty query. */
  find(query: string): Found {
    const searched = queryWords(query);
    if (searched.length === 0) return { entries: this.rows.map(({ entry }) => entry), corrected: new Map() };
    const corrected = new Map<string, readonly string[]>();
    const wanted = searched.map((word) => {
      if (this.occurs(word)) return [word];
      const alike = this.spelledLike(word);
      if (alike.length > 0) corrected.set(word, alike);
      return alike;
    });
    const scored = this.rows.map((row) => ({
      row,
      fits: wanted.map((alternatives) => Math.max(0, ...alternatives.map((word) => fitOf(row, word)))),
    }));
    const weights = wanted.map((_, i) =>
      Math.log(1 + this.rows.length / Math.max(1, scored.filter(({ fits }) => fits[i]! > 0).length)),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const shareOf = (fits: readonly number[]): number =>
      fits.reduce((sum, fit, i) => sum + (fit > 0 ? weights[i]! : 0), 0) / total;
    const hasAll = scored.filter(({ fits }) => fits.every((fit) => fit > 0));
    const found =
      hasAll.length > 0 ? hasAll : searched.length > 2 ? scored.filter(({ fits }) => shareOf(fits) >= ENOUGH) : [];
    const whole = foldKey(query).trim();
    const ranked = found
      .map(({ row, fits }) => ({
        row,
        score: fits.reduce((sum, fit, i) => sum + fit * weights[i]!, 0) * (1 + this.nearnessOf(row, whole)),
      }))
      .sort((a, b) => b.score - a.score || a.row.rank - b.row.rank || compareDates(b.row.time, a.row.time));
    return { entries: newestFirst(ranked.map(({ row }) => row.entry)), corrected };
  }

  /**
   * A bonus for an entry whose label equals or begins with the query, or whose subject has many facts, and a penalty
   * for a name in another language.
   */
  private nearnessOf({ entry, label, weight }: Row, query: string): number {
    const named = label === query ? 1 : label.startsWith(`${query} `) || label.startsWith(`${query}:`) ? 0.3 : 0;
    const isForeign = entry.kind === 'term' && !entry.langs.includes(this.lang);
    return named + weight * 0.1 - (isForeign ? 0.6 : 0);
  }

  private occurs(word: string): boolean {
    if (this.vocabulary.has(word)) return true;
    for (const other of this.vocabulary) if (matchesBeginning(other, word)) return true;
    return false;
  }

  /** Words of the record with similar letters; a word with a digit is never treated as a misspelling. */
  private spelledLike(word: string): readonly string[] {
    if (word.length < SHORTEST_SLIP || /\d/.test(word)) return [];
    this.fuse ??= new Fuse(
      [...this.vocabulary].filter((other) => other.length >= SHORTEST_SLIP),
      { threshold: 0.5, distance: 10 },
    );
    return this.fuse
      .search(word)
      .map(({ item }) => item)
      .filter((item) => isSlip(word, item));
  }
}

/** Share of the weight of all words of a query that an entry must contain. */
const ENOUGH = 0.6;
/** In letters: shorter words are similar by chance. */
const SHORTEST_SLIP = 4;

/**
 * Whether two words differ by one slip, or by at most two if both have eight letters or more. A slip inserts, omits
 * or replaces a letter, or exchanges two neighbours.
 */
function isSlip(word: string, other: string): boolean {
  const most = Math.min(word.length, other.length) >= 8 ? 2 : 1;
  if (Math.abs(word.length - other.length) > most) return false;
  let [before, last]: [number[], number[]] = [[], [...other, ''].map((_, k) => k)];
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let k = 1; k <= other.length; k++) {
      const isSame = word[i - 1] === other[k - 1];
      row[k] = Math.min(last[k]! + 1, row[k - 1]! + 1, last[k - 1]! + (isSame ? 0 : 1));
      if (i > 1 && k > 1 && word[i - 1] === other[k - 2] && word[i - 2] === other[k - 1])
        row[k] = Math.min(row[k]!, before[k - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length]! <= most;
}

/** The search of a termbase in a language; cached, because building it reads every name and fact. */
export function searchIn(termbase: Termbase, lang: Lang, among: 'all' | 'facts' = 'all'): Search {
  const ofTermbase = searches.get(termbase) ?? new Map<string, Search>();
  searches.set(termbase, ofTermbase);
  const key = `${lang} ${among}`;
  const search = ofTermbase.get(key) ?? new Search(termbase, lang, among);
  ofTermbase.set(key, search);
  return search;
}

const searches = new WeakMap<Termbase, Map<string, Search>>();

/** The facts that match a query, best first; all facts for an empty query. */
export function findFacts(termbase: Termbase, query: string, lang: Lang): Found & { readonly facts: readonly Fact[] } {
  const found = searchIn(termbase, lang, 'facts').find(query);
  return { ...found, facts: found.entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : [])) };
}

interface Field {
  readonly weight: number;
  readonly words: readonly string[];
}

interface Row {
  readonly entry: Entry;
  readonly fields: readonly Field[];
  /** Folded. */
  readonly label: string;
  /** From 0 to 1, by the number of facts about the subject. */
  readonly weight: number;
  /** Of two equal matches, the more requested one comes first, then the newer one. */
  readonly rank: number;
  readonly time: string;
}

function rowOf(entry: Entry, termbase: Termbase, known: ReadonlyMap<string, number>): Row {
  const subject = entry.kind === 'fact' ? entry.fact.subject : entry.term.entry.concept.id;
  const concept = termbase.concepts.get(subject);
  const names =
    concept?.names.flatMap((name) =>
      name.terms.flatMap(({ text, status }) => (status === 'deprecated' ? [] : [text])),
    ) ?? [];
  const row = { entry, label: foldKey(entry.label), weight: Math.min(1, (known.get(subject) ?? 0) / 50) };
  if (entry.kind === 'term') {
    const { definition } = entry.term.entry.concept;
    const fields = [
      field(6, entry.label),
      field(5, entry.also),
      field(3, ...names),
      field(1, entry.description, ...LANGS.map((lang) => definition[lang] ?? '')),
    ];
    return { ...row, fields, rank: 0, time: '' };
  }
  const { fact } = entry;
  const wordings = LANGS.map(wordingIn);
  const fields = [
    field(6, ...wordings.map((wording) => propertyLabel(fact.property, wording))),
    field(
      5,
      PROPERTY_WORDS[fact.property] ?? '',
      ...wordings.map((wording) => factValue(fact, wording)),
      String(fact.value),
    ),
    field(5, ...wordings.map((wording) => factDate(fact, wording)), ...yearsOf(fact).map(String)),
    field(4, ...names),
    field(3, fact.id, fact.subject),
    field(2, ...LANGS.map((lang) => fact.statement[lang] ?? '')),
  ];
  return { ...row, fields, rank: 1 + rankOf(fact), time: factTime(fact) };
}

const PROPERTY_WORDS: Readonly<Record<string, string | undefined>> = words.properties;

function field(weight: number, ...texts: readonly string[]): Field {
  return { weight, words: [...new Set(texts.flatMap((text) => significantWords(text, true)))] };
}

/** How well an entry matches a word: the best weight of its fields, reduced for the beginning of a word. */
function fitOf({ fields }: Row, word: string): number {
  let best = 0;
  for (const { weight, words: own } of fields) {
    if (weight <= best) continue;
    if (own.includes(word)) best = weight;
    else if (best < weight * PART && own.some((other) => matchesBeginning(other, word))) best = weight * PART;
  }
  return best;
}

const PART = 0.6;

/**
 * Whether a word begins with another one, or differs from it by the "s" of a plural. A number matches only itself: 7
 * is not 17 or 70.
 */
function matchesBeginning(word: string, beginning: string): boolean {
  return (
    !/^\d+$/.test(beginning) &&
    beginning.length > 1 &&
    (word.startsWith(beginning) || (beginning.endsWith('s') && beginning.length > 4 && word === beginning.slice(0, -1)))
  );
}

/** Each year that a lasting state covers, so that "Director General 2015" finds the person. */
function yearsOf(fact: Fact): readonly number[] {
  const from = yearOf(fact.from);
  const to = yearOf(fact.to);
  return from === undefined || to === undefined || to - from > 80
    ? []
    : Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

/** The significant words of a query; all of them if none is significant. */
export function queryWords(query: string): readonly string[] {
  // In a query of capitals only, capitals do not distinguish an abbreviation from a word.
  const significant = significantWords(query, /\p{Ll}/u.test(query));
  return [...new Set(significant.length > 0 ? significant : foldedWords(query))];
}

/** The folded words of a text, except insignificant ones: "who" is one of them, but WHO is a body. */
function significantWords(text: string, keepsCapitals: boolean): readonly string[] {
  const abbreviations = new Set(
    keepsCapitals
      ? (text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? []).map((word) => foldKey(word))
      : [],
  );
  return foldedWords(text).filter((word) => !STOP_WORDS.has(word) || abbreviations.has(word));
}

const STOP_WORDS: ReadonlySet<string> = new Set(LANGS.flatMap((lang) => words.empty[lang].split(' ')));

/** Reorders the values of each series among their own positions, newest first. */
function newestFirst(entries: readonly Entry[]): readonly Entry[] {
  const series = new Map<string, Entry[]>();
  const keyOf = ({ subject, property }: Fact): string => `${subject}/${property}`;
  for (const entry of entries)
    if (entry.kind === 'fact') series.set(keyOf(entry.fact), [...(series.get(keyOf(entry.fact)) ?? []), entry]);
  for (const facts of series.values())
    facts.sort((a, b) =>
      a.kind === 'fact' && b.kind === 'fact' ? compareDates(factTime(b.fact), factTime(a.fact)) : 0,
    );
  return entries.map((entry) => (entry.kind === 'fact' ? series.get(keyOf(entry.fact))!.shift()! : entry));
}
