import type { Concept, Fact } from '../termbase/concept';
import { compareDates } from '../termbase/dates';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { factTime } from './facts';
import type { Match } from './matches';
import { resolved } from './sources';

// The shapes are a contract, as those in core/findings/json.ts.

/** A fact with everything that the termbase contains about it, with complete sources. */
export function jsonFact(termbase: Termbase, fact: Fact) {
  return {
    ...fact,
    sources: resolved(termbase, fact.sources),
    conflicts: (fact.conflicts ?? []).map((conflict) => ({
      ...conflict,
      sources: resolved(termbase, conflict.sources),
    })),
  };
}

/** A concept that matches a query, with its names over time and the facts about it, newest first. */
export function jsonMatch(termbase: Termbase, { concept, terms }: Match) {
  const { id, kind, definition, successor, sameAs } = concept;
  return {
    concept: { id, kind, definition, successor, sameAs },
    terms: terms.map(jsonTerm),
    names: concept.names.map(({ id: nameId, from, to, because, sources }) => ({
      id: nameId,
      from,
      to,
      because,
      sources: resolved(termbase, sources),
      terms: termbase.terms.filter(({ entry }) => entry.name.id === nameId).map(jsonTerm),
    })),
    facts: factsOn(termbase, concept).map((fact) => jsonFact(termbase, fact)),
  };
}

/** The facts about a concept, newest first. */
export function factsOn(termbase: Termbase, { id }: Concept): readonly Fact[] {
  return [...termbase.facts.values()]
    .filter(({ subject }) => subject === id)
    .sort((a, b) => compareDates(factTime(b), factTime(a)));
}

function jsonTerm({ text, lang, form, status, loose, instead, entry }: TermEntry) {
  return { text, lang, form, status, loose, instead, name: entry.name.id };
}
