import { preferredTerm, type TermEntry, type Termbase } from '../termbase/termbase';

/** The current replacements of a term, best first; empty for a correct term. */
export function insteadOf(
  termbase: Termbase,
  { entry: { name, concept }, status, instead, lang, form }: TermEntry,
): readonly string[] {
  if (status === 'preferred' || status === 'admitted') return [];
  if (instead.length > 0) return instead;
  const living = termbase.concepts.get(concept.successor ?? '') ?? concept;
  const right = preferredTerm(
    termbase,
    status === 'superseded' ? (living.names.at(-1)?.id ?? name.id) : name.id,
    lang,
    form,
  );
  return right ? [right.text] : [];
}
