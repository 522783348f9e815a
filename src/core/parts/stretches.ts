import type { Claim } from '../claims/claim';
import type { Verdict } from '../context/verdict';
import { isInBracketsBehind } from '../findings/beside';

/** What was decided about a stretch of a part: nothing in it depends on what was decided beside it. */
export interface Stretch {
  readonly verdicts: readonly Verdict[];
  readonly claims: readonly Claim[];
}

/** So many verdicts, or a few more, make a stretch. */
const LENGTH = 500;

/** A part's verdicts and claims, which are sorted, in stretches. No claim and no name with its abbreviation is cut through. */
export function* stretchesOf(verdicts: readonly Verdict[], claims: readonly Claim[], text: string): Generator<Stretch> {
  let from = 0;
  let firstClaim = 0;
  while (from < verdicts.length) {
    let next = from + LENGTH;
    let nextClaim = firstClaim;
    for (; next < verdicts.length; next++) {
      const before = verdicts[next - 1].mention;
      const { mention } = verdicts[next];
      while (nextClaim < claims.length && claims[nextClaim].start < mention.start) nextClaim++;
      const isAcross = nextClaim > firstClaim && claims[nextClaim - 1].end > mention.start;
      if (!isAcross && !isInBracketsBehind(before, mention, text)) break;
    }
    if (next >= verdicts.length) nextClaim = claims.length;
    yield { verdicts: verdicts.slice(from, next), claims: claims.slice(firstClaim, nextClaim) };
    from = next;
    firstClaim = nextClaim;
  }
}
