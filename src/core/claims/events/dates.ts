import type { DateGroup, NounGroup } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import type { Claim } from '../claim';
import { compareDate, type FoundDate } from '../dates/compareDate';
import { evidenceOf } from '../evidence';
import type { Records } from '../records';
import type { DateRelation } from '../relation';
import { isOfElse } from '../time';
import type { Utterance } from '../utterance';
import { knownByDay } from './knownByDay';
import { isLinking, statedByNoun, statedByVerb } from './stated';

/** "IOM was founded in 1949", "its adoption in Marrakech on 11 December 2018": dates given for an event. */
export function dateClaims(
  utterance: Utterance,
  relations: readonly DateRelation[],
  records: Records,
): readonly Claim[] {
  const { nodes, groups } = utterance.reading;
  if (!nodes.some(({ kind }) => kind === 'date') && !groups.some(({ dates }) => dates.length > 0)) return [];
  return evidenceOf(relations, isNamedAlone)
    .in(utterance)
    .flatMap((relation) => {
      const events = eventsIn(utterance, relation, records).filter(
        ({ statement, group }) => !isOfElse(utterance, relation, statement, group),
      );
      const claims = events.flatMap((event) => compareDate(utterance, relation, event, records) ?? []);
      // "set up in May 2019 and launched in July": if one date belongs to the event, the other does not.
      return claims.length === events.length ? claims : [];
    });
}

/** Whether a name or an object alone may be given with the date of the event. */
function isNamedAlone({ file, field, isSeries }: DateRelation): boolean {
  return file.titled === true || isSeries || field.theme.size + field.agent.size + field.nouns.size === 0;
}

/** The events of the relation that the sentence reports, with their dates: by verbs, else by a noun. */
function eventsIn(utterance: Utterance, relation: DateRelation, records: Records): readonly FoundDate[] {
  const { statements, groups } = utterance.reading;
  const isNamed = relation.objects.size === 0 || relation.objects.isIn(utterance.words);
  if (!isNamed && relation.of.size === 0) return [];
  const byVerbs = statements.flatMap((statement): readonly FoundDate[] => {
    const date = dateIn(relation, statement);
    if (!date) return [];
    const stated = isNamed ? statedByVerb(utterance, statement, relation) : undefined;
    if (stated) return [{ ...stated, date }];
    const subject = knownByDay(utterance, statement, relation, relation.file.property, records);
    return subject ? [{ subject, date, statement, group: undefined }] : [];
  });
  if (byVerbs.length > 0 || !isNamed) return byVerbs;
  return groups
    .flatMap((group) => ofNoun(utterance, group, relation) ?? ofSession(utterance, group, relation) ?? [])
    .slice(0, 1);
}

/** "its foundation in 1949", "the founding of IOM (1949)", "the date of its adoption, 11 December 2018". */
function ofNoun(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  for (const { subject, statement } of statedByNoun(utterance, group, relation)) {
    const date = statement && isLinking(utterance, statement, group) ? dateIn(relation, statement) : undefined;
    if (date) return { subject, date, statement, group };
  }
  return undefined;
}

/** "the second Forum in May 2027", "the New York Declaration of 2016": a name with its date. */
function ofSession(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  const { isSeries, of, file } = relation;
  const [date] = file.titled ? group.dates : isSeries && of.size === 0 ? utterance.datesOf(group) : [];
  if (!date) return undefined;
  const host = file.titled && group.named.length === 0 ? utterance.hostOf(group) : undefined;
  const subject = utterance.own(host ?? group, relation);
  if (!subject || (file.titled && subject.by !== 'name')) return undefined;
  return { subject, date, statement: utterance.argumentsOf(group)[0]?.statement, group };
}

/** The date that a statement gives for its event, and not for a noun; neither only its earliest nor its latest date. */
function dateIn({ isSeries }: DateRelation, { complements }: Statement): DateGroup | undefined {
  const dates = complements.flatMap(({ group, roles, after }) => {
    if (group.kind !== 'date') return [];
    // "surgió del Grupo de abril de 2003": the date of its predecessor.
    const isOfOther = roles.has('of') && roles.size === 1 && !group.isSpan;
    const isBound = ['until', 'before', 'after'].some((role) => roles.has(role)) || (roles.has('for') && !isSeries);
    // "Twelve years after its foundation in 2006 it was replaced": the date belongs to the noun of the adverbial.
    const isOfNoun =
      after !== undefined &&
      !after.isProper &&
      (after.possessive !== undefined || after.owners.length > 0) &&
      complements.some((other) => other.group === after && !other.roles.has('in') && !other.roles.has('by'));
    return isOfOther || isBound || isOfNoun ? [] : [group];
  });
  const ofYear = dates.filter(({ from }) => from.year !== undefined);
  const [opening] = ofYear;
  if (opening?.first !== 0) return opening ?? dates[0];
  // "1989. On 14 October …", "10 December 2018. … On 19 December …": the day within an entry, not its opening date.
  return (
    dates.find(({ from, first }) => first > 0 && from.day !== undefined && from.year === undefined) ??
    ofYear.find(({ from }) => from.day !== undefined && from.year === opening.from.year) ??
    opening
  );
}
