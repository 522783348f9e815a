import { nameOf, sortOf, sortOfMention } from '../../reading/naming';
import type { DateGroup, NounGroup } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Claim } from '../claim';
import { compareDate, type FoundDate } from '../dates/compareDate';
import { isVerbOf } from '../field';
import { relationsIn } from '../relationsIn';
import type { Records } from '../records';
import type { DateRelation } from '../relation';
import type { Utterance } from '../utterance';
import { eventsIn, isLinking, statedByNoun } from './stated';

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
  const { isSeries, objects } = relation;
  const { complements, verb } = statement;
  // What is done at a moment is not done "since" a date that follows another noun: "is adopted, in force since 1954".
  const isDone = objects.size === 0 && (verb?.passive === true || verb?.reflexive === true);
  const dates = complements.flatMap(({ group, roles, after, first }) => {
    if (group.kind !== 'date') return [];
    // The date of its predecessor: "surgió del Grupo de abril de 2003"; not "date de 1951".
    const isOfOther = roles.has('of') && roles.size === 1 && !group.isSpan && first !== verb?.next;
    const isBound =
      ['until', 'before', 'after'].some((role) => roles.has(role)) ||
      (roles.has('for') && !isSeries) ||
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
