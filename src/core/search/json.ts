import { jsonFact } from '../describe/json';
import type { Termbase } from '../termbase/termbase';
import type { Found } from './search';

/**
 * The result of a look-up for other programs: its kind, the facts, best first and the newest of each series, and if
 * nothing was found, the nearest names.
 */
export function jsonFound(termbase: Termbase, found: Found) {
  return {
    found: found.kind,
    facts: found.rows
      .slice(0, MOST_ROWS)
      .flatMap(({ entry }) => (entry.kind === 'fact' ? [jsonFact(termbase, entry.fact)] : [])),
    ...(found.kind === 'nothing' && { near: found.near }),
  };
}

const MOST_ROWS = 12;
