import { nameOf, sortOf, sortOfMention } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import { type Statement, agentsOf } from '../../reading/statement';
import { type Claim, claimAt, rightAndWrong } from '../claim';
import { isVerbOf } from '../field';
import { relationsIn, type DateRelation } from '../relation';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { eventsIn, isLinking, statedByNoun, type Stated } from './stated';
import type { Fact } from '../../termbase/concept';
import { isAnnounced } from '../../termbase/age';
import type { Condition } from '../../finding';
import { yearOf } from '../../termbase/dates';
import { disagreements } from '../../termbase/disagreements';
import { isOtherPlace, placeNamed, placeOf } from './gazetteer';
import { modalityAt } from '../time';
import {
  dayOfFact,
  differenceOf,
  isDateOf,
  lastDayOf,
  nthOf,
  ofSeries,
  dateText,
  numberIn,
  yearSpan,
} from './dateOfFact';

/** "IOM was founded in 1949", "its adoption in Marrakech on 11 December 2018": dates given for an event. */
export function dateClaims(
  utterance: Utterance,
  relations: readonly DateRelation[],
  records: Records,
): readonly Claim[] {
  if (utterance.reading.dates.length === 0) return [];
  // An object alone may be given with the date of the event.
  const isNamedAlone = ({ field }: DateRelation): boolean =>
    field.theme.size + field.agent.size + field.nouns.size === 0;
  return relationsIn(relations, utterance, isNamedAlone).flatMap((relation) => {
    const dateOf = (statement: Statement): { date: DateGroup } | undefined => {
      const date = dateIn(utterance, relation, statement);
      // "Is" states a date only with "since": another date in the sentence is that of a participle before it.
      const isState =
        statement.tense === 'present' &&
        utterance.grammar.isVerbOf(statement.verb, 'be') &&
        !isVerbOf(relation.field.theme, statement.verb, utterance.reading);
      const isSince = statement.complements.some(({ group, roles }) => group === date && roles.has('since'));
      return date && (!isState || isSince) ? { date } : undefined;
    };
    const events = eventsIn(utterance, relation, records, relation.file.property, dateOf, (group) =>
      ofNoun(utterance, group, relation),
    );
    const claims = events.flatMap((event) => compareDate(utterance, relation, event, records) ?? []);
    // If one date belongs to the event, the other does not: "set up in May 2019 and launched in July".
    if (claims.length === 0 || claims.length === events.length) return claims;
    return utterance.setAside('right-beside') ?? [];
  });
}

/** "its foundation in 1949", "the founding of IOM (1949)", "the date of its adoption, 11 December 2018". */
function ofNoun(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  for (const { subject, statement } of statedByNoun(utterance, group, relation)) {
    // "Its launch in 2012 was welcomed": the date of the noun, whatever is said of it.
    const own = statement?.subjects.includes(group) === true ? utterance.attachedTo(group) : [];
    const isLinked = statement !== undefined && isLinking(utterance, statement, group);
    const date = statement && dateIn(utterance, relation, isLinked ? statement : { ...statement, complements: own });
    if (date) return { subject, date, statement, group };
  }
  return undefined;
}

/** The date that a statement gives for its event; neither only its earliest nor its latest date. */
function dateIn(utterance: Utterance, relation: DateRelation, statement: Statement): DateGroup | undefined {
  const { file, objects } = relation;
  const { complements, verb } = statement;
  // What is done at a moment is not done "since" a date that follows another noun: "is adopted, in force since 1954".
  const isDone = objects.size === 0 && (verb?.passive === true || verb?.reflexive === true);
  const dates = complements.flatMap(({ group, roles, after, first }) => {
    if (group.kind !== 'date') return [];
    // The date of its predecessor: "surgió del Grupo de abril de 2003"; not "date de 1951".
    const isOfOther = roles.has('of') && roles.size === 1 && !group.isSpan && first !== verb?.next;
    const isBound =
      ['until', 'before', 'after'].some((role) => roles.has(role)) ||
      (roles.has('for') && !file.series) ||
      (roles.has('since') && isDone && after?.isProper === false);
    const isOfNamed = after !== undefined && isOtherEvent(utterance, after, statement, relation);
    if (!isOfOther && !isBound && !isOfNamed) return [group];
    utterance.setAside('bound-date');
    return [];
  });
  return dates.find(({ from }) => from.year !== undefined) ?? dates[0];
}

