import { factDate, factTime, factValue, propertyLabel, rankOf } from '../describe/facts';
import { lookUpEntries, type Entry } from '../describe/lookUp';
import { isDate } from '../wording/dates';
import { wordingIn } from '../describe/wordings';
import { LANGS, type Lang } from '../document';
import { foldKey } from '../fold';
import type { Concept, Fact } from '../termbase/concept';
import { compareDates, yearOf } from '../termbase/dates';
import { isState } from '../termbase/age';
import type { Termbase } from '../termbase/termbase';
import { stemOf } from './stem';
import type { Field } from './wordIndex';
import { answers, FIRST_NAME, isBeginning, ORDINALS, PROPERTY_WORDS, significantWords } from './words';

/** An entry with what a query is compared with. */
export interface Row {
  readonly entry: Entry;
  /** The concept that the entry is about. */
  readonly subject: string;
  readonly fields: readonly Field[];
  /** Folded. */
  readonly label: string;
  /** Of the label, in words. */
  readonly size: number;
  /** From 0 to 1, by the number of facts about the subject. */
  readonly renown: number;
  /** Of two equal matches, the more requested one comes first, then the newer one. */
  readonly rank: number;
  /** The stems of the property's name in each language, where it has several words. */
  readonly property: readonly (readonly string[])[];
  /** Of the name of a property, in words: "session" is more common than "declaration endorsed". */
  readonly length: number;
  readonly time: string;
  /** The years in which it holds, both included; `undefined` without a date. */
  readonly years: readonly [first: number, last: number] | undefined;
  /** Whether it is a value at a date, which replaces that of another date. */
  readonly isCounted: boolean;
  /** Whether the value of a fact is the name of a person. */
  readonly isPerson: boolean;
  /** Whether it is the first name of a thing that had several, or the first state of a series. */
  readonly isFirst: boolean;
  /** Whether it is what to write instead of a wrong form. */
  readonly isRecommended: boolean;
}

/** All that can be looked up, in the order of an empty query. */
export function rowsOf(termbase: Termbase, lang: Lang, among: 'all' | 'facts'): readonly Row[] {
  const known = new Map<string, number>();
  for (const { subject } of termbase.facts.values()) known.set(subject, (known.get(subject) ?? 0) + 1);
  const wrong = wrongForms(termbase);
  const context: Context = {
    wrong,
    termbase,
    firsts: firstStates(termbase),
    begun: beginnings(termbase),
    people: peopleOf(termbase),
  };
  return lookUpEntries(termbase, lang)
    .filter(({ kind }) => among === 'all' || kind === 'fact')
    .map((entry) => {
      const subject = entry.kind === 'fact' ? entry.fact.subject : entry.term.entry.concept.id;
      return {
        entry,
        subject,
        label: foldKey(entry.label),
        size: entry.label.split(' ').length,
        renown: Math.min(1, (known.get(subject) ?? 0) / 50),
        ...(entry.kind === 'fact' ? ofFact(entry.fact, context) : ofTerm(entry, context)),
      };
    });
}

/** A word that the entry is about is `STRONG`; one that merely occurs in a sentence about it is weaker. */
export const STRONG = 0.5;
export const SENTENCE = 0.35;

const LABEL = 1;
export const VALUE = 0.9;
/** Another word for the property. */
const WORD = 0.72;
/** A word of the subject's name says what the entry is about, but not what it says about it. */
const NAME = 0.3;
/** An office is looked up for its holder. */
const HOLDER = 1.05;
/** A word of a form that it replaces. */
const WRONG = 0.6;

interface Context {
  /** The wrong forms, by what to write instead. */
  readonly wrong: ReadonlyMap<string, readonly string[]>;
  readonly termbase: Termbase;
  readonly people: ReadonlySet<string>;
  readonly firsts: ReadonlySet<Fact>;
  /** The years in which the things began: that of an instrument is part of how it is called. */
  readonly begun: ReadonlyMap<string, readonly string[]>;
}

function wrongForms({ terms }: Termbase): ReadonlyMap<string, readonly string[]> {
  const wrong = new Map<string, string[]>();
  for (const { text, status, instead } of terms)
    if (status === 'deprecated') for (const right of instead) wrong.set(right, [...(wrong.get(right) ?? []), text]);
  return wrong;
}

function peopleOf({ terms }: Termbase): ReadonlySet<string> {
  return new Set(terms.flatMap(({ text, entry }) => (entry.concept.kind === 'person' ? [text] : [])));
}

function firstStates({ facts }: Termbase): ReadonlySet<Fact> {
  const first = new Map<string, Fact>();
  for (const fact of facts.values()) {
    const key = `${fact.subject} ${fact.property}`;
    const known = first.get(key);
    if (isState(fact) && (known === undefined || compareDates(factTime(fact), factTime(known)) < 0))
      first.set(key, fact);
  }
  return new Set(first.values());
}

function beginnings({ facts }: Termbase): ReadonlyMap<string, readonly string[]> {
  const begun = new Map<string, string[]>();
  for (const { subject, property, value, from } of facts.values()) {
    if (!isBeginning(property)) continue;
    const year = yearOf(isDate(String(value)) ? String(value) : from);
    if (year !== undefined) begun.set(subject, [...(begun.get(subject) ?? []), String(year)]);
  }
  return begun;
}

type Compared = Omit<Row, 'entry' | 'subject' | 'label' | 'size' | 'renown'>;

