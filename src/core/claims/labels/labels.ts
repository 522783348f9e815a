import type { Sentence } from '../../reading/sentence';
import type { Surroundings } from '../../surroundings/surroundings';
import { labelledBodies } from '../bodies/bodies';
import type { Claim } from '../claim';
import { compareCount, type CountedGroup } from '../counts/compareCount';
import { isCounted } from '../counts/counts';
import { isUnit } from '../counts/units';
import { compareDate } from '../dates/compareDate';
import type { Stated } from '../events/stated';
import { headClaims } from '../heads/heads';
import { KINDS } from '../interest';
import { comparePlace } from '../places/comparePlace';
import { placeOf } from '../places/gazetteer';
import type { Records } from '../records';
import type { CountRelation, DateRelation, EventRelation, PlaceRelation, Relations } from '../relation';
import type { Utterance } from '../utterance';
import { datesIn, entriesOf, type Entry } from './entries';
import { labelWordsOf } from './labelWords';
import { matchOf, type Match } from './labelMatch';

/** "Members: 171", "| Seat | Vienna |": values that a label gives for its subject. */
export function labelClaims(
  sentence: Sentence,
  around: Utterance,
  surroundings: Surroundings,
  { counts, dates, places, bodies }: Relations,
  records: Records,
): readonly Claim[] {
  return entriesOf(sentence, around, surroundings).flatMap((entry) => {
    const { kinds, utterance } = entry;
    const asked = (kind: number, read: () => readonly Claim[]): readonly Claim[] =>
      (kinds & kind) === 0 ? [] : read();
    const value = (kind: number, read: () => readonly Claim[]): readonly Claim[] =>
      asked(kind, () => (isValue(entry) ? read() : []));
    return [
      ...asked(KINDS.heads, () => headClaims(utterance, records)),
      ...value(KINDS.counts, () => counts.flatMap((relation) => ofCount(entry, relation, records) ?? [])),
      ...value(KINDS.events, () => dates.flatMap((relation) => ofDate(entry, relation, records) ?? [])),
      ...value(KINDS.places, () => places.flatMap((relation) => ofPlace(entry, relation, records) ?? [])),
      ...asked(KINDS.bodies, () => labelledBodies(entry, bodies, records)),
    ];
  });
}

/** Whether a value is short and no choice. */
function isValue({ utterance, from }: Entry): boolean {
  const { tokens } = utterance.reading.sentence;
  const value = tokens.slice(from);
  const { alternatives } = labelWordsOf(utterance.lang);
  return value.length <= LONGEST && !value.some(({ folded }) => alternatives.has(folded));
}

/** In tokens. */
const LONGEST = 60;

function ofCount(entry: Entry, relation: CountRelation, records: Records): Claim | undefined {
  const { utterance, from } = entry;
  const numbers = utterance.reading.groups.filter(isCounted).filter(({ first }) => first >= from);
  const match = numbers.length > 0 ? matchOf(entry, relation, true) : undefined;
  const group = match && numberOf(utterance, numbers, relation, match);
  return group && compareCount(utterance, group, relation, { subject: match.subject, statement: undefined }, records);
}

/** The number with the relation's unit, else the only number, where the label says what it counts. */
function numberOf(
  utterance: Utterance,
  numbers: readonly CountedGroup[],
  relation: CountRelation,
  { how }: Match,
): CountedGroup | undefined {
  const counted = numbers.find((group) => isUnit(group, relation, utterance.lang));
  if (counted || how === 'subject') return counted;
  const [number] = numbers;
  const { words } = number!;
  const isBare = words.length === 0 && numbers.filter((each) => each.words.length === 0).length === 1;
  return isBare || relation.looseUnits.lengthAt(words, 0) === words.length ? number : undefined;
}

function ofDate(entry: Entry, relation: DateRelation, records: Records): Claim | undefined {
  const { utterance, from } = entry;
  const date = datesIn(utterance.reading).find(({ first }) => first >= from);
  const stated = date && eventOf(entry, relation);
  return stated && compareDate(utterance, relation, { ...stated, date }, records);
}

function ofPlace(entry: Entry, relation: PlaceRelation, records: Records): Claim | undefined {
  const { utterance, from } = entry;
  const places = utterance.reading.groups.filter((group) => group.first >= from && placeOf(group) !== undefined);
  const stated = places.length > 0 ? eventOf(entry, relation) : undefined;
  return stated && comparePlace(utterance, relation, { ...stated, places }, records);
}

/** The event that the label states, with the thing and the object that the event needs. */
function eventOf(entry: Entry, relation: EventRelation): Stated | undefined {
  const { utterance, row } = entry;
  const { of, objects, unless } = relation;
  const words = [...(row?.utterance.words ?? []), ...utterance.words];
  const isStated =
    !unless.isIn(utterance.words) &&
    (of.size === 0 || row !== undefined || of.isIn(words)) &&
    (objects.size === 0 || objects.isIn(words));
  const match = isStated ? matchOf(entry, relation) : undefined;
  return match && { subject: match.subject, statement: undefined, group: undefined };
}
