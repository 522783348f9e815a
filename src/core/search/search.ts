import { LANGS, type Lang } from '../document';
import { foldKey } from '../fold';
import type { Fact } from '../termbase/concept';
import { compareDates } from '../termbase/dates';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { Comparer, type Comparison } from './compare';
import { NameIndex } from './names';
import { readQuery, type Query } from './readQuery';
import { rowsOf, type Row } from './rows';
import { folded, type FoundRow } from './series';
import { isInflected } from './slips';
import { WordIndex } from './wordIndex';

/**
 * The result of a look-up.
 *
 * - `answer`: the first row contains or is what was asked
 * - `guess`: the rows contain most of what was asked, or a word was taken for a misspelling, or the value is of another
 *   year; show them only as such
 * - `nothing`: the record does not have it; `near` are the names that come nearest
 */
export type Found = FoundAny &
  (
    | { readonly kind: 'answer' | 'guess'; readonly rows: readonly FoundRow[] }
    | { readonly kind: 'nothing'; readonly rows: readonly []; readonly near: readonly string[] }
  );

interface FoundAny {
  /** The names that occur in the query, right or wrong. */
  readonly named: readonly TermEntry[];
  /** The similarly spelt words that were searched for instead of a word that no entry contains. */
  readonly corrected: ReadonlyMap<string, readonly string[]>;
}

/**
 * Looks up names and facts, for the editor, the command line and the assistants.
 *
 * A thing that the query names decides the subject of the answer, and a year its time. The other words say what is
 * asked: a property, a value, or a kind of answer ("who", "définition"). An entry is an answer if it has all of them.
 */
class Search {
  private readonly rows: readonly Row[];
  private readonly index: WordIndex;
  private readonly names: NameIndex;

  constructor(
    termbase: Termbase,
    private readonly lang: Lang,
    among: 'all' | 'facts',
  ) {
    this.rows = rowsOf(termbase, lang, among);
    this.index = new WordIndex(this.rows.map(({ fields }) => fields));
    this.names = new NameIndex(termbase);
  }

  /** Returns all entries for an empty query, each in a row of its own. */
  find(text: string): Found {
    const query = readQuery(text, this.names);
    const named = query.names.flatMap(({ terms, isWritten }) => (isWritten ? terms.slice(0, 1) : []));
    const others = new Map<string, readonly string[]>();
    if (query.names.length + query.words.length + query.years.length === 0)
      return { kind: 'answer', rows: this.rows.map(({ entry }) => ({ entry, older: [] })), named, corrected: others };
    for (const { word, asks } of query.words) {
      if (asks.length > 0 || this.index.fitsOf(word).size > 0) continue;
      const alike = this.index.spelledLike(word);
      if (alike.length > 0) others.set(word, alike);
    }
    const ranked = this.ranked(query, foldKey(text).trim(), others);
    const corrected = new Map([...others].filter(([word, alike]) => !alike.some((other) => isInflected(word, other))));
    const answers = ranked.filter(({ isAnswer }) => isAnswer);
    const found =
      answers.length > 0
        ? answers
        : ranked.filter(({ share }) => share >= (named.length > 0 ? ENOUGH : ENOUGH_UNNAMED));
    if (found.length === 0) return { kind: 'nothing', rows: [], near: nearest(named, ranked), named, corrected };
    const isSure = answers.length > 0 && corrected.size === 0;
    return {
      kind: isSure ? 'answer' : 'guess',
      rows: folded(
        found.map(({ row }) => row),
        query.years.length > 0,
      ),
      named,
      corrected,
    };
  }

  private ranked(query: Query, whole: string, others: ReadonlyMap<string, readonly string[]>): readonly Ranked[] {
    const spoken = languageOf(query) ?? this.lang;
    const comparer = new Comparer(query, this.index, this.rows.length, others, spoken);
    return this.rows
      .flatMap((row, i): readonly Ranked[] => {
        const comparison = comparer.compare(row, i);
        if (comparison === undefined || comparison.score === 0) return [];
        return [{ ...comparison, row, score: comparison.score * (1 + nearness(row, whole, spoken)) }];
      })
      .sort((a, b) => b.score - a.score || a.row.rank - b.row.rank || compareDates(b.row.time, a.row.time));
  }
}

interface Ranked extends Comparison {
  readonly row: Row;
}

/** The part of what is asked that a guess must have. */
const ENOUGH = 2 / 3;
const ENOUGH_UNNAMED = 0.8;
const MOST_NEAR = 3;
/** The part of what is asked that the nearest names have. */
const SIMILAR = 1 / 3;

/**
 * A bonus for an entry whose label equals or begins with the query, or whose subject has many facts, and a penalty
 * for a name in another language.
 */
function nearness({ entry, label, renown }: Row, query: string, spoken: Lang): number {
  const named = label === query ? 1 : label.startsWith(`${query} `) || label.startsWith(`${query}:`) ? 0.3 : 0;
  const isForeign = entry.kind === 'term' && !entry.langs.includes(spoken);
  return named + renown * 0.1 - (isForeign ? 0.3 : 0);
}

/** The language that a query asks for: "in Spanish". */
function languageOf({ words }: Query): Lang | undefined {
  return LANGS.find((lang) => words.some(({ asks }) => asks.includes(lang)));
}

/** The names in the query, otherwise the ones that have most of its words. */
function nearest(named: readonly TermEntry[], ranked: readonly Ranked[]): readonly string[] {
  const similar = ranked
    .filter(({ share }) => share >= SIMILAR)
    .flatMap(({ row: { entry } }) => (entry.kind === 'term' ? [entry.label] : []));
  const names = named.length > 0 ? named.map(({ text }) => text) : similar;
  return [...new Set(names)].slice(0, MOST_NEAR);
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

/** The facts that match a query, best first, with the older values of each; all facts for an empty query. */
export function findFacts(termbase: Termbase, query: string, lang: Lang): Found & { readonly facts: readonly Fact[] } {
  const found = searchIn(termbase, lang, 'facts').find(query);
  const entries = found.rows.flatMap(({ entry, older }) => [entry, ...older]);
  return { ...found, facts: entries.flatMap((entry) => (entry.kind === 'fact' ? [entry.fact] : [])) };
}
