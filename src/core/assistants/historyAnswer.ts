import { dataDate, localText } from '../describe/facts';
import { fullLabel, shortLabel, succession } from '../describe/succession';
import { wordingIn } from '../describe/wordings';
import { LANGS, type Lang } from '../document';
import type { Concept } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import type { HistoryInput } from './input';
import { searchRecord } from './searchRecord';
import type { HistoryAnswer, NameHistory, NameInTime } from './answers';
import { citedSources } from './sources';
import { NOTHING_KNOWN } from './wording';

const MOST_CONCEPTS = 3;
/** Of each name. */
const MOST_SOURCES = 2;

/**
 * The names that a concept had one after the other, without wrong forms; of several concepts if the query contains
 * names of several. A name that the record does not have has no history, only similar names.
 */
export function historyAnswer({ name, language }: HistoryInput, termbase: Termbase, spoken: Lang): HistoryAnswer {
  const lang = language ?? spoken;
  const results = conceptsFor(termbase, name, lang).map((concept) => nameHistory(termbase, concept, lang));
  return {
    query: name,
    language: lang,
    recordAsOf: dataDate(termbase),
    results,
    near: results.length === 0 ? nearOf(termbase, name, lang) : undefined,
    note: results.length === 0 ? NOTHING_KNOWN : undefined,
  };
}

function nearOf(termbase: Termbase, name: string, lang: Lang): readonly string[] | undefined {
  const { hits, near } = searchRecord(termbase, name, lang);
  const similar = hits.flatMap((hit) => (hit.kind === 'name' ? [hit.term.text] : []));
  const names = [...new Set([...similar, ...near])].slice(0, MOST_CONCEPTS);
  return names.length > 0 ? names : undefined;
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
  const { named } = searchRecord(termbase, query, lang);
  return [...new Set(named.map(({ entry }) => entry.concept))].slice(0, MOST_CONCEPTS);
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
      forms: Object.fromEntries(
        LANGS.map((each) => [each, formsIn(termbase, nameId, each)] as const).filter(([, forms]) => forms.length > 0),
      ),
      sources: citedSources(termbase, name.sources.slice(0, MOST_SOURCES)),
    },
  ];
}

function formsIn(termbase: Termbase, nameId: string, lang: Lang): readonly string[] {
  const forms = termbase.terms.filter(
    (term) => term.entry.name.id === nameId && term.lang === lang && term.suffix === '' && term.status !== 'deprecated',
  );
  const [others, official] = [true, false].map((isOther) =>
    forms.filter(({ status }) => (status === 'admitted') === isOther),
  );
  return [...official!, ...others!].map(({ text }) => text);
}
