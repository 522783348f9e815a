import type { Entry } from '../describe/lookUp';
import { isState } from '../termbase/age';
import { compareDates } from '../termbase/dates';
import type { Row } from './rows';

/** An entry that was found. */
export interface FoundRow {
  readonly entry: Entry;
  /** The values of its series that it replaced, and that were found too, newest first. */
  readonly older: readonly Entry[];
}

/**
 * Folds the values of each series into its newest one, in the place of the best of them. Of states, all that last (two
 * deputies) keep their own rows. If `isDated`, the value that fits best comes first instead.
 */
export function folded(rows: readonly Row[], isDated: boolean): readonly FoundRow[] {
  const series = new Map<string, Row[]>();
  for (const row of rows) {
    const key = seriesOf(row);
    if (key === undefined) continue;
    const known = series.get(key);
    if (known) known.push(row);
    else series.set(key, [row]);
  }
  return rows.flatMap((row): readonly FoundRow[] => {
    const key = seriesOf(row);
    if (key === undefined) return [{ entry: row.entry, older: [] }];
    const newest = series.get(key)?.sort((a, b) => compareDates(b.time, a.time));
    if (!newest) return [];
    series.delete(key);
    const values = isDated ? [row, ...newest.filter((value) => value !== row)] : newest;
    const kept = values.filter((value, i) => i === 0 || lasts(value));
    const older = values.filter((value) => !kept.includes(value)).map(({ entry }) => entry);
    return kept.map(({ entry }, i) => ({ entry, older: i === 0 ? older : [] }));
  });
}

/** What the values have in common that replace one another: counts of different dates, and states. */
function seriesOf({ entry }: Row): string | undefined {
  if (entry.kind !== 'fact') return undefined;
  const { value, asOf, to, subject, property, unit = '' } = entry.fact;
  const isCount = typeof value === 'number' && (asOf !== undefined || to !== undefined);
  return isCount || isState(entry.fact) ? `${subject} ${property} ${unit}` : undefined;
}

function lasts({ entry }: Row): boolean {
  return entry.kind === 'fact' && isState(entry.fact) && entry.fact.to === undefined && entry.fact.asOf === undefined;
}
