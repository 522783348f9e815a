import { encodedAddress } from '../citation/address';
import { LANGS, type Lang } from '../document';
import type { Concept, Name, Term } from '../termbase/concept';
import { expandBraces } from '../termbase/braces';
import type { Termbase } from '../termbase/termbase';
import { DEFAULT_BASE } from './base';

type Labels = Record<string, string[]>;

export interface SkosOptions {
  /** The prefix of the ids of the scheme and the concepts; see {@link whyNoBase}. */
  readonly base?: string;
  /** The URL of the licence, if one licence applies to everything exported. */
  readonly license?: string;
}

/**
 * The concepts as SKOS in JSON-LD. Each has the preferred label of its current name, other correct and former labels
 * as alternative labels, wrong ones as hidden labels, its definition, sources and successor, and the same concept in
 * other databases. No concept is broader than another, so each is a top concept of the scheme.
 */
export function skosOfTermbase(termbase: Termbase, { base = DEFAULT_BASE, license }: SkosOptions = {}): string {
  const concepts = [...termbase.concepts.values()];
  // No concept id contains capitals, so this id is unique.
  const scheme = `${base}ConceptScheme`;
  const graph = [
    {
      id: scheme,
      type: 'ConceptScheme',
      title: { en: 'Migration Terms' },
      ...(license === undefined ? {} : { license }),
      hasTopConcept: concepts.map(({ id }) => base + id),
    },
    ...concepts.map((concept) => skosConcept(termbase, concept, base, scheme)),
  ];
  return `${JSON.stringify({ '@context': CONTEXT, '@graph': graph }, null, 2)}\n`;
}

/** The licence of the built-in record. */
export const RECORD_LICENSE = 'https://spdx.org/licenses/MIT';

const CONTEXT = {
  id: '@id',
  type: '@type',
  '@vocab': 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  title: { '@id': 'dcterms:title', '@container': '@language' },
  license: { '@id': 'dcterms:license', '@type': '@id' },
  source: { '@id': 'dcterms:source', '@type': '@id' },
  isReplacedBy: { '@id': 'dcterms:isReplacedBy', '@type': '@id' },
  ...Object.fromEntries(
    ['inScheme', 'topConceptOf', 'hasTopConcept', 'exactMatch'].map((key) => [key, { '@type': '@id' }]),
  ),
  ...Object.fromEntries(
    ['prefLabel', 'altLabel', 'hiddenLabel', 'definition', 'historyNote'].map((key) => [
      key,
      { '@container': '@language' },
    ]),
  ),
};

function skosConcept(
  termbase: Termbase,
  { id, definition, successor, sameAs, names }: Concept,
  base: string,
  scheme: string,
): object {
  const prefLabel: Record<string, string> = {};
  const altLabel: Labels = {};
  const hiddenLabel: Labels = {};
  // The current name comes first: SKOS allows one preferred label per language.
  const wanted = [...names].reverse();
  for (const lang of LANGS) {
    const best = bestTerm(wanted, lang);
    if (best) prefLabel[lang] = formsOf(best)[0]!;
    for (const term of wanted.flatMap(({ terms }) => terms)) {
      if (term.lang !== lang) continue;
      const labels = term.status === 'deprecated' ? hiddenLabel : altLabel;
      for (const form of formsOf(term)) {
        if (form !== prefLabel[lang] && !altLabel[lang]?.includes(form) && !hiddenLabel[lang]?.includes(form))
          (labels[lang] ??= []).push(form);
      }
    }
  }
  const former = names
    .filter(({ from, to }) => from !== undefined || to !== undefined)
    .map(({ id: name, from, to }) => `${labelOf(names, name) ?? name}: ${from ?? '…'}–${to ?? ''}`);
  const cited = [...new Set(names.flatMap(({ sources }) => sources))];
  const addresses = cited
    .flatMap((source) => termbase.sources.get(source)?.URL ?? [])
    .map((url) => encodedAddress(url));
  return {
    id: base + id,
    type: 'Concept',
    inScheme: scheme,
    topConceptOf: scheme,
    prefLabel,
    altLabel,
    hiddenLabel,
    definition,
    ...(former.length > 0 ? { historyNote: { en: former } } : {}),
    ...(addresses.length > 0 ? { source: addresses } : {}),
    ...(successor === undefined ? {} : { isReplacedBy: base + successor }),
    ...(sameAs === undefined ? {} : { exactMatch: sameAs }),
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
