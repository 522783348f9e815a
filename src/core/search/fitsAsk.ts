import type { Lang } from '../document';
import { isDate } from '../describe/dates';
import { isState } from '../termbase/age';
import type { Fact } from '../termbase/concept';
import type { Query } from './readQuery';
import type { Row } from './rows';
import { answers, type Ask } from './words';

/** From 0 to 1: how well an entry is of the kind that a word asks for. */
export function fitsAsk(row: Row, ask: Ask | Lang, { names }: Query, spoken: Lang): number {
  const { entry } = row;
  if (entry.kind === 'fact') return factFits(entry.fact, ask, row.isPerson);
  const { langs, term } = entry;
  if (!names.some(({ terms }) => terms.some(({ entry: named }) => named.concept === term.entry.concept))) return 0;
  const isSpoken = langs.includes(spoken) ? 1 : 0.7;
  const isOfName = names.some(({ terms }) => terms.some(({ entry: named }) => named.name === term.entry.name));
  switch (ask) {
    case 'title':
      return term.form === 'full' ? isSpoken : 0;
    case 'definition':
      return entry.detail === '' ? 0 : isSpoken;
    case 'abbreviation': {
      // The abbreviation of an abbreviation is what it abbreviates.
      const isShort = names.some(({ terms }) => terms.every(({ form }) => form === 'abbreviation'));
      return term.form === (isShort ? 'full' : 'abbreviation') ? isSpoken : 0;
    }
    case 'term':
      return isSpoken;
    case 'former':
      return term.status === 'superseded' && !isOfName ? isSpoken : 0;
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

function factFits(fact: Fact, ask: Ask | Lang, isPerson: boolean): number {
  const { property, value, unit, from, asOf } = fact;
  switch (ask) {
    case 'who':
      return isPerson ? 1 : answers(property, 'who') ? 0.8 : 0;
    case 'when':
      return isDate(String(value)) ? 1 : from !== undefined ? 0.6 : asOf !== undefined ? 0.2 : 0;
    case 'where':
      // The sentence about an event usually names its place.
      return answers(property, 'where') ? 1 : from !== undefined && !isState(fact) ? 0.5 : 0;
    case 'howMany':
      // A number without a unit is a year, or the number of a resolution.
      return typeof value === 'number' && unit !== undefined ? 1 : 0;
    case 'list':
      return typeof value === 'string' && /[,;]/.test(value) ? 1 : 0;
    case 'symbol':
      return SYMBOL.test(String(value)) ? 1 : 0;
    default:
      return 0;
  }
}
