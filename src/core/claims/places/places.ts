import type { Claim } from '../claim';
import type { Records } from '../records';
import type { NounGroup } from '../../reading/nodes';
import { compoundAt } from '../../reading/tokens';
import { agentsOf, themesOf, type Statement } from '../../reading/statement';
import { isNounOf, isVerbOf } from '../field';
import { isOtherPlace, placeOf } from './gazetteer';
import type { PlaceRelation } from '../relation';
import type { Utterance } from '../utterance';
import { knownByDay } from '../dates/knownByDay';
import { ofThing } from '../things';
import { isOfElse } from '../time';
import { mayAct } from '../dates/eventVerbs';
import { comparePlace, type FoundPlace } from './comparePlace';
import { placeOfNoun, placesOf } from './placeNouns';

/**
 * "founded in Geneva", "its headquarters in Vienna", "the Brussels-based organization": places that the text gives for
 * a subject.
 */
export function placeClaims(
  utterance: Utterance,
  relations: readonly PlaceRelation[],
  records: Records,
): readonly Claim[] {
  const isNamed = utterance.reading.groups.some((group) => placeOf(group) !== undefined);
  const hasCompound = utterance.words.some((_, i) => compoundAt(utterance.reading.sentence.tokens, i) !== undefined);
  if (!isNamed && !hasCompound) return [];
  return relations.flatMap((relation) => {
    const found = isNamed ? (placeIn(utterance, relation) ?? placeOnDay(utterance, relation, records)) : undefined;
    if (
      found &&
      (isOfElse(utterance, relation, found.statement, found.group) ||
        relations.some((other) => isInPlace(utterance, found, relation, other, records)))
    )
      return [];
    const claim = found && comparePlace(utterance, relation, found, records);
    return claim ? [claim] : [];
  });
}

/**
 * "Établie à Genève": without a date, a verb that also fits another of the subject's places is read as referring to
 * that place, where it is right.
 */
function isInPlace(
  utterance: Utterance,
  { subject, places: found, statement }: FoundPlace,
  { file }: PlaceRelation,
  other: PlaceRelation,
  records: Records,
): boolean {
  if (
    file.otherPlaces?.includes(other.file.property) !== true ||
    !isVerbOf(other.field.theme, statement?.verb, utterance.reading)
  )
    return false;
  const isDated = statement!.complements.some(({ group }) => group.kind === 'date' && group.from.year !== undefined);
  return !isDated && found.every((place) => isOtherPlace(placeOf(place), subject.concept, file, records));
}

function placeIn(utterance: Utterance, relation: PlaceRelation): FoundPlace | undefined {
  if (relation.objects.size > 0 && !relation.objects.isIn(utterance.words)) return undefined;
  for (const statement of utterance.reading.statements) {
    if (relation.objects.size > 0 && relation.of.size === 0 && !isWithObject(utterance, statement, relation)) continue;
    const isTheme = isVerbOf(relation.field.theme, statement.verb, utterance.reading);
    if (!isTheme && !isVerbOf(relation.field.agent, statement.verb, utterance.reading)) continue;
    if (
      relation.agents.size > 0 &&
      agentsOf(statement, utterance.grammar).some(
        (agent) => agent.pronoun === undefined && !mayAct(utterance, agent, relation),
      )
    )
      continue;
    for (const group of isTheme ? themesOf(statement, utterance.grammar) : statement.subjects) {
      // "The first edition was held in Geneva": a session of the series that was named last.
      const isSession =
        group.ordinal !== undefined &&
        group.owners.length === 0 &&
        (isNounOf(relation.field.nouns, group) || (relation.file.series === true && group.words.length === 1));
      const subject =
        relation.of.size > 0
          ? ofThing(utterance, group, relation)
          : (utterance.own(group, relation, statement) ??
            (isSession ? utterance.antecedentAt(group.first, relation) : undefined));
      const found = subject && !utterance.isLocal(group, statement) ? [...placesOf(statement)] : [];
      if (subject && found.length > 0) return { subject, places: found, statement, group: undefined };
    }
    if (
      statement.omitsSubject &&
      utterance.grammar.omitsSubjects &&
      statement.objects.length === 0 &&
      relation.of.size === 0
    ) {
      const subject = utterance.antecedentAt(statement.verb!.first, relation);
      const found = placesOf(statement);
      if (subject && found.length > 0) return { subject, places: found, statement, group: undefined };
    }
  }
  for (const group of utterance.reading.groups) {
    if (isOtherEdition(group, relation)) continue;
    const found = isNounOf(relation.field.nouns, group)
      ? placeOfNoun(utterance, group, relation)
      : relation.file.called
        ? ofName(utterance, group, relation)
        : undefined;
    if (found) return found;
  }
  return undefined;
}

/** "A constitution followed, adopted in Vienna on 19 October 1953": the place of an event identified by its day. */
function placeOnDay(utterance: Utterance, relation: PlaceRelation, records: Records): FoundPlace | undefined {
  if (relation.file.date === undefined) return undefined;
  for (const statement of utterance.reading.statements) {
    const places = placesOf(statement);
    const subject =
      places.length > 0 ? knownByDay(utterance, statement, relation, relation.file.date, records) : undefined;
    if (subject) return { subject, places, statement, group: undefined };
  }
  return undefined;
}

/** "The second meeting opens in Manila, as the first did in Brussels": another ordinal than that of the relation. */
function isOtherEdition({ ordinal, words }: NounGroup, { objects }: PlaceRelation): boolean {
  return objects.size > 0 && ordinal !== undefined && !objects.isIn(words);
}

/** Whether the statement itself has one of the relation's objects: "its first meeting was held", "first met". */
function isWithObject(
  { words }: Utterance,
  { verb, subjects, objects, complements }: Statement,
  relation: PlaceRelation,
): boolean {
  if (subjects.some((group) => isOtherEdition(group, relation))) return false;
  const groups = [
    ...subjects,
    ...objects,
    ...complements.flatMap(({ group }) => (group.kind === 'noun' ? [group] : [])),
  ];
  return (
    groups.some((group) => relation.objects.isIn(group.words)) ||
    (verb !== undefined && relation.objects.isIn(words.slice(Math.max(0, verb.first - 1), verb.next + 1)))
  );
}

/**
 * "the Global Migration Data Analysis Centre in Berlin", "the Centre, at work in Berlin since 2015,": a place that
 * follows the name.
 */
function ofName(utterance: Utterance, group: NounGroup, relation: PlaceRelation): FoundPlace | undefined {
  const subject = group.named.length > 0 ? utterance.own(group, relation) : undefined;
  const placesAt = (each: NounGroup): readonly NounGroup[] =>
    utterance.attachedTo(each).flatMap(({ roles, group: place }) => {
      if (place.kind !== 'noun' || !roles.has('in')) return [];
      return placeOf(place) !== undefined
        ? [place]
        : place.determiner === 'none' && place.words.length === 1
          ? placesAt(place)
          : [];
    });
  const attached = subject ? [...placesAt(group)] : [];
  return subject && attached.length > 0 ? { subject, places: attached, statement: undefined, group } : undefined;
}
