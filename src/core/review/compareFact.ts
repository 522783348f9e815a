import { isInOffice } from '../claims/heads/months';
import type { Records } from '../claims/records';
import { foldedWords } from '../fold';
import { isState } from '../termbase/age';
import type { Fact } from '../termbase/concept';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { compareDate } from './compareDate';
import { compareNumber } from './compareNumber';
import type { Comparison } from './comparison';
import { factValues, type FactValues, type TextValues } from './factValues';
import { compareNumbered, isNumbered, partsIn } from './numberedParts';
import type { QuoteSite, SentenceTime } from './quoteSite';
import { isAbout, keyOf, statementKeyOf } from './topic';
import { isSameSymbol, isSameWord } from './values';

/**
 * Compares the values of a quote with a fact, with the functions that the rules use. A quote that the line has itself,
 * while it has not what the reader would put there (`right`), agrees with it.
 */
export function compareFact(
  site: QuoteSite,
  fact: Fact,
  right: string | undefined,
  records: Records,
  termbase: Termbase,
): Comparison {
  const own = factValues(fact, site.lang, termbase);
  const comparison = compareValues(site, fact, own, records, termbase);
  if (comparison === 'agrees' || isRefuted(comparison, site, right, fact, own)) return 'agrees';
  const isValue = site.values.words.length === 0 || comparison === 'contradicts';
  return isValue && !isAbout(site, fact, termbase) ? 'unrelated' : comparison;
}

function isRefuted(
  comparison: Comparison,
  { quoted, lang, values: { numbers } }: QuoteSite,
  right: string | undefined,
  fact: Fact,
  { statement }: FactValues,
): boolean {
  // Of several numbers of a line, another one may be meant.
  const isOne = numbers.length === 0 || statement.numbers.length === 1;
  if (statement.isDenying || (right === undefined && !(comparison === 'open' && isOne))) return false;
  const isIn = (text: string): boolean => statementKeyOf(fact, lang).includes(keyOf(text));
  return isIn(quoted) && (right === undefined || !isIn(right));
}

function compareValues(site: QuoteSite, fact: Fact, own: FactValues, records: Records, termbase: Termbase): Comparison {
  const { values } = site;
  const { value, statement } = own;
  const parts = isNumbered(fact) ? partsIn(values) : undefined;
  const results: Comparison[] = [
    ...values.symbols.map((each) => compareAmong(each, value.symbols, statement.symbols, isSameSymbol)),
    ...values.places.map((each) => compareAmong(each, value.places, statement.places)),
    ...values.dates.map((date) => compareDate(date, site, fact, own)),
    ...(parts
      ? compareNumbered(parts, site, fact)
      : values.numbers.map((number) => compareNumber(number, site, fact, own, records))),
    ...(values.names.length > 0 && !parts?.length ? [compareNames(site, fact, value, records, termbase)] : []),
    ...(isOtherPerson(site, value) ? ['contradicts' as const] : []),
  ];
  if (results.includes('disputed')) return 'disputed';
  if (results.includes('contradicts')) return 'contradicts';
  if (!isRelevant(site, fact, statement)) return 'agrees';
  // Other words may be what is wrong: "signed by 164 States".
  const known = foldedWords(`${statement.text} ${value.text}`);
  const isKnown = results.length > 0 && values.words.every((word) => known.some((each) => isSameWord(each, word)));
  return (isKnown || values.words.length === 0) && results.every((result) => result === 'agrees') ? 'agrees' : 'open';
}

/**
 * Compares a value of a quote with those of a fact. Without any, those in its statement may agree with it, and a line
 * without such a value does not contradict one.
 */
function compareAmong<T>(
  quoted: T,
  value: readonly T[],
  statement: readonly T[],
  isSame = (a: T, b: T): boolean => a === b,
): Comparison {
  const known = value.length > 0 ? value : statement;
  if (known.length === 0 || known.some((each) => isSame(each, quoted))) return 'agrees';
  return value.length > 0 ? 'contradicts' : 'open';
}

/** Whether a quote is a name of which the line has a part, but not all: "Amy Papa". */
function isOtherPerson({ values: { words, names }, tokens, first, next }: QuoteSite, value: TextValues): boolean {
  const quote = tokens.slice(first, next).filter(({ kind }) => kind === 'word');
  const isName = words.length > 1 && names.length === 0 && quote.every(({ written }) => /^\p{Lu}/u.test(written));
  if (!isName || value.names.length === 0) return false;
  const known = foldedWords(value.text);
  return words.some((word) => known.includes(word)) && !words.every((word) => known.includes(word));
}

/** The properties in which the names of the subject itself are the value. */
const OF_NAMES = /name|label|abbreviation|tag-line|title|kind|not-/;

function compareNames(
  { values: { names, words }, time, lang }: QuoteSite,
  fact: Fact,
  value: TextValues,
  records: Records,
  termbase: Termbase,
): Comparison {
  const isWrongForm = names.some(
    ({ terms, isNearMiss }) => isNearMiss || terms.every(({ status }) => status === 'deprecated'),
  );
  if (isWrongForm) return 'open';
  // A name of a body does not agree with another one, even though both denote the same body.
  const isOfName = OF_NAMES.test(fact.property);
  const idOf = ({ entry }: TermEntry): string => (isOfName ? entry.name.id : entry.concept.id);
  const isAllOf = (text: TextValues): boolean => {
    const ids = new Set(text.names.flatMap(({ terms }) => terms.map(idOf)));
    return names.every(({ terms }) => terms.some((term) => ids.has(idOf(term))));
  };
  // A fact does not contradict the name of the thing that it is about.
  const isOwn =
    words.length === 0 &&
    names.every(({ terms }) => terms.some(({ entry }) => entry.concept.id === fact.subject)) &&
    names.every(({ terms }) => terms.every(({ status }) => status !== 'superseded'));
  if (isOwn && !isOfName) return 'agrees';
  if (value.names.length === 0) return 'open';
  if (isAllOf(value)) return isNowOrThen(fact, time) ? 'agrees' : 'open';
  const isOfThen = records
    .facts(fact.subject, fact.property)
    .some((each) => each !== fact && isAllOf(factValues(each, lang, termbase).value) && isThen(each, time));
  return isOfThen && !isNowOrThen(fact, time) ? 'agrees' : 'contradicts';
}

/** Whether a fact with a beginning held at a time that is known. */
function isThen(fact: Fact, time: SentenceTime): boolean {
  return fact.from !== undefined && time.kind !== 'unknown' && isNowOrThen(fact, time);
}

function isNowOrThen(fact: Fact, time: SentenceTime): boolean {
  if (fact.from === undefined || (!isState(fact) && fact.to === undefined)) return true;
  if (time.kind === 'unknown') return true;
  return time.kind === 'present' ? fact.to === undefined : isInOffice(fact, time.months);
}

/**
 * Whether a paragraph has anything in common with a fact: its subject, or a word. The cells of a table and the items of
 * a list are too short to show it.
 */
function isRelevant({ block, near, utterance }: QuoteSite, { subject }: Fact, { text }: TextValues): boolean {
  if (block.kind === 'table-row' || block.kind === 'list-item' || near.concepts.has(subject)) return true;
  const own = foldedWords(text);
  return near.words.some(
    (word) =>
      word.folded.length > 3 && !utterance.grammar.isSmall(word) && own.some((each) => isSameWord(each, word.folded)),
  );
}
