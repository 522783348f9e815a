import type { Span } from '../document';
import type { TermEntry, Termbase } from '../termbase/termbase';
import { compileMatcher, phraseOf, sideOf, type Matcher } from './compile';
import { findMatches } from './matcher';
import { endsOf, longerNamesOf, Probe } from './nearMisses';
import { OtherSigns, type OtherSign } from './otherSigns';
import { plainText } from './plainText';
import { PhraseWords } from './trie';
import type { EscapeReader } from './words';

/** A mention of a term. Where several terms share one written form (CIM in French and Spanish), it has all of them. */
export interface Mention extends Span {
  readonly terms: readonly TermEntry[];
  /** True for a probable misspelling of the term. */
  readonly isNearMiss: boolean;
}

/**
 * Finds all terms of the termbase in the text, from left to right, leftmost-longest and not overlapping. `isProse`
 * decides whether a mention is in prose; one that is not may be overlapped by another. No name, misspelling or escape
 * extends over a blank line, so a text cut at one has the mentions of its pieces. The same pass finds the words that
 * indicate other meanings of abbreviations.
 */
export function findMentions(
  text: string,
  termbase: Termbase,
  readEscape: EscapeReader | undefined,
  isProse: (start: number, end: number) => boolean,
): Found {
  const signs: OtherSign[] = [];
  const compiled = compiledOf(termbase);
  const mentions: Mention[] = [];
  const probed: Probed[] = [];
  const isPromising = (probe: Probe, start: number, end: number): boolean => probe.isPromisingAt(text, start, end);
  findMatches(compiled.matcher, text, readEscape, {
    watched: (hash, end) => compiled.signs.addAt(text, hash, end, signs),
    isOfInterest: ({ terms, probes }, start, end) =>
      terms.length > 0 || probes.some((probe) => isPromising(probe, start, end)),
    found({ start, end, reading }) {
      for (const probe of reading.probes) if (isPromising(probe, start, end)) probed.push({ probe, start, end });
      const terms = reading.isExact
        ? reading.terms.filter((term) => !term.exactCase || isExact(text, start, end, term, readEscape))
        : reading.terms;
      if (terms.length === 0 || !isProse(start, end)) return false;
      mentions.push({ start, end, terms, isNearMiss: false });
      const probe = terms[0]!.form === 'abbreviation' ? undefined : compiled.longerOf(reading);
      if (probe && isPromising(probe, start, end)) probed.push({ probe, start, end });
      return true;
    },
  });
  return {
    mentions: probed.length === 0 ? mentions : withNearMisses(text, mentions, probed, isProse),
    signs: signs.sort((a, b) => a.start - b.start),
  };
}

/** Both are sorted by start; signs may overlap. */
export interface Found {
  readonly mentions: readonly Mention[];
  readonly signs: readonly OtherSign[];
}

interface Probed extends Span {
  readonly probe: Probe;
}

/** A near miss replaces a shorter form inside it ("Global Compact" of "Global Compact for Safe, Orderley …"). */
function withNearMisses(
  text: string,
  mentions: readonly Mention[],
  probed: readonly Probed[],
  isProse: (start: number, end: number) => boolean,
): readonly Mention[] {
  const misses = probed.flatMap(({ probe, start, end }) => {
    const miss = probe.nearMissAt(text, start, end);
    if (!miss || !isProse(miss.start, miss.end)) return [];
    // The correct name of another body, or a known misnomer, is not a misspelling of this name.
    const isFree = touched(mentions, miss).every(
      (mention) => mention.start >= miss.start && mention.end <= miss.end && isShortForm(mention, miss.term),
    );
    return isFree ? [{ start: miss.start, end: miss.end, terms: [miss.term], isNearMiss: true }] : [];
  });
  if (misses.length === 0) return mentions;
  const found: Mention[] = [];
  let end = 0;
  for (const miss of misses.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (miss.start < end) continue;
    found.push(miss);
    end = miss.end;
  }
  return [...mentions.filter((mention) => touched(found, mention).length === 0), ...found].sort(
    (a, b) => a.start - b.start,
  );
}

