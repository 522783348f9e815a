import { jsonFact, jsonMatch } from '../describe/json';
import { matchesOf, type Match } from '../describe/matches';
import type { Lang } from '../document';
import type { Termbase } from '../termbase/termbase';
import { searchIn, type Found } from './search';

/**
 * The result of a look-up for other programs: the concepts that the query names, otherwise those of the names that were
 * found; the kind of the result; the facts, best first and the newest of each series; and if nothing was found, the
 * nearest names.
 */
export function jsonLookUp(termbase: Termbase, query: string, lang: Lang) {
  const matches = matchesOf(termbase, query);
  if (matches.length > 0)
    return { matches: matches.map((match) => jsonMatch(termbase, match)), found: 'answer' as const, facts: [] };
  const found = searchIn(termbase, lang).find(query);
  const rows = found.rows.slice(0, MOST_ROWS);
  return {
    matches: matchesIn(rows).map((match) => jsonMatch(termbase, match)),
    found: found.kind,
    facts: rows.flatMap(({ entry }) => (entry.kind === 'fact' ? [jsonFact(termbase, entry.fact)] : [])),
    ...(found.kind === 'nothing' && { near: found.near }),
  };
}

const MOST_ROWS = 12;
/** A concept has all of its names and facts. */
const MOST_CONCEPTS = 3;

/** The concepts of the names among the rows, best first. */
function matchesIn(rows: Found['rows']): readonly Match[] {
  const terms = rows.flatMap(({ entry }) => (entry.kind === 'term' ? [entry.term] : []));
  const concepts = [...new Set(terms.map(({ entry }) => entry.concept))].slice(0, MOST_CONCEPTS);
  return concepts.map((concept) => ({ concept, terms: terms.filter(({ entry }) => entry.concept === concept) }));
}
