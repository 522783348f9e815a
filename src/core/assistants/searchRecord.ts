import { foldKey } from '../fold';
import { factsOfPeriod } from '../describe/matches';
import { searchIn, type Found } from '../search/search';
import type { Lang } from '../document';
import type { Concept, Fact } from '../termbase/concept';
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
 * which may be one of these names; anything else begins with the names. A former name has the facts of its time.
 */
export function searchRecord(termbase: Termbase, question: string, lang: Lang): Hits {
  const found = searchIn(termbase, lang).find(question);
  const named = found.named.slice(0, MOST_NAMES);
  const isName = named.some(({ text }) => foldKey(text) === foldKey(question.trim()));
  const ofPeriod = isName ? factsOfPeriod(termbase, named) : undefined;
  const results =
    ofPeriod?.map((fact): Hit => ({ kind: 'fact', fact })) ??
    found.rows.flatMap(({ entry }): readonly Hit[] => {
      if (entry.kind === 'fact') return [{ kind: 'fact', fact: entry.fact }];
      const own = named.filter((term) => term.entry.concept === entry.term.entry.concept);
      return (own.length > 0 ? own : [entry.term]).map(hitOf);
    });
  const isQuestion = found.kind === 'answer' && !isName;
  return {
    found: found.kind,
    hits: onceEach(isQuestion ? [...results, ...named.map(hitOf)] : [...named.map(hitOf), ...results], named),
    named,
    near: found.kind === 'nothing' ? found.near : [],
  };
}

function hitOf(term: TermEntry): Hit {
  return { kind: 'name', term };
}

/** Each name of the question, and one of every other concept. */
function onceEach(hits: readonly Hit[], named: readonly TermEntry[]): readonly Hit[] {
  const listed = new Set<TermEntry | Concept>();
  return hits.filter((hit) => {
    if (hit.kind === 'fact') return true;
    const key = named.includes(hit.term) ? hit.term : hit.term.entry.concept;
    return !listed.has(key) && listed.add(key);
  });
}

const MOST_NAMES = 4;
