import type { Lang } from '../document';
import { foldedWords } from '../fold';
import { into } from '../into';
import { dayOfFact, dayOfText, lastDayOf } from '../claims/events/dateOfFact';
import type { DateGroup, Day } from '../reading/nodes';
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
const PLAIN = /^[\p{L}\p{M}\p{N}]+(?:[’'.,/–-][\p{L}\p{M}\p{N}]+)*$/u;

/**
 * Whether a fix puts one value for another of its kind, or one word for another, so that it neither drops nor adds a
 * word of the document: "in Geneva", "in Brussels"; "signed", "adopted".
 */
export function isLikeForLike(right: string, site: QuoteSite, termbase: Termbase): boolean {
  const { tokens, first, next, lang, quoted, utterance, values: old } = site;
  const { grammar } = utterance;
  const own = textValues(right, lang, termbase);
  if (withoutDigits(quoted) === withoutDigits(right)) return true;
  const isNone = (values: Values): boolean => kindsOf(values).every((count) => count === 0);
  const quote = tokens.slice(first, next).filter((token) => isTelling(token, grammar));
  // A name that the record does not know: "Amy Papa".
  const isUnknownName =
    isNone(old) && (first > 0 || quote.length > 1) && quote.every(({ written }) => /^\p{Lu}/u.test(written));
  if (isUnknownName && own.words.length === 0 && own.names.length + own.places.length === 1)
    return own.small.length === 0;
  if (old.small.join() !== own.small.join() || old.words.length !== own.words.length) return false;
  const isSameAs = (isSame: (a: string, b: string) => boolean): boolean =>
    old.words.every((word, i) => isSame(word, own.words[i]!));
  if (!isNone(old) || !isNone(own)) return kindsOf(old).join() === kindsOf(own).join() && isSameAs(isSameForm);
  const isVerb = (word: string): boolean => grammar.rareVerbForms({ written: word, folded: word }).length > 0;
  const isDenied = own.isDenying || quote.some((token) => isDenying(token, grammar));
  return !isDenied && isSameAs((a, b) => isVerb(a) === isVerb(b));
}

/** The number of values of each kind; a symbol is the name of a document. */
function kindsOf({ numbers, dates, symbols, places, names }: Values): readonly number[] {
  return [numbers.length, dates.length, places.length, Math.max(symbols.length, names.length)];
}

/** "Objective 9", "Objective 10". */
function withoutDigits(text: string): string {
  return text.replace(/\s+/g, '').replace(/\d+/g, '0');
}

/**
 * Whether the words of a fix come from the record: every number, date, name, symbol and place, and each run of words
 * between them as one piece, occurs in the line that is cited, in its translation, or in a name in use of a thing in
 * it. A run may begin and end with words that are replaced.
 */
export function comesFromRecord(right: string, quote: string, entry: Entry, lang: Lang, termbase: Termbase): boolean {
  if (right.length > LONGEST || NOT_PLAIN.test(right)) return false;
  // "Jr." is in a value itself; the full stop of a line is not: "Belgium."
  const forms = entry.kind === 'fact' ? [String(entry.fact.value)] : entry.name.terms.map(({ text }) => text);
  const written = new Set([quote, ...forms].flatMap((text) => text.split(' ')));
  if (!right.split(' ').every((word) => PLAIN.test(word) || written.has(word))) return false;
  const own = textValues(right, lang, termbase);
  const known = knownIn(entry, lang, termbase);
  const days = [...known.flatMap((text) => text.dates.flatMap(({ from, to }) => [from, to])), ...daysOf(entry)];
  // The number of an objective belongs to its name.
  const digits = known.flatMap(({ text }) => (text.match(/\d+/g) ?? []).map(Number));
  const millions = entry.kind === 'fact' ? Number(entry.fact.value) * 1_000_000 : NaN;
  const numbers = new Set([...known.flatMap((text) => text.numbers.map(({ value }) => value)), ...digits, millions]);
  const concepts = new Set(known.flatMap((text) => [...conceptsIn(text)]));
  concepts.add(entry.kind === 'fact' ? entry.fact.subject : entry.concept.id);
  const replaced = foldedWords(quote);
  return (
    own.numbers.every(
      ({ value }) => numbers.has(value) || days.some(({ day, year }) => day === value || year === value),
    ) &&
    own.dates.every((date) => isAmong(date, days)) &&
    own.symbols.every((symbol) => known.some(({ symbols }) => symbols.some((each) => isSameSymbol(each, symbol)))) &&
    own.names.every(({ terms, isNearMiss }) =>
      terms.some(({ status, entry: of }) => !isNearMiss && status !== 'deprecated' && concepts.has(of.concept.id)),
    ) &&
    own.places.every((place) => known.some(({ places }) => places.includes(place))) &&
    own.runs.every((run) => {
      const words = withoutEnds(run, replaced);
      return words.length === 0 || known.some(({ sentences }) => sentences.some((each) => isPiece(words, each)));
    })
  );
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

/** Whether both ends of a date are days of the record, to their common precision. */
function isAmong({ from, to }: DateGroup, days: readonly Day[]): boolean {
  return [from, to].every((stated) =>
    days.some((day) => UNITS.every((unit) => stated[unit] === undefined || stated[unit] === day[unit])),
  );
}

const UNITS = ['year', 'month', 'day'] as const;

function daysOf(entry: Entry): readonly Day[] {
  const { from, to } = entry.kind === 'fact' ? entry.fact : entry.name;
  const asOf = entry.kind === 'fact' ? entry.fact.asOf : undefined;
  const ends = [from, to, asOf].flatMap((date) => (date === undefined ? [] : [dayOfText(date)]));
  if (entry.kind === 'name') return ends;
  return [dayOfFact(entry.fact), lastDayOf(entry.fact) ?? dayOfFact(entry.fact), ...ends];
}

/** The texts of the record from which the words of a fix may come. */
function knownIn(entry: Entry, lang: Lang, termbase: Termbase): readonly TextValues[] {
  return into(
    into(KNOWN, entry, () => new Map<Lang, readonly TextValues[]>()),
    lang,
    () => readKnown(entry, lang, termbase),
  );
}

const KNOWN = new WeakMap<Entry, Map<Lang, readonly TextValues[]>>();

function readKnown(entry: Entry, lang: Lang, termbase: Termbase): readonly TextValues[] {
  if (entry.kind === 'name')
    return entry.name.terms.flatMap(({ text, lang: of, status, instead = [] }) =>
      (status === 'deprecated' ? instead : [text]).map((each) => textValues(withoutBraces(each), of, termbase)),
    );
  const { value, statement } = factValues(entry.fact, lang, termbase);
  const english = lang === 'en' ? [] : [factValues(entry.fact, 'en', termbase).statement];
  const subject = termbase.concepts.get(entry.fact.subject)?.names.flatMap(({ terms }) => terms) ?? [];
  const names = subject.filter(({ status }) => status !== 'deprecated').map(({ text }) => withoutBraces(text));
  const more = [textValues(names.join('. '), lang, termbase), textValues(entry.fact.unit ?? '', 'en', termbase)];
  return [value, statement, ...english, ...more];
}

/** The alternatives of a form, in one text: enough to compare words. */
function withoutBraces(text: string): string {
  return text.replace(/[{}]/g, '').replaceAll('|', ' ');
}
