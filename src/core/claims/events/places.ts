import type { NounGroup } from '../../reading/nodes';
import { nounsIn, type Statement } from '../../reading/statement';
import { type Claim, claimAt } from '../claim';
import { relationsIn, relationsOf, type PlaceRelation } from '../relation';
import { isVerbOf } from '../field';
import { placeOf, asPlace, isOtherPlace, placeNamed, placeValue } from './gazetteer';
import type { Records } from '../records';
import type { Utterance } from '../utterance';
import { eventsIn, hasObject, isLinking, statedByNoun, type Stated } from './stated';
import { foldKey } from '../../fold';
import { dayOfFact } from './dateOfFact';
import { modalityAt } from '../time';

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

/** The places that the text gives for an event or a seat of a subject. */
interface FoundPlace extends Stated {
  readonly places: readonly NounGroup[];
}

/** Compares the places of an event or a seat with the place of the record. */
export function comparePlace(
  utterance: Utterance,
  relation: PlaceRelation,
  { subject, places, statement, group }: FoundPlace,
  records: Records,
): Claim | undefined {
  const { file } = relation;
  const modality = modalityAt(utterance, statement?.kind === 'fragment' ? group : undefined, statement);
  const [fact] = records.facts(subject.concept, file.property);
  if (!fact) return utterance.setAside('unverified');
  if (modality !== 'asserted' && !(file.planned && modality === 'planned')) return utterance.setAside('not-said');
  const right = placeNamed(String(fact.value)) ?? asPlace(String(fact.value));
  const also = relation.alsoWhen.isIn(utterance.words) ? (file.also ?? []) : [];
  const admitted = new Set([...file.admitted, ...also].map(foldKey));
  const isRight = (place: NounGroup): boolean => {
    const entry = placeOf(place)!;
    return entry === right || entry.names.some((name) => admitted.has(name));
  };
  const cities = places.filter((place) => !isCountryOf(utterance, place, places));
  const wrongs = cities.filter((place) => !isRight(place));
  const [wrong] = wrongs;
  if (!wrong) return undefined;
  if (wrongs.length < cities.length && !file.each) return utterance.setAside('right-beside');
  // With another year as well, it is another event: "established in Kenya in 1985".
  const [event] = file.date === undefined ? [] : records.facts(subject.concept, file.date);
  const isOfYear = statement?.complements.some(
    ({ group: date }) =>
      date.kind === 'date' && date.from.year !== undefined && event && date.from.year !== dayOfFact(event).year,
  );
  if (isOfYear && !isOtherPlace(placeOf(wrong), subject.concept, file, records))
    return utterance.setAside('other-date');
  return claimAt(utterance, wrong, subject, {
    facts: [fact.id],
    message: {
      template: file.messages.place!,
      values: { right: placeValue(right), wrong: { ...placeValue(placeOf(wrong)!), isOther: true } },
    },
    instead: file.each ? [] : [right.written[utterance.lang]],
    safe: subject.by === 'name' && !file.each,
  });
}

/** "Vienna, Austria", "Berna (Suiza)", "Rabat, au Maroc": the country after a city. */
function isCountryOf({ reading }: Utterance, place: NounGroup, places: readonly NounGroup[]): boolean {
  return places.some(
    (city) =>
      city.next < place.first &&
      place.first - city.next <= 2 &&
      /^[,(]$/.test(reading.sentence.tokens[city.next]!.folded),
  );
}
