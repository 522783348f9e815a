import heads from '../../../../data/relations/heads.json';
import { hasYear, type DateGroup, type NounGroup } from '../../reading/nodes';
import { nounsIn, withOwners } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import { claimAt, type Claim, text } from '../claim';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { isInOffice, monthsBetween, tenureValue } from './months';
import { isClear } from './offices';
import { personOf, type Person, type Tenure } from './tenures';

/** "Director General from 2003 to 2013": years that leave the person's tenure. Fewer years may be a part of it. */
export function tenureClaim(utterance: Utterance, person: Person, tenures: readonly Tenure[]): Claim | undefined {
  const { head } = person;
  const own = tenures.filter((tenure) => isOfOne(utterance, tenure));
  const dates = new Set(own.flatMap((tenure) => datesOf(utterance, tenure)));
  const [date] = dates.size === 1 ? dates : [];
  if (!date) return undefined;
  if ([date.from, date.to].every(({ year }) => isInOffice(head, monthsBetween({ year }, { year })))) return undefined;
  const right = tenureValue(head);
  const to = date.isSpan ? { to: { ...date.to, day: undefined } } : {};
  const wrong = { kind: 'tenure', from: { ...date.from, day: undefined }, ...to } as const;
  const subject = { concept: personOf(head), by: 'name' } as const;
  return claimAt(utterance, date, subject, {
    facts: [head.id],
    message: {
      template: right.to ? heads.messages.tenure : heads.messages.since,
      values: { right: text(String(head.value)), rightTenure: right, wrong },
    },
    instead: replacementsOf(utterance, date, right),
  });
}

/** Whether a tenure is asserted of one person. */
function isOfOne(utterance: Utterance, { office, kind, statement }: Tenure): boolean {
  const holders = statement && kind === 'hold' ? [statement.subjects, nounsIn(statement, 'by')] : [];
  const isShared = holders.some((groups) => groups.length > 1);
  return isClear(office) && !isShared && modalityAt(utterance, undefined, statement) === 'asserted';
}

/** The years of a tenure, and since when it lasts; after the office, the verb with its object, or "(IOM)". */
function datesOf(utterance: Utterance, { person, office, statement }: Tenure): readonly DateGroup[] {
  // Years after a name belong to a title before the name; a title after it has none of them.
  const groups =
    office.first < person.first ? [office.group, person.group] : [office.group].filter((each) => each !== person.group);
  // "IOM was led by X": the verb denotes the office.
  const verb = statement?.verb?.first === office.first ? statement.verb : undefined;
  const { reading } = utterance;
  const { tokens } = reading.sentence;
  const isName = (at: number): boolean => reading.groups.some(({ first, named }) => first === at && named.length > 0);
  const endOf = ({ end }: NounGroup): number => (tokens[end]?.folded === '(' && isName(end + 1) ? end + 3 : end);
  const ends = [endOf(office.group), ...(verb ? [verb.next, ...statement!.objects.map(endOf)] : [])];
  const complements = [
    ...(statement?.complements ?? []).filter(({ first }) => ends.includes(first)),
    ...groups.flatMap((group) => utterance.attachedTo(group).filter(({ first }) => first === group.end)),
  ];
  // In "directeur de l'OIM de 2008 à 2018" the years follow the owner; in brackets they are those of the owner.
  const ofOwners = [...withOwners(office.group)].slice(1).flatMap(({ dates }) => dates);
  const years = [
    ...groups.flatMap(({ dates }) => dates),
    ...ofOwners.filter(({ first }) => tokens[first - 1]!.folded !== '('),
    ...complements.flatMap(({ group }) => (group.kind === 'date' ? [group] : [])),
  ];
  const since = complements.flatMap(({ group, roles }) => (roles.has('since') && hasYear(group) ? [group] : []));
  return [...years.filter(isTenure), ...since.filter((date) => mayBeSince(utterance, person.head, date))];
}

/** Whether a date is an interval of years no longer than a tenure; longer ones are lives. */
function isTenure(date: DateGroup): boolean {
  const years = hasYear(date) && date.isSpan ? date.to.year! - date.from.year! : 0;
  return years > 0 && years < LONGEST;
}

/** In years. */
const LONGEST = 20;

/** "The first since 1951", "the only one since then": such a date is that of something else. */
function mayBeSince({ reading }: Utterance, head: Fact, { from, first }: DateGroup): boolean {
  const isOfFirst = reading.groups.some((group) => group.ordinal !== undefined && group.first < first);
  return !isOfFirst && Math.abs(from.year! - tenureValue(head).from.year!) < LONGEST;
}

/** The right years in place of those of the text; none if it has months, or years in two figures. */
function replacementsOf(
  utterance: Utterance,
  date: DateGroup,
  { from, to }: ReturnType<typeof tenureValue>,
): readonly string[] {
  const years = (date.isSpan ? [from, to] : [from]).map((day) => day?.year);
  const between = utterance.textOf(date).split(/\d{4}/);
  const isPlain = date.from.month === undefined && date.to.month === undefined && between.length === years.length + 1;
  return isPlain && !years.includes(undefined) ? [between.map((words, i) => words + (years[i] ?? '')).join('')] : [];
}
