import { overlaps, type Span } from '../document';
import { CONDITIONS, type Condition } from '../finding';
import type { NounGroup, Range } from '../reading/nodes';
import { bodyClaims } from '../claims/bodies/bodies';
import { bodiesIn } from '../claims/bodies/bodyNames';
import type { Claim, JudgedClaim } from '../claims/claim';
import { agrees } from '../claims/counts/compareCount';
import { countClaims, isCounted, isUnit } from '../claims/counts/counts';
import { differenceOf } from '../claims/events/dateOfFact';
import { dateClaims } from '../claims/events/dates';
import { placeClaims } from '../claims/events/places';
import { isVerbOf } from '../claims/field';
import { contextOf, sentencesIn } from '../claims/findClaims';
import { placeNamed, placeOf } from '../claims/events/gazetteer';
import type { Records } from '../claims/records';
import { relationsOf, type Relation, type Relations, relationsIn } from '../claims/relation';
import { Utterance, type Note } from '../claims/utterance';
import type { TextTime } from '../reading/textTime/textTime';
import type { Surroundings } from '../surroundings/surroundings';
import { kindCandidatesIn, type KindCandidate } from './kinds';
import type { Termbase } from '../termbase/termbase';
import type { FirstVerdict } from '../verdicts/verdict';

/** The values of a part that relations might have read and did not, apart from its claims. */
export function findSetAside(
  surroundings: Surroundings,
  verdicts: readonly FirstVerdict[],
  termbase: Termbase,
  claims: readonly JudgedClaim[],
): readonly SetAside[] {
  const context = contextOf(surroundings, verdicts, termbase);
  const { discourse, records } = context;
  return [...sentencesIn(context)].flatMap(([sentence, asked]) => {
    if (asked === 0) return [];
    const lang = surroundings.languageOf(sentence.block);
    const site = discourse.siteOf(sentence);
    const time = (): TextTime => surroundings.rest.textTime();
    const noting = (notes: Note[]): Utterance => new Utterance(site, discourse, lang, time, undefined, notes);
    return setAsideIn(noting, claims, relationsOf(lang), records, surroundings);
  });
}

/** A value that a relation might have read, and the condition for which it reported nothing. */
export interface SetAside extends Span {
  readonly condition: Condition;
  readonly concept: string;
  /** The id of the fact with which the value was not compared. */
  readonly fact: string | undefined;
  readonly evidence: readonly Span[];
}

/** A relation that may read a value of a sentence. `ask` asks it alone. */
interface Candidate {
  readonly relation: Relation;
  readonly value: Range;
  readonly ask: (utterance: Utterance) => readonly Claim[];
  readonly isRight: (concept: string) => boolean;
}

/**
 * The values of a sentence that stand in one statement with a word of a relation and a name of its subject, are not
 * those of the record, and are not claimed. Each relation is asked once more, alone, in an utterance that notes why.
 */
function setAsideIn(
  utteranceWith: (notes: Note[]) => Utterance,
  claimed: readonly Span[],
  relations: Relations,
  records: Records,
  surroundings: Surroundings,
): readonly SetAside[] {
  const utterance = utteranceWith([]);
  const found = new Map<number, SetAside>();
  const right = new Set<number>();
  const candidates: readonly (Candidate | KindCandidate)[] = [
    ...candidatesIn(utterance, relations, records),
    ...kindCandidatesIn(utterance, records, surroundings),
  ];
  for (const { relation, value, ask, isRight } of candidates) {
    const span = utterance.span(value);
    const concept = 'field' in relation ? subjectBeside(utterance, value, relation) : relation.concept;
    if (concept === undefined || claimed.some((claim) => overlaps(claim, span))) continue;
    if (isRight(concept)) right.add(span.start);
    const notes: Note[] = [];
    if (ask(utteranceWith(notes)).some((claim) => overlaps(claim, span))) continue;
    const rank = ({ condition }: Note): number => CONDITIONS.indexOf(condition);
    const last = notes.reduce((a, b) => (rank(b) > rank(a) ? b : a), UNREAD);
    const known = found.get(span.start);
    if (known && CONDITIONS.indexOf(known.condition) >= rank(last)) continue;
    found.set(span.start, {
      ...span,
      condition: last.condition,
      concept,
      fact: 'field' in relation ? records.facts(concept, relation.file.property)[0]?.id : relation.fact,
      evidence: last.words ? [utterance.span(last.words)] : [],
    });
  }
  return [...found.values()].filter(({ start }) => !right.has(start));
}

const UNREAD: Note = { condition: 'unread-shape', words: undefined };

/** The relations of which a sentence has a word, each with the values of its kind. */
function candidatesIn(utterance: Utterance, all: Relations, records: Records): readonly Candidate[] {
  const { reading, grammar } = utterance;
  const { groups } = reading;
  return [
    ...all.counts.flatMap((relation) =>
      groups
        .filter(isCounted)
        .filter((group) => isUnit(group, relation, grammar))
        .map((group) => ({
          relation,
          value: group.quantity,
          ask: (each: Utterance) => countClaims(each, [relation], records),
          isRight: (concept: string) =>
            records.series(concept, relation.file.property).some((record) => agrees(group.quantity, record)),
        })),
    ),
    ...relationsIn(all.dates, utterance).flatMap((relation) =>
      reading.dates.map((date) => ({
        relation,
        value: date,
        ask: (each: Utterance) => dateClaims(each, [relation], records),
        isRight: (concept: string) =>
          [
            ...records.facts(concept, relation.file.property),
            ...(relation.file.also ?? []).map((id) => records.fact(id)),
          ].some((fact) => fact && differenceOf(date, fact, relation.file.precision) === undefined),
      })),
    ),
    ...relationsIn(all.places, utterance).flatMap((relation) =>
      groups.filter(placeOf).map((group) => ({
        relation,
        value: group,
        ask: (each: Utterance) => placeClaims(each, [relation], records),
        isRight: (concept: string) =>
          records
            .facts(concept, relation.file.property)
            .some(({ value }) => placeNamed(String(value)) === placeOf(group)),
      })),
    ),
    ...relationsIn(all.bodies, utterance).flatMap((relation) =>
      bodiesIn(utterance, relation).map((body) => ({
        relation,
        value: body,
        ask: (each: Utterance) => bodyClaims(each, [relation], records),
        isRight: () => body.names.some((name) => relation.file.rightNames?.includes(name)),
      })),
    ),
  ];
}

/** The subject that the value's statement names, if it also has a word of the relation. */
function subjectBeside(
  utterance: Utterance,
  { first: at }: Range,
  relation: Relation & { readonly units?: unknown },
): string | undefined {
  const { statements, groups } = utterance.reading;
  const { theme, agent, nouns } = relation.field;
  for (const { first, next, verb, subjects } of statements) {
    const from = Math.min(first, ...subjects.map((group) => group.first));
    const isInside = (group: NounGroup): boolean => group.first >= from && group.first < next;
    if (at < from || at >= next) continue;
    const isWorded =
      relation.units !== undefined ||
      [theme, agent].some((list) => isVerbOf(list, verb, utterance.reading)) ||
      groups.some((group) => isInside(group) && nouns.isIn(group.words));
    const own = isWorded && groups.filter(isInside).flatMap((group) => utterance.nameIn(group, relation) ?? [])[0];
    if (own) return own.concept;
  }
  return undefined;
}
