import type { Claim } from '../claim';
import type { Fact } from '../../termbase/concept';
import { dateClaim, type Context } from './headClaim';
import { headWordsOf, ORGANIZATION_ID } from './headWords';
import { boundaryOf, fitsBoundary, type Boundary } from './officeTimes';
import type { Tenure } from './tenure';
import heads from '../../../../data/relations/heads.json';
import type { DateGroup } from '../../reading/nodes';

/** The year in which a head took office; the year of the election fits as well. */
export function startClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { utterance } = context;
  const date = pointIn(tenure);
  if (date?.from.year === undefined || head.confidence !== 'A' || utterance.reading.modality !== 'asserted')
    return undefined;
  const words = headWordsOf(utterance.lang);
  if (words.others.isIn(utterance.words.slice(tenure.statement?.first ?? 0, tenure.statement?.next))) return undefined;
  const start = boundaryOf(head, 'from');
  const elected = electedOf(context, head);
  const fits = (day: Boundary): boolean => fitsBoundary(date.from, day);
  if (fits(start) || elected.some(fits)) return undefined;
  if (tenure.of === 'bare' && !tenure.office && !utterance.discourse.isNamed(ORGANIZATION_ID)) return undefined;
  return dateClaim(context, tenure, head, date, start);
}

/** The only date of a tenure that may be that of its beginning. */
function pointIn({ dates }: Tenure): DateGroup | undefined {
  const points = dates.filter(
    ({ date, roles }) => !date.isSpan && !['until', 'for', 'after', 'before', 'since'].some((role) => roles.has(role)),
  );
  return points.length === 1 ? points[0]!.date : undefined;
}

/** The days on which a head was elected. */
function electedOf({ records }: Context, head: Fact): readonly Boundary[] {
  return records
    .facts(heads.subject, heads.elected)
    .filter((fact) => fact.value === head.value)
    .map((fact) => boundaryOf(fact, 'from', true));
}
