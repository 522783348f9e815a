import { dataDate, factsBySection } from '../describe/facts';
import { wordingIn } from '../describe/wordings';
import type { Lang } from '../document';
import type { Section } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import type { DescribedFact } from './answers';
import { describedFact } from './factAnswer';

/** A section of the record, with all its facts. */
export interface SectionAnswer {
  readonly section: Section;
  readonly title: string;
  readonly language: Lang;
  readonly recordAsOf?: string;
  readonly facts: readonly DescribedFact[];
}

/** `undefined` for a section that does not exist or has no facts. */
export function sectionAnswer(termbase: Termbase, id: string, lang: Lang): SectionAnswer | undefined {
  const found = factsBySection(termbase).find(([section]) => section === id);
  if (found === undefined) return undefined;
  const [section, facts] = found;
  return {
    section,
    title: wordingIn(lang).sections[section],
    language: lang,
    recordAsOf: dataDate(termbase),
    facts: facts.map((fact) => describedFact(termbase, fact, lang)),
  };
}
