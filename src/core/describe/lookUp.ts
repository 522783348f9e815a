import type { Lang } from '../document';
import type { Fact } from '../termbase/concept';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { yearPeriod } from './dates';
import { factDate, factLabel, localText } from './facts';
import { shortLabel } from './succession';
import { wordingIn } from './wording';

/** One thing that a writer can look up: a right name, or a fact. */
export type Entry =
  | { readonly kind: 'term'; readonly label: string; readonly description: string; readonly detail: string; readonly term: TermEntry }
  | { readonly kind: 'fact'; readonly label: string; readonly description: string; readonly detail: string; readonly fact: Fact };

/**
 * All right names, those of the best known things first, then all facts. Forms that were never right are left out: nobody
 * should pick one.
 */
export function lookUpEntries(termbase: Termbase, lang: Lang): readonly Entry[] {
  const wording = wordingIn(lang);
  const known = new Map<string, number>();
  for (const { subject } of termbase.facts.values()) known.set(subject, (known.get(subject) ?? 0) + 1);
  const weight = ({ entry }: TermEntry) => known.get(entry.concept.id) ?? 0;
  const right = termbase.terms.filter((term) => term.status !== 'deprecated').sort((a, b) => weight(b) - weight(a));
  const terms = right.map((term): Entry => {
    const { name, concept } = term.entry;
    const period = yearPeriod(name.from, name.to, wording);
    const description = [wording.languages[term.lang], period].filter((part) => part !== '').join(', ');
    return { kind: 'term', label: term.text, description, detail: localText(concept.definition, lang), term };
  });
  const facts = [...termbase.facts.values()].map((fact): Entry => {
    const subject = subjectLabel(termbase, fact, lang);
    const description = [subject, factDate(fact, wording)].filter((part) => part !== '').join(', ');
    return { kind: 'fact', label: factLabel(fact, wording), description, detail: localText(fact.statement, lang), fact };
  });
  return [...terms, ...facts];
}

/** “IOM”: the thing that a fact speaks of, in short; empty for a subject that the termbase does not name. */
export function subjectLabel(termbase: Termbase, fact: Fact, lang: Lang): string {
  const concept = termbase.concepts.get(fact.subject);
  const name = concept?.names.find(({ to }) => to === undefined) ?? concept?.names[concept.names.length - 1];
  return name === undefined ? '' : shortLabel(termbase, name.id, lang);
}
