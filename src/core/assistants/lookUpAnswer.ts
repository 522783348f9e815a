import { dataDate, localText } from '../describe/facts';
import { insteadOf } from '../describe/instead';
import { fullLabel, shortLabel, succession } from '../describe/succession';
import { wordingIn } from '../describe/wordings';
import type { Lang } from '../document';
import type { TermEntry, Termbase } from '../termbase/termbase';
import type { DescribedFact, DescribedName, LookUpAnswer } from './answers';
import { describedFact } from './factAnswer';
import type { LookUpInput } from './input';
import { USUAL_RESULTS } from './limits';
import { searchRecord, type Hit } from './searchRecord';
import { citedSources } from './sources';
import { NOTHING_KNOWN, ONLY_A_GUESS } from './wording';

/**
 * What the record contains about a query: names with their status, and facts with their dates, each with its sources.
 */
export function lookUpAnswer({ query, language, limit }: LookUpInput, termbase: Termbase, spoken: Lang): LookUpAnswer {
  const lang = language ?? spoken;
  const { found, hits, near } = searchRecord(termbase, query, lang);
  const results = shortened(
    hits.slice(0, limit ?? USUAL_RESULTS).map((hit) => described(termbase, hit, lang)),
    limit === undefined ? SHORT : Infinity,
  );
  return {
    query,
    language: lang,
    recordAsOf: dataDate(termbase),
    found,
    near: near.length > 0 ? near : undefined,
    results,
    more: hits.length > results.length ? hits.length - results.length : undefined,
    note: found === 'nothing' ? NOTHING_KNOWN : found === 'guess' ? ONLY_A_GUESS : undefined,
  };
}

/** The first results that together are not longer, in characters of JSON; at least one. */
function shortened<T>(results: readonly T[], length: number): readonly T[] {
  let rest = length;
  return results.filter((result, i) => {
    rest -= JSON.stringify(result).length;
    return i === 0 || rest >= 0;
  });
}

/** What an assistant reads at a glance. */
const SHORT = 1700;

function described(termbase: Termbase, hit: Hit, lang: Lang): DescribedName | DescribedFact {
  return hit.kind === 'fact' ? describedFact(termbase, hit.fact, lang) : describedTerm(termbase, hit.term, lang);
}

function describedTerm(termbase: Termbase, term: TermEntry, lang: Lang): DescribedName {
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
    concept: concept.id,
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