function touched(mentions: readonly Mention[], span: Span): readonly Mention[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const touching: Mention[] = [];
  for (let i = low; i < mentions.length && mentions[i]!.start < span.end; i++) touching.push(mentions[i]!);
  return touching;
}

/** The full official name is right as it is, whatever words precede or follow it. */
function isShortForm(mention: Mention, term: TermEntry): boolean {
  return mention.terms.some(
    (other) =>
      other.entry.concept === term.entry.concept &&
      other.status !== 'deprecated' &&
      !(other.status === 'preferred' && other.form === 'full'),
  );
}

const cache = new WeakMap<Termbase, Compiled>();

/** Compiles at the first search, not at start-up, and caches for the lifetime of the termbase. */
function compiledOf(termbase: Termbase): Compiled {
  let known = cache.get(termbase);
  if (!known) cache.set(termbase, (known = new Compiled(termbase)));
  return known;
}

/** What the phrases with one key denote. */
interface Reading {
  readonly terms: readonly TermEntry[];
  /** Whether some term counts only in its exact case. */
  readonly isExact: boolean;
  readonly probes: readonly Probe[];
  longer?: { readonly probe: Probe | undefined };
}

/** A matcher for the terms. It computes the reading of a phrase only when a text contains it. */
class Compiled {
  readonly matcher: Matcher<Reading>;
  readonly signs: OtherSigns;
  private readonly terms: readonly TermEntry[];
  private byConcept: Map<unknown, TermEntry[]> | undefined;

  constructor({ terms: all, otherMeanings }: Termbase) {
    const terms = all.filter(({ entry }) => entry.concept.lookUpOnly !== true);
    this.terms = terms;
    this.signs = new OtherSigns(otherMeanings);
    this.matcher = compileMatcher<Reading>({
      phrases: terms.map(({ text, suffix }) => (suffix === '' ? text : text + suffix)),
      ends: endsOf(terms),
      watched: this.signs.watched,
      read: (key, numbers) => this.read(key, numbers),
    });
  }

  /**
   * A probe for the longer names that begin with the terms; of several terms with the same key, the last one decides.
   */
  longerOf(reading: Reading): Probe | undefined {
    if (!reading.longer) {
      this.byConcept ??= grouped(this.terms, (term) => term.entry.concept);
      let probe: Probe | undefined;
      for (const term of reading.terms) probe = longerNamesOf(term, this.byConcept.get(term.entry.concept)!) ?? probe;
      reading.longer = { probe };
    }
    return reading.longer.probe;
  }

  private read(key: string, numbers: readonly number[]): Reading {
    const all = this.terms;
    const terms = numbers.filter((number) => number < all.length).map((number) => all[number]!);
    const ends = numbers.filter((number) => number >= all.length);
    const words = new PhraseWords();
    words.read(key);
    const probes = [...grouped(ends, (number) => sideOf(all.length, number))].map(
      ([side, those]) =>
        new Probe(
          side,
          words.count,
          those.map((number) => all[phraseOf(all.length, number)]!),
        ),
    );
    return { terms, isExact: terms.some((term) => term.exactCase), probes };
  }
}

/** Keeps the order in which the groups begin. */
function grouped<T, K>(all: readonly T[], by: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of all) {
    const key = by(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function isExact(
  text: string,
  start: number,
  end: number,
  term: TermEntry,
  readEscape: EscapeReader | undefined,
): boolean {
  const written = term.text + term.suffix;
  if (text.startsWith(written, start) && end - start === written.length) return true;
  const plain = plainText(text, start, end, readEscape)
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ');
  return plain === written || withPlainSigns(plain) === withPlainSigns(written);
}

/** A term is exact in its letters; the kind of an apostrophe or hyphen does not matter. */
function withPlainSigns(text: string): string {
  return text.replace(/[\u2018\u2019\u02bc]/g, "'").replace(/[\u2010\u2011]/g, '-');
}
