import { overlaps, type Span } from '../document';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { compileMatcher, findMatches, plainText, type EscapeReader, type Matcher } from './matcher';
import { foldKey } from './fold';
import { longerNamesOf, nearMissAt, probesOf, type Probe } from './nearMisses';

/** A term found in the text. Where one written form serves several terms (CIM in French and Spanish), all of them. */
export interface Mention extends Span {
  readonly terms: readonly TermEntry[];
  /** True for a probable misspelling of the term. */
  readonly isNearMiss: boolean;
}

/**
 * All terms of the termbase in the text, from left to right, leftmost-longest and not overlapping. Whether a mention
 * stands in prose is asked of `isProse`; one that does not shields nothing.
 */
export function findMentions(text: string, termbase: Termbase, readEscape: EscapeReader | undefined, isProse: (start: number, end: number) => boolean): readonly Mention[] {
  const { matcher, probes, longer } = compiled(termbase);
  const termCount = termbase.terms.length;
  const mentions: Mention[] = [];
  const probed: { readonly probe: Probe; readonly start: number; readonly end: number }[] = [];
  findMatches(matcher, text, readEscape, ({ start, end, phrases }) => {
    const terms: TermEntry[] = [];
    for (const phrase of phrases) {
      if (phrase >= termCount) probed.push({ probe: probes[phrase - termCount], start, end });
      else if (!termbase.terms[phrase].exactCase || isExact(text, start, end, termbase.terms[phrase], readEscape)) terms.push(termbase.terms[phrase]);
    }
    if (terms.length === 0 || !isProse(start, end)) return false;
    mentions.push({ start, end, terms, isNearMiss: false });
    const probe = terms[0].form === 'abbreviation' ? undefined : longer.get(foldKey(terms[0].text));
    if (probe) probed.push({ probe, start, end });
    return true;
  });
  return probed.length === 0 ? mentions : withNearMisses(text, mentions, probed, isProse);
}

/** A near miss takes the place of a shorter form inside it ("Global Compact" of "Global Compact for Safe, Orderley …"). */
function withNearMisses(text: string, mentions: readonly Mention[], probed: readonly { probe: Probe; start: number; end: number }[], isProse: (start: number, end: number) => boolean): readonly Mention[] {
  const misses = probed.flatMap(({ probe, start, end }) => {
    const miss = nearMissAt(text, probe, start, end);
    if (!miss || !isProse(miss.start, miss.end)) return [];
    // Another body's right name, or a misnomer of its own, is no slip of this one.
    const isFree = touched(mentions, miss).every((mention) => mention.start >= miss.start && mention.end <= miss.end && isShortForm(mention, miss.term));
    return isFree ? [{ start: miss.start, end: miss.end, terms: [miss.term], isNearMiss: true }] : [];
  });
  const found: Mention[] = [];
  for (const miss of misses.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (!found.some((other) => overlaps(other, miss))) found.push(miss);
  }
  if (found.length === 0) return mentions;
  return [...mentions.filter((mention) => !found.some((miss) => overlaps(miss, mention))), ...found].sort((a, b) => a.start - b.start);
}

function touched(mentions: readonly Mention[], span: Span): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle].end <= span.start) low = middle + 1; else high = middle;
  }
  const touching: Mention[] = [];
  for (let i = low; i < mentions.length && mentions[i].start < span.end; i++) touching.push(mentions[i]);
  return touching;
}

function isShortForm(mention: Mention, term: TermEntry): boolean {
  return mention.terms.some((other) => other.entry.concept === term.entry.concept && other.status !== 'deprecated');
}

interface Compiled {
  readonly matcher: Matcher;
  readonly probes: readonly Probe[];
  /** By the folded text of the shorter form. */
  readonly longer: ReadonlyMap<string, Probe>;
}

const cache = new WeakMap<Termbase, Compiled>();

/** Compiled at the first search, not at start, and kept as long as the termbase: its terms first, the probes after them. */
function compiled(termbase: Termbase): Compiled {
  let known = cache.get(termbase);
  if (!known) {
    const probes = probesOf(termbase);
    const matcher = compileMatcher([...termbase.terms.map((term) => term.text + term.suffix), ...probes.map((probe) => probe.phrase)]);
    cache.set(termbase, (known = { matcher, probes, longer: longerNamesOf(termbase) }));
  }
  return known;
}

function isExact(text: string, start: number, end: number, term: TermEntry, readEscape: EscapeReader | undefined): boolean {
  const written = term.text + term.suffix;
  if (text.startsWith(written, start) && end - start === written.length) return true;
  const plain = plainText(text, start, end, readEscape).normalize('NFC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/\s+/g, ' ');
  return plain === written;
}
