import { dayOfFact, differenceOf, isDateOf, isOtherDay, isWithin, lastDayOf, yearOfFact } from './dateOfFact';
import type { Claim } from '../claim';
import type { Records } from '../records';
import type { OwnReferent } from '../../reading/naming';
import type { DateGroup, Day, NounGroup } from '../../reading/nodes';
import { agentsOf, type Statement } from '../../reading/statement';
import { isOtherPlace, placeNamed, placeOf } from '../places/gazetteer';
import type { DateRelation } from '../relation';
import type { Utterance } from '../utterance';
import { nthOf, ofSeries } from '../events/series';
import { rightAndWrong } from '../claimMessage';
import { modalityAt } from '../time';
import { dateText, daySpan, yearSpan } from './wordDates';

/** Compares the date of an event with the dates of the record, to their common precision. */
export function compareDate(
  utterance: Utterance,
  relation: DateRelation,
  { subject, date, statement, group }: FoundDate,
  records: Records,
): Claim | undefined {
  const modality = modalityAt(utterance, group?.dates.includes(date) === true ? group : undefined, statement);
  if (modality !== 'asserted' && !(relation.file.planned && modality === 'planned')) return undefined;
  if (relation.file.present && statement?.verb !== undefined && statement.tense !== 'present') return undefined;
  const facts = records
    .facts(subject.concept, relation.file.property)
    .filter(({ id }) => relation.file.fact === undefined || id === relation.file.fact);
  if (facts.length === 0) return undefined;
  const others = (relation.file.also ?? []).flatMap((id) => records.fact(id) ?? []);
  // The agent may show which event is meant: the Assembly adopts what the conference adopted before it.
  const isOthers =
    statement !== undefined && agentsOf(statement, utterance.grammar).some(({ words }) => relation.alsoBy.isIn(words));
  const right = relation.isSeries
    ? ofSeries(utterance, relation, facts, date, statement)
    : isOthers
      ? others[0]!
      : facts[0]!;
  if (
    !right ||
    (utterance.reading.groups.some(({ words }) => words.some((word) => utterance.grammar.isNoun(word, 'draft'))) &&
      relation.file.precision === 'day')
  )
    return undefined;
  if (relation.alsoWhen.isIn(utterance.words) && others.some((fact) => isWithin(date, fact))) return undefined;
  // Another name of the subject began in another year: "PICMME was founded in 1951", "ICEM was created in 1952".
  const { entry, status } = subject.mention.terms[0]!;
  if (
    status === 'superseded' &&
    entry.name.from !== undefined &&
    date.from.year === Number(entry.name.from.slice(0, 4)) &&
    date.from.year !== yearOfFact(right)
  )
    return undefined;
  // "IOM, born in 1989" in an account of its names denotes the beginning of the name.
  if (
    entry.name.from !== undefined &&
    date.from.year === Number(entry.name.from.slice(0, 4)) &&
    utterance.discourse.speaksOfOtherNames(utterance.site.block, subject.concept, entry.name.id)
  )
    return undefined;
  if (isInCompound(date, utterance)) return undefined;
  // "The acronym IOM dates from 1989": a sentence about a name dates the name.
  if (speaksOfName(utterance)) return undefined;
  if (statement && isElsewhere(statement, subject, relation, records)) return undefined;
  const wrong = differenceOf(date, right, relation.file.precision);
  if (
    !wrong ||
    otherDates(statement, date).some((other) => differenceOf(other, right, relation.file.precision) === undefined)
  )
    return undefined;
  // Of a subject that a sentence only refers to, a year or a day alone may date something else; a label dates it.
  const isLabelled = statement === undefined && group === undefined;
  if (subject.by !== 'name' && !isLabelled && !isTelling(date, dayOfFact(right))) return undefined;
  const isDisputed = (right.conflicts ?? []).some((conflict) => isDateOf(String(conflict.value), date, wrong));
  const day = wrong === 'day' && !date.isSpan && date.from.day !== undefined ? daySpan(utterance, date) : undefined;
  // "13 December 1975" for "6 June 1960": if only the year were corrected, the day would still be wrong.
  const isYear = wrong === 'year' && !isOtherDay(date, dayOfFact(right));
  const text = isYear
    ? String(yearOfFact(right))
    : day
      ? String(dayOfFact(right).day)
      : dateText(dayOfFact(right), lastDayOf(right), date, utterance);
  const span = isYear ? yearSpan(utterance, date) : (day ?? date);
  // One date does not fit the words that introduce two, and one year of an interval cannot be corrected alone.
  const isWhole = !date.isSpan || (isYear ? date.from.year === date.to.year : lastDayOf(right) !== undefined);
  const isNamed = subject.by === 'name';
  return {
    ...utterance.span(span),
    lang: utterance.lang,
    concept: subject.concept,
    facts: [right.id],
    message: {
      template: relation.file.messages.date!,
      values: {
        ...rightAndWrong(dayOfFact(right), lastDayOf(right), date, isYear),
        nth: { kind: 'ordinal', value: relation.isSeries ? nthOf(right, facts) : 1 },
      },
    },
    rule: 'fact-mismatch',
    instead: isWhole ? [text] : [],
    evidence: [],
    certainty: isDisputed || !isNamed ? 'likely' : 'certain',
    severity: isDisputed ? 'information' : 'warning',
    safe: isNamed && !isDisputed && modality === 'asserted',
  };
}

/** "the post-2015 agenda" */
function isInCompound({ first }: DateGroup, { reading: { sentence } }: Utterance): boolean {
  const [word, hyphen, year] = [first - 2, first - 1, first].map((i) => sentence.tokens[i]);
  return hyphen?.folded === '-' && word?.kind === 'word' && word.end === hyphen.start && hyphen.end === year!.start;
}

/** Whether the day and the month are those of the record: a date that identifies the event, with another year. */
function isTelling({ from }: DateGroup, right: Day): boolean {
  return from.day !== undefined && from.day === right.day && from.month === right.month;
}

function speaksOfName({ reading: { groups }, grammar }: Utterance): boolean {
  return groups.some(({ words }) => words.some((word) => grammar.isNoun(word, 'name')));
}

/** The date that the text gives for an event of a subject. */
export interface FoundDate {
  readonly subject: OwnReferent;
  readonly date: DateGroup;
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}

/** "established in Kenya in 1985" is another event; "founded in 1951, with its seat in Geneva" is not. */
export function isElsewhere(
  { complements }: Statement,
  { concept }: OwnReferent,
  { file }: DateRelation,
  records: Records,
): boolean {
  if (file.general)
    return complements.some(
      ({ group, roles }) =>
        group.kind === 'noun' && (roles.has('in') || roles.has('for')) && group.isProper && group.named.length === 0,
    );
  const [fact] = file.place === undefined ? [] : records.facts(concept, file.place);
  const right = fact && placeNamed(String(fact.value));
  const places = complements.flatMap(({ group, roles, after, first }) =>
    group.kind === 'noun' &&
    roles.has('in') &&
    first < group.first &&
    (after === undefined || after.isProper || after.named.length > 0) &&
    group.isProper &&
    group.named.length === 0
      ? [placeOf(group)]
      : [],
  );
  return (
    right !== undefined &&
    places.length > 0 &&
    !places.some((place) => place === right || isOtherPlace(place, concept, file, records))
  );
}

/** The other dates in a statement. If it is unclear which belongs to the event, a right one does. */
function otherDates(statement: Statement | undefined, date: DateGroup): readonly DateGroup[] {
  return (statement?.complements ?? []).flatMap(({ group }) =>
    group.kind === 'date' && group !== date && group.from.year !== undefined ? [group] : [],
  );
}
