import type { Lang } from '../document';
import { foldKey } from '../fold';
import { isState } from '../termbase/age';
import type { Fact } from '../termbase/concept';
import { compareDates } from '../termbase/dates';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { Comparer } from './compare';
import { NameIndex } from './names';
import { readQuery, type Query } from './readQuery';
import { asksFor, guesses, languageOf, nearest, nearness, newestFirst, type Ranked } from './ranking';
import { rowsOf, type Row } from './rows';
import { folded, type FoundRow } from './series';
import { partsOf } from './partsOf';
import { isInflected } from './slips';
import { stemOf } from './stem';
import { comparedIn, twoWithYears } from './twoThings';
import { WordIndex } from './wordIndex';
import { answers, synonymsOf } from './words';

/**
 * The result of a look-up.
 *
 * - `answer`: the first row contains or is what was asked
 * - `guess`: the rows contain most of what was asked, or only the thing that is named, or a word was taken for a
 *   misspelling, or the value is of another year; show them only as such
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
    const query = readQuery(text, this.names, this.lang, (word) => this.index.has(word));
    const named = query.names.flatMap(({ terms, isWritten }) => (isWritten ? terms.slice(0, 1) : []));
    if (query.names.length + query.words.length + query.years.length === 0) {
      const rows = this.rows.map(({ entry }) => ({ entry, older: [] }));
      return { kind: 'answer', rows, named, corrected: new Map() };
    }
    return this.compared(text, query, named) ?? this.neighbour(query, named) ?? this.whole(text, query, named);
  }

  /** Of two things that are compared, or two names that each have a year, what is found of each. */
  private compared(text: string, query: Query, named: readonly TermEntry[]): Found | undefined {
    const isAsked = asksFor(query, 'compare');
    const [one, other] = isAsked ? comparedIn(text, query) : twoWithYears(text);
    if (one === undefined || other === undefined) return undefined;
    const both = [this.find(one), this.find(other)];
    const isCard = ({ kind, rows }: Found) => kind === 'answer' && rows[0]?.entry.kind === 'term';
    if (!both.every((found) => (isAsked ? found.kind !== 'nothing' : isCard(found)))) return undefined;
    const sides = both.map(({ rows }) => [...rows].sort((a, b) => Number(isNotion(b)) - Number(isNotion(a))));
    return joined(both, sides, named);
  }

  /** Who held an office before or after the one that the other words find. */
  private neighbour(query: Query, named: readonly TermEntry[]): Found | undefined {
    const step = asksFor(query, 'before') ? 1 : asksFor(query, 'after') ? -1 : 0;
    if (step === 0 || query.years.length > 0 || asksFor(query, 'title')) return undefined;
    const words = query.words.filter(({ asks }) => !asks.includes('before') && !asks.includes('after'));
    const found = this.ranked({ ...query, words }, '', new Map()).filter(({ isAnswer }) => isAnswer);
    const first = folded(found.map(({ row }) => row).filter(isHolder), false)[0];
    if (first?.entry.kind !== 'fact') return undefined;
    const { subject, property } = first.entry.fact;
    const series = this.rows
      .filter((row) => isHolder(row) && row.subject === subject)
      .filter(({ entry }) => entry.kind === 'fact' && entry.fact.property === property)
      .sort((a, b) => compareDates(b.time, a.time))
      .map(({ entry }) => entry);
    const at = series.indexOf(first.entry);
    const next = at < 0 ? undefined : series[at + step];
    if (next === undefined) return undefined;
    const rows = [next, first.entry].map((entry) => ({ entry, older: [] }));
    return { kind: 'answer', rows, named, corrected: new Map() };
  }

  /** What is found as one question; otherwise, or if both of its parts ask for something, what is found of each. */
  private whole(text: string, query: Query, named: readonly TermEntry[]): Found {
    const read = (part: string) => readQuery(part, this.names, this.lang, (word) => this.index.has(word));
    const parts = partsOf(text, query, read);
    const queries = parts.map(read);
    const whole = this.fitting(text, query, named);
    if (parts.length === 0) return whole;
    const areQuestions = queries.every(({ words }) => words.some(({ asks }) => asks.length > 0));
    if (whole.kind === 'answer' && !areQuestions) return whole;
    const found = queries.map((each, i) => this.fitting(parts[i]!, each, named));
    const answered = found.filter(({ kind }) => kind === 'answer');
    if (answered.length === 0 || (answered.length < found.length && whole.kind !== 'nothing')) return whole;
    const part = joined(
      answered,
      answered.map(({ rows }) => rows),
      named,
    );
    return answered.length === found.length || part.kind === 'nothing' ? part : { ...part, kind: 'guess' };
  }

  private fitting(text: string, query: Query, named: readonly TermEntry[]): Found {
    const { unknown, others } = this.unknownIn(query);
    const ranked = this.ranked(query, foldKey(text).trim(), others);
    const corrected = new Map([...others].filter(([word, alike]) => !alike.some((other) => isInflected(word, other))));
    const all = ranked.filter(({ isAnswer }) => isAnswer);
    // What is about the thing says more of it than what mentions it.
    const answers = all[0]?.isOfSubject === true ? all.filter(({ isOfSubject }) => isOfSubject) : all;
    const found = answers.length > 0 ? answers : guesses(query, ranked, unknown);
    if (found.length === 0) {
      const card = this.cardOf(query, ranked);
      if (card.length > 0) return { kind: 'guess', rows: card, named, corrected: new Map() };
      return { kind: 'nothing', rows: [], near: nearest(named, ranked), named, corrected };
    }
    const isSure = answers.length > 0 && corrected.size === 0;
    const best = found.map(({ row }) => row);
    const rows = asksFor(query, 'list')
      ? best.map(({ entry }) => ({ entry, older: [] }))
      : folded(asksFor(query, 'newest') ? newestFirst(best) : best, query.years.length > 0);
    const isName = query.words.length + query.years.length === 0;
    return { kind: isSure ? 'answer' : 'guess', rows: isName ? rows : this.withFacts(rows), named, corrected };
  }

  /** The words of a query that no entry has, and the words that are spelt like them. */
  private unknownIn({ words }: Query): {
    readonly unknown: Query['words'];
    readonly others: ReadonlyMap<string, readonly string[]>;
  } {
    const unknown = words.filter(
      ({ word, asks }) => asks.length === 0 && synonymsOf(word).length === 0 && this.index.fitsOf(word).size === 0,
    );
    const alike = unknown.map(({ word }) => [word, this.index.spelledLike(word)] as const);
    return { unknown, others: new Map(alike.filter(([, similar]) => similar.length > 0)) };
  }

  /** The name that a query has as it is written, with the nearest facts about the thing; empty if it has none. */
  private cardOf({ names }: Query, nearest: readonly Ranked[]): readonly FoundRow[] {
    const name = names.find(({ isProper, isWritten }) => isProper && isWritten);
    if (name === undefined) return [];
    const ranked = this.ranked({ names: [name], words: [], years: [] }, foldKey(name.terms[0]!.text), new Map());
    const card = ranked.find(({ row }) => row.entry.kind === 'term');
    if (card === undefined) return [];
    const isNear = ({ row, share }: Ranked) =>
      share > 0 && row.entry.kind === 'fact' && row.subject === card.row.subject;
    const near = nearest.filter(isNear).slice(0, MOST_ADDED);
    const rows = this.withFacts(
      [card.row, ...near.map(({ row }) => row)].map((row) => ({ entry: row.entry, older: [] })),
    );
    return rows.map(({ entry }) => ({ entry, older: [] }));
  }

  /** Adds facts about the thing whose name a question finds first, if none is found: its name alone says little. */
  private withFacts(rows: readonly FoundRow[]): readonly FoundRow[] {
    const [first, ...others] = rows;
    if (first?.entry.kind !== 'term') return rows;
    const { id } = first.entry.term.entry.concept;
    if (rows.some(({ entry }) => entry.kind === 'fact' && entry.fact.subject === id)) return rows;
    const own = this.rows.filter(({ entry, subject }) => entry.kind === 'fact' && subject === id);
    const facts = folded(
      [...own].sort((a, b) => a.rank - b.rank || compareDates(b.time, a.time)),
      false,
    );
    return [first, ...facts.slice(0, MOST_ADDED), ...others];
  }

  private ranked(query: Query, whole: string, others: ReadonlyMap<string, readonly string[]>): readonly Ranked[] {
    const spoken = languageOf(query) ?? this.lang;
    const comparer = new Comparer(query, this.index, this.rows.length, others, spoken);
    const asksCount = asksFor(query, 'howMany');
    const asked = new Set(query.words.map(({ word }) => stemOf(word)));
    return this.rows
      .flatMap((row, i): readonly Ranked[] => {
        const comparison = comparer.compare(row, i);
        if (comparison === undefined || comparison.score === 0) return [];
        return [{ ...comparison, row, score: comparison.score * (1 + nearness(row, whole, spoken, asked, asksCount)) }];
      })
      .sort(
        (a, b) =>
          b.score - a.score ||
          a.row.rank - b.row.rank ||
          a.row.length - b.row.length ||
          compareDates(b.row.time, a.row.time),
      );
  }
}

/** Puts the rows of several results together, the best one of each first. */
function joined(found: readonly Found[], sides: readonly (readonly FoundRow[])[], named: readonly TermEntry[]): Found {
  const rows = Array.from({ length: MOST_COMPARED }, (_, i) => sides.flatMap((side) => side.slice(i, i + 1)));
  return {
    kind: found.every(({ kind }) => kind === 'answer') ? 'answer' : 'guess',
    rows: rows.flat().filter(({ entry }, i, all) => all.findIndex((row) => row.entry === entry) === i),
    named,
    corrected: new Map(found.flatMap(({ corrected }) => [...corrected])),
  };
}

/** Whether a fact says who held an office: a person, or a State in the chair. */
function isHolder({ entry, isPerson }: Row): boolean {
  return entry.kind === 'fact' && (isPerson ? isState(entry.fact) : answers(entry.fact.property, 'who'));
}

/** Whether an entry is the name of a notion, which has a definition. */
function isNotion({ entry }: FoundRow): boolean {
  return entry.kind === 'term' && entry.term.entry.concept.kind === 'notion';
}

/** Rows of each of two things. */
const MOST_COMPARED = 4;
const MOST_ADDED = 3;

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
