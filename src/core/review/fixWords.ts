import type { Lang } from '../document';
import { foldedWords } from '../fold';
import { dayOfFact, lastDayOf } from '../claims/dates/dateOfFact';
import type { DateGroup, Day } from '../reading/nodes';
import type { Fact, Name } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { conceptsIn, factValues, textValues, type TextValues } from './factValues';
import type { Entry } from './recordLines';
import type { QuoteSite } from './quoteSite';
import { isDenying, isSameForm, isSameSymbol, isTelling, type Values } from './values';

/** In code units: a fix replaces a few words. */
const LONGEST = 200;
/** Characters that are markup in some format, or that nobody writes in a name, number or date. */
const NOT_PLAIN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>&%#$_`{}\\|*[\]~^]/u;

/** A word, number or symbol, with single marks between its parts. */
const PLAIN = /^[\p{L}\p{M}\p{N}]+(?:[’'.,/–-][\p{L}\p{M}\p{N}]+)*\.?$/u;

/**
 * Whether a fix puts one value for another of its kind, or one word for another, so that it neither drops nor adds a
 * word of the document: "in Geneva", "in Brussels"; "signed", "adopted".
 */
export function isLikeForLike(right: string, site: QuoteSite, termbase: Termbase): boolean {
  const { tokens, first, next, lang, utterance, values: old } = site;
  const { grammar } = utterance;
  const own = textValues(right, lang, termbase);
  if (withoutDigits(textOf(site)) === withoutDigits(right)) return true;
  const [oldWords, newWords] = [old.runs.flat(), own.runs.flat()];
  const isNone = (values: Values): boolean => kindsOf(values).every((count) => count === 0);
  const quote = tokens.slice(first, next).filter((token) => isTelling(token, grammar));
  // A name that the record does not know: "Amy Papa".
  const isUnknownName =
    isNone(old) && (first > 0 || quote.length > 1) && quote.every(({ written }) => /^\p{Lu}/u.test(written));
  if (isUnknownName && newWords.length === 0 && own.names.length + own.places.length === 1)
    return own.small.length === 0;
  if (!isSame(old.small, own.small) || oldWords.length !== newWords.length) return false;
  if (!isNone(old) || !isNone(own))
    return isSame(kindsOf(old), kindsOf(own)) && oldWords.every((word, i) => isSameForm(word, newWords[i]!));
  const isVerb = (word: string): boolean => grammar.rareVerbForms({ written: word, folded: word }).length > 0;
  const isDenied = own.isDenying || quote.some((token) => isDenying(token, grammar));
  return !isDenied && oldWords.every((word, i) => isVerb(word) === isVerb(newWords[i]!));
}

/** The number of values of each kind; a symbol is the name of a document. */
function kindsOf({ numbers, dates, symbols, places, names }: Values): readonly number[] {
  return [numbers.length, dates.length, places.length, Math.max(symbols.length, names.length)];
}

/** "Objective 9", "Objective 10". */
function withoutDigits(text: string): string {
  return text.replace(/\d+/g, '0');
}

function textOf({ tokens, first, next }: QuoteSite): string {
  const { start } = tokens[first]!;
  return tokens.slice(first, next).reduce((text, token) => text.padEnd(token.start - start) + token.written, '');
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}

/**
 * Whether the words of a fix come from the record: every number, date, name, symbol and place, and each run of words
 * between them as one piece, occurs in the line that is cited, in its translation, or in a name in use of a thing in
 * it. A run may begin and end with words that are replaced.
 */
export function comesFromRecord(right: string, quote: string, entry: Entry, lang: Lang, termbase: Termbase): boolean {
  if (right.length > LONGEST || NOT_PLAIN.test(right) || endsSentence(right, quote, entry)) return false;
  const own = textValues(right, lang, termbase);
  const known = knownIn(entry, lang, termbase);
  const days = daysOf(entry);
  const numbers = new Set(known.flatMap((text) => text.numbers.map(({ value }) => value)));
  // The number of an objective belongs to its name.
  for (const { text } of known) for (const digits of text.match(/\d+/g) ?? []) numbers.add(Number(digits));
  if (entry.kind === 'fact' && typeof entry.fact.value === 'number') {
    numbers.add(entry.fact.value);
    numbers.add(entry.fact.value * 1_000_000);
  }
  const dates = known.flatMap((text) => text.dates.flatMap(({ from, to }) => [from, to]));
  const all = [...dates, ...days];
  const concepts = new Set(known.flatMap((text) => [...conceptsIn(text)]));
  concepts.add(entry.kind === 'fact' ? entry.fact.subject : entry.concept.id);
  const symbols = known.flatMap((text) => text.symbols);
  const places = known.flatMap((text) => text.places);
  const sentences = known.flatMap((text) => text.sentences);
  const replaced = foldedWords(quote);
  return (
    right.split(' ').every((word) => PLAIN.test(word) || known.some(({ text }) => text.includes(word))) &&
    own.numbers.every(
      ({ value }) => numbers.has(value) || all.some(({ day, year }) => day === value || year === value),
    ) &&
    own.dates.every((date) => isAmong(date, all)) &&
    own.symbols.every((symbol) => symbols.some((each) => isSameSymbol(each, symbol))) &&
    own.names.every(({ terms, isNearMiss }) =>
      terms.some(({ status, entry: of }) => !isNearMiss && status !== 'deprecated' && concepts.has(of.concept.id)),
    ) &&
    own.places.every((place) => places.includes(place)) &&
    own.runs.every((run) => {
      const words = withoutEnds(run, replaced);
      return words.length === 0 || sentences.some((sentence) => isPiece(words, sentence));
    })
  );
}

/** Whether a fix takes the full stop of a line along: "Belgium."; not "Jr.", which is in the value itself. */
function endsSentence(right: string, quote: string, entry: Entry): boolean {
  const own = entry.kind === 'fact' ? [String(entry.fact.value)] : entry.name.terms.map(({ text }) => text);
  const known = [quote, ...own].flatMap((text) => text.split(' '));
  return right.split(' ').some((word) => word.endsWith('.') && !known.includes(word));
}

/** The words between those at both ends that are among the replaced ones. */
function withoutEnds(words: readonly string[], replaced: readonly string[]): readonly string[] {
  const isNew = (word: string): boolean => !replaced.includes(word);
  return words.slice(words.findIndex(isNew), words.findLastIndex(isNew) + 1);
}

/** Whether words follow one another in a sentence, apart from their endings. */
function isPiece(words: readonly string[], sentence: readonly string[]): boolean {
  return sentence.some((_, at) => words.every((word, i) => isSameForm(word, sentence[at + i] ?? '')));
}

function isAmong({ from, to }: DateGroup, days: readonly Day[]): boolean {
  const fits = (stated: Day): boolean =>
    days.some((day) =>
      (['year', 'month', 'day'] as const).every((unit) => stated[unit] === undefined || stated[unit] === day[unit]),
    );
  return fits(from) && fits(to);
}

function daysOf(entry: Entry): readonly Day[] {
  const ends = (of: Fact | Name): readonly Day[] =>
    [of.from, of.to].flatMap((date) => (date === undefined ? [] : [dayOf(date)]));
  if (entry.kind === 'name') return ends(entry.name);
  const { fact } = entry;
  const last = lastDayOf(fact);
  return [
    dayOfFact(fact),
    ...(last ? [last] : []),
    ...ends(fact),
    ...(fact.asOf === undefined ? [] : [dayOf(fact.asOf)]),
  ];
}

function dayOf(date: string): Day {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
}

const cache = new WeakMap<Entry, Map<Lang, readonly TextValues[]>>();

/** The texts of the record from which the words of a fix may come. */
function knownIn(entry: Entry, lang: Lang, termbase: Termbase): readonly TextValues[] {
  let byLang = cache.get(entry);
  if (!byLang) cache.set(entry, (byLang = new Map()));
  let known = byLang.get(lang);
  if (!known) byLang.set(lang, (known = readKnown(entry, lang, termbase)));
  return known;
}

function readKnown(entry: Entry, lang: Lang, termbase: Termbase): readonly TextValues[] {
  const read = (text: string, of: Lang): TextValues => textValues(text, of, termbase);
  if (entry.kind === 'name')
    return entry.name.terms.flatMap(({ text, lang: of, status, instead = [] }) =>
      (status === 'deprecated' ? instead : [text]).flatMap((each) => alternatives(each).map((form) => read(form, of))),
    );
  const { value, statement } = factValues(entry.fact, lang, termbase);
  const english = lang === 'en' ? [] : [factValues(entry.fact, 'en', termbase).statement];
  const subject = termbase.concepts.get(entry.fact.subject)?.names.flatMap(({ terms }) => terms) ?? [];
  const names = subject.filter(({ status }) => status !== 'deprecated').flatMap(({ text }) => alternatives(text));
  return [value, statement, ...english, read(names.join('. '), lang), read(entry.fact.unit ?? '', 'en')];
}

/** The texts that braces stand for, of the first pair only: enough to compare words. */
function alternatives(text: string): readonly string[] {
  return [text.replace(/[{}]/g, '').replaceAll('|', ' ')];
}
