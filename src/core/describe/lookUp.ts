import type { Lang } from '../document';
import type { Fact } from '../termbase/concept';
import { compareDates } from '../termbase/dates';
import { lastNameOf, type TermEntry, type Termbase } from '../termbase/termbase';
import { yearPeriod } from '../wording/dates';
import { factDate, factLabel, factTime, localText } from './facts';
import { shortLabel } from './succession';
import { wordingIn } from './wordings';

/** An entry that a writer can look up: a correct name, or a fact. `also` contains other texts that match it. */
export type Entry =
  | {
      readonly kind: 'term';
      readonly label: string;
      readonly description: string;
      readonly detail: string;
      readonly also: string;
      readonly langs: readonly Lang[];
      readonly term: TermEntry;
    }
  | {
      readonly kind: 'fact';
      readonly label: string;
      readonly description: string;
      readonly detail: string;
      readonly also: string;
      readonly fact: Fact;
    };

/**
 * Returns the correct names, those with the most facts first, then the facts, newest first. A name is one row for all
 * languages that write it the same way, and is also found by its other correct forms. Forms that were never correct
 * are omitted, so that nobody picks one.
 */
export function lookUpEntries(termbase: Termbase, lang: Lang): readonly Entry[] {
  const wording = wordingIn(lang);
  const known = new Map<string, number>();
  for (const { subject } of termbase.facts.values()) known.set(subject, (known.get(subject) ?? 0) + 1);
  const weight = ({ entry }: TermEntry) => known.get(entry.concept.id) ?? 0;
  const right = termbase.terms
    .filter((term) => term.status !== 'deprecated' && term.suffix === '')
    .sort((a, b) => weight(b) - weight(a));
  const rows = new Map<string, TermEntry[]>();
  const others = new Map<string, string[]>();
  for (const term of right) {
    const name = `${term.entry.name.id} ${term.lang}`;
    if (term.status === 'admitted') others.set(name, [...(others.get(name) ?? []), term.text]);
    else
      rows.set(`${term.entry.name.id} ${term.text}`, [...(rows.get(`${term.entry.name.id} ${term.text}`) ?? []), term]);
  }
  const terms = [...rows.values()].map((same): Entry => {
    const [term] = same;
    const { name, concept } = term!.entry;
    const period = yearPeriod(name.from, name.to, wording);
    const langs = [...new Set(same.map((each) => each.lang))];
    const also = langs.flatMap((each) => others.get(`${name.id} ${each}`) ?? []);
    const description = [langs.map((each) => wording.languages[each]).join(', '), period]
      .filter((part) => part !== '')
      .join(', ');
    return {
      kind: 'term',
      label: term!.text,
      description,
      detail: localText(concept.definition, lang),
      also: [...new Set(also)].join(' · '),
      langs,
      term: term!,
    };
  });
  const recommended = recommendedTerms(termbase, new Set(right.map(({ text }) => text))).map(
    ({ text, term }): Entry => ({
      kind: 'term',
      label: text,
      description: wording.languages[term.lang],
      detail: localText(term.entry.concept.definition, lang),
      also: '',
      langs: [term.lang],
      term: term!,
    }),
  );
  const facts = [...termbase.facts.values()]
    .filter(({ checkOnly }) => checkOnly !== true)
    .sort((a, b) => compareDates(factTime(b), factTime(a)))
    .map((fact): Entry => {
      const subject = subjectLabel(termbase, fact, lang);
      const description = [subject, factDate(fact, wording)].filter((part) => part !== '').join(', ');
      return {
        kind: 'fact',
        label: factLabel(fact, wording),
        description,
        detail: localText(fact.statement, lang),
        also: '',
        fact,
      };
    });
  return [...terms, ...recommended, ...facts];
}

/** Replacements of wrong terms that are not official terms themselves: "irregular migrant". */
function recommendedTerms(
  termbase: Termbase,
  known: ReadonlySet<string>,
): readonly { readonly text: string; readonly term: TermEntry }[] {
  const found = new Map<string, TermEntry>();
  for (const term of termbase.terms) {
    if (term.suffix !== '' || term.status !== 'deprecated') continue;
    for (const text of term.instead) if (!known.has(text) && !found.has(text)) found.set(text, term);
  }
  return [...found].map(([text, term]) => ({ text, term }));
}

/** “IOM”: the short name of the subject of a fact; empty for a subject that the termbase does not name. */
export function subjectLabel(termbase: Termbase, fact: Fact, lang: Lang): string {
  const concept = termbase.concepts.get(fact.subject);
  const name = concept && lastNameOf(concept);
  return name === undefined ? '' : shortLabel(termbase, name.id, lang);
}
