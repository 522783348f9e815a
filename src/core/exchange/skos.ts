import { LANGS, type Lang } from '../document';
import type { Concept, Name, Term } from '../termbase/concept';
import { expandBraces } from '../termbase/braces';
import type { Termbase } from '../termbase/termbase';

type Labels = Record<string, string[]>;

/**
 * The concepts as SKOS in JSON-LD: of each, the preferred label of its name of today, other right and former labels, the
 * wrong ones as hidden labels, definition, sources and successor. Ids are relative to where the document will stand.
 */
export function skosOfTermbase(termbase: Termbase): string {
  const scheme = { id: '#', type: 'ConceptScheme', title: 'Migration Terms' };
  const concepts = [...termbase.concepts.values()].map((concept) => skosConcept(termbase, concept));
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': [scheme, ...concepts] }, null, 2)}\n`;
}

const CONTEXT = {
  id: '@id',
  type: '@type',
  '@vocab': 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  title: 'dcterms:title',
  source: { '@id': 'dcterms:source', '@type': '@id' },
  isReplacedBy: { '@id': 'dcterms:isReplacedBy', '@type': '@id' },
  inScheme: { '@type': '@id' },
  ...Object.fromEntries(['prefLabel', 'altLabel', 'hiddenLabel', 'definition', 'historyNote'].map((key) => [key, { '@container': '@language' }])),
};

function skosConcept(termbase: Termbase, { id, definition, successor, names }: Concept): object {
  const prefLabel: Record<string, string> = {};
  const altLabel: Labels = {};
  const hiddenLabel: Labels = {};
  // The name of today first: SKOS has one preferred label for a language.
  const wanted = [...names].reverse();
  for (const lang of LANGS) {
    const best = bestTerm(wanted, lang);
    if (best) prefLabel[lang] = formsOf(best)[0];
    for (const term of wanted.flatMap(({ terms }) => terms)) {
      if (term.lang !== lang) continue;
      const labels = term.status === 'deprecated' ? hiddenLabel : altLabel;
      for (const form of formsOf(term)) {
        if (form !== prefLabel[lang] && !altLabel[lang]?.includes(form) && !hiddenLabel[lang]?.includes(form)) (labels[lang] ??= []).push(form);
      }
    }
  }
  const former = names.filter(({ from, to }) => from !== undefined || to !== undefined)
    .map(({ id: name, from, to }) => `${labelOf(names, name) ?? name}: ${from ?? '…'}–${to ?? ''}`);
  const addresses = [...new Set(names.flatMap(({ sources }) => sources))].flatMap((source) => termbase.sources.get(source)?.URL ?? []);
  return {
    id: `#${id}`, type: 'Concept', inScheme: '#', prefLabel, altLabel, hiddenLabel, definition,
    ...(former.length > 0 ? { historyNote: { en: former } } : {}),
    ...(addresses.length > 0 ? { source: addresses } : {}),
    ...(successor === undefined ? {} : { isReplacedBy: `#${successor}` }),
  };
}

function bestTerm(names: readonly Name[], lang: Lang): Term | undefined {
  for (const { terms } of names) {
    const right = terms.filter((term) => term.lang === lang && term.status !== 'deprecated');
    const best = right.find((term) => (term.form ?? 'full') === 'full') ?? right[0];
    if (best) return best;
  }
  return undefined;
}

function labelOf(names: readonly Name[], id: string): string | undefined {
  const name = names.filter((each) => each.id === id);
  const term = bestTerm(name, 'en') ?? bestTerm(name, 'fr') ?? bestTerm(name, 'es');
  return term && formsOf(term)[0];
}

function formsOf(term: Term): readonly string[] {
  const forms = expandBraces(term);
  return typeof forms === 'string' ? [term.text] : forms.map(({ text }) => text);
}
