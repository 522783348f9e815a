import heads from '../../../data/relations/heads.json';
import type { Claim } from './claim';
import type { DateGroup } from '../reading/nodes';
import type { Fact } from '../termbase/concept';
import { base, bothTenures, dateClaim, personClaim, tenureValue, type Context } from './headClaim';
import { headWordsOf } from './headWords';
import { pointClaim } from './headTimes';
import { boundaryOf, fitsBoundary, isLongGone, spanFits } from './officeTimes';
import type { Utterance } from './utterance';
import { rightAndWrong, text, year } from './claimMessage';
import { isNarratedUntil } from './time';
import type { RoledDate, Tenure } from './tenure';
import { isElected } from './headBoundaries';

/** "since 2018", "(2008–present)": a tenure without an end. */
export function openClaim(context: Context, tenure: Tenure, head: Fact, { date }: RoledDate): Claim | undefined {
  const { utterance, row, current } = context;
  const start = boundaryOf(head, 'from');
  if (head === current && fitsBoundary(date.from, start)) return undefined;
  // "since 1 October": the year is given elsewhere.
  if (date.from.year === undefined) return undefined;
  const isPresent = isToPresent(utterance, date);
  if (head !== current) {
    if (
      utterance.documentDate ||
      tenure.statement?.tense === 'past' ||
      (isLongGone(head, current) && !isPresent && fitsBoundary(date.from, start)) ||
      isNarratedUntil(utterance, boundaryOf(head, 'to').day.year!)
    )
      return undefined;
    if (isPresent) {
      const { tokens } = utterance.reading.sentence;
      const right = `${start.day.year}${tokens[date.next]!.written}${boundaryOf(head, 'to').day.year}`;
      return {
        ...utterance.span({ first: date.first, next: date.next + 2 }),
        ...base(context, tenure, head),
        rule: 'outdated-fact',
        message: bothTenures(current, head, row),
        instead: [right],
        safe: tenure.person.by === 'name',
        evidence: [],
      };
    }
    return personClaim(
      context,
      tenure,
      head,
      row.find((each) => each !== head && fitsBoundary(date.from, boundaryOf(each, 'from'))) ?? current,
      { rule: 'outdated-fact', certainty: 'certain', severity: 'warning' },
    );
  }
  const other = row.find(
    (each) => each !== head && date.from.month !== undefined && fitsBoundary(date.from, boundaryOf(each, 'from')),
  );
  if (isElected(context, head, date.from)) return undefined;
  if (isPresent) {
    const { tokens } = utterance.reading.sentence;
    const right = `${start.day.year}${tokens[date.next]!.written}${tokens[date.next + 1]!.written}`;
    return {
      ...utterance.span({ first: date.first, next: date.next + 2 }),
      ...base(context, tenure, head),
      rule: 'fact-mismatch',
      message: {
        template: heads.messages.start,
        values: {
          name: text(String(head.value)),
          ...rightAndWrong(
            start.day,
            undefined,
            { ...date, to: date.from, isSpan: false },
            date.from.month === undefined,
          ),
        },
      },
      instead: [right],
      safe: tenure.person.by === 'name',
      evidence: [],
    };
  }
  return other
    ? personClaim(context, tenure, head, other, { rule: 'fact-mismatch', certainty: 'likely', severity: 'warning' })
    : dateClaim(context, tenure, head, date, start, 'start');
}

/** "from 2003 to 2013", "(2008–2016)": both ends of a tenure. */
export function spanClaim(context: Context, tenure: Tenure, head: Fact, { date }: RoledDate): Claim | undefined {
  const { utterance, row } = context;
  if (date.from.year === undefined || date.to.year === undefined) return undefined;
  const fit = spanFits(date, head);
  if (fit === 'whole' || (fit === 'within' && !tenure.isWhole)) return undefined;
  const length = date.to.year - date.from.year;
  if (
    length === 9 &&
    fit !== 'outside' &&
    utterance.reading.sentence.tokens
      .slice(date.first, date.next)
      .every(({ folded }) => !/^\d{4}$/.test(folded) || folded === String(date.from.year)) &&
    date.next - date.first <= 2
  )
    return undefined;
  // Years of birth and death, or those of another office.
  const isOneEnd =
    fitsBoundary(date.from, boundaryOf(head, 'from')) ||
    (head.to !== undefined && fitsBoundary(date.to, boundaryOf(head, 'to')));
  if (
    tenure.office === undefined &&
    tenure.statement === undefined &&
    (length > (isOneEnd ? LONGEST_TENURE : 14) || fit === 'outside')
  )
    return undefined;
  if (!tenure.isWhole) return fit === 'outside' ? pointClaim(context, tenure, head, date) : undefined;
  const from = boundaryOf(head, 'from');
  const to = boundaryOf(head, 'to');
  if (to.day.year === undefined) return undefined;
  const other = row.find(
    (each) =>
      each !== head && each.to !== undefined && spanFits(date, each) === 'whole' && date.from.year !== date.to.year,
  );
  const isBracket = tenure.statement === undefined || tenure.kind === 'post';
  if (other && !isBracket)
    return personClaim(context, tenure, head, other, {
      rule: 'fact-mismatch',
      certainty: 'likely',
      severity: 'warning',
    });
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
        wrong: { kind: 'tenure', from: year(date.from.year), to: year(date.to.year) },
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

/** Whether a dash and a word for the present follow a date. */
export function isToPresent(utterance: Utterance, date: DateGroup): boolean {
  const { tokens } = utterance.reading.sentence;
  return (
    /^[-–—]$/.test(tokens[date.next]?.folded ?? '') &&
    tokens[date.next + 1] !== undefined &&
    (utterance.grammar.is(tokens[date.next + 1], 'present') ||
      headWordsOf(utterance.lang).present.lengthAt(utterance.words, date.next + 1) > 0)
  );
}

/** In years. A longer span with one right end denotes a lifetime. */
const LONGEST_TENURE = 25;

const NO_WORD = { written: '', folded: '' };
