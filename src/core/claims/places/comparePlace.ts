import { foldKey } from '../../fold';
import type { NounGroup } from '../../reading/nodes';
import { claimAt, type Claim } from '../claim';
import { dayOfFact } from '../dates/dateOfFact';
import type { Stated } from '../events/stated';
import type { Records } from '../records';
import type { PlaceRelation } from '../relation';
import { modalityAt } from '../time';
import type { Utterance } from '../utterance';
import { asPlace, isOtherPlace, placeNamed, placeOf, placeValue } from './gazetteer';

/** The places that the text gives for an event or a seat of a subject. */
export interface FoundPlace extends Stated {
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
