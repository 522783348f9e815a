import type { DateGroup, NounGroup } from '../../reading/nodes';
import { isHappening, type Statement } from '../../reading/statement';
import { compoundAt } from '../../reading/tokens';
import type { Claim } from '../claim';
import { evidenceOf } from '../evidence';
import { isNounOf, isVerbOf } from '../field';
import { comparePlace, type FoundPlace } from '../places/comparePlace';
import { isOtherPlace, placeOf } from '../places/gazetteer';
import type { Records } from '../records';
import type { PlaceRelation } from '../relation';
import { isOfElse } from '../time';
import type { Utterance } from '../utterance';
import { knownByDay } from './knownByDay';
import { hasObject, statedByNoun, statedByVerb } from './stated';

/** "founded in Geneva", "its headquarters in Vienna": places that the text gives for an event or a seat. */
export function placeClaims(
  utterance: Utterance,
  relations: readonly PlaceRelation[],
  records: Records,
): readonly Claim[] {
  const { groups, sentence } = utterance.reading;
  const isNamed =
    groups.some((group) => placeOf(group) !== undefined) ||
    sentence.tokens.some((_, i) => compoundAt(sentence.tokens, i) !== undefined);
  if (!isNamed) return [];
  return evidenceOf(relations, ({ file }) => file.called !== undefined)
    .in(utterance)
    .flatMap((relation) => {
      const found = placeIn(utterance, relation, relations, records);
      const isElse =
        !found ||
        isOfElse(utterance, relation, found.statement, found.group) ||
        relations.some((other) => fitsOther(utterance, found, relation, other, records));
      return isElse ? [] : (comparePlace(utterance, relation, found, records) ?? []);
    });
}

/**
 * "Établie à Genève": without a date, a verb that also fits another of the subject's places is read as referring to
 * that place, where it is right.
 */
function fitsOther(
  { reading }: Utterance,
  { subject, places, statement }: FoundPlace,
  { file }: PlaceRelation,
  other: PlaceRelation,
  records: Records,
): boolean {
  return (
    file.otherPlaces?.includes(other.file.property) === true &&
    isVerbOf(other.field.theme, statement?.verb, reading) &&
    !statement!.complements.some(({ group }) => group.kind === 'date') &&
    places.every((place) => isOtherPlace(placeOf(place), subject.concept, file, records))
  );
}

/** The places of the relation: by verbs, else by nouns or the name itself, else by the day of the event. */
function placeIn(
  utterance: Utterance,
  relation: PlaceRelation,
  relations: readonly PlaceRelation[],
  records: Records,
): FoundPlace | undefined {
  const { statements, groups } = utterance.reading;
  const isNamed = relation.objects.size === 0 || relation.objects.isIn(utterance.words);
  const placed = statements
    .map((statement) => ({ statement, places: placesOf(statement, relations) }))
    .filter(({ places }) => places.length > 0);
  for (const { statement, places } of isNamed ? placed : []) {
    if (relation.of.size === 0 && !isOfEdition(utterance, statement, relation)) continue;
    const stated = statedByVerb(utterance, statement, relation);
    if (stated) return { ...stated, places };
  }
  for (const group of isNamed ? groups : []) {
    const found = isOtherEdition(group, relation) ? undefined : placeOfNoun(utterance, group, relation, relations);
    if (found) return found;
  }
  if (relation.file.date === undefined) return undefined;
  for (const { statement, places } of placed) {
    const subject = knownByDay(utterance, statement, relation, relation.file.date, records);
    if (subject) return { subject, places, statement, group: undefined };
  }
  return undefined;
}

/** "The second meeting opens in Manila, as the first did in Brussels": another ordinal than that of the relation. */
function isOtherEdition({ ordinal, words }: NounGroup, { objects }: PlaceRelation): boolean {
  return objects.size > 0 && ordinal !== undefined && !objects.isIn(words);
}

/** Whether the statement itself has one of the relation's objects: "its first meeting was held", "first met". */
function isOfEdition({ words }: Utterance, statement: Statement, relation: PlaceRelation): boolean {
  const { verb } = statement;
  const around = verb ? words.slice(Math.max(0, verb.first - 1), verb.next + 1) : [];
  return hasObject(statement, relation) || relation.objects.isIn(around);
}

/** "its seat in Vienna", "Vienna is the seat of IOM", "the Global Migration Data Analysis Centre in Berlin". */
function placeOfNoun(
  utterance: Utterance,
  group: NounGroup,
  relation: PlaceRelation,
  relations: readonly PlaceRelation[],
): FoundPlace | undefined {
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ roles, group: place }) => (place.kind === 'noun' && roles.has('in') ? [place] : []));
  const next = [...attached, ...group.owners].filter((place) => placeOf(place) !== undefined);
  for (const { subject, statement } of statedByNoun(utterance, group, relation)) {
    // "centres in Manila and Panama": the places coordinated with the first.
    const inClause = statement ? placesOf(statement, relations) : [];
    const others = inClause.filter((place) => next.length > 0 && place.first > next[0]!.first && !next.includes(place));
    if (next.length > 0) return { subject, places: [...next, ...others], statement, group };
    if (inClause.length > 0 && isPlacing(utterance, statement!, group, relation))
      return { subject, places: inClause, statement, group };
  }
  const subject = relation.file.called && group.named.length > 0 ? utterance.own(group, relation) : undefined;
  return subject && next.length > 0 ? { subject, places: next, statement: undefined, group } : undefined;
}

/**
 * "IOM has its seat in Vienna", "Its seat is in Vienna": whether a statement gives its subject or object a place. What
 * a seat does in a place ("the headquarters organized a meeting in Paris") says nothing of where it is.
 */
function isPlacing(
  { grammar, reading }: Utterance,
  statement: Statement,
  group: NounGroup,
  { field, file }: PlaceRelation,
): boolean {
  const { verb, subjects, objects } = statement;
  if (!verb) return false;
  const isBeing = verb.passive !== true && grammar.isVerbOf(verb, 'copula');
  const isHaving = grammar.isVerbOf(verb, 'having');
  // "took place", "a eu lieu": the verb with its light noun, and not a verb of its own.
  const takesPlace = objects.length === 1 && isHappening(statement, grammar);
  // Whatever is done to an event is done where it happens, but a seat may be criticized anywhere.
  const isOfVerb = file.date !== undefined || grammar.isVerbOf(verb, 'placing') || isVerbOf(field.theme, verb, reading);
  const isPlaced = ((verb.passive === true || verb.reflexive) && isOfVerb) || isBeing || takesPlace;
  return (subjects.includes(group) && isPlaced) || (objects.includes(group) && (isHaving || isPlaced));
}

/** The places among the complements of a statement; not that of a seat: "with headquarters in Geneva". */
function placesOf(statement: Statement, relations: readonly PlaceRelation[]): readonly NounGroup[] {
  const { complements } = statement;
  const isSeat = (group: NounGroup | DateGroup): boolean =>
    group.kind === 'noun' &&
    relations.some(({ file, field }) => file.date === undefined && isNounOf(field.nouns, group));
  return complements.flatMap(({ group, roles, after }) =>
    group.kind === 'noun' &&
    roles.has('in') &&
    placeOf(group) !== undefined &&
    !complements.some((other) => other.group === after && other.roles.has('with') && isSeat(other.group))
      ? [group]
      : [],
  );
}
