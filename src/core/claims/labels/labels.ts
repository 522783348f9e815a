import type { Claim } from '../claim';
import type { Records } from '../records';
import type { Sentence } from '../../reading/sentence';
import type { Surroundings } from '../../surroundings/surroundings';
import type { NounGroup } from '../../reading/nodes';
import { labelledBodies } from '../bodies/bodies';
import { compareCount } from '../counts/compareCount';
import { datesIn, entriesOf, type Entry } from './entries';
import { headClaims } from '../heads/heads';
import { labelWordsOf } from './labelWords';
import { matchOf, type Match } from './labelMatch';
import { labelledNames } from '../names/names';
import { placeOf } from '../places/gazetteer';
import type { CountRelation, Relations } from '../relation';
import type { Utterance } from '../utterance';
import { labelledStatus } from '../status/statusLabels';
import { unitOf } from '../counts/units';
import { compareDate } from '../dates/compareDate';
import { comparePlace } from '../places/comparePlace';

/**
 * "Members: 171", "| Seat | Vienna |", "Where is IOM based? In Vienna.": values that a label or a question gives for
 * its subject.
 */
export function labelClaims(
  sentence: Sentence,
  around: Utterance,
  surroundings: Surroundings,
  relations: Relations,
  records: Records,
): readonly Claim[] {
  if (around.reading.modality !== 'asserted' && around.reading.modality !== 'asked') return [];
  return entriesOf(sentence, around, surroundings).flatMap((entry) =>
    entry.isOfRow
      ? headClaims(entry.utterance, records)
      : [
          ...claimsOf(entry, relations, records),
          ...labelledBodies(entry, relations.bodies, records),
          // "Who leads IOM? António Vitorino."
          ...(entry.asks ? headClaims(entry.utterance, records) : []),
          ...labelledNames(entry, records),
          ...labelledStatus(entry, records),
        ],
  );
}

