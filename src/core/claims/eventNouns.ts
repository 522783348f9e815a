import type { OwnReferent } from '../reading/naming';
import type { DateGroup, NounGroup } from '../reading/nodes';
import { isHappening, type Complement, type Statement } from '../reading/statement';
import { bearerOf } from './field';
import type { DateRelation } from './relation';
import type { Utterance } from './utterance';
import { ofThingInState, ofThingOwned } from './things';
import { isEdge } from './time';
import type { FoundDate } from './compareDate';
import { isSeveral, dateOfVerb } from './eventVerbs';

/** "its foundation in 1949", "the founding of IOM (1949)", "the date of its adoption, 11 December 2018". */
export function dateOfNoun(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  const bearer = bearerOf(relation.field.nouns, group, utterance.reading.groups, utterance.words);
  // "the eight observers of IOM": observers at IOM, not IOM as an observer.
  if (
    !bearer ||
    (relation.objects.size > 0 && [bearer, ...bearer.owners].some((each) => isSeveral(utterance, each))) ||
    (relation.objects.size > 0 && relation.field.agent.size > 0 && !relation.objects.isIn(utterance.words))
  )
    return undefined;
  const args = utterance.argumentsOf(group);
  // "the Forum, first edition in 2022": the noun to which the group is in apposition.
  const host =
    relation.file.series === true && relation.of.size === 0 && bearer.owners.length === 0
      ? utterance.hostOf(group)
      : undefined;
  const owner =
    relation.of.size > 0
      ? (ofThingOwned(utterance, bearer, relation) ??
        ofThingOwned(utterance, group, relation) ??
        ofThingInState(utterance, args, relation))
      : (utterance.ownerOf(bearer, relation) ??
        ofJoining(utterance, bearer, relation) ??
        ofHolder(utterance, group, relation) ??
        (host && utterance.own(host, relation)));
  if (!owner || owner === 'other') return undefined;
  // "IOM's admission of staff": the owner admits somebody else.
  if (isJoining(relation) && bearer.owners.length > 1) return undefined;
  if (isJoining(relation) && owner.by === 'reference' && namesMember(utterance, bearer, relation)) return undefined;
  const own = [...new Set([...utterance.datesOf(group), ...utterance.datesOf(bearer)])].filter(
    (each) => !isEdge(utterance, each),
  );
  if (own.length === 1) return { subject: owner, date: own[0]!, statement: args[0]?.statement, group };
  for (const { statement, role, top } of args) {
    // "Its foundation dates from 1951", "The year of its foundation is 1951"; not a noun within an adverbial.
    if (top !== group && !top.owners.includes(group)) continue;
    // "The founding of IOM, in 1951, answered …": a date between the noun and the verb belongs to the noun.
    const adjacent = statement.complements.find(
      (each) =>
        each.group.kind === 'date' &&
        each.first >= Math.max(top.end, bearer.end) &&
        statement.verb !== undefined &&
        each.next <= statement.verb.first &&
        role === 'subject',
    );
    if (adjacent) return { subject: owner, date: adjacent.group as DateGroup, statement, group };
    const isLinking = statement.verb === undefined || isHappening(statement, utterance.grammar);
    const isWitnessed =
      role === 'object' &&
      statement.verb?.lemmas.some((lemma) => utterance.grammar.isVerb(lemma, 'witnessing')) === true;
    const awaited = role === 'subject' ? dateAwaited(utterance, statement) : undefined;
    if (awaited) return { subject: owner, date: awaited.date, statement: awaited.statement, group };
    // "10 December 2018: adoption of the Compact"
    const before =
      statement.kind === 'fragment'
        ? utterance.reading.statements.find(
            (other) => other.next <= statement.first && other.verb === undefined && other.subjects.length === 0,
          )?.complements[0]?.group
        : undefined;
    if (before?.kind === 'date') return { subject: owner, date: before, statement, group };
    // "IOM, an observer since 1992"
    const isCalled = statement.kind === 'apposition' && role === 'object' && relation.objects.size > 0;
    const date =
      (role === 'subject' && isLinking) || isWitnessed || isCalled || statement.kind === 'fragment'
        ? dateOfVerb(utterance, relation, statement)
        : undefined;
    if (date) return { subject: owner, date, statement, group };
  }
  return undefined;
}

/** Whether the relation is that of a member that joins one of the objects. */
function isJoining({ objects, of, field }: DateRelation): boolean {
  return objects.size > 0 && of.size === 0 && field.agent.size > 0;
}

