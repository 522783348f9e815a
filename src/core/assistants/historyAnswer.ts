import { dataDate, localText } from '../describe/facts';
import { fullLabel, shortLabel, succession } from '../describe/succession';
import { wordingIn } from '../describe/wordings';
import type { Lang } from '../document';
import type { Concept, Form } from '../termbase/concept';
import type { TermEntry, Termbase } from '../termbase/termbase';
import type { HistoryInput } from './input';
import { searchRecord } from './searchRecord';
import { citedSources, type CitedSource } from './sources';
import { NOTHING_KNOWN } from './wording';

export interface HistoryAnswer {
  readonly query: string;
  readonly language: Lang;
  readonly recordAsOf?: string;
  readonly results: readonly NameHistory[];
  readonly note?: string;
}

export interface NameHistory {
  /** Id of the concept. */
  readonly concept: string;
  readonly isA: string;
  readonly definition: string;
  /** In chronological order, with those of the bodies that it replaced and that replaced it. */
  readonly names: readonly NameInTime[];
  /** Addresses of the same concept in other databases. */
  readonly sameAs?: readonly string[];
}

export interface NameInTime {
  /** Id of the concept that has the name. */
  readonly concept: string;
  readonly name: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly because: string;
  readonly forms: readonly {
    readonly text: string;
    readonly language: Lang;
    readonly form: Form;
    readonly status: TermEntry['status'];
  }[];
  readonly sources: readonly CitedSource[];
}

const MOST_CONCEPTS = 3;

/** The names that a concept had one after the other; of several concepts if the query denotes several. */
export function historyAnswer({ name, language }: HistoryInput, termbase: Termbase, spoken: Lang): HistoryAnswer {
  const lang = language ?? spoken;
  const results = conceptsFor(termbase, name, lang).map((concept) => nameHistory(termbase, concept, lang));
  return {
    query: name,
    language: lang,
    recordAsOf: dataDate(termbase),
    results,
    note: results.length === 0 ? NOTHING_KNOWN : undefined,
  };
}

export function nameHistory(termbase: Termbase, concept: Concept, lang: Lang): NameHistory {
  const wording = wordingIn(lang);
  return {
    concept: concept.id,
    isA: wording.kinds[concept.kind],
    definition: localText(concept.definition, lang),
    names: succession(termbase, concept, lang, wording).flatMap(({ nameId }) => nameInTime(termbase, nameId, lang)),
    sameAs: concept.sameAs,
  };
}

function conceptsFor(termbase: Termbase, query: string, lang: Lang): readonly Concept[] {
  const known = termbase.concepts.get(query.trim());
  if (known !== undefined) return [known];
  const { named, hits } = searchRecord(termbase, query, lang);
  const terms = named.length > 0 ? named : hits.flatMap((hit) => (hit.kind === 'name' ? [hit.term] : []));
  return [...new Set(terms.map(({ entry }) => entry.concept))].slice(0, MOST_CONCEPTS);
}

function nameInTime(termbase: Termbase, nameId: string, lang: Lang): readonly NameInTime[] {
  const entry = termbase.names.get(nameId);
  if (entry === undefined) return [];
  const { name, concept } = entry;
  return [
    {
      concept: concept.id,
      name: fullLabel(termbase, nameId, lang) ?? shortLabel(termbase, nameId, lang),
      validFrom: name.from,
      validTo: name.to,
      because: localText(name.because, lang),
      forms: termbase.terms.flatMap((term) =>
        term.entry.name.id === nameId && term.suffix === ''
          ? [{ text: term.text, language: term.lang, form: term.form, status: term.status }]
          : [],
      ),
      sources: citedSources(termbase, name.sources),
    },
  ];
}
