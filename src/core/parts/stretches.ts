import type { JudgedClaim } from '../claims/claim';
import type { Verdict } from '../verdicts/verdict';
import { followsInBrackets } from '../findings/brackets';

/** The verdicts and claims of a stretch of a part: none depends on those of another stretch. */
export interface Stretch {
  readonly verdicts: readonly Verdict[];
  readonly claims: readonly JudgedClaim[];
}

/** Approximate number of verdicts in a stretch; a stretch may have a few more. */
const LENGTH = 500;

/**
 * Divides the sorted verdicts and claims of a part into stretches. Never divides a claim, or a name from its
 * abbreviation.
 */
export function* stretchesOf(
  verdicts: readonly Verdict[],
  claims: readonly JudgedClaim[],
  text: string,
): Generator<Stretch> {
  let from = 0;
  let firstClaim = 0;
  while (from < verdicts.length) {
    let next = from + LENGTH;
    let nextClaim = firstClaim;
    for (; next < verdicts.length; next++) {
      const before = verdicts[next - 1]!.mention;
      const { mention } = verdicts[next]!;
      while (nextClaim < claims.length && claims[nextClaim]!.start < mention.start) nextClaim++;
      const isAcross = nextClaim > firstClaim && claims[nextClaim - 1]!.end > mention.start;
      if (!isAcross && !followsInBrackets(before, mention, text)) break;
    }
    if (next >= verdicts.length) nextClaim = claims.length;
    yield { verdicts: verdicts.slice(from, next), claims: claims.slice(firstClaim, nextClaim) };
    from = next;
    firstClaim = nextClaim;
  }
}
