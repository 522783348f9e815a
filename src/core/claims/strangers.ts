import heads from '../../../data/relations/heads.json';
import type { Claim } from './claim';
import { tenureValue, type Context } from './headClaim';
import { headWordsOf, ORGANIZATION_ID } from './headWords';
import { personOf, shortName } from './people';
import { boundaryOf, isInOffice, fitsBoundary, monthsOf } from './officeTimes';
import { text } from './claimMessage';
import type { Tenure } from './tenure';

/** A person presented as head who never headed the organization. */
export function strangerClaim(context: Context, tenure: Tenure): Claim | undefined {
  const { utterance, row, current } = context;
  const { person, statement } = tenure;
  if (tenure.of === 'bare' || tenure.kind === 'end' || (tenure.office?.isLoose === true && tenure.kind === 'post'))
    return undefined;
  if (
    utterance.reading.modality !== 'asserted' ||
    utterance.discourse.isRefuted(utterance.site) ||
    (statement && statement.modality !== 'asserted')
  )
    return undefined;
  const words = headWordsOf(utterance.lang);
  const all = utterance.words;
  if (words.others.isIn(all) || words.former.isIn(all.slice(Math.max(0, person.first - 3), person.next + 3)))
    return undefined;
  // "led by Carlos Oliver in Egypt": the head of one mission only.
  if (
    statement?.complements.some(
      ({ group, roles, after }) => group.kind === 'noun' && roles.has('in') && group.isProper && after === person.group,
    )
  )
    return undefined;
  if (
    tenure.kind === 'post' &&
    person.by === 'unknown' &&
    tenure.office!.group !== person.group &&
    context.people.some(({ head }) => head !== undefined)
  )
    return undefined;
  const stated = tenure.dates.find(({ date }) => date.from.year !== undefined);
  const at =
    stated?.date.from.year === undefined
      ? undefined
      : {
          from: stated.date.from.year * 12 + (stated.date.from.month ?? 1),
          to: (stated.date.isSpan ? stated.date.to.year! : stated.date.from.year) * 12 + (stated.date.from.month ?? 12),
        };
  // Before the beginning of the record nobody is known.
  if (at && at.from < (row.find(({ confidence }) => confidence === 'A') ? monthsOf(row[0]!).from : 0)) return undefined;
  const then = at ? row.filter((each) => isInOffice(each, at)) : [current];
  const isOpen = stated?.roles.has('since') === true;
  const right = isOpen
    ? (row.find((each) => fitsBoundary(stated.date.from, boundaryOf(each, 'from'))) ?? current)
    : then.length === 1
      ? then[0]
      : undefined;
  const isNow = right === undefined || right === current;
  return {
    ...utterance.span(person),
    lang: utterance.lang,
    concept: right ? personOf(right) : ORGANIZATION_ID,
    facts: [(right ?? current).id],
    rule: 'fact-mismatch',
    certainty: 'likely',
    severity: person.by === 'unknown' && isNow && tenure.kind === 'post' ? 'information' : 'warning',
    message: {
      template: isNow ? heads.messages.strangerNow : heads.messages.strangerThen,
      values: {
        right: text(String((right ?? current).value)),
        rightTenure: tenureValue(right ?? current),
        wrong: text(utterance.textOf(person)),
      },
    },
    instead: right ? [shortName(String(right.value))] : [],
    safe: false,
    evidence: [],
  };
}
