import { LANGS, type Lang } from '../document';
import { isDate } from '../describe/dates';
import { isState } from '../termbase/age';
import type { Fact } from '../termbase/concept';
import type { Query } from './readQuery';
import type { Row } from './rows';
import { answers, type Ask } from './words';

/** From 0 to 1: how well an entry is of the kind that a word asks for; `hasName` if its name has the other words. */
export function fitsAsk(row: Row, ask: Ask | Lang, { names, words }: Query, spoken: Lang, hasName: boolean): number {
  const { entry } = row;
  if (entry.kind === 'fact')
    // The first of the names is asked for, not the first head.
    return ask === 'first' && words.some(({ asks }) => asks.includes('title')) ? 0 : factFits(entry.fact, ask, row);
  const { term } = entry;
  const isAbout = names.some(({ terms }) => terms.some(({ entry: named }) => named.concept === term.entry.concept));
  const isSpoken = entry.langs.includes(spoken) ? 1 : 0.7;
  if (!hasName && !isAbout) return ask === 'term' && row.isRecommended ? isSpoken : 0;
  if (isLang(ask)) return entry.langs.includes(ask) ? 1 : 0;
  return TERM_FITS[ask]?.(entry, row, names) ? isSpoken : 0;
}

/** For each kind that a term can be of: whether it is. */
const TERM_FITS: Readonly<Partial<Record<Ask, (entry: TermRow, row: Row, names: Query['names']) => boolean>>> = {
  title: ({ term }) => term.form === 'full',
  definition: ({ detail }) => detail !== '',
  abbreviation: ({ term }, _, names) =>
    // The abbreviation of an abbreviation is what it abbreviates.
    term.form ===
    (names.some(({ terms }) => terms.every(({ form }) => form === 'abbreviation')) ? 'full' : 'abbreviation'),
  term: () => true,
  former: ({ term }) => term.status === 'superseded',
  first: ({ term }, { isFirst }, names) =>
    isFirst && !names.some(({ terms }) => terms.some(({ entry: named }) => named.name === term.entry.name)),
  symbol: ({ label, also }) => SYMBOL.test(label) || SYMBOL.test(also),
};

type TermRow = Extract<Row['entry'], { kind: 'term' }>;

/** "A/RES/73/195" */
const SYMBOL = /\b[A-Z]+(?:\/[A-Z0-9.]+)+/;

function isList(value: Fact['value']): boolean {
  return typeof value === 'string' && /[,;]/.test(value);
}

/** "resolution 71/1" */
const NUMBER = /\b\d{2}\/\d+\b/;

function factFits(fact: Fact, ask: Ask | Lang, row: Row): number {
  return isLang(ask) ? 0 : (FACT_FITS[ask]?.(fact, row) ?? 0);
}

/** For each kind that a fact can be of: from 0 to 1, how well it is. */
const FACT_FITS: Readonly<Partial<Record<Ask, (fact: Fact, row: Row) => number>>> = {
  who: ({ property, value }, { isPerson }) => (isPerson ? 1 : answers(property, 'who') ? 0.8 : isList(value) ? 0.5 : 0),
  when: ({ value, from, asOf }) =>
    isDate(String(value)) ? 1 : from !== undefined ? 0.6 : asOf !== undefined ? 0.2 : 0,
  // The sentence about an event usually names its place.
  where: (fact) => (answers(fact.property, 'where') ? 1 : fact.from !== undefined && !isState(fact) ? 0.5 : 0),
  // A number without a unit is a year, or the number of a resolution.
  howMany: ({ value, unit }) => (typeof value === 'number' && unit !== undefined ? 1 : 0),
  list: ({ value }) => (isList(value) ? 1 : 0),
  symbol: ({ value, statement }) => (SYMBOL.test(String(value)) ? 1 : NUMBER.test(statement.en) ? 0.8 : 0),
  first: (_, { isFirst }) => (isFirst ? 1 : 0),
};

function isLang(ask: Ask | Lang): ask is Lang {
  return (LANGS as readonly string[]).includes(ask);
}
