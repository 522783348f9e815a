import type { Claim } from './claim';
import type { Fact } from '../termbase/concept';
import { dateClaim, personClaim, type Context } from './headClaim';
import { headWordsOf, ORGANIZATION_ID } from './headWords';
import { boundaryOf, fitsBoundary, type Boundary } from './officeTimes';
import type { Tenure } from './tenure';
import heads from '../../../data/relations/heads.json';
import type { DateGroup, Day } from '../reading/nodes';

/** The year in which a head was elected or took office. */
export function startClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const { row, utterance } = context;
  const date = pointIn(tenure);
  if (date?.from.year === undefined || head.confidence !== 'A' || utterance.reading.modality !== 'asserted')
    return undefined;
  const words = headWordsOf(utterance.lang);
  if (words.others.isIn(utterance.words.slice(tenure.statement?.first ?? 0, tenure.statement?.next))) return undefined;
  const start = boundaryOf(head, 'from');
  const elected = electedOf(context, head);
  const fits = (day: Boundary): boolean => fitsBoundary(date.from, day);
  if (tenure.kind === 'elected') {
    // "elected to lead IOM from 2023": the year of the election, or of the beginning.
    if (
      elected.length === 0
        ? Math.abs(date.from.year - (start.day.year ?? 0)) <= 1
        : elected.some(fits) || (date.from.month === undefined && date.from.year === start.day.year)
    )
      return undefined;
    return dateClaim(context, tenure, head, date, elected[0] ?? start, elected[0] ? 'elected' : 'start');
  }
  if (fits(start) || elected.some(fits)) return undefined;
  if (tenure.of === 'bare' && !tenure.office && !utterance.discourse.isNamed(ORGANIZATION_ID)) return undefined;
  const other = row.find(
    (each) => each !== head && date.from.month !== undefined && fitsBoundary(date.from, boundaryOf(each, 'from')),
  );
  if (other && tenure.of !== 'bare')
    return personClaim(context, tenure, head, other, {
      rule: 'fact-mismatch',
      certainty: 'likely',
      severity: 'warning',
    });
  return dateClaim(context, tenure, head, date, start, 'start');
}

/** "Pope took over from Vitorino in 2021": where both persons are right, the date of the change is the error. */
export function changeClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const date = pointIn(tenure);
  const start = boundaryOf(head, 'from');
  return date?.from.year === undefined ||
    head.confidence !== 'A' ||
    [start, ...electedOf(context, head)].some((each) => fitsBoundary(date.from, each))
    ? undefined
    : dateClaim(context, tenure, head, date, start, 'start');
}

/** The only date of a tenure that may be that of its beginning. */
function pointIn({ dates }: Tenure): DateGroup | undefined {
  const points = dates.filter(
    ({ date, roles }) => !date.isSpan && !['until', 'for', 'after', 'before', 'since'].some((role) => roles.has(role)),
  );
  return points.length === 1 ? points[0]!.date : undefined;
}

/** The year in which a head left office. */
export function endClaim(context: Context, tenure: Tenure, head: Fact): Claim | undefined {
  const points = tenure.dates.filter(
    ({ date, roles }) =>
      !date.isSpan && !roles.has('for') && !roles.has('since') && !roles.has('before') && !roles.has('after'),
  );
  if (points.length !== 1 || head.to === undefined || head.confidence !== 'A') return undefined;
  const { date } = points[0]!;
  const end = boundaryOf(head, 'to');
  if (
    date.from.year === undefined ||
    fitsBoundary(date.from, end) ||
    (tenure.of === 'bare' && !tenure.office && tenure.statement?.objects.length !== 0)
  )
    return undefined;
  if (
    tenure.of === 'bare' &&
    !tenure.office &&
    tenure.person.by !== 'name' &&
    !context.utterance.discourse.isNamed(ORGANIZATION_ID)
  )
    return undefined;
  return dateClaim(context, tenure, head, date, end, 'end');
}

/** The days on which a head was elected. */
function electedOf({ records }: Context, head: Fact): readonly Boundary[] {
  return records
    .facts(heads.subject, heads.elected)
    .filter((fact) => fact.value === head.value)
    .map((fact) => boundaryOf(fact, 'from', true));
}

/** Whether a head was elected on a day. */
export function isElected(context: Context, head: Fact, day: Day): boolean {
  return electedOf(context, head).some((each) => fitsBoundary(day, each));
}