/**
 * "followed the New York Declaration in 2016": a text or a meeting that is named directly before a date has it, unless
 * the event took place at that meeting.
 */
function isOtherEvent(
  utterance: Utterance,
  group: NounGroup,
  { complements, subjects }: Statement,
  relation: DateRelation,
): boolean {
  const name = nameOf(group, utterance.reading);
  const sort = name ? sortOfMention(name.mention) : sortOf(group, utterance.reading);
  const isVenue =
    sort === 'forum' &&
    complements.some((each) => each.group === group && each.roles.has('in') && !each.roles.has('to'));
  return (
    (name !== undefined || group.isProper) &&
    (sort === 'instrument' || sort === 'forum') &&
    !subjects.includes(group) &&
    !isVenue &&
    utterance.nameIn(group, relation) === undefined
  );
}

/** The date that the text gives for an event of a subject. */
interface FoundDate extends Stated {
  readonly date: DateGroup;
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
  const modality = modalityAt(utterance, undefined, statement);
  if (modality !== 'asserted' && !(file.planned && modality === 'planned')) return utterance.setAside('not-said');
  const facts = records.facts(subject.concept, file.property);
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
  // Of a subject that a sentence only refers to, a year or a day alone may date something else; a label
  // dates it, and so does an object: "It joined the UN system in 2015".
  const [stated, day] = [date.from, dayOfFact(right)];
  const isDay = stated.day !== undefined && stated.day === day.day && stated.month === day.month;
  const isTelling = subject.by === 'name' || isDay || isNamedAlone(utterance, relation) || (!statement && !group);
  if (!wrong) return undefined;
  if (isRightElsewhere) return utterance.setAside('right-beside');
  if (!isTelling) return utterance.setAside('reference-only');
  const isDisputed = disagreements(right).some((conflict) => isDateOf(String(conflict.value), date, wrong));
  const { span, isYear, instead } = replacementOf(utterance, date, right, wrong);
  return claimAt(utterance, span, subject, {
    facts: [right.id],
    message: {
      template: (isAnnounced(right) && file.messages.announced) || file.messages.date!,
      values: {
        ...rightAndWrong(day, lastDayOf(right), date, isYear),
        nth: { kind: 'ordinal', value: file.series ? nthOf(right, facts) : 1 },
      },
    },
    instead,
    ...(isDisputed ? ({ certainty: 'likely', severity: 'information' } as const) : {}),
    safe: subject.by === 'name' && !isDisputed && modality === 'asserted',
  });
}

/** Whether an object dates the event and the sentence before names nothing but the subject: "IOM grew. It joined …". */
function isNamedAlone({ discourse, site }: Utterance, { objects, concepts }: DateRelation): boolean {
  const proper = discourse
    .readingsBefore(site, 1)
    .flatMap(({ groups }) => groups.filter(({ isProper, named }) => isProper || named.length > 0));
  return (
    objects.size > 0 &&
    proper.length > 0 &&
    proper.every(
      ({ named }) => named.length > 0 && named.every(({ mention }) => concepts.has(mention.terms[0]!.entry.concept.id)),
    )
  );
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
  if (facts.length === 0) return utterance.setAside('unverified');
  if (relation.alsoWhen.isIn(utterance.words) && others.some((fact) => differenceOf(date, fact, 'day') === undefined))
    return utterance.setAside('also-right');
  if (relation.file.series) return ofSeries(facts, date) ?? utterance.setAside('other-date');
  // The Assembly adopts what the conference adopted before it.
  const isOthers =
    statement !== undefined && agentsOf(statement, utterance.grammar).some(({ words }) => relation.alsoBy.isIn(words));
  return isOthers ? others[0] : facts[0];
}

