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
  const keyOf = (row: Row): string => seriesOf(row) ?? '';
  for (const row of rows) series.set(keyOf(row), [...(series.get(keyOf(row)) ?? []), row]);
  return rows.flatMap((row): readonly FoundRow[] => {
    if (keyOf(row) === '') return [{ entry: row.entry, older: [] }];
    if (!series.has(keyOf(row))) return [];
    const newest = [...(series.get(keyOf(row)) ?? [])].sort((a, b) => compareDates(b.time, a.time));
    const values = isDated ? [row, ...newest.filter((value) => value !== row)] : newest;
    series.delete(keyOf(row));
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
