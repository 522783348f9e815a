import type { Concept, Fact } from '../termbase/concept';
import { compareDates } from '../termbase/dates';
import type { NameEntry, TermEntry, Termbase } from '../termbase/termbase';
import { factTime } from './facts';

/** A concept, and those of its terms that match. */
export interface Match {
  readonly concept: Concept;
  readonly terms: readonly TermEntry[];
}

/**
 * The facts of the time in which the body had a former name, oldest first; `undefined` unless all terms belong to
 * former names.
 */
export function factsOfPeriod(termbase: Termbase, terms: readonly TermEntry[]): readonly Fact[] | undefined {
  if (terms.length === 0 || terms.some(({ entry }) => entry.name.to === undefined)) return undefined;
  const wasThen = (fact: Fact, { name, concept }: NameEntry): boolean => {
    const time = factTime(fact);
    return (
      fact.subject === concept.id &&
      time !== '' &&
      compareDates(time, name.from ?? '') >= 0 &&
      compareDates(time, name.to!) <= 0
    );
  };
  return [...termbase.facts.values()]
    .filter((fact) => terms.some(({ entry }) => wasThen(fact, entry)))
    .sort((a, b) => compareDates(factTime(a), factTime(b)));
}

/** The concepts that a name, an abbreviation or the id of a concept denotes. */
export function matchesOf(termbase: Termbase, wanted: string): readonly Match[] {
  const key = fold(wanted);
  const exact = termbase.terms.filter(({ text }) => fold(text) === key);
  if (exact.length > 0) return byConcept(exact);
  const concept = termbase.concepts.get(wanted);
  return concept === undefined ? [] : [{ concept, terms: [] }];
}

function byConcept(terms: readonly TermEntry[]): Match[] {
  const concepts = [...new Set(terms.map(({ entry }) => entry.concept))];
  return concepts.map((concept) => {
    const own = terms.filter(({ entry }) => entry.concept === concept);
    // A person's name is the same in every language, and is listed once.
    return {
      concept,
      terms: own.filter(
        (term, i) => own.findIndex(({ text, status }) => text === term.text && status === term.status) === i,
      ),
    };
  });
}

/** Normalizes text for a search: ignores case, accents and kinds of blank. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
