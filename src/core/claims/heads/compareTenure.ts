import heads from '../../../../data/relations/heads.json';
import type { Fact } from '../../termbase/concept';
import { claimAt, type Claim } from '../claim';
import { rightAndWrong, text, year, type Value } from '../claimMessage';
import { dateText, yearSpan } from '../dates/wordDates';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { boundaryOf, fitsBoundary } from './officeTimes';
import { personOf } from './people';
import type { Tenure } from './tenures';

/** The date on which a head took office; that of the election fits as well. */
export function compareStart(utterance: Utterance, tenure: Tenure, records: Records): Claim | undefined {
  const { head } = tenure.person;
  const [date, ...others] = tenure.statement!.complements.flatMap(({ group }) =>
    group.kind === 'date' ? [group] : [],
  );
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

/** The claims of a tenure are certain if the text gives the title or names the organization. */
export function subjectOf({ person: { head }, office: { of, isTitle } }: Tenure): Parameters<typeof claimAt>[2] {
  return { concept: personOf(head), by: of === 'name' || isTitle ? 'name' : 'reference' };
}

/** "from 2018 to 2023", "since October 2023" */
export function tenureValue(head: Fact): Value {
  const { day } = boundaryOf(head, 'from');
  return head.to === undefined
    ? { kind: 'tenure', from: { ...day, day: undefined } }
    : { kind: 'tenure', from: year(day.year!), to: year(boundaryOf(head, 'to').day.year!) };
}
