import { foldKey } from '../fold';
import { searchIn, type Found } from '../search/search';
import type { Lang } from '../document';
import type { Fact } from '../termbase/concept';
import type { TermEntry, Termbase } from '../termbase/termbase';

export type Hit = { readonly kind: 'name'; readonly term: TermEntry } | { readonly kind: 'fact'; readonly fact: Fact };

/** What the record has on a question: how well it answers, and the names and facts, best first. */
export interface Hits {
  readonly found: Found['kind'];
  readonly hits: readonly Hit[];
  /** The names that occur in the question. */
  readonly named: readonly TermEntry[];
  /** The nearest names if nothing was found. */
  readonly near: readonly string[];
}

/**
 * The answers to a question in plain words: the results of the look-up, each concept once, and only the newest value of
 * a series, and the names that occur in the question, right or wrong. A question that has an answer begins with it,
 * anything else with the names.
 */
export function searchRecord(termbase: Termbase, question: string, lang: Lang): Hits {
  const found = searchIn(termbase, lang).find(question);
  const named = found.named.slice(0, MOST_NAMES);
  const concepts = new Set(named.map(({ entry }) => entry.concept.id));
  const hits = found.rows.flatMap(({ entry }): readonly Hit[] => {
    if (entry.kind === 'fact') return [{ kind: 'fact', fact: entry.fact }];
    const { id } = entry.term.entry.concept;
    if (concepts.has(id)) return [];
    concepts.add(id);
    return [{ kind: 'name', term: entry.term }];
  });
  const names = named.map((term): Hit => ({ kind: 'name', term }));
  const isQuestion =
    found.kind === 'answer' && hits.length > 0 && !named.some(({ text }) => foldKey(text) === foldKey(question.trim()));
  return {
    found: found.kind,
    hits: isQuestion ? [...hits, ...names] : [...names, ...hits],
    named,
    near: found.kind === 'nothing' ? found.near : [],
  };
}

const MOST_NAMES = 4;
