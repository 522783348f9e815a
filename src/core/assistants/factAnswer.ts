import { localText } from '../describe/facts';
import { wordingIn } from '../describe/wordings';
import type { Lang } from '../document';
import type { Fact } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import type { Termbase } from '../termbase/termbase';
import type { DescribedFact } from './answers';
import { citedSources } from './sources';

export function describedFact(termbase: Termbase, fact: Fact, lang: Lang): DescribedFact {
  const { id, section, subject, property, value, unit, asOf, from, to, reviewed, confidence } = fact;
  const others = disagreements(fact);
  return {
    kind: 'fact',
    id,
    section,
    statement: localText(fact.statement, lang),
    subject,
    property,
    value,
    unit,
    asOf,
    from,
    to,
    reviewed,
    confidence: wordingIn(lang).confidence[confidence],
    othersSay:
      others.length === 0
        ? undefined
        : others.map((conflict) => ({
            value: conflict.value,
            verdict: localText(conflict.verdict, lang),
            sources: citedSources(termbase, conflict.sources),
          })),
    note: fact.note && localText(fact.note, lang),
    sources: citedSources(termbase, fact.sources),
  };
}
