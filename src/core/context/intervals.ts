import { TIME_WORDS } from './cues';
import type { TokenRange } from './phrases';
import type { Token } from './sentence';

/**
 * The intervals told in a stretch of a sentence, in years: "two years before", "un an plus tard". What stands behind one
 * has the year beside it plus or minus so many. 0 where the unit or the number is no year.
 */
export function intervalsIn(tokens: readonly Token[], { first, next }: TokenRange): readonly number[] {
  const intervals: number[] = [];
  for (let i = first + 1; i < next - 1; i++) {
    if (!TIME_WORDS.intervalUnits.has(tokens[i].folded)) continue;
    const end = MORE.test(tokens[i + 1].folded) ? tokens[i + 2] : tokens[i + 1];
    if (TIME_WORDS.intervalEnds.has(end?.folded)) intervals.push(YEARS.test(tokens[i].folded) ? numberOf(tokens[i - 1]) : 0);
  }
  return intervals;
}

/** "plus tard", "mas tarde" */
const MORE = /^(?:plus|mas)$/;
const YEARS = /^(?:years?|ans?|annees?|anos?)$/;

function numberOf({ folded }: Token): number {
  return /^\d{1,2}$/.test(folded) ? Number(folded) : TIME_WORDS.intervalNumbers.get(folded) ?? 0;
}
