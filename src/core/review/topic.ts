import { differenceOf } from '../claims/events/dateOfFact';
import { SHORT_NAMES } from '../claims/relation';
import type { Lang } from '../document';
import { foldKey } from '../fold';
import { into } from '../into';
import { classesOfBareNoun } from '../reading/naming';
import type { NounGroup } from '../reading/nodes';
import type { Statement } from '../reading/statement';
import type { Token } from '../reading/tokens';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { conceptsIn, factValues, type FactValues } from './factValues';
import { isNumbered } from './numberedParts';
import type { QuoteSite } from './quoteSite';
import { textIn } from './recordLines';
import { isOfOffice, placesOfTopic, topicWordsOf, type TopicWords } from './topicWords';
import { valuesIn, type Values } from './values';

/**
 * Whether the words around a quote speak of what a fact states: of its subject, and of its property, unless another
 * property of the subject, of which the quote is the right value, is nearer.
 */
export function isAbout(values: Values, site: QuoteSite, fact: Fact, termbase: Termbase): boolean {
  const { block, utterance, tokens } = site;
  if (isNumbered(fact)) return true;
  if (!speaksOf(fact.subject, values, site)) return false;
  const own = factValues(fact, site.lang, termbase);
  const topic = topicWordsOf(fact, site.lang, termbase);
  if (isOfAnotherEvent(values, site, topic, own) || isOfAnotherThing(fact, site, topic, own)) return false;
  const distanceOf = (each: Fact, isOther = false): number => {
    const places = placesOfTopic(topicWordsOf(each, site.lang, termbase), tokens, utterance.grammar);
    // The quoted words are no evidence that another fact is meant.
    const telling = isOther ? places.filter((place) => place < site.first || place >= site.next) : places;
    return Math.min(...telling.map((place) => distance(place, site)));
  };
  const nearness = distanceOf(fact);
  if (nearness === Infinity && !isIntroduced(fact, site, termbase))
    return block.kind === 'table-row' || block.kind === 'list-item';
  const rivals = factsOf(fact.subject, termbase).filter(
    (each) => each !== fact && isValueOf(values, site, each, termbase),
  );
  const nearest = Math.min(...rivals.map((each) => distanceOf(each, true)));
  if (nearest === Infinity) return true;
  return nearest > nearness || (nearest === nearness && !isSaid(fact, own, site));
}

/** Whether the paragraph speaks of a concept, or the sentence names nothing but what is quoted and may refer back. */
function speaksOf(concept: string, { names }: Values, { near, utterance }: QuoteSite): boolean {
  const { groups } = utterance.reading;
  const wanted = { concepts: new Set([concept]) };
  return (
    near.concepts.has(concept) ||
    groups.some((group) => utterance.refer(group, wanted).kind === 'own') ||
    groups.every(({ named }) => named.every(({ mention }) => names.some(({ start }) => start === mention.start)))
  );
}

/**
 * A date tells when the verb next to it happened. It is that of a tenure only where the verb speaks of an office, or
 * where it follows the office itself: "Director General of IOM since 2023, she visited".
 */
function isOfAnotherEvent({ dates }: Values, site: QuoteSite, topic: TopicWords, { value }: FactValues): boolean {
  const [date] = dates;
  if (!date || !value.names.some(({ terms }) => terms.some(({ entry }) => entry.concept.kind === 'person')))
    return false;
  const { tokens, lang, utterance } = site;
  const { grammar } = utterance;
  const verb = statementOf(site)?.verb;
  if (!verb || grammar.isVerbOf(verb, 'copula', 'have')) return false;
  const office = placesOfTopic(topic, tokens, grammar).findLast((place) => place < date.first);
  const isOfOwn = office !== undefined && verb.first > date.first && !tokens.slice(office, date.first).some(isEnd);
  return !isOfOwn && !verb.lemmas.some((lemma) => isOfOffice(lemma, lang));
}

/** Whether the subject of the statement is a thing apart: "Another union has 170 Member States". */
function isOfAnotherThing({ subject }: Fact, site: QuoteSite, topic: TopicWords, { value }: FactValues): boolean {
  const { utterance, tokens, first, next } = site;
  const { reading, grammar } = utterance;
  const wanted = { concepts: new Set([subject, ...conceptsIn(value)]) };
  if (reading.groups.some((group) => utterance.nameIn(group, wanted) ?? utterance.refer(group, wanted).kind === 'own'))
    return false;
  const places = placesOfTopic(topic, tokens, grammar);
  const mayBeOwn = (group: NounGroup): boolean => {
    const kinds = classesOfBareNoun(group, reading);
    return (
      (group.first < next && group.next > first) ||
      places.some((place) => place >= group.first && place < group.next) ||
      SHORT_NAMES.get(subject)?.some((kind) => kinds?.has(kind)) === true
    );
  };
  const subjects = statementOf(site)?.subjects ?? [];
  return (
    subjects.length > 0 &&
    subjects.every((group) => !mayBeOwn(group) && utterance.refer(group, wanted).kind === 'other')
  );
}

/** The innermost statement around the quote. */
function statementOf({ utterance, first, next }: QuoteSite): Statement | undefined {
  return utterance.reading.statements.findLast((each) => each.first <= first && each.next >= next);
}

/** Whether the preceding sentence speaks of the property. */
function isIntroduced(fact: Fact, { utterance, lang }: QuoteSite, termbase: Termbase): boolean {
  const topic = topicWordsOf(fact, lang, termbase);
  return utterance.discourse
    .readingsBefore(utterance.site, 1)
    .some(({ sentence }) => placesOfTopic(topic, sentence.tokens, utterance.grammar).length > 0);
}

/** The tokens between a place and the quote; one that ends a part of the sentence counts as several. */
function distance(place: number, { tokens, first, next, utterance: { grammar } }: QuoteSite): number {
  if (place >= first && place < next) return 0;
  const between = place < first ? tokens.slice(place + 1, first) : tokens.slice(next, place);
  const parts = between.filter((token) => isEnd(token) || grammar.is(token, 'coordinator')).length;
  return between.length + 1 + parts * PART;
}

function isEnd({ written }: Token): boolean {
  return written === ',' || written === ';' || written === ':';
}

/** In tokens. */
const PART = 6;

/**
 * Whether a fact states the very words of a quote, or its number. A date in it belongs to a value that the sentence
 * must state as well: in 2014 IOM had 156 Member States.
 */
function isValueOf(values: Values, site: QuoteSite, fact: Fact, termbase: Termbase): boolean {
  const { tokens, first, next, lang } = site;
  if (values.numbers.some(({ value }) => value === fact.value)) return true;
  const own = factValues(fact, lang, termbase);
  const quoted = [...conceptsIn(values)];
  const stated = conceptsIn(own.value);
  if (quoted.length > 0 && quoted.every((concept) => stated.has(concept))) return true;
  const quote = keyOf(
    tokens
      .slice(first, next)
      .map(({ written }) => written)
      .join(' '),
  );
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
