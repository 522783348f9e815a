import type { NounGroup } from '../../reading/nodes';
import { nounsIn, type Statement } from '../../reading/statement';
import type { Claim } from '../claim';
import { relationsIn } from '../relationsIn';
import { isVerbOf } from '../field';
import { comparePlace, type FoundPlace } from '../places/comparePlace';
import { placeOf } from '../places/gazetteer';
import type { Records } from '../records';
import { relationsOf, type PlaceRelation } from '../relation';
import type { Utterance } from '../utterance';
import { eventsIn, hasObject, isLinking, statedByNoun } from './stated';

/** "founded in Geneva", "its headquarters in Vienna": places that the text gives for an event or a seat. */
export function placeClaims(
  utterance: Utterance,
  relations: readonly PlaceRelation[],
  records: Records,
): readonly Claim[] {
  if (!utterance.reading.groups.some((group) => placeOf(group) !== undefined)) return [];
  return relationsIn(relations, utterance, ({ file }) => file.called !== undefined).flatMap((relation) => {
    const placedIn = (statement: Statement): { places: readonly NounGroup[] } | undefined => {
      const places = placesOf(utterance, statement);
      return places.length > 0 && isOfEdition(utterance, statement, relation) ? { places } : undefined;
    };
    const ofNoun = (group: NounGroup): FoundPlace | undefined => placeOfNoun(utterance, group, relation);
    return eventsIn(utterance, relation, records, relation.file.date, placedIn, ofNoun).flatMap(
      (found) => comparePlace(utterance, relation, found, records) ?? [],
    );
  });
}

/** Whether a statement has the relation's object: "the second meets in Manila, as the first did in Brussels". */
function isOfEdition({ words }: Utterance, statement: Statement, relation: PlaceRelation): boolean {
  const { verb } = statement;
  const around = verb ? words.slice(Math.max(0, verb.first - 1), verb.next + 1) : [];
  return relation.of.size > 0 || hasObject(statement, relation) || relation.objects.isIn(around);
}

/** "its seat in Vienna", "Vienna is the seat of IOM", "the Global Migration Data Analysis Centre in Berlin". */
function placeOfNoun(utterance: Utterance, group: NounGroup, relation: PlaceRelation): FoundPlace | undefined {
  // Another ordinal than that of the relation: "The second meeting opens in Manila, as the first did in Brussels".
  const isOfOther = relation.objects.size > 0 && group.ordinal !== undefined && !relation.objects.isIn(group.words);
  if (isOfOther) return undefined;
  const attached = utterance
    .attachedTo(group)
    .flatMap(({ roles, group: place }) => (place.kind === 'noun' && roles.has('in') ? [place] : []));
  const next = [...attached, ...group.owners].filter((place) => placeOf(place) !== undefined);
  for (const { subject, statement } of statedByNoun(utterance, group, relation)) {
    const inClause = statement ? placesOf(utterance, statement) : [];
    // "Vienna is the seat of IOM"
    const isSubject =
      group.determiner === 'definite' &&
      statement?.objects.includes(group) === true &&
      utterance.grammar.isVerbOf(statement.verb, 'be');
    const equated = isSubject ? statement.subjects.filter((each) => placeOf(each) !== undefined) : [];
    if (equated.length > 0) return { subject, places: equated, statement, group };
    // The places coordinated with the first: "centres in Manila and Panama".
    const joined = inClause.filter(({ first }) => first > (next[0]?.first ?? Infinity));
    if (next.length > 0) return { subject, places: [...new Set([...next, ...joined])], statement, group };
    if (inClause.length > 0 && isPlacing(utterance, statement!, group, relation))
      return { subject, places: inClause, statement, group };
  }
  const subject = relation.file.called && group.named.length > 0 ? utterance.own(group, relation) : undefined;
  return subject && next.length > 0 ? { subject, places: next, statement: undefined, group } : undefined;
}

/**
 * "IOM has its seat in Vienna", "Its seat is in Vienna": whether a statement gives its subject or object a place. What
 * is done to an event is done where it happens, but a seat may be criticized anywhere.
 */
function isPlacing(
  utterance: Utterance,
  statement: Statement,
  group: NounGroup,
  { field, file }: PlaceRelation,
): boolean {
  const { grammar, reading } = utterance;
  const { verb, objects } = statement;
  const isOfPlace =
    file.date !== undefined ||
    objects.length > 0 ||
    grammar.isVerbOf(verb, 'placing') ||
    (verb?.passive !== true && grammar.isVerbOf(verb, 'copula')) ||
    isVerbOf(field.theme, verb, reading);
  return verb !== undefined && isOfPlace && isLinking(utterance, statement, group);
}

/** The places among the complements of a statement; not that of a seat: "founded with headquarters in Geneva". */
function placesOf({ lang }: Utterance, statement: Statement): readonly NounGroup[] {
  const seats = relationsOf(lang).places.filter(({ file }) => file.date === undefined);
  const ofSeats = nounsIn(statement, 'with').filter((group) =>
    seats.some(({ field }) => field.nouns.isIn(group.words)),
  );
  return statement.complements.flatMap(({ group, roles, after }) =>
    group.kind === 'noun' && roles.has('in') && placeOf(group) && !(after && ofSeats.includes(after)) ? [group] : [],
  );
}
