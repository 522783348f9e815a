import type { NounGroup } from '../../reading/nodes';
import type { Sentence } from '../../reading/sentence';
import type { Surroundings } from '../../surroundings/surroundings';
import { labelledBodies } from '../bodies/bodies';
import type { Claim } from '../claim';
import { compareCount } from '../counts/compareCount';
import { unitOf } from '../counts/units';
import { compareDate } from '../dates/compareDate';
import { headClaims } from '../heads/heads';
import { KINDS } from '../interest';
import { comparePlace } from '../places/comparePlace';
import { placeOf } from '../places/gazetteer';
import type { Records } from '../records';
import type { CountRelation, DateRelation, PlaceRelation, Relations } from '../relation';
import { labelledStatus } from '../status/status';
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
    if (entry.kind === 'row') return headClaims(entry.utterance, records);
    const found: Claim[] = [];
    const ask = (kind: number, read: () => readonly Claim[]): void => {
      if ((entry.kinds & kind) !== 0) found.push(...read());
    };
    if (isValue(entry)) {
      if (entry.kind !== 'part') ask(KINDS.counts, () => clear(counts.map((each) => ofCount(entry, each, records))));
      ask(KINDS.events, () => clear(dates.map((each) => ofDate(entry, each, records))));
      ask(KINDS.places, () => clear(places.map((each) => ofPlace(entry, each, records))));
    }
    ask(KINDS.bodies, () => labelledBodies(entry, bodies, records));
    ask(KINDS.status, () => labelledStatus(entry, records));
    return found;
  });
}

/** The claim of an entry about a relation that its label matches. */
interface Labelled {
  readonly match: Match;
  readonly claim: Claim | undefined;
}

/** A heading with several of our names leaves open which one is meant. */
function clear(found: readonly (Labelled | undefined)[]): readonly Claim[] {
  const all = found.flatMap((each) => each ?? []);
  const isClear = ({ subject }: Match): boolean =>
    subject.by === 'name' || all.every(({ match }) => match.subject.concept === subject.concept);
  return all.flatMap(({ match, claim }) => (claim && isClear(match) ? [claim] : []));
}

/** Whether a value is short and no choice, no question and no sentence. */
function isValue({ utterance, from }: Entry): boolean {
  const { tokens } = utterance.reading.sentence;
  const value = tokens.slice(from);
  const { alternatives } = labelWordsOf(utterance.lang);
  return value.length <= LONGEST && !value.some(({ folded }) => folded === '?' || alternatives.has(folded));
}

/** In tokens. */
const LONGEST = 60;

function ofCount(entry: Entry, relation: CountRelation, records: Records): Labelled | undefined {
  const { utterance, from } = entry;
  const numbers = utterance.reading.groups.filter(
    ({ first, quantity, ordinal }) => first >= from && quantity !== undefined && ordinal === undefined,
  );
  const match = numbers.length > 0 ? matchOf(entry, relation, true) : undefined;
  // "| Network | … nine entities sit on its Executive Committee |": the number belongs to something else.
  const isElse = match?.how === 'subject' && relation.unless.isIn(utterance.words.slice(from));
  const group = match && !isElse ? numberOf(utterance, numbers, relation, match) : undefined;
  if (!match || !group) return undefined;
  const found = { subject: match.subject, statement: undefined };
  return { match, claim: compareCount(utterance, group, group.quantity!, relation, found, records) };
}

/** The number with the relation's unit, else the only number, where the label says what it counts. */
function numberOf(
  utterance: Utterance,
  numbers: readonly NounGroup[],
  relation: CountRelation,
  { how }: Match,
): NounGroup | undefined {
  const unit = (group: NounGroup): 'unit' | 'loose' | undefined => unitOf(group, group.quantity!, relation, utterance);
  const counted = numbers.find((group) => unit(group) === 'unit');
  if (how === 'subject') return counted;
  // "| Offices | almost 560, in 171 countries |": the number with the unit of the relation.
  const placed =
    relation.file.form === 'within' ? numbers.find((group) => group.words.length > 0 && unit(group)) : undefined;
  const first = counted ?? placed ?? numbers[0]!;
  const bare = numbers.filter(({ words }) => words.length === 0);
  return unit(first) !== undefined && bare.length <= 1 ? first : undefined;
}

function ofDate(entry: Entry, relation: DateRelation, records: Records): Labelled | undefined {
  const { utterance, from, row } = entry;
  const stated = datesIn(utterance.reading).filter(({ first }) => first >= from);
  if (stated.length === 0 || relation.unless.isIn(utterance.words)) return undefined;
  if (new Set(stated.map((date) => date.from.year)).size > 1) return undefined;
  const words = [...(row?.utterance.words ?? []), ...utterance.words];
  const isStated = relation.of.size === 0 || row !== undefined || relation.of.isIn(words);
  const match = isStated && (relation.objects.size === 0 || relation.objects.isIn(words)) && matchOf(entry, relation);
  if (!match || match.how !== 'label') return undefined;
  const found = { subject: match.subject, date: stated[0]!, statement: undefined, group: undefined };
  return { match, claim: compareDate(utterance, relation, found, records) };
}

function ofPlace(entry: Entry, relation: PlaceRelation, records: Records): Labelled | undefined {
  const { utterance, from } = entry;
  const places = utterance.reading.groups.filter((group) => group.first >= from && placeOf(group) !== undefined);
  if (places.length === 0 || relation.unless.isIn(utterance.words)) return undefined;
  if (relation.objects.size > 0 && !relation.objects.isIn(utterance.words)) return undefined;
  const match = matchOf(entry, relation);
  if (match?.how !== 'label') return undefined;
  const found = { subject: match.subject, places, statement: undefined, group: undefined };
  return { match, claim: comparePlace(utterance, relation, found, records) };
}
