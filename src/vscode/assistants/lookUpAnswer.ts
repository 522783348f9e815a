import { dataDate, localText } from '../../core/describe/facts';
import { insteadOf } from '../../core/describe/instead';
import { fullLabel, shortLabel, succession } from '../../core/describe/succession';
import type { Lang } from '../../core/document';
import type { Fact } from '../../core/termbase/concept';
import type { TermEntry, Termbase } from '../../core/termbase/termbase';
import type { LookUpInput } from './input';
import { searchRecord, type Hit } from './searchRecord';
import { citedSources } from './sources';
import { wordingIn } from '../../core/describe/wordings';

/**
 * What the record contains about a query: names with their status, and facts with their dates, each with its sources.
 */
export function lookUpAnswer({ query, language, limit }: LookUpInput, termbase: Termbase, spoken: Lang): object {
  const lang = language ?? spoken;
  const hits = searchRecord(termbase, query);
  return {
    query,
    language: lang,
    recordAsOf: dataDate(termbase),
    results: hits.slice(0, limit).map((hit) => described(termbase, hit, lang)),
    more: hits.length > limit ? hits.length - limit : undefined,
    note: hits.length === 0 ? NOTHING : undefined,
  };
}

const NOTHING =
  'The record contains nothing about this. That does not mean that it is right or wrong. Ask with fewer words: a name, an abbreviation, a subject.';

function described(termbase: Termbase, hit: Hit, lang: Lang): object {
  return hit.kind === 'fact' ? describedFact(termbase, hit.fact, lang) : describedTerm(termbase, hit.term, lang);
}

function describedFact(termbase: Termbase, fact: Fact, lang: Lang): object {
  const { subject, property, value, unit, asOf, from, to, confidence, conflicts, note, sources } = fact;
  return {
    kind: 'fact',
    statement: localText(fact.statement, lang),
    subject,
    property,
    value,
    unit,
    asOf,
    from,
    to,
    confidence: wordingIn(lang).confidence[confidence],
    othersSay: conflicts?.map((conflict) => ({
      value: conflict.value,
      verdict: localText(conflict.verdict, lang),
      sources: citedSources(termbase, conflict.sources),
    })),
    note: note && localText(note, lang),
    sources: citedSources(termbase, sources),
  };
}

function describedTerm(termbase: Termbase, term: TermEntry, lang: Lang): object {
  const {
    entry: { name, concept },
    text,
    status,
  } = term;
  const wording = wordingIn(lang);
  const steps = succession(termbase, concept, lang, wording);
  const instead = insteadOf(termbase, term);
  return {
    kind: 'name',
    name: text,
    language: term.lang,
    status,
    validFrom: name.from,
    validTo: name.to,
    instead: instead.length > 0 ? instead : undefined,
    because: instead.length > 0 ? localText(name.because, lang) : undefined,
    officialName: fullLabel(termbase, name.id, lang) ?? shortLabel(termbase, name.id, lang),
    isA: wording.kinds[concept.kind],
    definition: localText(concept.definition, lang),
    namesInTime:
      steps.length > 1
        ? steps.map(({ label, period }) => (period === '' ? label : `${label} (${period})`)).join(' → ')
        : undefined,
    sources: citedSources(termbase, name.sources),
  };
}
