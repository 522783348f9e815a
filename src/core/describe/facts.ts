import { reliabilityOf } from '../citation/citable';
import { checkedOn } from '../citation/reference';
import type { Lang } from '../document';
import { SECTIONS, type Conflict, type Fact, type LocalText, type Section, type Source } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import type { Termbase } from '../termbase/termbase';
import { asOf, isDate, longDate, longPeriod } from '../wording/dates';
import { fill } from '../wording/fill';
import { escapeMarkdown } from './markdown';
import { resolved, sourceList, sourcesWith } from './sources';
import { isState } from '../termbase/age';
import { compareDates } from '../termbase/dates';
import { wordingIn, type Wording } from './wordings';

/** The text in the language; falls back to English. */
export function localText(text: LocalText, lang: Lang): string {
  return text[lang] ?? text.en;
}

/**
 * “Member States: 175”. Where the label or the value exists only in English, returns the whole statement in the
 * language of the wording, if there is one.
 */
export function factLabel(fact: Fact, wording: Wording): string {
  const { lang, properties } = wording;
  const statement = fact.statement[lang];
  // A sum of money needs its currency, which is written in English.
  const isNeutral = typeof fact.value === 'number' ? fact.unit?.startsWith('USD ') !== true : isDate(fact.value);
  if (lang !== 'en' && statement !== undefined && !(isNeutral && properties[fact.property] !== undefined))
    return statement;
  return wording.labelled(propertyLabel(fact.property, wording), factValue(fact, wording));
}

export function factValue(fact: Fact, wording: Wording): string {
  const { unit, value } = fact;
  if (typeof value === 'string') return longDate(value, wording);
  if (unit === undefined) return String(value);
  // A year has no separators, but a number with a unit is a count and has them: a space in languages with a decimal
  // comma. Spanish omits it in four-digit numbers.
  const isBare = wording.lang === 'es' && value < 10_000;
  const digits = isBare
    ? String(value)
    : String(value).replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, wording.lang === 'en' ? ',' : '\u202f');
  if (wording.lang !== 'en') return digits;
  if (unit.startsWith('USD ')) return `USD ${digits}${unit.slice(3)}`;
  return propertyLabel(fact.property, wording).toLowerCase().includes(unit.toLowerCase())
    ? digits
    : `${digits} ${unit}`;
}

/** “as of June 2025”, “1952–1980”, or the date of an event; empty where the value is the date. */
export function factDate(fact: Fact, wording: Wording): string {
  if (fact.asOf !== undefined) return asOf(longDate(fact.asOf, wording), wording.lang);
  if (fact.from === String(fact.value) || String(fact.value).startsWith(`${fact.from}/`)) return '';
  if (fact.from !== undefined && fact.to === undefined && !isState(fact)) return longDate(fact.from, wording);
  return longPeriod(fact.from, fact.to, wording);
}

