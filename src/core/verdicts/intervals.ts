import { TIME_WORDS } from '../reading/cues';
import type { Range } from '../reading/nodes';
import type { Token } from '../reading/tokens';

/**
 * "two years before", "un an plus tard": the date differs from another year by a number of years, in either direction.
 */
export interface Interval extends Range {
  /**
   * The numbers to add to the other year: one number, or two where the words leave the direction open; empty where the
   * unit is not years.
   */
  readonly shifts: readonly number[];
}

/** The intervals that occur in a range of a sentence. */
export function intervalsIn(tokens: readonly Token[], { first, next }: Range): readonly Interval[] {
  const intervals: Interval[] = [];
  for (let i = first + 1; i < next - 1; i++) {
    if (!TIME_WORDS.intervalUnits.has(tokens[i]!.folded)) continue;
    const end = TIME_WORDS.intervalMore.has(tokens[i + 1]!.folded) ? i + 2 : i + 1;
    if (TIME_WORDS.intervalEnds.has(tokens[end]?.folded))
      intervals.push({
        first: i - 1,
        next: end + 1,
        shifts: TIME_WORDS.intervalYears.has(tokens[i]!.folded)
          ? shiftsOf(numberOf(tokens[i - 1]!), tokens[end]!.folded)
          : [],
      });
  }
  return intervals;
}

function shiftsOf(years: number, way: string): readonly number[] {
  if (years === 0) return [];
  if (TIME_WORDS.later.has(way)) return [years];
  return TIME_WORDS.earlier.has(way) ? [-years] : [years, -years];
}

function numberOf({ folded }: Token): number {
  return /^\d{1,2}$/.test(folded) ? Number(folded) : (TIME_WORDS.intervalNumbers.get(folded) ?? 0);
}
