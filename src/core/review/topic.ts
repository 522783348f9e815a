import { differenceOf } from '../claims/events/dateOfFact';
import { SHORT_NAMES } from '../claims/relation';
import type { Lang } from '../document';
import { foldKey } from '../fold';
import { into } from '../into';
import { classesOfBareNoun } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import type { Statement } from '../reading/statement';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { conceptsIn, factValues, type FactValues } from './factValues';
import { isNumbered } from './numberedParts';
import type { QuoteSite } from './quoteSite';
import { textIn } from './recordLines';
import { isOfOffice, placesOfTopic, topicWordsOf } from './topicWords';
import { valuesIn } from './values';

/**
 * Whether the words around a quote speak of what a fact states: the paragraph of its subject, and the clause of its
 * property, unless another property of the subject, of which the quote is the right value, is nearer.
 */
export function isAbout(site: QuoteSite, fact: Fact, termbase: Termbase): boolean {
  if (isNumbered(fact)) return true;
  if (!speaksOf(fact.subject, site)) return false;
  const clause = clauseOf(site);
  const placesOf = (each: Fact): readonly number[] =>
    placesOfTopic(topicWordsOf(each, site.lang, termbase), site.tokens, site.utterance.grammar).filter(
      (place) => place >= clause.first && place < clause.next,
    );
  const own = factValues(fact, site.lang, termbase);
  const places = placesOf(fact);
  if (isOfAnotherThing(fact.subject, own, site, clause, places) || isOfAnotherEvent(own, site, clause, places))
    return false;
  if (places.length === 0) return isEntry(site);
  const nearestOf = (all: readonly number[]): number => Math.min(...all.map((place) => distance(place, site)));
  const rivals = factsOf(fact.subject, termbase).filter((each) => each !== fact && isValueOf(site, each, termbase));
  // The quoted words are no evidence that another fact is meant.
  const isOutside = (place: number): boolean => place < site.first || place >= site.next;
  const [nearness, nearest] = [nearestOf(places), nearestOf(rivals.flatMap(placesOf).filter(isOutside))];
  return nearest > nearness || (nearest === nearness && !isSaid(fact, own, site));
}

/** A cell or an item is too short to say what it is about. */
function isEntry({ block }: QuoteSite): boolean {
  return block.kind === 'table-row' || block.kind === 'list-item';
}

/** Whether the paragraph speaks of a concept, or the sentence names nothing but what is quoted and may refer back. */
function speaksOf(concept: string, { near, utterance, values: { names } }: QuoteSite): boolean {
  const { groups } = utterance.reading;
  const wanted = { concepts: new Set([concept]) };
  return (
    near.concepts.has(concept) ||
    groups.some((group) => utterance.refer(group, wanted).kind === 'own') ||
    groups.every(({ named }) => named.every(({ mention }) => names.some(({ start }) => start === mention.start)))
  );
}

/** The innermost statement around the quote, else the sentence. */
function clauseOf({ utterance, tokens, first, next }: QuoteSite): Clause {
  const around = utterance.reading.statements.filter(
    (each) => each.first <= first && each.next >= next && (each.kind === 'main' || each.kind === 'relative'),
  );
  const [clause] = around.sort((a, b) => a.next - a.first - (b.next - b.first));
  return clause ?? { first: 0, next: tokens.length, verb: undefined, subjects: [] };
}

type Clause = Pick<Statement, 'first' | 'next' | 'verb' | 'subjects'>;

/** Whether the subject of the clause is a thing apart: "Another union has 170 Member States". */
function isOfAnotherThing(
  concept: string,
  { value }: FactValues,
  { utterance, first, next }: QuoteSite,
  { subjects }: Clause,
  places: readonly number[],
): boolean {
  const { reading } = utterance;
  const wanted = { concepts: new Set([concept, ...conceptsIn(value)]) };
  const isOwn = (group: NounGroup): boolean =>
    utterance.refer(group, wanted).kind === 'own' || utterance.nameIn(group, wanted) !== undefined;
  const mayBeOwn = (group: NounGroup): boolean =>
    (group.first < next && group.next > first) ||
    places.some((place) => place >= group.first && place < group.next) ||
    SHORT_NAMES.get(concept)?.some((kind) => classesOfBareNoun(group, reading)?.has(kind)) === true;
  return (
    subjects.length > 0 &&
    !reading.groups.some(isOwn) &&
    subjects.every((group) => !mayBeOwn(group) && utterance.refer(group, wanted).kind === 'other')
  );
}

