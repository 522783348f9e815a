import type { Span } from '../document';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { compileMatcher, findMatches, plainText, type EscapeReader, type Matcher } from './matcher';

/** A term found in the text. Where one written form serves several terms (CIM in French and Spanish), all of them. */
export interface Mention extends Span {
  readonly terms: readonly TermEntry[];
}

/**
 * All terms of the termbase in the text, from left to right, leftmost-longest and not overlapping. Whether a mention
 * stands in prose is asked of `isProse`; one that does not shields nothing.
 */
export function findMentions(text: string, termbase: Termbase, readEscape: EscapeReader | undefined, isProse: (start: number, end: number) => boolean): Mention[] {
  const matcher = matcherOf(termbase);
  const mentions: Mention[] = [];
  findMatches(matcher, text, readEscape, ({ start, end, phrases }) => {
    const terms = phrases.map((phrase) => termbase.terms[phrase]).filter((term) => !term.exactCase || isExact(text, start, end, term, readEscape));
    if (terms.length === 0 || !isProse(start, end)) return false;
    mentions.push({ start, end, terms });
    return true;
  });
  return mentions;
}

const matchers = new WeakMap<Termbase, Matcher>();

/** Compiled at the first search, not at start, and kept as long as the termbase. */
export function matcherOf(termbase: Termbase): Matcher {
  let matcher = matchers.get(termbase);
  if (!matcher) matchers.set(termbase, (matcher = compileMatcher(termbase.terms.map((term) => term.text + term.suffix))));
  return matcher;
}

function isExact(text: string, start: number, end: number, term: TermEntry, readEscape: EscapeReader | undefined): boolean {
  const written = term.text + term.suffix;
  if (text.startsWith(written, start) && end - start === written.length) return true;
  const plain = plainText(text, start, end, readEscape).normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/\s+/g, ' ');
  return plain === written;
}
