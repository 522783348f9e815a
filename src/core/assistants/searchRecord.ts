import { queryWords, searchIn } from '../describe/search';
import { foldedWords } from '../fold';
import type { Fact } from '../termbase/concept';
import type { TermEntry, Termbase } from '../termbase/termbase';

export type Hit = { readonly kind: 'name'; readonly term: TermEntry } | { readonly kind: 'fact'; readonly fact: Fact };

/**
 * The answers to a question in plain words, best first: the names that occur in it, right or wrong, then the search
 * results.
 */
export function searchRecord(termbase: Termbase, question: string): readonly Hit[] {
  const named = namesIn(termbase, question);
  const concepts = new Set(named.map(({ entry }) => entry.concept.id));
  const found = searchIn(termbase, 'en')
    .find(question)
    .entries.flatMap((entry): readonly Hit[] => {
      if (entry.kind === 'fact') return [{ kind: 'fact', fact: entry.fact }];
      const { id } = entry.term.entry.concept;
      if (concepts.has(id)) return [];
      concepts.add(id);
      return [{ kind: 'name', term: entry.term }];
    });
  return [...named.map((term): Hit => ({ kind: 'name', term })), ...found];
}

const MOST_NAMES = 4;

/**
 * The terms that occur in the question verbatim; a longer one covers the shorter ones that it contains. "Who" is not
 * WHO.
 */
export function namesIn(termbase: Termbase, text: string): readonly TermEntry[] {
  const question = ` ${foldedWords(text).join(' ')} `;
  const asked = new Set(queryWords(text));
  const found = new Map<string, TermEntry>();
  for (const term of termbase.terms) {
    if (term.suffix !== '') continue;
    const key = ` ${foldedWords(term.text).join(' ')} `;
    // A name may be the same in several languages and forms; it is listed once.
    if (
      key.trim().length > 1 &&
      question.includes(key) &&
      (key.trim().includes(' ') || asked.has(key.trim())) &&
      !found.has(`${key}${term.entry.concept.id}`)
    )
      found.set(`${key}${term.entry.concept.id}`, term);
  }
  const keys = [...found.values()].map((term) => ({ term, key: ` ${foldedWords(term.text).join(' ')} ` }));
  return keys
    .filter(({ key }) => !keys.some((other) => other.key.length > key.length && other.key.includes(key)))
    .map(({ term }) => term)
    .slice(0, MOST_NAMES);
}
