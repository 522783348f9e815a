import { jsonFact, jsonMatch } from '../describe/json';
import { matchesOf, type Match } from '../describe/matches';
import type { Lang } from '../document';
import type { Termbase } from '../termbase/termbase';
import { searchIn, type Found } from './search';
import type { FoundRow } from './series';

/**
 * The result of a look-up for other programs: the concepts that the query names, otherwise those of the names that were
 * found; the kind of the result; the best rows; all facts that were found, but none if the query is a name, whose
 * facts the record has under its concept; and if nothing was found, the nearest names.
 */
export function jsonLookUp(termbase: Termbase, query: string, lang: Lang) {
  const matches = matchesOf(termbase, query);
  const found = searchIn(termbase, lang).find(query);
  const rows = query.trim() === '' ? [] : found.rows.slice(0, MOST_ROWS);
  const entries = found.rows.flatMap(({ entry, older }) => [entry, ...older]);
  return {
    matches: (matches.length > 0 ? matches : matchesIn(rows)).map((match) => jsonMatch(termbase, match)),
    found: matches.length > 0 ? ('answer' as const) : found.kind,
    rows: rows.map(jsonRow),
    facts:
      matches.length > 0
        ? []
        : entries.flatMap((each) => (each.kind === 'fact' ? [jsonFact(termbase, each.fact)] : [])),
    ...(matches.length === 0 && found.kind === 'nothing' && { near: found.near }),
  };
}

/** A name as it is written, or a fact with the older values that were found too. */
function jsonRow({ entry, older }: FoundRow) {
  if (entry.kind === 'term') {
    const { concept, name } = entry.term.entry;
    return { kind: 'name' as const, text: entry.label, languages: entry.langs, concept: concept.id, name: name.id };
  }
  const others = older.flatMap((each) => (each.kind === 'fact' ? [each.fact.id] : []));
  return { kind: 'fact' as const, fact: entry.fact.id, older: others };
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
