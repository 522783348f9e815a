import { TOPICS, topicOf } from './topics';
import topics from '../../../data/words/topics.json';
import type { Lang } from '../document';
import type { Fact, Section } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { subjectLabel } from './lookUp';
import { wordingIn } from './wordings';

/**
 * The headings of a section, and the facts without a heading. Facts are grouped by topic, or by subject in a section
 * about many subjects; a subject with one fact has no heading. `facts` are those of the section, in display order.
 */
export function headingsOf(
  termbase: Termbase,
  section: Section,
  facts: readonly Fact[],
  lang: Lang,
): { readonly headings: readonly Heading[]; readonly others: readonly Fact[] } {
  const headings = topics.bySubject.includes(section) ? bySubject(termbase, facts, lang) : byTopic(facts, lang);
  const listed = new Set(headings.flatMap((heading) => heading.facts));
  return { headings, others: facts.filter((fact) => !listed.has(fact)) };
}

/** A heading within a section, with an id that is unique there, and its facts. */
export interface Heading {
  readonly id: string;
  readonly label: string;
  readonly facts: readonly Fact[];
}

function byTopic(facts: readonly Fact[], lang: Lang): readonly Heading[] {
  const { topics: labels } = wordingIn(lang);
  return TOPICS.map((topic) => ({
    id: topic,
    label: labels[topic],
    facts: facts.filter((fact) => topicOf(fact) === topic),
  })).filter((heading) => heading.facts.length > 0);
}

function bySubject(termbase: Termbase, facts: readonly Fact[], lang: Lang): readonly Heading[] {
  const subjects = [...new Set(facts.map(({ subject }) => subject))];
  return subjects
    .map((id): Heading => {
      const own = facts.filter(({ subject }) => subject === id);
      return { id, label: subjectLabel(termbase, own[0]!, lang), facts: own };
    })
    .filter((heading) => heading.facts.length > 1)
    .sort((a, b) => a.label.localeCompare(b.label, lang));
}
