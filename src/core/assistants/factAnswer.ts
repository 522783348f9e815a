import { localText } from '../describe/facts';
import { wordingIn } from '../describe/wordings';
import type { Lang } from '../document';
import type { Fact } from '../termbase/concept';
import { disagreements } from '../termbase/disagreements';
import type { Termbase } from '../termbase/termbase';
import { citedSources, type CitedSource } from './sources';

/** A fact as an assistant can cite it. */
export interface DescribedFact {
  readonly kind: 'fact';
  readonly id: string;
  readonly section: string;
  readonly statement: string;
  readonly subject: string;
  readonly property: string;
  readonly value: string | number;
  readonly unit?: string;
  readonly asOf?: string;
  readonly from?: string;
  readonly to?: string;
  readonly reviewed?: string;
  readonly confidence: string;
  readonly othersSay?: readonly {
    readonly value: string | number;
    readonly verdict: string;
    readonly sources: readonly CitedSource[];
  }[];
  readonly note?: string;
  readonly sources: readonly CitedSource[];
}

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