/**
 * A date tells when the verb of its clause happened. It is that of a tenure only where the verb speaks of an office, or
 * where it follows the office itself: "Director General of IOM since 2023, she visited".
 */
function isOfAnotherEvent(
  { value }: FactValues,
  { tokens, utterance: { grammar }, lang, values }: QuoteSite,
  { verb }: Clause,
  places: readonly number[],
): boolean {
  const [date] = values.dates;
  const isTenure = value.names.some(({ terms }) => terms.some(({ entry }) => entry.concept.kind === 'person'));
  if (!isTenure || !date || !verb || grammar.isVerbOf(verb, 'copula', 'have')) return false;
  const office = places.findLast((place) => place < date.first);
  const isOfOwn =
    office !== undefined &&
    verb.first > date.first &&
    !tokens.slice(office, date.first).some(({ written }) => written === ',');
  return !isOfOwn && !verb.lemmas.some((lemma) => isOfOffice(lemma, lang));
}

/** The number of tokens between a place and the quote. */
function distance(place: number, { first, next }: QuoteSite): number {
  return place < first ? first - place : Math.max(0, place - next + 1);
}

/**
 * Whether a fact states the very words of a quote, or its number. A date in it belongs to a value that the sentence
 * must state as well: in 2014 IOM had 156 Member States.
 */
function isValueOf(site: QuoteSite, fact: Fact, termbase: Termbase): boolean {
  const { values, quoted, lang } = site;
  if (values.numbers.some(({ value }) => value === fact.value)) return true;
  const own = factValues(fact, lang, termbase);
  const named = [...conceptsIn(values)];
  const stated = conceptsIn(own.value);
  if (named.length > 0 && named.every((concept) => stated.has(concept))) return true;
  const quote = keyOf(quoted);
  if (quote === '' || !statementKeyOf(fact, lang).includes(quote)) return false;
  const { numbers, places, dates } = own.value;
  const isOfValue = dates.length === 0 && numbers.length + places.length + stated.size > 0;
  return values.dates.length === 0 || !isOfValue || isSaid(fact, own, site);
}

const KEYS = new WeakMap<Fact, Map<Lang, string>>();

export function statementKeyOf(fact: Fact, lang: Lang): string {
  const keys = into(KEYS, fact, () => new Map<Lang, string>());
  return into(keys, lang, () => keyOf(textIn(fact.statement, lang)));
}

/** Words and numbers, folded, each between blanks. */
export function keyOf(text: string): string {
  const words = foldKey(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length === 0 ? '' : ` ${words.join(' ')} `;
}

/** Whether the sentence has the value of the fact already, outside the quote. */
function isSaid(fact: Fact, { value }: FactValues, { tokens, first, next, utterance, dates }: QuoteSite): boolean {
  const names = utterance.reading.groups.flatMap(({ named }) => named.map(({ mention }) => mention));
  const right = conceptsIn(value);
  const isIn = (from: number, to: number): boolean => {
    if (from >= to) return false;
    const said = valuesIn({ tokens, first: from, next: to, dates, names, text: '' }, utterance.grammar);
    return (
      said.numbers.some((number) => number.value === fact.value) ||
      said.dates.some((date) => value.dates.length > 0 && differenceOf(date, fact, 'day') === undefined) ||
      said.places.some((place) => value.places.includes(place)) ||
      [...conceptsIn(said)].some((concept) => right.has(concept))
    );
  };
  return isIn(0, first) || isIn(next, tokens.length);
}

const BY_SUBJECT = new WeakMap<Termbase, Map<string, readonly Fact[]>>();

function factsOf(subject: string, termbase: Termbase): readonly Fact[] {
  const all = into(BY_SUBJECT, termbase, () => new Map<string, readonly Fact[]>());
  return into(all, subject, () => [...termbase.facts.values()].filter((fact) => fact.subject === subject));
}