function ofTerm(entry: Extract<Entry, { kind: 'term' }>, { begun, wrong }: Context): Compared {
  const { concept, name } = entry.term.entry;
  const from = yearOf(name.from);
  const to = yearOf(name.to);
  return {
    fields: [
      field(LABEL, entry.label),
      field(VALUE, entry.also, ...(begun.get(concept.id) ?? [])),
      field(VALUE, concept.names.length > 1 && concept.names[0] === name ? FIRST_NAME : ''),
      ...wrongFields(concept, wrong.get(entry.label) ?? []),
      field(NAME, ...concept.names.flatMap(({ terms }) => rightTexts(terms))),
      field(SENTENCE, entry.description, ...LANGS.map((lang) => concept.definition[lang] ?? '')),
    ],
    rank: 0,
    property: [],
    length: 0,
    time: '',
    years: from === undefined && to === undefined ? undefined : [from ?? -Infinity, to ?? Infinity],
    isCounted: false,
    isPerson: false,
    isFirst: concept.names.length > 1 && concept.names[0] === name,
    isRecommended: concept.kind === 'notion' && wrong.has(entry.label),
  };
}

/** The words of the forms that a name replaces; a word counts more if the thing has several wrong names with it. */
function wrongFields({ kind, names }: Concept, wrong: readonly string[]): readonly Field[] {
  if (kind !== 'notion' || wrong.length === 0) return [];
  const all = names.flatMap(({ terms }) => terms.filter(({ status }) => status === 'deprecated'));
  const counts = new Map<string, number>();
  for (const { text } of all)
    for (const word of new Set(significantWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const { words } = field(WRONG, ...wrong);
  return [
    { weight: WRONG, words: words.filter((word) => (counts.get(word) ?? 0) > 1) },
    { weight: STRONG, words },
  ];
}

function ofFact(fact: Fact, { termbase, people, firsts, begun }: Context): Compared {
  const wordings = LANGS.map(wordingIn);
  const { statement, property, value } = fact;
  const { names = [], kind } = termbase.concepts.get(fact.subject) ?? {};
  const labels = wordings.map((wording) => label(propertyLabel(property, wording)));
  const sentence = field(
    SENTENCE,
    ...withoutDays(
      fact,
      LANGS.map((lang) => statement[lang] ?? ''),
    ),
  );
  const isHolder = kind === 'office' && answers(property, 'who');
  return {
    fields: [
      ...labels,
      label(property.replaceAll('-', ' ')),
      field(WORD, PROPERTY_WORDS[property] ?? ''),
      field(
        VALUE,
        ...withoutDays(
          fact,
          wordings.map((wording) => factValue(fact, wording)),
        ),
      ),
      field(
        VALUE,
        fact.unit ?? '',
        ...withoutDays(fact, [String(value), ...wordings.map((wording) => factDate(fact, wording))]),
      ),
      // The first of a series of states is not the one that its sentence calls first in something.
      ...(isState(fact) ? [] : [ordinalsIn(sentence)]),
      field(isHolder ? HOLDER : NAME, fact.id, fact.subject, ...names.flatMap(({ terms }) => rightTexts(terms))),
      sentence,
      field(SENTENCE, ...(kind === 'instrument' ? (begun.get(fact.subject) ?? []) : [])),
    ],
    rank: isHolder ? 0.5 : 1 + rankOf(fact),
    property: labels.flatMap(({ words }) => (words.length > 1 ? [words.map(stemOf)] : [])),
    length: property.split('-').length,
    time: factTime(fact),
    years: yearsOf(fact),
    isCounted: fact.asOf !== undefined,
    isPerson: typeof value === 'string' && people.has(value),
    isFirst: firsts.has(fact),
    isRecommended: false,
  };
}

function yearsOf(fact: Fact): Row['years'] {
  const first = yearOf(fact.asOf ?? fact.from);
  const last = yearOf(fact.asOf ?? fact.to);
  if (first !== undefined && last === undefined && !isState(fact)) {
    const [, end = ''] = String(fact.value).split('/');
    return [first, isDate(end) ? yearOf(end)! : first];
  }
  return first === undefined && last === undefined ? undefined : [first ?? -Infinity, last ?? Infinity];
}

function rightTexts(terms: readonly { readonly text: string; readonly status?: string }[]): readonly string[] {
  return terms.flatMap(({ text, status }) => (status === 'deprecated' ? [] : [text]));
}

/** The days of dates are not asked for by number: "14" of "14 October" is not the fourteenth meeting. */
function withoutDays({ value, from, to, asOf }: Fact, texts: readonly string[]): readonly string[] {
  if (![value, from, to, asOf].some((date) => /^\d{4}-\d\d-\d\d/.test(String(date)))) return texts;
  return texts.map((text) => text.replace(/(?<![\d/.-])\d{1,2}(?= \p{L}|er )|(?<=\d{4}-\d\d)-\d\d/gu, ''));
}

/** The numbers of the ordinals in a sentence, which say which one of several the fact is about. */
function ordinalsIn({ words }: Field): Field {
  return { weight: VALUE, words: [...new Set(words.flatMap((word) => ORDINALS.get(word) ?? []))] };
}

/** One word of a long label says less: "Headquarters staff cut" is not about the headquarters. */
function label(text: string): Field {
  const { words } = field(LABEL, text);
  return { words, weight: Math.max(LABEL - (words.length - 1) / 12, 0.75) };
}

function field(weight: number, ...texts: readonly string[]): Field {
  return { weight, words: [...new Set(texts.flatMap((text) => significantWords(text)))] };
}