function claimsOf(entry: Entry, { counts, dates, places }: Relations, records: Records): readonly Claim[] {
  const { utterance, from, asks } = entry;
  const { tokens } = utterance.reading.sentence;
  const value = tokens.slice(from);
  const { alternatives } = labelWordsOf(utterance.lang);
  if (value.length === 0 || value.length > 60 || value.some(({ folded }) => folded === '?')) return [];
  // "Elle en réunit 175, auxquels s'ajoutent huit observateurs": the first verb of an answer decides.
  // "De 1950 : elle est née à Bruxelles": the text after the colon is an explanation.
  const colon = value.findIndex(({ folded }) => folded === ':' || folded === ';');
  const opening = utterance.reading.statements.find(
    ({ verb, first }) => verb !== undefined && first >= from && (colon < 0 || verb.first < from + colon),
  )?.verb;
  const isBare =
    !opening ||
    opening.lemmas.some(
      (lemma) =>
        utterance.grammar.isVerb(lemma, 'copula') ||
        (asks?.has('count') === true && utterance.grammar.isVerb(lemma, 'having')),
    );
  // "What does the Compact contain? Ten guiding principles and 23 objectives."
  const isOpen = asks?.size === 0;
  if (asks && !isBare) return [];
  const isChoice = value.some(({ folded }) => alternatives.has(folded));
  const inValue = utterance.reading.groups.filter(({ first }) => first >= from);
  const found: { readonly claim: Claim | undefined; readonly match: Match; readonly kind: string }[] = [];
  // "The leaflet, which says 174, was right": a relative clause alone is not an answer.
  const numbers = inValue.filter(
    (group) =>
      group.quantity !== undefined &&
      group.ordinal === undefined &&
      !(asks && utterance.argumentsOf(group).some(({ statement: { kind } }) => kind === 'relative')),
  );
  for (const relation of (asks && !asks.has('count') && !isOpen) || entry.isInner ? [] : counts) {
    if (isOpen && (!relation.file.fixed || relation.file.every)) continue;
    const match = numbers.length > 0 && !isChoice ? matchOf(entry, relation, true) : undefined;
    // "| Network | … nine entities sit on its Executive Committee |": the number belongs to something else.
    const isElse = match?.how === 'subject' && relation.unless.isIn(utterance.words.slice(from));
    const group = match && !isElse ? numberOf(utterance, numbers, relation, match) : undefined;
    if (match && group)
      found.push({
        kind: 'count',
        match,
        claim: compareCount(
          utterance,
          group,
          group.quantity!,
          relation,
          { subject: match.subject, statement: undefined },
          records,
        ),
      });
  }
  const stated = datesIn(utterance.reading).filter(({ first }) => first >= from);
  // "Is it part of the United Nations? Yes, since 2018."
  const isAffirmed =
    isOpen &&
    labelWordsOf(utterance.lang).affirmations.has(value[0]!.folded) &&
    /^[,.:;–—]$/.test(value[1]?.folded ?? '');
  for (const relation of asks && !asks.has('date') && !isAffirmed ? [] : dates) {
    if (
      stated.length === 0 ||
      isChoice ||
      relation.unless.isIn(utterance.words) ||
      new Set(stated.map((date) => date.from.year)).size > 1
    )
      continue;
    const match = matchOf(entry, relation);
    const row = entry.row?.utterance.words ?? [];
    const isStated =
      match?.isOfThing === true ||
      [relation.objects, relation.of].every((list) => list.size === 0 || list.isIn(utterance.words));
    const isMeant =
      row.length === 0 || relation.objects.size === 0 || relation.objects.isIn([...row, ...utterance.words]);
    if (match?.how === 'label' && isStated && isMeant)
      found.push({
        kind: 'date',
        match,
        claim: compareDate(
          utterance,
          relation,
          { subject: match.subject, date: stated[0]!, statement: undefined, group: undefined },
          records,
        ),
      });
  }
  const known = inValue.filter((group) => placeOf(group) !== undefined);
  for (const relation of asks && !asks.has('place') ? [] : places) {
    if (
      known.length === 0 ||
      isChoice ||
      relation.unless.isIn(utterance.words) ||
      (relation.objects.size > 0 && !relation.objects.isIn(utterance.words))
    )
      continue;
    const match = matchOf(entry, relation);
    if (match?.how === 'label')
      found.push({
        kind: 'place',
        match,
        claim: comparePlace(
          utterance,
          relation,
          { subject: match.subject, places: known, statement: undefined, group: undefined },
          records,
        ),
      });
  }
  // A heading with several of our names leaves open which one is meant.
  return found.flatMap(({ claim, match, kind }) =>
    claim &&
    (match.subject.by === 'name' ||
      !found.some((other) => other.kind === kind && other.match.subject.concept !== match.subject.concept))
      ? [claim]
      : [],
  );
}

/** The number with the relation's unit, else the only number, where the label says what it counts. */
function numberOf(
  utterance: Utterance,
  numbers: readonly NounGroup[],
  relation: CountRelation,
  { how }: Match,
): NounGroup | undefined {
  // "Ten guiding principles and 23 objectives": each number with its unit.
  const counted =
    how === 'label'
      ? numbers.find((group) => unitOf(group, group.quantity!, relation, utterance) === 'unit')
      : undefined;
  // "| Offices | almost 560, in 171 countries |": the number with the unit of the relation.
  const loose = relation.file.within
    ? numbers.find((group) => group.words.length > 0 && unitOf(group, group.quantity!, relation, utterance) === 'loose')
    : undefined;
  const [first] = (counted ?? loose) ? [(counted ?? loose)!] : numbers;
  if (how === 'subject')
    return numbers.find(
      (group) =>
        unitOf(group, group.quantity!, relation, utterance) === 'unit' &&
        (group.determiner === 'none' || group.determiner === 'definite') &&
        !utterance.attachedTo(group).some(({ roles }) => roles.has('in') || roles.has('from')),
    );
  const unit = unitOf(first!, first!.quantity!, relation, utterance);
  const bare = numbers.filter(({ words: each }) => each.length === 0);
  return unit !== undefined && bare.length <= 1 ? first : undefined;
}
