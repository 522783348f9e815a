import heads from '../../../../data/relations/heads.json';
import type { DateGroup, Range } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import type { Claim } from '../claim';
import { rightAndWrong, text, year, type Value } from '../claimMessage';
import { dateText, yearSpan } from '../dates/wordDates';
import type { Context } from './context';
import { headWordsOf, ORGANIZATION_ID } from './headWords';
import { boundaryOf, fitsBoundary, spanFits } from './officeTimes';
import { personOf } from './people';
import { isStated, type Tenure } from './tenures';

/** The year in which a head took office; the year of the election fits as well. */
export function compareStart(context: Context, tenure: Tenure): Claim | undefined {
  const { utterance, row, records } = context;
  const { head } = tenure.person;
  const date = pointIn(tenure);
  if (date?.from.year === undefined || head.confidence !== 'A' || utterance.reading.modality !== 'asserted')
    return undefined;
  const clause = utterance.words.slice(tenure.statement?.first ?? 0, tenure.statement?.next);
  const isOfOrganization = isStated(tenure) || utterance.discourse.isNamed(ORGANIZATION_ID);
  if (headWordsOf(utterance.lang).others.isIn(clause) || !isOfOrganization) return undefined;
  const start = boundaryOf(head, 'from');
  const elections = records
    .facts(heads.subject, heads.elected)
    .filter(({ value }) => value === head.value)
    .map((fact) => boundaryOf(fact, 'from', true));
  if ([start, ...elections].some((day) => fitsBoundary(date.from, day))) return undefined;
  const isYear = date.from.month === undefined || start.day.month === undefined;
  const isWhole = !isYear || date.from.month === undefined;
  // "Brunson McKinley took office in October 2008": another head did, so the name may be the error.
  const isOfAnother = row.some((each) => each !== head && fitsBoundary(date.from, boundaryOf(each, 'from')));
  const stated = base(tenure);
  const isYearOnly = isYear || date.from.year !== start.day.year;
  return {
    ...utterance.span(isYear && date.from.month === undefined ? yearSpan(utterance, date) : date),
    ...stated,
    lang: utterance.lang,
    certainty: isStated(tenure) ? stated.certainty : 'likely',
    message: {
      template: heads.messages.start,
      values: {
        name: text(String(head.value)),
        ...rightAndWrong(start.day, undefined, { ...date, to: date.from, isSpan: false }, isYearOnly),
      },
    },
    instead: isWhole ? [isYear ? String(start.day.year) : dateText(start.day, undefined, date, utterance)] : [],
    safe: isWhole && isStated(tenure) && tenure.person.by === 'name' && !isOfAnother,
  };
}

/** The only date of a tenure that may be that of its beginning. */
function pointIn({ dates }: Tenure): DateGroup | undefined {
  const points = dates.filter(
    ({ date, roles }) => !date.isSpan && !['until', 'for', 'after', 'before', 'since'].some((role) => roles.has(role)),
  );
  return points.length === 1 ? points[0]!.date : undefined;
}

/** "from 2003 to 2013", "(2008–2016)": both ends of a tenure. */
export function compareSpan(context: Context, tenure: Tenure, date: DateGroup): Claim | undefined {
  const { utterance, row } = context;
  const { head } = tenure.person;
  const [since, until] = [date.from.year, date.to.year];
  const [from, to] = [boundaryOf(head, 'from'), boundaryOf(head, 'to')];
  if (since === undefined || until === undefined || to.day.year === undefined) return undefined;
  const fit = spanFits(date, head);
  if (fit === 'whole' || (fit === 'within' && !tenure.isWhole)) return undefined;
  // Years of birth and death, and a decade.
  if (until - since > LONGEST_TENURE || (fit !== 'outside' && isDecade(context, date))) return undefined;
  // Without an office or a verb, the years may be those of another office.
  const isOneEnd = fitsBoundary(date.from, from) || fitsBoundary(date.to, to);
  if (tenure.office === undefined && tenure.statement === undefined && (!isOneEnd || fit === 'outside'))
    return undefined;
  const isOfAnother = row.some((each) => each !== head && each.to !== undefined && spanFits(date, each) === 'whole');
  const range = withPreposition(context, date);
  const hasMonths = date.from.month !== undefined || date.to.month !== undefined;
  const years = utterance
    .textOf(range)
    .replace(/(?:18|19|20)\d\d/, String(from.day.year))
    .replace(/((?:18|19|20)?\d\d)(?=\D*$)/, String(to.day.year));
  return {
    ...utterance.span(range),
    ...base(tenure),
    lang: utterance.lang,
    message: {
      template: heads.messages.span,
      values: {
        name: text(String(head.value)),
        right: tenureValue(head),
        wrong: { kind: 'tenure', from: year(since), to: year(until) },
      },
    },
    instead: hasMonths ? [] : [years],
    safe:
      !isOfAnother &&
      (tenure.office !== undefined || tenure.of === 'name') &&
      !hasMonths &&
      tenure.person.by === 'name' &&
      head.confidence === 'A',
  };
}

/** In years. A longer span with one right end denotes a lifetime. */
const LONGEST_TENURE = 25;

/** "the 1990s": ten years given by one number. */
function isDecade({ utterance }: Context, { from, to, first, next }: DateGroup): boolean {
  const { tokens } = utterance.reading.sentence;
  const isOneYear = tokens
    .slice(first, next)
    .every(({ folded }) => !/^\d{4}$/.test(folded) || folded === String(from.year));
  return to.year! - from.year! === 9 && isOneYear && next - first <= 2;
}

function withPreposition({ utterance }: Context, { first, next }: DateGroup): Range {
  const before = utterance.reading.sentence.tokens[first - 1];
  const roles = before && utterance.grammar.rolesOf(before);
  const isPart = roles && (roles.has('from') || roles.has('between') || roles.has('since'));
  return { first: isPart ? first - 1 : first, next };
}

/** The properties that claims about the dates of a tenure share. */
function base({
  person: { by, head },
  of,
  office,
}: Tenure): Pick<Claim, 'rule' | 'concept' | 'facts' | 'certainty' | 'severity' | 'evidence'> {
  return {
    rule: 'fact-mismatch',
    concept: personOf(head),
    facts: [head.id],
    certainty: by === 'name' && (of !== 'reference' || office !== undefined) ? 'certain' : 'likely',
    severity: 'warning',
    evidence: [],
  };
}

/** "from 2018 to 2023", "since October 2023" */
export function tenureValue(head: Fact): Value {
  const { day } = boundaryOf(head, 'from');
  return head.to === undefined
    ? { kind: 'tenure', from: { ...day, day: undefined } }
    : { kind: 'tenure', from: year(day.year!), to: year(boundaryOf(head, 'to').day.year!) };
}
