import type { OwnReferent } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import { agentsOf, type Statement } from '../../reading/statement';
import type { Fact } from '../../termbase/concept';
import { claimAt, type Claim } from '../claim';
import { rightAndWrong } from '../claimMessage';
import { nthOf, ofSeries } from '../events/series';
import { isOtherPlace, placeNamed, placeOf } from '../places/gazetteer';
import type { Records } from '../records';
import type { DateRelation } from '../relation';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { dayOfFact, differenceOf, isDateOf, isOtherDay, isWithin, lastDayOf, yearOfFact } from './dateOfFact';
import { dateText, daySpan, yearSpan } from './wordDates';

/** The date that the text gives for an event of a subject. */
export interface FoundDate {
  readonly subject: OwnReferent;
  readonly date: DateGroup;
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}

/** Compares the date of an event with the dates of the record, to their common precision. */
export function compareDate(
  utterance: Utterance,
  relation: DateRelation,
  found: FoundDate,
  records: Records,
): Claim | undefined {
  const { file } = relation;
  const { subject, date, statement, group } = found;
  const modality = modalityAt(utterance, group?.dates.includes(date) === true ? group : undefined, statement);
  if (modality !== 'asserted' && !(file.planned && modality === 'planned')) return undefined;
  const facts = records
    .facts(subject.concept, file.property)
    .filter(({ id }) => file.fact === undefined || id === file.fact);
  const right = meantOf(utterance, relation, found, facts, records);
  if (!right || isOfElse(utterance, relation, found, right, records)) return undefined;
  const wrong = differenceOf(date, right, file.precision);
  // Where it is unclear which date of a statement belongs to the event, a right one does.
  const isRightElsewhere = (statement?.complements ?? []).some(
    ({ group: other }) =>
      other.kind === 'date' &&
      other !== date &&
      other.from.year !== undefined &&
      differenceOf(other, right, file.precision) === undefined,
  );
  if (!wrong || isRightElsewhere || !isTelling(found, right)) return undefined;
  const isDisputed = (right.conflicts ?? []).some((conflict) => isDateOf(String(conflict.value), date, wrong));
  const { span, isYear, instead } = replacementOf(utterance, date, right, wrong);
  return claimAt(utterance, span, subject, {
    facts: [right.id],
    message: {
      template: file.messages.date!,
      values: {
        ...rightAndWrong(dayOfFact(right), lastDayOf(right), date, isYear),
        nth: { kind: 'ordinal', value: relation.isSeries ? nthOf(right, facts) : 1 },
      },
    },
    instead,
    ...(isDisputed ? ({ certainty: 'likely', severity: 'information' } as const) : {}),
    safe: subject.by === 'name' && !isDisputed && modality === 'asserted',
  });
}

/** The fact that a statement is about: a session of a series, the act of another agent, else the first. */
function meantOf(
  utterance: Utterance,
  relation: DateRelation,
  { date, statement }: FoundDate,
  facts: readonly Fact[],
  records: Records,
): Fact | undefined {
  const others = (relation.file.also ?? []).flatMap((id) => records.fact(id) ?? []);
  if (facts.length === 0) return undefined;
  if (relation.alsoWhen.isIn(utterance.words) && others.some((fact) => isWithin(date, fact))) return undefined;
  if (relation.isSeries) return ofSeries(utterance, relation, facts, date, statement);
  // The Assembly adopts what the conference adopted before it.
  const isOthers =
    statement !== undefined && agentsOf(statement, utterance.grammar).some(({ words }) => relation.alsoBy.isIn(words));
  return isOthers ? others[0] : facts[0];
}

/** Whether the date belongs to something else: a name, a draft, another place, a title with a year. */
function isOfElse(
  { grammar, reading, discourse, site }: Utterance,
  relation: DateRelation,
  { subject, date, statement }: FoundDate,
  right: Fact,
  records: Records,
): boolean {
  const { file } = relation;
  const names = (kind: 'draft' | 'name'): boolean =>
    reading.groups.some(({ words }) => words.some((word) => grammar.isNoun(word, kind)));
  // What recurs every year is said in the present.
  const isTimeless =
    dayOfFact(right).year === undefined && statement?.verb !== undefined && statement.tense !== 'present';
  if (isTimeless || names('name') || (file.precision === 'day' && names('draft'))) return true;
  // "PICMME was founded in 1951", "IOM, born in 1989" in an account of its names: the beginning of a name.
  const { entry, status } = subject.mention.terms[0]!;
  const isOfName = entry.name.from !== undefined && date.from.year === Number(entry.name.from.slice(0, 4));
  if (isOfName && status === 'superseded' && date.from.year !== yearOfFact(right)) return true;
  if (isOfName && discourse.speaksOfOtherNames(site.block, subject.concept, entry.name.id)) return true;
  // "the post-2015 agenda"
  const [hyphen, year] = reading.sentence.tokens.slice(date.first - 1);
  const isInCompound = date.first > 0 && hyphen?.folded === '-' && hyphen.end === year?.start;
  return isInCompound || (statement !== undefined && isElsewhere(statement, subject.concept, relation, records));
}

/** "established in Kenya in 1985" is another event; "founded in 1951, with its seat in Geneva" is not. */
function isElsewhere({ complements }: Statement, concept: string, { file }: DateRelation, records: Records): boolean {
  const placed = complements.flatMap(({ group, roles, after, first }) =>
    group.kind === 'noun' && group.isProper && group.named.length === 0 && first < group.first
      ? [{ group, roles, isFree: after === undefined || after.isProper }]
      : [],
  );
  if (file.general) return placed.some(({ roles }) => roles.has('in') || roles.has('for'));
  const [fact] = file.place === undefined ? [] : records.facts(concept, file.place);
  const right = fact && placeNamed(String(fact.value));
  const places = placed.filter(({ roles, isFree }) => roles.has('in') && isFree).map(({ group }) => placeOf(group));
  return (
    right !== undefined &&
    places.length > 0 &&
    !places.some((place) => place === right || isOtherPlace(place, concept, file, records))
  );
}

/**
 * Whether the date tells which event is meant: of a subject that a sentence only refers to, a year or a day alone may
 * date something else; a label dates it.
 */
function isTelling({ subject, date: { from }, statement, group }: FoundDate, fact: Fact): boolean {
  const right = dayOfFact(fact);
  const isLabelled = statement === undefined && group === undefined;
  return (
    subject.by === 'name' ||
    isLabelled ||
    (from.day !== undefined && from.day === right.day && from.month === right.month)
  );
}

/** The part of a date to replace, and its replacement: the year or the day alone, else the whole date. */
function replacementOf(utterance: Utterance, date: DateGroup, fact: Fact, wrong: 'year' | 'month' | 'day') {
  const [right, last] = [dayOfFact(fact), lastDayOf(fact)];
  // "13 December 1975" for "6 June 1960": if only the year were corrected, the day would still be wrong.
  const isYear = wrong === 'year' && !isOtherDay(date, right);
  if (isYear) {
    // One year of an interval cannot be corrected alone.
    const isWhole = !date.isSpan || date.from.year === date.to.year;
    return { span: yearSpan(utterance, date), isYear, instead: isWhole ? [String(right.year)] : [] };
  }
  const day = wrong === 'day' && !date.isSpan ? daySpan(utterance, date) : undefined;
  if (day) return { span: day, isYear, instead: [String(right.day)] };
  const isWhole = !date.isSpan || last !== undefined;
  return { span: date, isYear, instead: isWhole ? [dateText(right, last, date, utterance)] : [] };
}
