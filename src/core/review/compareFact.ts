import { agrees } from '../claims/counts/compareCount';
import { dayOfFact, differenceOf, isDateOf } from '../claims/dates/dateOfFact';
import { isInOffice, type Months } from '../claims/heads/terms';
import type { CountRecord, Records } from '../claims/records';
import { topicRelationOf, topicsIn } from '../claims/objectives/topics';
import { foldKey, foldedWords } from '../fold';
import type { DateGroup, Quantity } from '../reading/nodes';
import type { Mention } from '../mentions/findMentions';
import type { Fact, Name } from '../termbase/concept';
import { isState } from '../termbase/age';
import type { Termbase } from '../termbase/termbase';
import { conceptsIn, factValues, type FactValues, type TextValues } from './factValues';
import type { QuoteSite, SentenceTime } from './quoteSite';
import { isSameSymbol, isSameWord, type Values } from './values';
import { boundaryOf, fitsBoundary, spanFits } from './tenureDates';

/**
 * What a comparison shows:
 * - `contradicts`: a value of the quote is not that of the record
 * - `agrees`: the quote is right at the time of which its sentence speaks, or the record does not speak of such a value
 * - `disputed`: sources disagree, and some give the value of the quote
 * - `open`: nothing can be compared
 */
export type Comparison = 'contradicts' | 'agrees' | 'disputed' | 'open';

/** Compares the values of a quote with a fact, with the functions that the rules use. */
export function compareFact(
  values: Values,
  site: QuoteSite,
  fact: Fact,
  records: Records,
  termbase: Termbase,
): Comparison {
  const own = factValues(fact, site.lang, termbase);
  const results: Comparison[] = [
    ...values.symbols.map((symbol) => compareSymbol(symbol, own)),
    ...(isNumbered(fact)
      ? compareNumbered(partsIn(values), site, fact)
      : values.numbers.map((number) => compareNumber(number, site, fact, own, records))),
    ...values.dates.map((date) => compareDate(date, site, fact, own)),
    ...values.places.map((place) =>
      own.value.places.length === 0
        ? ('open' as const)
        : own.value.places.includes(place)
          ? ('agrees' as const)
          : ('contradicts' as const),
    ),
    ...(values.names.length > 0 && !(isNumbered(fact) && partsIn(values).length > 0)
      ? [compareNames(values, site, fact, own, records, termbase)]
      : []),
  ];
  if (results.includes('disputed')) return 'disputed';
  if (results.includes('contradicts')) return 'contradicts';
  // Other words may be what is wrong: "signed by 164 States".
  const known = [...foldedWords(own.statement.text), ...foldedWords(own.value.text)];
  const other = values.words.filter((word) => !known.some((each) => isSameWord(each, word)));
  if (!isRelevant(site, fact, own.statement)) return 'agrees';
  if (results.length > 0)
    return other.length === 0 && results.every((result) => result === 'agrees') ? 'agrees' : 'open';
  return compareWords(values, site, fact, own);
}

function compareSymbol(symbol: string, { value, statement }: FactValues): Comparison {
  const known = value.symbols.length > 0 ? value.symbols : statement.symbols;
  if (known.length === 0) return 'open';
  return known.some((each) => isSameSymbol(each, symbol)) ? 'agrees' : 'contradicts';
}

function compareNumber(
  number: Quantity,
  site: QuoteSite,
  fact: Fact,
  { value, statement }: FactValues,
  records: Records,
): Comparison {
  if (typeof fact.value === 'number' && fact.unit !== undefined) return compareCount(number, site, fact, records);
  const known = value.numbers.length > 0 ? value.numbers : statement.numbers;
  const isIn = (each: Quantity): boolean => each.value === number.value;
  // A statement without any number does not contradict one.
  if (known.length === 0)
    return value.dates.length + statement.dates.length > 0 || value.symbols.length > 0 ? 'open' : 'agrees';
  if (!known.some(isIn)) return 'contradicts';
  // "152-5-12": which of the numbers is meant cannot be told from the number.
  return known.every(isIn) ? 'agrees' : 'open';
}

function compareCount({ value, hedge }: Quantity, site: QuoteSite, fact: Fact, records: Records): Comparison {
  const fits = (record: CountRecord): boolean => agrees({ value, hedge }, record);
  const series = records.series(fact.subject, fact.property).filter((record) => record.fact.unit === fact.unit);
  const cited = series.find((record) => record.fact === fact);
  const { time } = site;
  if (cited && fits(cited)) return 'agrees';
  if (fact.conflicts?.some((conflict) => conflict.value === value) === true) return 'disputed';
  if (!cited || fact.asOf === undefined || time.kind === 'unknown') return 'contradicts';
  const newest = series.at(-1)!;
  const then = time.kind === 'present' ? [newest] : recordsAt(series, time.months);
  if (then.some(fits)) return 'agrees';
  if (time.kind === 'present' || then.some((record) => isWithin(monthsOfRecord(record), time.months)))
    return 'contradicts';
  const values = then.map((record) => record.value);
  // The record has no value of its own for the time, and the number lies between its neighbours.
  if (value >= Math.min(...values) && value <= Math.max(...values)) return 'agrees';
  return time.months.from > monthsOfRecord(newest).to && value >= newest.value ? 'agrees' : 'contradicts';
}

