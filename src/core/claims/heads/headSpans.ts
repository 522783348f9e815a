import heads from '../../../../data/relations/heads.json';
import type { Claim } from '../claim';
import type { Fact } from '../../termbase/concept';
import { base, tenureValue, type Context } from './headClaim';
import { boundaryOf, fitsBoundary, spanFits } from './officeTimes';
import { text, year } from '../claimMessage';
import type { RoledDate, Tenure } from './tenure';

/** "from 2003 to 2013", "(2008–2016)": both ends of a tenure. */
export function spanClaim(context: Context, tenure: Tenure, head: Fact, { date }: RoledDate): Claim | undefined {
  const { utterance, row } = context;
  if (date.from.year === undefined || date.to.year === undefined) return undefined;
  const fit = spanFits(date, head);
  if (fit === 'whole' || (fit === 'within' && !tenure.isWhole)) return undefined;
  const since = date.from.year;
  const until = date.to.year;
  if (since === undefined || until === undefined) return undefined;
  const length = until - since;
  if (
    length === 9 &&
    fit !== 'outside' &&
    utterance.reading.sentence.tokens
      .slice(date.first, date.next)
      .every(({ folded }) => !/^\d{4}$/.test(folded) || folded === String(date.from.year)) &&
    date.next - date.first <= 2
  )
    return undefined;
  // Years of birth and death.
  if (length > LONGEST_TENURE) return undefined;
  // Without an office or a verb, the years may be those of another office.
  const isOneEnd =
    fitsBoundary(date.from, boundaryOf(head, 'from')) ||
    (head.to !== undefined && fitsBoundary(date.to, boundaryOf(head, 'to')));
  if (tenure.office === undefined && tenure.statement === undefined && (!isOneEnd || fit === 'outside'))
    return undefined;
  const from = boundaryOf(head, 'from');
  const to = boundaryOf(head, 'to');
  if (to.day.year === undefined) return undefined;
  const other = row.find(
    (each) =>
      each !== head && each.to !== undefined && spanFits(date, each) === 'whole' && date.from.year !== date.to.year,
  );
  const { tokens } = utterance.reading.sentence;
  const roles = utterance.grammar.rolesOf(tokens[date.first - 1] ?? NO_WORD);
  const first =
    roles && (roles.has('from') || roles.has('between') || roles.has('since')) ? date.first - 1 : date.first;
  const written = utterance.discourse.textOf(tokens[first]!.start, tokens[date.next - 1]!.end);
  const right = written
    .replace(/(?:18|19|20)\d\d/, String(from.day.year))
    .replace(/((?:18|19|20)?\d\d)(?=\D*$)/, String(to.day.year));
  const hasMonths = date.from.month !== undefined || date.to.month !== undefined;
  return {
    ...utterance.span({ first, next: date.next }),
    ...base(context, tenure, head),
    rule: 'fact-mismatch',
    message: {
      template: heads.messages.span,
      values: {
        name: text(String(head.value)),
        right: tenureValue(head),
        wrong: { kind: 'tenure', from: year(since), to: year(until) },
      },
    },
    evidence: [],
    instead: hasMonths ? [] : [right],
    safe:
      !other &&
      (tenure.office !== undefined || tenure.of === 'name') &&
      !hasMonths &&
      tenure.person.by === 'name' &&
      head.confidence === 'A',
  };
}

/** In years. A longer span with one right end denotes a lifetime. */
const LONGEST_TENURE = 25;

const NO_WORD = { written: '', folded: '' };
