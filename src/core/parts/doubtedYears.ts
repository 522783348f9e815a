import names from '../../../data/relations/names.json';
import type { FirstVerdict } from '../verdicts/verdict';
import { overlapping } from '../document';
import { isInherited } from '../surroundings/headings';
import type { Surroundings } from '../surroundings/surroundings';
import type { Claim } from '../claims/claim';

/**
 * Returns the verdicts on names, without the reports that rely on a year that a claim finds wrong: "the Network, which
 * replaced the Group in 2016" needs another year, and with it the name is right. Only years in the block of the name
 * count, and in the heading directly above it: those are in its part, wherever the text is cut. Claims are sorted.
 */
export function withoutDoubtedYears(
  verdicts: readonly FirstVerdict[],
  claims: readonly Claim[],
  { prose }: Surroundings,
): readonly FirstVerdict[] {
  // Where a name is given with a year, either may be wrong.
  const doubting = claims.filter(({ message }) => !OF_NAMES.has(message.template));
  if (doubting.length === 0) return verdicts;
  return verdicts.map((verdict) => {
    if (verdict.kind !== 'report' || verdict.rule !== 'anachronistic-name') return verdict;
    const block = prose.blockAt(verdict.mention.start);
    const above = block && prose.blocks[prose.indexAt(block.start) - 1];
    const from = (above?.kind === 'heading' ? above : block)?.start ?? Infinity;
    const doubt = verdict.evidence.find(
      (year) =>
        !isInherited(year) && year.start >= from && year.end <= block!.end && overlapping(doubting, year) !== undefined,
    );
    return doubt
      ? { kind: 'allow', mention: verdict.mention, term: verdict.term, reason: 'year-doubted', evidence: [doubt] }
      : verdict;
  });
}

const OF_NAMES: ReadonlySet<unknown> = new Set(Object.values(names.messages));
