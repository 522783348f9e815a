import type { Lang } from '../document';
import type { Fact } from '../termbase/concept';
import { compareDates, yearOf } from '../termbase/dates';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { yearPeriod } from './dates';
import { foldKey } from '../mentions/fold';
import { factDate, factLabel, factTime, localText } from './facts';
import { shortLabel } from './succession';
import { wordingIn } from './wording';

/** One thing that a writer can look up: a right name, or a fact. `also` is what else it is found by. */
export type Entry =
  | { readonly kind: 'term'; readonly label: string; readonly description: string; readonly detail: string; readonly also: string; readonly term: TermEntry }
  | { readonly kind: 'fact'; readonly label: string; readonly description: string; readonly detail: string; readonly also: string; readonly fact: Fact };

/**
 * The right names, those of the best known things first, then all facts, the newest of a series first. A name is one
 * row for all languages that write it alike, and is found by its other right forms too. Forms that were never right are
 * left out: nobody should pick one. So are things that are known only to be told apart from ours.
 */
export function lookUpEntries(termbase: Termbase, lang: Lang): readonly Entry[] {
  const wording = wordingIn(lang);
  const known = new Map<string, number>();
  for (const { subject } of termbase.facts.values()) known.set(subject, (known.get(subject) ?? 0) + 1);
  const weight = ({ entry }: TermEntry) => known.get(entry.concept.id) ?? 0;
  const right = termbase.terms.filter((term) => term.status !== 'deprecated' && term.suffix === '' && !term.entry.concept.shield).sort((a, b) => weight(b) - weight(a));
  const rows = new Map<string, TermEntry[]>();
  const others = new Map<string, string[]>();
  for (const term of right) {
    const name = `${term.entry.name.id} ${term.lang}`;
    if (term.status === 'admitted') others.set(name, [...(others.get(name) ?? []), term.text]);
    else rows.set(`${term.entry.name.id} ${term.text}`, [...(rows.get(`${term.entry.name.id} ${term.text}`) ?? []), term]);
  }
  const terms = [...rows.values()].map((same): Entry => {
    const [term] = same;
    const { name, concept } = term.entry;
    const period = yearPeriod(name.from, name.to, wording);
    const langs = [...new Set(same.map((each) => each.lang))];
    const also = langs.flatMap((each) => others.get(`${name.id} ${each}`) ?? []);
    const description = [langs.map((each) => wording.languages[each]).join(', '), period].filter((part) => part !== '').join(', ');
    return { kind: 'term', label: term.text, description, detail: localText(concept.definition, lang), also: [...new Set(also)].join(' · '), term };
  });
  const facts = [...termbase.facts.values()].sort((a, b) => compareDates(factTime(b), factTime(a))).map((fact): Entry => {
    const subject = subjectLabel(termbase, fact, lang);
    const description = [subject, factDate(fact, wording)].filter((part) => part !== '').join(', ');
    return { kind: 'fact', label: factLabel(fact, wording), description, detail: localText(fact.statement, lang), also: yearsOf(fact).join(' '), fact };
  });
  return [...terms, ...facts];
}

/**
 * What a search found, put in the order of a reader: what fits as it is written before what is merely like it (and that
 * only where nothing fits), names in the reader's own language before others, the newest value of a series first.
 */
export function rankEntries(found: readonly Entry[], query: string, lang: Lang): readonly Entry[] {
  const wanted = wordsOf(query);
  const begins = foldKey(query).trim();
  const fits = found.map((entry) => ({ entry, fit: fitOf(entry, wanted), nearness: nearnessOf(entry) }));
  const written = fits.filter(({ fit }) => fit < 2);
  const ranked = (written.length > 0 ? written : fits).sort((a, b) => a.fit - b.fit || b.nearness - a.nearness).map(({ entry }) => entry);
  const series = new Map<string, Entry[]>();
  for (const entry of ranked) if (entry.kind === 'fact') series.set(seriesOf(entry.fact), [...(series.get(seriesOf(entry.fact)) ?? []), entry]);
  for (const facts of series.values()) facts.sort((a, b) => (a.kind === 'fact' && b.kind === 'fact' ? compareDates(factTime(b.fact), factTime(a.fact)) : 0));
  return ranked.map((entry) => (entry.kind === 'fact' ? series.get(seriesOf(entry.fact))!.shift()! : entry));

  function nearnessOf(entry: Entry): number {
    const start = foldKey(entry.label).startsWith(begins) ? 2 : wordsOf(entry.label)[0]?.startsWith(wanted[0] ?? ' ') ? 1 : 0;
    return start + (entry.kind === 'term' && entry.term.lang !== lang ? 0 : 3);
  }
}

function seriesOf({ subject, property }: Fact): string {
  return `${subject}/${property}`;
}

/** 0 where each word begins a word of the entry's name, 1 where each does so somewhere in it, else 2. A number fits only itself: 7 is not 17. */
function fitOf({ label, description, detail, also }: Entry, wanted: readonly string[]): 0 | 1 | 2 {
  const isIn = (text: string): boolean => {
    const words = wordsOf(text);
    return wanted.every((word) => words.some((other) => (/^\d+$/.test(word) ? other === word : other.startsWith(word))));
  };
  return isIn(`${label} ${also}`) ? 0 : isIn(`${label} ${also} ${description} ${detail}`) ? 1 : 2;
}

/** Each year that a lasting state covers, so that "Director General 2015" finds who it was. */
function yearsOf(fact: Fact): readonly number[] {
  const from = yearOf(fact.from);
  const to = yearOf(fact.to);
  return from === undefined || to === undefined || to - from > 80 ? [] : Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

function wordsOf(text: string): readonly string[] {
  return foldKey(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** “IOM”: the thing that a fact speaks of, in short; empty for a subject that the termbase does not name. */
export function subjectLabel(termbase: Termbase, fact: Fact, lang: Lang): string {
  const concept = termbase.concepts.get(fact.subject);
  const name = concept?.names.find(({ to }) => to === undefined) ?? concept?.names[concept.names.length - 1];
  return name === undefined ? '' : shortLabel(termbase, name.id, lang);
}