/** The values at a time: the last one before it and those within it, or its neighbours where it has none. */
function recordsAt(series: readonly CountRecord[], time: Months): readonly CountRecord[] {
  const within = series.filter((record) => isWithin(monthsOfRecord(record), time));
  const before = series.filter((record) => monthsOfRecord(record).to < time.from).slice(-1);
  const after = within.length > 0 ? [] : series.filter((record) => monthsOfRecord(record).from > time.to).slice(0, 1);
  return [...before, ...within, ...after];
}

function isWithin(a: Months, b: Months): boolean {
  return a.from <= b.to && a.to >= b.from;
}

function monthsOfRecord({ fact }: CountRecord): Months {
  const [year, month] = (fact.asOf ?? fact.from ?? '').split('-').map(Number);
  const [lastYear, lastMonth] = (fact.asOf ?? fact.to ?? fact.from ?? '').split('-').map(Number);
  return { from: year! * 12 + (month ?? 1), to: lastYear! * 12 + (lastMonth ?? 12) };
}

/** The facts of the numbered parts of a text, whose number is in the statement. */
function isNumbered({ subject }: Fact): boolean {
  return isPart(subject);
}

function isPart(concept: string): boolean {
  return NUMBERED.concepts.has(concept) && !NUMBERED.file.subjects.includes(concept);
}

const NUMBERED = topicRelationOf('en');

/** The numbers of the parts in a quote: "9", "Objective 9 of the Compact". */
function partsIn({ numbers, names }: Values): readonly number[] {
  const named = names.flatMap(({ terms }) =>
    terms.slice(0, 1).flatMap(({ entry: { concept } }) => (isPart(concept.id) ? [partOf(concept.id)] : [])),
  );
  return [...numbers.map(({ value }) => value), ...named];
}

function partOf(concept: string): number {
  return Number(/\d+$/.exec(concept)?.[0]);
}

/** "Objective 9" is right where the sentence is on the topic of objective 9 only. */
function compareNumbered(
  numbers: readonly number[],
  { utterance, lang, first, next }: QuoteSite,
  fact: Fact,
): readonly Comparison[] {
  if (numbers.length === 0) return [];
  const topics = topicsIn(utterance.words, topicRelationOf(lang));
  const outside = topics.filter((topic) => topic.first >= next || topic.next <= first);
  const isOnTopic =
    numbers.length === 1 &&
    outside.every((topic) => topic.numbers.has(numbers[0]!)) &&
    outside.some(({ telling }) => telling !== undefined);
  if (isOnTopic) return ['agrees'];
  return [numbers.some((number) => number !== partOf(fact.subject)) ? 'contradicts' : 'open'];
}

function compareDate(date: DateGroup, site: QuoteSite, fact: Fact, { value, statement }: FactValues): Comparison {
  const event = withDay(fact);
  if (fact.from !== undefined && (isState(fact) || fact.to !== undefined)) return comparePeriod(date, site, fact);
  const { year, month } = dayOfFact(event);
  const hasDate = Boolean(year ?? month);
  // The date of a count is that of a report, and others may fit as well.
  if (!hasDate || (fact.asOf !== undefined && value.dates.length === 0)) {
    const known = [...value.dates, ...statement.dates];
    return known.length === 0 && fact.asOf === undefined ? 'agrees' : 'open';
  }
  const wrong = differenceOf(date, event, 'day');
  if (wrong === undefined) return 'agrees';
  return fact.conflicts?.some((conflict) => isDateOf(String(conflict.value), date, wrong)) === true
    ? 'disputed'
    : 'contradicts';
}

/** The fact with the day on which it happened, where its value is only the year. */
function withDay(fact: Fact): Fact {
  const value = String(fact.value);
  return fact.from !== undefined && /^\d{4}(?:-\d\d)?$/.test(value) && fact.from.startsWith(value)
    ? { ...fact, value: fact.from }
    : fact;
}

/** A state has a beginning and an end, and a word such as "until" says which of them a date is. */
function comparePeriod(date: DateGroup, { utterance, first, next }: QuoteSite, fact: Fact): Comparison {
  if (date.isSpan && date.from.year !== date.to.year) {
    // A quote of one end of a span says that this end is wrong.
    const end = first > date.first ? 'to' : next < date.next ? 'from' : undefined;
    if (end) return fitsBoundary(date[end], boundaryOf(fact, end), true) ? 'agrees' : 'contradicts';
    const fit = spanFits(date, fact);
    return fit === 'whole' || fit === 'within' ? 'agrees' : 'contradicts';
  }
  const isEnd = utterance.reading.statements.some(({ complements }) =>
    complements.some(
      ({ group, roles }) =>
        group.kind === 'date' && group.first === date.first && (roles.has('until') || roles.has('before')),
    ),
  );
  return fitsBoundary(date.from, boundaryOf(fact, isEnd ? 'to' : 'from'), true) ? 'agrees' : 'contradicts';
}

