import type { Concept, Name, Term } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';

/** The current replacements of a term in a file, best first; empty for a correct term. */
export function replacementTexts(termbase: Termbase, concept: Concept, name: Name, term: Term): readonly string[] {
  if (term.status === 'deprecated') return term.instead ?? preferred(name, term);
  if (name.to === undefined) return [];
  const living = termbase.concepts.get(concept.successor ?? '') ?? concept;
  const last = living.names.at(-1);
  return last === undefined || last === name ? [] : preferred(last, term);
}

function preferred({ terms }: Name, { lang, form = 'full' }: Term): readonly string[] {
  const right = terms.filter((term) => term.lang === lang && term.status !== 'deprecated');
  const best =
    right.find((term) => (term.form ?? 'full') === form) ??
    right.find((term) => (term.form ?? 'full') === 'full') ??
    right[0];
  return best ? [best.text] : [];
}
