import heads from '../../../../data/relations/heads.json';
import type { DateGroup, Range } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import { claimAt, type Claim } from '../claim';
import { rightAndWrong, text, year, type Value } from '../claimMessage';
import { dateText, yearSpan } from '../dates/wordDates';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { boundaryOf, fitsBoundary, spanFits } from './officeTimes';
import { personOf, type Heads } from './people';
import { isStated, type Tenure } from './tenures';

/** The year in which a head took office; the year of the election fits as well. */
export function compareStart(
  utterance: Utterance,
  tenure: Tenure,
  { row }: Heads,
  records: Records,
): Claim | undefined {
  const { person } = tenure;
  const { head } = person;
  const date = pointIn(tenure);
  if (date?.from.year === undefined || head.confidence !== 'A' || utterance.reading.modality !== 'asserted')
    return undefined;
  const start = boundaryOf(head, 'from');
  const elections = records
    .facts(heads.subject, heads.elected)
    .filter(({ value }) => value === head.value)
    .map((fact) => boundaryOf(fact, 'from', true));
  if ([start, ...elections].some((day) => fitsBoundary(date.from, day))) return undefined;
  const hasMonth = date.from.month !== undefined;
  const isYear = !hasMonth || start.day.month === undefined;
  const isWhole = !isYear || !hasMonth;
  // "Brunson McKinley took office in October 2008": another head did, so the name may be the error.
  const isOfAnother = row.some((each) => each !== head && fitsBoundary(date.from, boundaryOf(each, 'from')));
  const stated = { ...date, to: date.from, isSpan: false };
  const values = rightAndWrong(start.day, undefined, stated, isYear || date.from.year !== start.day.year);
  const right = isYear ? String(start.day.year) : dateText(start.day, undefined, date, utterance);
  return claimAt(utterance, hasMonth ? date : yearSpan(utterance, date), subjectOf(tenure), {
    facts: [head.id],
    ...(isStated(tenure) ? {} : { certainty: 'likely' }),
    message: { template: heads.messages.start, values: { name: text(String(head.value)), ...values } },
    instead: isWhole ? [right] : [],
    safe: isWhole && isStated(tenure) && person.by === 'name' && !isOfAnother,
  });
}

/** The only date of a tenure that may be that of its beginning. */
function pointIn({ dates }: Tenure): DateGroup | undefined {
  const points = dates.filter(({ date, roles }) => !date.isSpan && !OTHER_TIMES.some((role) => roles.has(role)));
  return points.length === 1 ? points[0]!.date : undefined;
}

/** Roles of prepositions before a date that is not that of a beginning. */
const OTHER_TIMES = ['until', 'for', 'after', 'before', 'since'];

/** "from 2003 to 2013", "(2008–2016)": both ends of a tenure. */
export function compareSpan(utterance: Utterance, tenure: Tenure, { row }: Heads, date: DateGroup): Claim | undefined {
  const { person, office, of, statement } = tenure;
  const { head } = person;
  const [since, until] = [date.from.year, date.to.year];
  const [from, to] = [boundaryOf(head, 'from'), boundaryOf(head, 'to')];
  if (since === undefined || until === undefined || to.day.year === undefined) return undefined;
  const fit = spanFits(date, head);
  if (fit === 'whole' || (fit === 'within' && !tenure.isWhole)) return undefined;
  // Years of birth and death, and "the 1990s".
  const isDecade = /^\D*\d*\D*$/.test(utterance.textOf(date));
  if (until - since > LONGEST_TENURE || (fit !== 'outside' && isDecade)) return undefined;
  // Without an office or a verb, the years may be those of another office.
  const isOneEnd = fitsBoundary(date.from, from) || fitsBoundary(date.to, to);
  if (office === undefined && statement === undefined && (!isOneEnd || fit === 'outside')) return undefined;
  const isOfAnother = row.some((each) => each !== head && each.to !== undefined && spanFits(date, each) === 'whole');
  const hasMonths = date.from.month !== undefined || date.to.month !== undefined;
  const isOwn = person.by === 'name' && (office !== undefined || of === 'name');
  const wrong: Value = { kind: 'tenure', from: year(since), to: year(until) };
  const right = tenureValue(head);
  const range = withPreposition(utterance, date);
  const years = utterance
    .textOf(range)
    .replace(/(?:18|19|20)\d\d/, String(from.day.year))
    .replace(/((?:18|19|20)?\d\d)(?=\D*$)/, String(to.day.year));
  return claimAt(utterance, range, subjectOf(tenure), {
    facts: [head.id],
    message: { template: heads.messages.span, values: { name: text(String(head.value)), right, wrong } },
    instead: hasMonths ? [] : [years],
    safe: isOwn && !isOfAnother && !hasMonths && head.confidence === 'A',
  });
}

/** In years. A longer span with one right end denotes a lifetime. */
const LONGEST_TENURE = 25;

function withPreposition({ grammar, reading }: Utterance, { first, next }: DateGroup): Range {
  const before = reading.sentence.tokens[first - 1];
  const roles = before && grammar.rolesOf(before);
  return { first: ['from', 'between', 'since'].some((role) => roles?.has(role)) ? first - 1 : first, next };
}

/** Dates belong to a head for certain if the text names the person, and gives the office or names the organization. */
function subjectOf({ person: { by, head }, of, office }: Tenure): Parameters<typeof claimAt>[2] {
  const isNamed = by === 'name' && (of === 'name' || office !== undefined);
  return { concept: personOf(head), by: isNamed ? 'name' : 'reference' };
}

/** "from 2018 to 2023", "since October 2023" */
export function tenureValue(head: Fact): Value {
  const { day } = boundaryOf(head, 'from');
  return head.to === undefined
    ? { kind: 'tenure', from: { ...day, day: undefined } }
    : { kind: 'tenure', from: year(day.year!), to: year(boundaryOf(head, 'to').day.year!) };
}
