import type { Lang } from '../document';
import { isDate } from '../wording/dates';
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
  const { langs, term } = entry;
  const isSpoken = langs.includes(spoken) ? 1 : 0.7;
  if (!hasName && !names.some(({ terms }) => terms.some(({ entry: named }) => named.concept === term.entry.concept)))
    return ask === 'term' && row.isRecommended ? isSpoken : 0;
  const isOfName = names.some(({ terms }) => terms.some(({ entry: named }) => named.name === term.entry.name));
  const isShort = names.some(({ terms }) => terms.every(({ form }) => form === 'abbreviation'));
  const isOfNotion = names.some(
    ({ isProper, terms }) => !isProper && terms.some(({ entry: named }) => named.concept === term.entry.concept),
  );
  switch (ask) {
    case 'title':
      return term.form === 'full' ? isSpoken : 0;
    case 'definition':
      // The definition of a notion is asked for, not that of the convention which defines it.
      if (entry.detail === '' || (names.some(({ isProper }) => !isProper) && !isOfNotion)) return 0;
      return isShort && term.form !== 'full' ? isSpoken * 0.9 : isSpoken;
    case 'abbreviation':
      // The abbreviation of an abbreviation is what it abbreviates.
      return term.form === (isShort ? 'full' : 'abbreviation') ? isSpoken : 0;
    case 'term':
      return isSpoken;
    case 'former':
      return term.status === 'superseded' ? isSpoken : 0;
    case 'first':
      return row.isFirst && !isOfName ? isSpoken : 0;
    case 'symbol':
      return SYMBOL.test(entry.label) || SYMBOL.test(entry.also) ? isSpoken : 0;
    case 'en':
    case 'fr':
    case 'es':
      return langs.includes(ask) ? 1 : 0;
    default:
      return 0;
  }
}

/** "A/RES/73/195" */
const SYMBOL = /\b[A-Z]+(?:\/[A-Z0-9.]+)+/;

/** The number of parts that a value lists. */
export function partsOfValue(value: Fact['value']): number {
  return typeof value === 'string' ? value.split(/[,;]| and /).length : 1;
}

/** "resolution 71/1" */
const NUMBER = /\b\d{2}\/\d+\b/;

function factFits(fact: Fact, ask: Ask | Lang, { isPerson, isFirst }: Row): number {
  const { property, value, unit, from, asOf } = fact;
  switch (ask) {
    case 'who':
      return isPerson ? 1 : answers(property, 'who') ? 0.8 : partsOfValue(value) > 1 ? 0.5 : 0;
    case 'when':
      return isDate(String(value)) ? 1 : from !== undefined ? 0.6 : asOf !== undefined ? 0.2 : 0;
    case 'where':
      // The sentence about an event usually names its place.
      return answers(property, 'where') ? 1 : (from !== undefined || isDate(String(value))) && !isState(fact) ? 0.7 : 0;
    case 'howMany':
      // A number without a unit is a year, or the number of a resolution.
      return typeof value === 'number' && unit !== undefined ? 1 : 0;
    case 'newest':
      // Of an office, its holder is asked for.
      return fact.to === undefined && answers(property, 'who') ? 1 : 0;
    case 'definition':
      return answers(property, 'definition') ? 1 : 0;
    case 'list':
      return partsOfValue(value) > 1 || (isState(fact) && answers(property, 'who')) ? 1 : 0;
    case 'symbol':
      return SYMBOL.test(String(value)) ? 1 : NUMBER.test(fact.statement.en) ? 0.8 : 0;
    case 'first':
      return isFirst ? 1 : 0;
    default:
      return 0;
  }
}
