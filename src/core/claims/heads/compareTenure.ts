import heads from '../../../../data/relations/heads.json';
import type { DateGroup, Range } from '../../reading/nodes';
import type { Fact } from '../../termbase/concept';
import { claimAt, type Claim } from '../claim';
import { rightAndWrong, text, year, type Value } from '../claimMessage';
import { dateText, yearSpan } from '../dates/wordDates';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { boundaryOf, fitsBoundary, spanFits } from './officeTimes';
import { personOf } from './people';
import type { Tenure } from './tenures';

/** The date on which a head took office; that of the election fits as well. */
export function compareStart(utterance: Utterance, tenure: Tenure, records: Records): Claim | undefined {
  const { head } = tenure.person;
  const [date, ...others] = tenure.dates;
  if (date?.from.year === undefined || others.length > 0 || date.isSpan || head.confidence !== 'A') return undefined;
  const start = boundaryOf(head, 'from');
  const { day } = start;
  const elections = records
    .facts(heads.subject, heads.elected)
    .filter(({ value }) => value === head.value)
    .map((fact) => boundaryOf(fact, 'from', true));
  const hasMonth = date.from.month !== undefined;
  const isFit = [start, ...elections].some((each) => fitsBoundary(date.from, each));
  if (isFit) return undefined;
  const subject = subjectOf(tenure);
  const values = rightAndWrong(day, undefined, date, !hasMonth || date.from.year !== day.year);
  return claimAt(utterance, hasMonth ? date : yearSpan(utterance, date), subject, {
    facts: [head.id],
    message: { template: heads.messages.start, values: { name: text(String(head.value)), ...values } },
    instead: [hasMonth ? dateText(day, undefined, date, utterance) : String(day.year)],
    safe: subject.by === 'name',
  });
}

/** "from 2003 to 2013", "(2008–2016)": both ends of a tenure. */
export function compareSpan(utterance: Utterance, tenure: Tenure, date: DateGroup): Claim | undefined {
  const { office, statement } = tenure;
  const { head } = tenure.person;
  const [since, until] = [date.from.year, date.to.year];
  const [start, end] = [boundaryOf(head, 'from').day.year, boundaryOf(head, 'to').day.year];
  if (since === undefined || until === undefined || end === undefined) return undefined;
  const fit = spanFits(date, head);
  // Without an office or a verb, the years may be those of another office.
  if (!office && !statement && fit === 'outside') return undefined;
  // Years of birth and death, and "the 1990s".
  const isDecade = /^\D*\d*\D*$/.test(utterance.textOf(date));
  if (fit === 'whole' || isDecade || until - since > LONGEST_TENURE) return undefined;
  const hasMonths = date.from.month !== undefined || date.to.month !== undefined;
  const wrong: Value = { kind: 'tenure', from: year(since), to: year(until) };
  const before = utterance.reading.sentence.tokens[date.first - 1];
  const first = date.first - (utterance.grammar.hasRole(before, 'from', 'between', 'since') ? 1 : 0);
  const range: Range = { first, next: date.next };
  const years = utterance
    .textOf(range)
    .replace(/(?:18|19|20)\d\d/, String(start))
    .replace(/((?:18|19|20)?\d\d)(?=\D*$)/, String(end));
  return claimAt(utterance, range, subjectOf(tenure), {
    facts: [head.id],
    message: {
      template: heads.messages.span,
      values: { name: text(String(head.value)), right: tenureValue(head), wrong },
    },
    instead: hasMonths ? [] : [years],
    safe: subjectOf(tenure).by === 'name' && !hasMonths && head.confidence === 'A',
  });
}

/** In years. A longer span with one right end denotes a lifetime. */
const LONGEST_TENURE = 25;

/** The claims of a tenure are certain if the text names the person, and gives the title or names the organization. */
export function subjectOf({ person: { by, head }, office }: Tenure): Parameters<typeof claimAt>[2] {
  const isNamed = by === 'name' && (office?.of === 'name' || office?.kind === 'title');
  return { concept: personOf(head), by: isNamed ? 'name' : 'reference' };
}

/** "from 2018 to 2023", "since October 2023" */
export function tenureValue(head: Fact): Value {
  const { day } = boundaryOf(head, 'from');
  return head.to === undefined
    ? { kind: 'tenure', from: { ...day, day: undefined } }
    : { kind: 'tenure', from: year(day.year!), to: year(boundaryOf(head, 'to').day.year!) };
}
