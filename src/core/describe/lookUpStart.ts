import { compareDates } from '../termbase/dates';
import { isFormer } from '../termbase/termbase';
import type { Lang } from '../document';
import { FIRST_PROPERTIES, factTime, rankOf } from './facts';
import type { Entry } from './lookUp';

/** The number of facts about each concept; a longer list is searched, not read. */
const MOST_FACTS = 4;

/**
 * What a look-up shows before a word is typed: the names of today that the document mentions, in its order, and what
 * holds today of each. Without a document that mentions any, the names in the order of `entries`.
 */
export function lookUpStart(entries: readonly Entry[], mentioned: readonly string[], lang: Lang): readonly Entry[] {
  const names = new Map<string, Entry[]>();
  const facts = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind === 'fact') {
      const { subject, to, confidence } = entry.fact;
      if (to === undefined && confidence !== 'C') note(facts, subject, entry);
    } else if (entry.langs.includes(lang) && entry.term.status === 'preferred' && !isFormer(entry.term.entry.name))
      note(names, entry.term.entry.concept.id, entry);
  }
  const known = [...new Set(mentioned)].filter((id) => names.has(id) || facts.has(id));
  return (known.length > 0 ? known : [...names.keys()]).flatMap((id) => [
    ...(names.get(id) ?? []),
    ...ofToday(facts.get(id) ?? []),
  ]);
}

/** The newest fact of each property, those that writers need most first. */
function ofToday(entries: readonly Entry[]): readonly Entry[] {
  const facts = entries.flatMap((entry) => (entry.kind === 'fact' ? [entry] : []));
  const newest = new Map<string, (typeof facts)[number]>();
  for (const entry of facts) {
    const before = newest.get(entry.fact.property);
    if (before === undefined || compareDates(factTime(entry.fact), factTime(before.fact)) > 0)
      newest.set(entry.fact.property, entry);
  }
  return [...newest.values()]
    .sort((a, b) => rankOf(a.fact, FIRST_PROPERTIES) - rankOf(b.fact, FIRST_PROPERTIES))
    .slice(0, MOST_FACTS);
}

function note(lists: Map<string, Entry[]>, id: string, entry: Entry): void {
  const list = lists.get(id);
  if (list) list.push(entry);
  else lists.set(id, [entry]);
}
