import heads from '../../../../data/relations/heads.json';
import { hasYear, type DateGroup, type Day } from '../../reading/nodes';
import type { Reading } from '../../reading/read';
import type { Fact } from '../../termbase/concept';
import { claimAt, type Claim } from '../claim';
import { text, year, type Value } from '../claimMessage';
import { datesIn } from '../labels/entries';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { isClear } from './offices';
import { headsIn, personOf, type Person, type Tenure } from './tenures';

/**
 * A term that begins before that of the record or ends after it: "Director General from 2003 to 2013", or in a list of
 * heads "William Lacy Swing (2003–2013)". Only a list gives whole terms; elsewhere a shorter one may be a part.
 */
export function termClaim(
  utterance: Utterance,
  { group, first, head }: Person,
  tenures: readonly Tenure[],
  row: readonly Fact[],
  title: Fact,
): Claim | undefined {
  const right = tenureValue(head);
  const own = tenures.filter(
    ({ office, statement }) => isClear(office) && modalityAt(utterance, undefined, statement) === 'asserted',
  );
  // The years after a name are those of the title before it: "X (2011–2016), later Director General".
  const groups = own.flatMap(({ office }) => (office.first < first ? [office.group, group] : [office.group]));
  const held = own.flatMap(({ kind, statement }) =>
    kind === 'hold' && statement
      ? statement.complements.filter(({ after }) => !after || statement.objects.includes(after))
      : [],
  );
  const since = [...held, ...groups.flatMap((each) => utterance.attachedTo(each))]
    .flatMap(({ group: date, roles }) => (roles.has('since') && hasYear(date) ? [date] : []))
    // "the first Director General since 1951 to be a woman"
    .filter(({ from }) => Math.abs(from.year! - right.from.year!) < LONGEST);
  const terms = new Set([...groups.flatMap((each) => utterance.datesOf(each)).filter(isTerm), ...since]);
  const [stated] = terms.size === 1 ? terms : [];
  const term = stated ?? listedTerm(utterance, row);
  if (!term || utterance.reading.modality !== 'asserted') return undefined;
  // Whoever came before the title may have had it for a part of the term.
  const mayBePart = stated !== undefined || monthsOf(head).from < monthsOf(title).from;
  if ((mayBePart ? isWithin : isWhole)(head, term)) return undefined;
  const { from, to, isSpan } = term;
  const wrong = { kind: 'tenure', from: { ...from, day: undefined }, ...(isSpan ? { to } : {}) } as const;
  const written = utterance.textOf(term).replace(String(from.year), String(right.from.year));
  const subject = { concept: personOf(head), by: 'name' } as const;
  return claimAt(utterance, term, subject, {
    facts: [head.id],
    message: {
      template: right.to ? heads.messages.term : heads.messages.since,
      values: { right: text(String(head.value)), rightTenure: right, wrong },
    },
    instead: right.to && isSpan ? [written.replace(String(to.year), String(right.to.year))] : [],
  });
}

/** The term in a line of a list: the line before gives another head with years of that person's term. */
function listedTerm({ discourse, site, reading }: Utterance, row: readonly Fact[]): DateGroup | undefined {
  const [line] = discourse.sentencesBefore(site);
  const before = line && discourse.readingIn(line.text, line.sentence);
  const term = before && termIn(before);
  return term && headsIn(before, row).some(({ head }) => isWhole(head, term)) ? termIn(reading) : undefined;
}

/** The only date of a line, if it may be a term. */
function termIn(reading: Reading): DateGroup | undefined {
  const dates = datesIn(reading);
  return dates.length === 1 ? dates.find(isTerm) : undefined;
}

/** Whether a date is an interval of years no longer than a term; longer ones are lives. */
function isTerm(date: DateGroup): boolean {
  const years = hasYear(date) && date.isSpan ? date.to.year! - date.from.year! : 0;
  return years > 0 && years < LONGEST;
}

/** In years. */
const LONGEST = 20;

/** Whether a head was in office in the first and in the last year of a term. */
function isWithin(head: Fact, { from, to }: DateGroup): boolean {
  return [from, to].every(({ year }) => isInOffice(head, monthsBetween({ year }, { year })));
}

/** Whether a term is that of a head: one that begins in October is often dated from the next year. */
function isWhole(head: Fact, term: DateGroup): boolean {
  const { from, to } = tenureValue(head);
  return isWithin(head, term) && term.from.year! <= from.year! + 1 && term.to.year! >= (to?.year ?? 0);
}

/** A span in months since year 0, inclusive at both ends. */
export interface Months {
  readonly from: number;
  readonly to: number;
}

/** The months from one day to another, whole years where a day has no month; without a year, never. */
export function monthsBetween(from: Partial<Day>, to: Partial<Day>, slack = 0): Months {
  const monthOf = ({ year = Infinity, month }: Partial<Day>, otherwise: number): number =>
    year * 12 + (month ?? otherwise);
  return { from: monthOf(from, 1) - slack * 12, to: monthOf(to, 12) + slack * 12 };
}

/** The months of a tenure, including those on which sources differ, and the month in which the successor begins. */
export function monthsOf({ from, to, confidence }: Fact): Months {
  return monthsBetween(dayOf(from), dayOf(to), confidence === 'B' ? 1 : 0);
}

function dayOf(text = ''): Day {
  const [year, month] = text.split('-').map((part) => Number(part) || undefined);
  return { year, month, day: undefined };
}

/** "from 2018 to 2023", "since October 2023" */
export function tenureValue({ from, to }: Fact): Value & { readonly kind: 'tenure' } {
  return to === undefined
    ? { kind: 'tenure', from: dayOf(from) }
    : { kind: 'tenure', from: year(dayOf(from).year!), to: year(dayOf(to).year!) };
}

export function isInOffice(fact: Fact, { from, to }: Months): boolean {
  const own = monthsOf(fact);
  return from <= own.to && to >= own.from;
}