/** The properties in which the names of the subject itself are the value. */
const OF_NAMES = /name|label|abbreviation|tag-line|title|kind|not-/;

function compareNames(
  values: Values,
  site: QuoteSite,
  fact: Fact,
  { value }: FactValues,
  records: Records,
  termbase: Termbase,
): Comparison {
  const quoted = conceptsIn(values);
  const isWrongForm = values.names.some(
    ({ terms, isNearMiss }) => isNearMiss || terms.every(({ status }) => status === 'deprecated'),
  );
  if (isWrongForm) return 'open';
  // A fact does not contradict the name of the thing that it is about.
  const isOwn =
    quoted.size === 1 &&
    quoted.has(fact.subject) &&
    values.words.length === 0 &&
    values.names.every(({ terms }) => terms.every(({ status }) => status !== 'superseded'));
  if (isOwn && !OF_NAMES.test(fact.property)) return 'agrees';
  const right = conceptsIn(value);
  // One name of a body does not agree with another one, even though they denote the same body.
  const namesOf = (mentions: readonly Mention[]): readonly Name[] =>
    mentions.flatMap(({ terms }) =>
      terms.filter(({ status }) => status !== 'deprecated').map(({ entry }) => entry.name),
    );
  const stated = namesOf(value.names);
  const isOtherName =
    OF_NAMES.test(fact.property) &&
    stated.length > 0 &&
    !namesOf(values.names).some((name) => stated.includes(name)) &&
    isNowOrThen(fact, site.time);
  if (isOtherName) return 'contradicts';
  const isAll = (set: ReadonlySet<string>): boolean =>
    values.names.every(({ terms }) => terms.some(({ entry }) => set.has(entry.concept.id)));
  if (right.size > 0) {
    if (isAll(right)) return isNowOrThen(fact, site.time) && isNear(fact.subject, site) ? 'agrees' : 'open';
    const others = records
      .facts(fact.subject, fact.property)
      .filter((each) => each !== fact && each.from !== undefined);
    const then = others.some(
      (each) =>
        isAll(conceptsIn(factValues(each, site.lang, termbase).value)) &&
        isNowOrThen(each, site.time) &&
        site.time.kind !== 'unknown',
    );
    return then && !isNowOrThen(fact, site.time) ? 'agrees' : 'contradicts';
  }
  return 'open';
}

function isNowOrThen(fact: Fact, time: SentenceTime): boolean {
  if (fact.from === undefined || (!isState(fact) && fact.to === undefined)) return true;
  if (time.kind === 'unknown') return true;
  return time.kind === 'present' ? fact.to === undefined : isInOffice(fact, time.months);
}

function isNear(concept: string, { near }: QuoteSite): boolean {
  return near.concepts.has(concept);
}

/**
 * Words agree where they are the value itself, or several plain words of a statement that denies nothing. Function
 * words alone say nothing, unless they deny.
 */
function compareWords(
  { words: meaning }: Values,
  site: QuoteSite,
  fact: Fact,
  { value, statement }: FactValues,
): Comparison {
  const { grammar } = site.utterance;
  const denies = site.tokens.slice(site.first, site.next).some((token) => grammar.is(token, 'negation'));
  if (meaning.length === 0 && !denies) return 'agrees';
  if (fact.property.startsWith('not-')) return 'open';
  const words = site.tokens.slice(site.first, site.next).filter(({ kind }) => kind === 'word');
  const quote = words.map(({ folded }) => folded).join(' ');
  if (quote === foldKey(value.text)) return 'agrees';
  const isPlain = words.length >= 2 && words.every(({ written }) => /^\p{Ll}/u.test(written));
  return isPlain && !statement.isDenying && ` ${foldKey(statement.text)} `.includes(` ${quote} `) ? 'agrees' : 'open';
}

/**
 * Whether a paragraph has anything in common with a fact: its subject, or a word. The cells of a table and the items of
 * a list are too short to show it.
 */
function isRelevant(site: QuoteSite, { subject }: Fact, { text }: TextValues): boolean {
  const { block, utterance } = site;
  if (block.kind === 'table-row' || block.kind === 'list-item' || isNear(subject, site)) return true;
  const own = foldedWords(text);
  return site.near.words.some(
    (word) =>
      word.folded.length > 3 && !utterance.grammar.isSmall(word) && own.some((each) => isSameWord(each, word.folded)),
  );
}
