import { TIME_WORDS } from './cues';
import type { TokenRange } from './phrases';
import type { Token } from './sentence';

/** "two years before", "un an plus tard": what it goes with has another year's date plus or minus so many years; 0 where they are not counted in years. */
export interface Interval extends TokenRange {
  readonly years: number;
}

/** The intervals told in a stretch of a sentence. */
export function intervalsIn(tokens: readonly Token[], { first, next }: TokenRange): readonly Interval[] {
  const intervals: Interval[] = [];
  for (let i = first + 1; i < next - 1; i++) {
    if (!TIME_WORDS.intervalUnits.has(tokens[i].folded)) continue;
    const end = MORE.test(tokens[i + 1].folded) ? i + 2 : i + 1;
    if (TIME_WORDS.intervalEnds.has(tokens[end]?.folded)) intervals.push({ first: i - 1, next: end + 1, years: YEARS.test(tokens[i].folded) ? numberOf(tokens[i - 1]) : 0 });
  }
  return intervals;
}

/** "plus tard", "mas tarde" */
const MORE = /^(?:plus|mas)$/;
const YEARS = /^(?:years?|ans?|annees?|anos?)$/;

function numberOf({ folded }: Token): number {
  return /^\d{1,2}$/.test(folded) ? Number(folded) : TIME_WORDS.intervalNumbers.get(folded) ?? 0;
}
