import Fuse from 'fuse.js';
import { LANGS } from '../document';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { factDate, factValue, propertyLabel } from './facts';
import { wordingIn } from './wording';

/**
 * The facts that have every word of the query somewhere: in the statement, the value, the date, the names of their
 * subject, in any language. Where no fact has, those that come close.
 */
export function filterFacts(termbase: Termbase, query: string): ReadonlySet<Fact> {
  const words = plain(query).split(/\s+/).filter((word) => word !== '');
  const searched = searchedOf(termbase);
  if (words.length === 0) return new Set(termbase.facts.values());
  const exact = searched.filter(({ text }) => words.every((word) => text.includes(word)));
  if (exact.length > 0) return new Set(exact.map(({ fact }) => fact));
  const fuse = new Fuse(searched, { keys: ['text'], threshold: 0.3, ignoreLocation: true, useExtendedSearch: true });
  return new Set(fuse.search(words.map((word) => word.replace(/[=!'^$|"]/g, '')).join(' '), { limit: 50 }).map(({ item }) => item.fact));
}

interface Searched {
  readonly fact: Fact;
  readonly text: string;
}

const known = new WeakMap<Termbase, readonly Searched[]>();

function searchedOf(termbase: Termbase): readonly Searched[] {
  let searched = known.get(termbase);
  if (searched === undefined) {
    searched = [...termbase.facts.values()].map((fact) => ({ fact, text: plain(textsOf(termbase, fact).join(' ')) }));
    known.set(termbase, searched);
  }
  return searched;
}

function textsOf(termbase: Termbase, fact: Fact): readonly string[] {
  const names = termbase.concepts.get(fact.subject)?.names ?? [];
  const ofLangs = LANGS.flatMap((lang) => {
    const wording = wordingIn(lang);
    return [fact.statement[lang] ?? '', propertyLabel(fact.property, wording), factValue(fact, wording), factDate(fact, wording)];
  });
  const terms = names.flatMap((name) => name.terms.filter(({ status }) => status !== 'deprecated').map(({ text }) => text));
  return [...ofLangs, String(fact.value), ...terms];
}

/** Without case and accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
