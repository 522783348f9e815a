import type { Claim } from '../claim';
import type { Records } from '../records';
import { foldKey } from '../../fold';
import type { OwnReferent } from '../../reading/naming';
import type { NounGroup } from '../../reading/nodes';
import type { Statement } from '../../reading/statement';
import { yearOfFact } from '../dates/dateOfFact';
import { asPlace, isOtherPlace, placeNamed, placeOf, placeValue } from './gazetteer';
import type { PlaceRelation } from '../relation';
import type { Utterance } from '../utterance';
import { modalityAt } from '../time';

/** Compares the places of an event or a seat with the place of the record. */
export function comparePlace(
  utterance: Utterance,
  relation: PlaceRelation,
  { subject, places: found, statement, group }: FoundPlace,
  records: Records,
): Claim | undefined {
  const modality = modalityAt(
    utterance,
    group && utterance.attachedTo(group).some((each) => each.group === found[0]) && statement?.kind === 'fragment'
      ? group
      : undefined,
    statement,
  );
  if (modality !== 'asserted' && !(relation.file.planned && modality === 'planned')) return undefined;
  const [fact] = records.facts(subject.concept, relation.file.property);
  if (!fact) return undefined;
  if (!fact) return undefined;
  const right = placeNamed(String(fact.value));
  const admitted = new Set(
    [...relation.file.admitted, ...(relation.alsoWhen.isIn(utterance.words) ? (relation.file.also ?? []) : [])].map(
      foldKey,
    ),
  );
  const isRight = (place: NounGroup): boolean => {
    const entry = placeOf(place)!;
    return (
      entry === right ||
      entry.names.some((name) => admitted.has(name)) ||
      place.words.some((word) => admitted.has(word))
    );
  };
  // "Vienna, Austria", "Berna (Suiza)": a city with its country.
  const { tokens } = utterance.reading.sentence;
  const heads = found.filter(
    (place) =>
      !found.some(
        (city) => city !== place && place.first - city.next === 1 && /^[,(]$/.test(tokens[city.next]!.folded),
      ),
  );
  const wrongs = heads.filter((place) => !isRight(place));
  if (wrongs.length === 0 || (wrongs.length < heads.length && relation.file.each !== true)) return undefined;
  // "established in Kenya in 1985": with another year as well, it is another event.
  const [event] = relation.file.date === undefined ? [] : records.facts(subject.concept, relation.file.date);
  if (
    event &&
    !isOtherPlace(placeOf(wrongs[0]!), subject.concept, relation.file, records) &&
    statement?.complements.some(
      ({ group: date }) => date.kind === 'date' && date.from.year !== undefined && date.from.year !== yearOfFact(event),
    )
  )
    return undefined;
  const [wrong] = wrongs;
  const isNamed = subject.by === 'name';
  const text = right?.written[utterance.lang] ?? String(fact.value);
  return {
    ...utterance.span({
      first: wrong!.head >= 0 ? Math.min(wrong!.head, wrong!.first) : wrong!.first,
      next: wrong!.next,
    }),
    lang: utterance.lang,
    concept: subject.concept,
    facts: [fact.id],
    message: {
      template: relation.file.messages.place!,
      values: {
        right: placeValue(right ?? asPlace(String(fact.value))),
        wrong: { ...placeValue(placeOf(wrong!)!), isOther: true },
      },
    },
    rule: 'fact-mismatch',
    instead: relation.file.each ? [] : [text],
    evidence: [],
    certainty: isNamed ? 'certain' : 'likely',
    severity: 'warning',
    safe: isNamed && !relation.file.each,
  };
}

/** The places that the text gives for an event or a seat of a subject. */
export interface FoundPlace {
  readonly subject: OwnReferent;
  readonly places: readonly NounGroup[];
  readonly statement: Statement | undefined;
  readonly group: NounGroup | undefined;
}