/** "La incorporación al sistema se consumó en 2016": who joined is the topic, if nobody else is named. */
function ofJoining(utterance: Utterance, bearer: NounGroup, relation: DateRelation): OwnReferent | undefined {
  if (!isJoining(relation)) return undefined;
  const isOfObject = utterance
    .attachedTo(bearer)
    .some(
      ({ group }) =>
        group.kind === 'noun' && [group, ...group.owners].some(({ words }) => relation.objects.isIn(words)),
    );
  return bearer.determiner === 'definite' && bearer.owners.length === 0 && isOfObject
    ? utterance.antecedentAt(bearer.first, relation)
    : undefined;
}

/** "Switzerland is a member of IOM. Its admission to the United Nations": whether another possible member is named. */
function namesMember(
  { reading, discourse, site }: Utterance,
  { first }: NounGroup,
  { objects }: DateRelation,
): boolean {
  const before = discourse.readingsBefore(site, 1).flatMap(({ groups }) => groups);
  return [...before, ...reading.groups.filter(({ next }) => next <= first)].some(
    ({ isProper, named, words }) => isProper && named.length === 0 && !objects.isIn(words),
  );
}

/**
 * "Its entry into force had to wait until 30 November 1954", "attendra le 30 novembre 1954": the end of the wait is the
 * date of the event. What "had to" wait did so.
 */
function dateAwaited(
  { reading: { statements }, grammar }: Utterance,
  statement: Statement,
): { readonly date: DateGroup; readonly statement: Statement } | undefined {
  const { verb, complements, subjects } = statement;
  if (!verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'waiting'))) return undefined;
  const date = complements.map(({ group }) => group).find((group) => group.kind === 'date' && !group.isSpan);
  if (date?.kind !== 'date') return undefined;
  // "had to wait", "tuvo que esperar"
  const isGoverning = (other: Statement): boolean =>
    other.verb?.form === 'finite' &&
    other.subjects[0] === subjects[0] &&
    verb.first >= other.verb.next &&
    verb.first <= other.verb.next + 1;
  const governor = verb.form === 'infinitive' ? statements.find(isGoverning) : undefined;
  return { date, statement: governor ? { ...statement, modality: governor.modality } : statement };
}

/** "the second Forum in May 2027", "le Forum de mai 2021": a session of a series, with its date. */
export function datesOfSession(utterance: Utterance, group: NounGroup, relation: DateRelation): FoundDate | undefined {
  // The date of a title follows "of", or is in brackets; a comma may separate them.
  const follows = ({ after, first }: Complement): boolean =>
    after === group || (after === undefined && first === group.end + 1 && utterance.words[group.end] === ',');
  const ofTitle = relation.file.titled
    ? [
        ...group.dates,
        ...utterance.reading.statements.flatMap(({ complements }) =>
          complements.flatMap((each) =>
            each.group.kind === 'date' && each.roles.has('of') && follows(each) ? [each.group] : [],
          ),
        ),
      ]
    : undefined;
  const [date] = ofTitle ?? (relation.file.series && relation.of.size === 0 ? utterance.datesOf(group) : []);
  if (!date) return undefined;
  // "both sessions of the Forum: that of May 2022 and that of May 2026"
  const series =
    group.pronoun === 'other' && relation.file.series
      ? utterance.reading.groups.find(
          (each) => each.first < group.first && each.named.length > 0 && utterance.own(each, relation) !== undefined,
        )
      : undefined;
  // "**New York Declaration** – a text of 19 September 2016"
  const host = ofTitle && group.named.length === 0 ? utterance.hostOf(group) : undefined;
  const subject = utterance.own(series ?? host ?? group, relation);
  if (ofTitle && subject?.by !== 'name') return undefined;
  return subject ? { subject, date, statement: utterance.argumentsOf(group)[0]?.statement, group } : undefined;
}

/** "IOM has observer status since 1994": the holder of the status. */
function ofHolder(utterance: Utterance, group: NounGroup, relation: DateRelation): OwnReferent | undefined {
  if (relation.objects.size === 0 || relation.field.agent.size > 0 || relation.field.theme.size > 0) return undefined;
  for (const { statement } of utterance.argumentsOf(group)) {
    const subject = utterance.subjectOf(statement, relation);
    if (subject && subject !== 'other') return subject;
  }
  return undefined;
}
