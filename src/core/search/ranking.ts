import { FIRST_PROPERTIES } from '../describe/facts';
import { LANGS, type Lang } from '../document';
import { compareDates } from '../termbase/dates';
import type { TermEntry } from '../termbase/termbase';
import type { Comparison } from './compare';
import { partsOfValue } from './fitsAsk';
import type { Query } from './readQuery';
import type { Row } from './rows';
import { answers, type Ask } from './words';

/** An entry with how it relates to a query. */
export interface Ranked extends Comparison {
  readonly row: Row;
}

export function asksFor({ words }: Query, ask: Ask): boolean {
  return words.some(({ asks }) => asks.includes(ask));
}

/**
 * What has most of what is asked. A word that no entry has may be what is asked: then a question that names nothing
 * must be known but for it, and nothing is known if it is the noun that is asked about. What is found has every proper
 * name.
 */
export function guesses(query: Query, ranked: readonly Ranked[], unknown: Query['words']): readonly Ranked[] {
  if (query.names.some(({ isProper, isWritten }) => isProper && isWritten))
    return ranked.filter(({ share, isNearly, hasHead }) => isNearly || (hasHead && share >= ENOUGH));
  if (unknown.some(({ isHead }) => isHead)) return [];
  const least = unknown.length > 0 ? ENOUGH_UNKNOWN : ENOUGH_UNNAMED;
  return ranked.filter(({ share, hasCapitalized }) => hasCapitalized && share >= least);
}

/**
 * A bonus for an entry whose label equals or begins with the query, whose property is asked for by its whole name, or
 * whose subject has many facts, and a penalty for a property that is rarely asked for and a name in another language.
 */
export function nearness(
  { entry, label, property, renown, rank, length }: Row,
  query: string,
  spoken: Lang,
  asked: ReadonlySet<string>,
  asksCount: boolean,
): number {
  const named = label === query ? 1 : label.startsWith(`${query} `) || label.startsWith(`${query}:`) ? 0.3 : 0;
  const isForeign = entry.kind === 'term' && !entry.langs.includes(spoken);
  // "Edition" is asked for more often than "first edition".
  const isCommon = entry.kind === 'term' || answers(entry.fact.property, 'who') || rank <= FIRST_PROPERTIES.length;
  const special = isCommon ? 0 : (length - 1) * 0.015;
  // A list says more than its number.
  const isListed = entry.kind === 'fact' && asked.size > 0 && !asksCount && partsOfValue(entry.fact.value) > 2;
  const isOnlyCount = entry.kind === 'fact' && entry.fact.property.endsWith('-count') && !asksCount;
  const isAsked = property.some((words) => words.every((word) => asked.has(word)));
  return (
    named +
    (isAsked ? 0.2 : 0) +
    (isListed ? 0.05 : 0) -
    (isOnlyCount ? 0.1 : 0) +
    renown * 0.1 -
    special -
    (isForeign ? 0.3 : 0)
  );
}

/** The language that a query asks for: "in Spanish". */
export function languageOf({ words }: Query): Lang | undefined {
  return LANGS.find((lang) => words.some(({ asks }) => asks.includes(lang)));
}

/** Puts the newest of the facts first that say the same of the same thing as the best one. */
export function newestFirst(rows: readonly Row[]): readonly Row[] {
  const [best] = rows;
  if (best?.entry.kind !== 'fact') return rows;
  const { subject, property } = best.entry.fact;
  const isSame = ({ entry }: Row) =>
    entry.kind === 'fact' && entry.fact.subject === subject && entry.fact.property === property;
  const same = rows.filter(isSame).sort((a, b) => compareDates(b.time, a.time));
  return [...same, ...rows.filter((row) => !isSame(row))];
}

/** The names in the query, otherwise the ones that have most of its words. */
export function nearest(named: readonly TermEntry[], ranked: readonly Ranked[]): readonly string[] {
  const similar = ranked
    .filter(({ share }) => share >= SIMILAR)
    .flatMap(({ row: { entry } }) => (entry.kind === 'term' ? [entry.label] : []));
  const names = named.length > 0 ? named.map(({ text }) => text) : similar;
  return [...new Set(names)].slice(0, MOST_NEAR);
}

/** The part of what is asked that a guess must have. */
const ENOUGH = 1 / 3;
const ENOUGH_UNNAMED = 2 / 3;
/** The same, if it has a word that no entry has. */
const ENOUGH_UNKNOWN = 0.8;
const MOST_NEAR = 3;
/** The part of what is asked that the nearest names have. */
const SIMILAR = 1 / 3;
