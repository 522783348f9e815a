import data from '../../../../data/relations/labels.json';
import type { OwnReferent } from '../../reading/naming';
import type { Sentence } from '../../reading/sentence';
import type { Surroundings } from '../../surroundings/surroundings';
import type { Claim } from '../claim';
import { compareCount } from '../counts/compareCount';
import { isCounted, isUnit } from '../counts/counts';
import { compareDate } from '../events/dates';
import type { Stated } from '../events/stated';
import { Bit } from '../wordBits';
import { comparePlace } from '../events/places';
import { placeOf } from '../events/gazetteer';
import type { Records } from '../records';
import type { CountRelation, DateRelation, EventRelation, PlaceRelation, Relation, Relations } from '../relation';
import type { Utterance } from '../utterance';
import { entriesOf, type Entry } from './entries';

/** "Members: 171", "| Seat | Vienna |": values that a label gives for its subject. */
export function labelClaims(
  sentence: Sentence,
  around: Utterance,
  surroundings: Surroundings,
  { counts, dates, places }: Relations,
  records: Records,
): readonly Claim[] {
  return entriesOf(sentence, around, surroundings)
    .filter(isValue)
    .flatMap((entry) => {
      const ask = <R>(
        kind: number,
        relations: readonly R[],
        read: (entry: Entry, relation: R, records: Records) => Claim | undefined,
      ): readonly Claim[] =>
        (entry.kinds & kind) === 0 ? [] : relations.flatMap((relation) => read(entry, relation, records) ?? []);
      return [
        ...ask(Bit.Counts, counts, ofCount),
        ...ask(Bit.Events, dates, ofDate),
        ...ask(Bit.Places, places, ofPlace),
      ];
    });
}

/** Whether a value is short and no choice. */
function isValue({ utterance, from }: Entry): boolean {
  const value = utterance.reading.sentence.tokens.slice(from);
  return value.length <= LONGEST && !value.some(({ folded }) => data.alternatives[utterance.lang].includes(folded));
}

/** In tokens. */
const LONGEST = 60;

/** The number with the relation's unit, else the only number without any. */
function ofCount(entry: Entry, relation: CountRelation, records: Records): Claim | undefined {
  const { utterance, from } = entry;
  const numbers = utterance.reading.groups.filter(isCounted).filter(({ first }) => first >= from);
  const subject = numbers.length > 0 ? subjectOf(entry, relation) : undefined;
  if (!subject) return undefined;
  const bare = numbers.filter(({ words }) => relation.looseUnits.lengthAt(words, 0) === words.length);
  const group =
    numbers.find((each) => isUnit(each, relation, utterance.grammar)) ?? (bare.length === 1 ? bare[0] : undefined);
  // The date may be that of both: "173 member States and 8 observers as of March 2019".
  const isDated = utterance.reading.dates.some(({ first }) => first >= from);
  if (!group || (isDated && utterance.datesOf(group).length === 0)) return undefined;
  return compareCount(utterance, group, relation, { subject, statement: undefined }, records);
}

function ofDate(entry: Entry, relation: DateRelation, records: Records): Claim | undefined {
  const { utterance, from } = entry;
  const date = utterance.reading.dates.find(({ first }) => first >= from);
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
  const { words } = entry.utterance;
  const { of, objects, unless } = relation;
  const isStated =
    !unless.isIn(words) && (of.size === 0 || of.isIn(words)) && (objects.size === 0 || objects.isIn(words));
  const subject = isStated ? subjectOf(entry, relation) : undefined;
  return subject && { subject, statement: undefined, group: undefined };
}

/**
 * The subject of an entry whose label consists of one of the relation's labels, with its subject, a date and words
 * without effect. A subject that neither the label nor a cell names is the topic of the text.
 */
function subjectOf(
  { utterance, subject, names, words, isGeneric }: Entry,
  relation: Relation,
): OwnReferent | undefined {
  const own = names.map(({ terms }) => terms.find(({ entry }) => relation.concepts.has(entry.concept.id)));
  // A noun alone may be of something else than the topic of the text: "Birth: 1957", on a page about a person.
  const lists = subject || own.length > 0 ? [relation.labels, relation.field.nouns] : [relation.labels];
  const isLabel = words.some((_, k) =>
    lists.some((list) => {
      const length = list.lengthAt(words, k);
      return length > 0 && isGeneric.every((each, i) => each || (i >= k && i < k + length));
    }),
  );
  if (!isLabel || own.includes(undefined)) return undefined;
  const { block } = utterance.site;
  if (subject) {
    const named = subject.ownOf(subject.reading.groups, relation);
    return named && named.mention.start < block.start ? { ...named, by: 'reference' } : named;
  }
  if (own[0]) return { kind: 'own', concept: own[0].entry.concept.id, by: 'name', mention: names[0]! };
  const topic = utterance.discourse.topicOf(block, relation);
  return topic === 'other' ? undefined : topic;
}