/** Whether the date belongs to something else: a name, another place, a title with a year. */
function isOfElse(
  utterance: Utterance,
  relation: DateRelation,
  { subject, date, statement }: FoundDate,
  right: Fact,
  records: Records,
): boolean {
  const { grammar, reading, discourse, site, lang } = utterance;
  const isFor = (condition: Condition, isMet: boolean): boolean => {
    if (isMet) utterance.setAside(condition);
    return isMet;
  };
  const isOfNames = reading.groups.some((group) => grammar.hasNoun(group, 'name'));
  // What recurs every year is said in the present.
  const isTimeless =
    dayOfFact(right).year === undefined && statement?.verb !== undefined && statement.tense !== 'present';
  if (isFor('other-date', isTimeless) || isFor('of-name', isOfNames)) return true;
  // The beginning of a name: "PICMME was founded in 1951", "IOM, born in 1989" in an account of its names.
  const { entry, status } = subject.mention.terms[0]!;
  const isOfName = date.from.year !== undefined && date.from.year === yearOf(entry.name.from);
  const isOfFormer = status === 'superseded' && date.from.year !== dayOfFact(right).year;
  const isOfOtherName = isOfFormer || discourse.speaksOfOtherNames(site.block, subject.concept, entry.name.id);
  if (isFor('of-name', isOfName && isOfOtherName)) return true;
  // A year in a compound is part of a name: "the post-2015 agenda".
  const [hyphen, year] = reading.sentence.tokens.slice(date.first - 1);
  const isInCompound = date.first > 0 && hyphen?.folded === '-' && hyphen.end === year?.start;
  // "UN Kenya launched its Network": a part of the body.
  const hasPart = statement?.objects.some(({ possessive, named }) => possessive !== undefined && named.length > 0);
  const isNamed = (group: NounGroup): boolean => right.statement[lang]?.includes(utterance.textOf(group)) === true;
  const isPlaced = statement !== undefined && isElsewhere(statement, subject.concept, relation, records, isNamed);
  return (
    isFor('other-date', isInCompound) ||
    isFor('other-thing', relation.file.general === true && hasPart === true) ||
    isFor('other-place', isPlaced)
  );
}

/**
 * "established in Kenya in 1985" is another event; "founded in 1951, with its seat in Geneva" is not, nor what happens
 * at a place that the record names with the date.
 */
function isElsewhere(
  { complements }: Statement,
  concept: string,
  { file }: DateRelation,
  records: Records,
  isNamed: (group: NounGroup) => boolean,
): boolean {
  const placed = complements.flatMap(({ group, roles, after, first }) =>
    group.kind === 'noun' && group.isProper && group.named.length === 0 && first < group.first
      ? [{ group, roles, isFree: after === undefined || after.isProper }]
      : [],
  );
  if (file.general) return placed.some(({ roles, group }) => (roles.has('in') || roles.has('for')) && !isNamed(group));
  const [fact] = file.place === undefined ? [] : records.facts(concept, file.place);
  const right = fact && placeNamed(String(fact.value));
  // The place of another noun: "founded to assist migrants in Europe".
  const places = placed.filter(({ roles, isFree }) => roles.has('in') && isFree).map(({ group }) => placeOf(group));
  const isOwn = places.some((place) => place === right || isOtherPlace(place, concept, file, records));
  return right !== undefined && places.length > 0 && !isOwn;
}

/** The part of a date to replace, and its replacement: the year or the day alone, else the whole date. */
function replacementOf(utterance: Utterance, date: DateGroup, fact: Fact, wrong: 'year' | 'month' | 'day') {
  const [right, last] = [dayOfFact(fact), lastDayOf(fact)];
  // If only the year were corrected, the day would still be wrong: "13 December 1975" for "6 June 1960".
  const yearly = { ...date, from: { ...date.from, year: undefined } };
  const isYear = wrong === 'year' && differenceOf(yearly, fact, 'day') === undefined;
  const day = wrong === 'day' && !date.isSpan ? numberIn(utterance, date, date.from.day) : undefined;
  const text = isYear ? String(right.year) : day ? String(right.day) : dateText(right, last, date, utterance);
  // One year of an interval cannot be corrected alone, nor an interval by a day.
  const isWhole = !date.isSpan || (isYear ? date.from.year === date.to.year : last !== undefined);
  const hasDay = isYear || date.from.day === undefined || right.day !== undefined;
  return { span: isYear ? yearSpan(utterance, date) : (day ?? date), isYear, instead: isWhole && hasDay ? [text] : [] };
}
