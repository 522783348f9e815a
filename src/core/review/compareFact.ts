import { isInOffice } from '../claims/heads/months';
import type { Records } from '../claims/records';
import { foldKey, foldedWords } from '../fold';
import type { Mention } from '../mentions/findMentions';
import { isState } from '../termbase/age';
import type { Fact, Name } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { compareDate } from './compareDate';
import { compareNumber } from './compareNumber';
import type { Comparison } from './comparison';
import { conceptsIn, factValues, type FactValues, type TextValues } from './factValues';
import { compareNumbered, isNumbered, partsIn } from './numberedParts';
import type { QuoteSite, SentenceTime } from './quoteSite';
import { isAbout, keyOf, statementKeyOf } from './topic';
import { isSameSymbol, isSameWord, type Values } from './values';

/**
 * Compares the values of a quote with a fact, with the functions that the rules use. A quote that the line has itself,
 * while it has not what the reader would put there (`right`), agrees with it.
 */
export function compareFact(
  values: Values,
  site: QuoteSite,
  fact: Fact,
  right: string | undefined,
  records: Records,
  termbase: Termbase,
): Comparison {
  const own = factValues(fact, site.lang, termbase);
  const comparison = compareValues(values, site, fact, own, records, termbase);
  if (comparison === 'agrees' || isRefuted(comparison, values, site, right, fact, own)) return 'agrees';
  const isValue = values.words.length === 0 || comparison === 'contradicts';
  return isValue && !isAbout(values, site, fact, termbase) ? 'unrelated' : comparison;
}

function isRefuted(
  comparison: Comparison,
  { numbers }: Values,
  { tokens, first, next, lang }: QuoteSite,
  right: string | undefined,
  fact: Fact,
  { statement }: FactValues,
): boolean {
  // Of several numbers of a line, another one may be meant.
  const isOne = numbers.length === 0 || statement.numbers.length === 1;
  if (statement.isDenying || (right === undefined && !(comparison === 'open' && isOne))) return false;
  const quote = tokens.slice(first, next).map(({ written }) => written);
  const isIn = (text: string): boolean => statementKeyOf(fact, lang).includes(keyOf(text));
  return isIn(quote.join(' ')) && (right === undefined || !isIn(right));
}

function compareValues(
  values: Values,
  site: QuoteSite,
  fact: Fact,
  own: FactValues,
  records: Records,
  termbase: Termbase,
): Comparison {
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
  if (isOtherPerson(values, site, own)) results.push('contradicts');
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

/** Whether a quote is a name of which the line has a part, but not all: "Amy Papa". */
function isOtherPerson({ words, names }: Values, { tokens, first, next }: QuoteSite, { value }: FactValues): boolean {
  const quote = tokens.slice(first, next).filter(({ kind }) => kind === 'word');
  const isName = words.length > 1 && names.length === 0 && quote.every(({ written }) => /^\p{Lu}/u.test(written));
  if (!isName || value.names.length === 0) return false;
  const known = foldedWords(value.text);
  return words.some((word) => known.includes(word)) && !words.every((word) => known.includes(word));
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