export function propertyLabel(property: string, wording: Wording): string {
  const known = wording.properties[property];
  if (known !== undefined) return known;
  const words = property.replace(/-/g, ' ').replace(/\b(un|iom|imrf|sdg)\b/g, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A fact with the earlier values of the same property and subject, newest first. */
export interface FactSeries {
  readonly newest: Fact;
  readonly earlier: readonly Fact[];
}

/** The sections in order, each with all its facts; empty sections are omitted. */
export function factsBySection(termbase: Termbase): readonly (readonly [Section, readonly Fact[]])[] {
  return seriesBySection(termbase).map(([section, series]) => [
    section,
    series.flatMap(({ newest, earlier }) => [newest, ...earlier]),
  ]);
}

/** As {@link factsBySection}, but groups the values of a series. */
export function seriesBySection(termbase: Termbase): readonly (readonly [Section, readonly FactSeries[]])[] {
  const facts = [...termbase.facts.values()];
  return SECTIONS.map(
    (section) =>
      [
        section,
        seriesOf(
          section,
          facts.filter((fact) => fact.section === section),
        ),
      ] as const,
  ).filter(([, ofSection]) => ofSection.length > 0);
}

/** What is to be said about a fact, in the order in which hovers and the command line show it. */
export interface FactText {
  readonly statement: string;
  /** “as of June 2025, checked 27 November 2026”; may be empty. */
  readonly date: string;
  /** What others say, a line for each, with the reason why the record differs. */
  readonly conflicts: readonly string[];
  readonly note: string;
  readonly confidence: string;
  readonly sources: readonly Source[];
}

/** The text of a fact; `conflicts` are those to mention, by default all. */
export function factTextOf(
  termbase: Termbase,
  fact: Fact,
  lang: Lang,
  conflicts: readonly Conflict[] = fact.conflicts ?? [],
): FactText {
  const wording = wordingIn(lang);
  return {
    statement: localText(fact.statement, lang),
    date: [factDate(fact, wording), checkedOn(fact, lang)].filter(Boolean).join(', '),
    conflicts: conflicts.map(({ value, sources, verdict }) => {
      const who = resolved(termbase, sources).map(({ title }) => title);
      return `${fill(wording.othersSay, { value, who: who.join('; ') })} ${localText(verdict, lang)}`;
    }),
    note: fact.note === undefined ? '' : localText(fact.note, lang),
    confidence: wording.confidence[fact.confidence],
    sources: resolved(termbase, fact.sources),
  };
}

/** The text of a fact as Markdown that is safe to show. */
export function factMarkdown(termbase: Termbase, fact: Fact, lang: Lang): string {
  const { statement, date, conflicts, note, confidence } = factTextOf(termbase, fact, lang);
  return [
    escapeMarkdown(statement) + (date === '' ? '' : `  \n*${escapeMarkdown(date)}*`),
    ...conflicts.map(escapeMarkdown),
    escapeMarkdown(note),
    sourceList(sourcesWith(termbase, fact.sources), wordingIn(lang)),
    escapeMarkdown(confidence),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** Whether a source that is not weak gives another value. */
export function isDisputed(fact: Fact, { sources }: Termbase): boolean {
  return disagreements(fact).some((conflict) =>
    conflict.sources.some((id) => {
      const source = sources.get(id);
      return source !== undefined && reliabilityOf(source) !== 'weak';
    }),
  );
}

/** The newest date of any fact, which shows how current the termbase is. */
export function dataDate(termbase: Termbase): string | undefined {
  let newest: string | undefined;
  for (const { asOf, from } of termbase.facts.values()) {
    for (const date of [asOf, from]) if (date !== undefined && (newest === undefined || date > newest)) newest = date;
  }
  return newest;
}

/** The date by which facts of the same property are ordered. */
export function factTime(fact: Fact): string {
  return fact.asOf ?? fact.from ?? fact.to ?? '';
}

/** The properties that writers need most often, in that order. */
export const FIRST_PROPERTIES: readonly string[] = [
  'seat',
  'member-states',
  'observer-states',
  'head',
  'deputy-head',
  'staff',
  'budget',
  'un-status',
  'adopted',
  'endorsed',
  'objectives',
  'legal-force',
  'established',
  'coordinator',
];

export function rankOf({ property }: Fact, order: readonly string[] = FIRST_PROPERTIES): number {
  return order.includes(property) ? order.indexOf(property) : order.length;
}

/** History is listed in chronological order; the other sections begin with what readers ask for most. */
function seriesOf(section: Section, facts: readonly Fact[]): readonly FactSeries[] {
  if (section === 'history-and-names') {
    return [...facts].sort((a, b) => compareDates(factTime(a), factTime(b))).map((newest) => ({ newest, earlier: [] }));
  }
  // The subject with the most facts is the topic of the section.
  const weight = (subject: string) => facts.filter((fact) => fact.subject === subject).length;
  const weights = new Map(
    [...new Set(facts.map(({ subject }) => subject))].map((subject) => [subject, weight(subject)]),
  );
  const bySubject = (a: Fact, b: Fact) =>
    weights.get(b.subject)! - weights.get(a.subject)! || a.subject.localeCompare(b.subject);
  const sorted = [...facts].sort(
    (a, b) =>
      bySubject(a, b) ||
      rankOf(a) - rankOf(b) ||
      a.property.localeCompare(b.property) ||
      compareDates(factTime(b), factTime(a)),
  );
  const series: { newest: Fact; earlier: Fact[] }[] = [];
  for (const fact of sorted) {
    const last = series[series.length - 1];
    const continues =
      last?.newest.subject === fact.subject && last.newest.property === fact.property && factTime(fact) !== '';
    if (continues && isSeries(fact, sorted)) last.earlier.push(fact);
    else series.push({ newest: fact, earlier: [] });
  }
  return series;
}

/** Three or more values of a property over time form one expandable row; two are listed separately. */
function isSeries({ subject, property }: Fact, facts: readonly Fact[]): boolean {
  const same = facts.filter((fact) => fact.subject === subject && fact.property === property);
  return same.length > 2 && new Set(same.map(factTime)).size > 2;
}
