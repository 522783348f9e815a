import type { Sentence, Token } from './sentence';
import type { Lang, Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block, Prose } from '../prose/prose';
import type { TermEntry } from '../termbase/termbase';
import type { NounClass } from './grammarFile';
import { dateBefore, datesOf } from './datedEntry';
import { isRefutation, saysErring } from './modality';
import { genderTakenUp, isQualified, nameOf, namesIn, sortOf, sortOfKind, type OwnReferent, type Referent } from './naming';
import type { Named, NounGroup, Range } from './nodes';
import { readSentence, type Reading } from './read';
import { blocksBefore, readingIn, type Earlier } from './readings';
import { storyBefore, type Story } from './story';
import { Salience, goesOnAboutOther, takesUpThing, type Entity } from './salience';
import { headOfEntry, ownTopicOf, topicOf } from './topic';

/** What the discourse reads: the sentences of a part with their mentions. */
export interface Text {
  readonly prose: Prose;
  sentencesOf(block: Block): readonly Sentence[];
  mentionsIn(span: Span): readonly Mention[];
  placeOf(mention: Mention): { readonly sentence: Sentence; readonly first: number; readonly next: number } | undefined;
  languageOf(block: Block): Lang;
}

/** What the discourse asks about the rest of the document. */
export interface Rest {
  /** The text of the n-th part before, the nearest first. */
  before(n: number): Text | undefined;
  /** The first term by which the document names a concept. */
  nameOf(concept: string): TermEntry | undefined;
}

/** The subjects of a relation, which a word may take up. */
export interface Wanted {
  readonly concepts: ReadonlySet<string>;
}

const UNKNOWN: Referent = { kind: 'unknown' };
const OTHER: Referent = { kind: 'other' };

/** In code units: no pronoun takes up what was named farther away. */
export const REACH = 1200;
const LONGEST_REFUTATION = 80; // In code units.

/** A stretch of a sentence, in its tokens. */
export interface Part extends Range {
  readonly sentence: Sentence;
  /** The text of an earlier part of the document, if the sentence is in one. */
  readonly text?: Text;
}

/** A sentence where it occurs. */
export interface Site {
  readonly block: Block;
  readonly index: number;
  readonly reading: Reading;
}

/**
 * The sentences of a part as one discourse: what each says, and what the words in it refer to. A pronoun, a possessive, a short
 * name or an omitted subject refers to the entity that is clearly ahead of its rivals, weighed by where and how long ago it was
 * named (after Lappin and Leass). Everything is read when it is asked for.
 */
export class Discourse {
  private readonly readings = new Map<Sentence, Reading>();
  private readonly named = new Map<string, Mention | undefined>();
  private readonly salience: Salience;

  /**
   * `foreign` are mentions of something else that is written alike. `shortNames` says which concepts a bare noun of a class may
   * denote.
   */
  constructor(private readonly text: Text, private readonly foreign: ReadonlySet<Mention>, private readonly rest: Rest, private readonly shortNames: ReadonlyMap<string, readonly NounClass[]>) {
    this.salience = new Salience(this, text, foreign, shortNames);
  }

  readingOf(sentence: Sentence): Reading {
    let reading = this.readings.get(sentence);
    if (!reading) this.readings.set(sentence, (reading = readSentence(sentence, this.namedIn(sentence), this.text.languageOf(sentence.block))));
    return reading;
  }

  /** The reading of a sentence of any part. */
  readingIn(text: Text, sentence: Sentence): Reading {
    return text === this.text ? this.readingOf(sentence) : readingIn(text, sentence);
  }

  /** The blocks before one, the nearest first, through the parts before. */
  blocksBefore(block: Block): Generator<Earlier> {
    return blocksBefore(this.text, this.rest, block);
  }

  /** The time of a narrative in the present tense that a sentence goes on from. */
  storyBefore(site: Site): Story | undefined {
    return storyBefore(this.text, this.rest, site, 1);
  }

  /** Stretches of sentences read as one: a label and its value, cells of a table. A colon separates them. */
  readingOfParts(parts: readonly Part[], block: Block): Reading {
    const tokens: Token[] = [];
    const named: Named[] = [];
    for (const { sentence, first, next, text } of parts) {
      if (tokens.length > 0) { const { end } = tokens[tokens.length - 1]; tokens.push({ kind: 'punctuation', folded: ':', written: ':', start: end, end, known: undefined }); }
      const shift = tokens.length - first;
      for (const each of this.namedIn(sentence, text)) if (each.first >= first && each.next <= next) named.push({ ...each, first: each.first + shift, next: each.next + shift });
      tokens.push(...sentence.tokens.slice(first, next));
    }
    const joined: Sentence = { block, start: tokens[0]?.start ?? block.start, end: tokens[tokens.length - 1]?.end ?? block.end, tokens, times: [], release: () => undefined };
    return readSentence(joined, named, this.text.languageOf(block));
  }

  /** What a table, a list or a labelled line is about; `other` where that is something else of the same sort. */
  topicOf(block: Block, wanted: Wanted): OwnReferent | 'other' | undefined {
    return topicOf(block, wanted, this);
  }

  /** What a sentence without a verb of its own describes: the bare name that opens its block, or what the block is about. */
  entryHead({ block, index }: Site, wanted: Wanted): OwnReferent | undefined {
    const opening = index > 0 ? this.readingOf(this.text.sentencesOf(block)[0]) : undefined;
    return opening ? headOfEntry(opening, wanted) : ownTopicOf(block, wanted, this);
  }

  siteOf(sentence: Sentence): Site {
    const { block } = sentence;
    const index = this.text.sentencesOf(block).indexOf(sentence);
    const dated = this.dateBefore(block, index);
    const dates = dated && datesOf(this.readingOf(dated));
    return { block, index, reading: dates ? this.readingOfParts([{ sentence: dated, first: 0, next: dates[dates.length - 1].next }, { sentence, first: 0, next: sentence.tokens.length }], block) : this.readingOf(sentence) };
  }

  /** The sentence or heading that begins with the date of a later one, whose number in its block is given. */
  dateBefore(block: Block, index: number): Sentence | undefined {
    return dateBefore(block, index, this.text, (sentence) => this.readingOf(sentence));
  }

  /** Whether something is named so shortly before an offset of a block, or in the heading above, that a pronoun may take it up. */
  isNearName(block: Block, offset: number): boolean {
    if (this.text.mentionsIn({ start: block.start, end: offset }).length > 0) return true;
    let length = offset - block.start;
    for (const { text, block: current } of this.blocksBefore(block)) {
      if (text.mentionsIn(current).length > 0) return true;
      length += current.end - current.start;
      if (length > REACH || current.kind === 'heading') return false;
    }
    return false;
  }

  /** Whether the next sentence does nothing but refute this one, or says that who says it errs. */
  isRefuted({ block, index, reading: { grammar } }: Site): boolean {
    const next = this.text.sentencesOf(block)[index + 1];
    if (next === undefined || next.end - next.start >= LONGEST_REFUTATION) return false;
    return isRefutation(next.tokens, grammar) || saysErring(next.tokens, grammar);
  }

  /** The sentences of the block before one. */
  before({ block, index }: Site): readonly Reading[] {
    return this.text.sentencesOf(block).slice(0, index).map((sentence) => this.readingOf(sentence));
  }

  /** The text between two offsets, as it is written. */
  textOf(start: number, end: number): string {
    return this.text.prose.text.slice(start, end);
  }

  /** The readings of up to `count` sentences before one in its block, the nearest first. */
  readingsBefore({ block, index }: Site, count: number): readonly Reading[] {
    return this.text.sentencesOf(block).slice(Math.max(0, index - count), index).reverse().map((sentence) => this.readingOf(sentence));
  }

  /** The folded words of a block. */
  wordsOf(block: Block): readonly string[] {
    return this.text.sentencesOf(block).flatMap(({ tokens }) => tokens.map(({ folded }) => folded));
  }

  /** Whether the document names a concept. */
  isNamed(concept: string): boolean {
    return this.mentionFor(concept) !== undefined;
  }

  /** Whether a block names a concept by another name than the one given. */
  speaksOfOtherNames(block: Block, concept: string, name: string): boolean {
    return this.text.mentionsIn(block).some(({ terms }) => terms.some(({ entry }) => entry.concept.id === concept && entry.name.id !== name));
  }

  /** The first mention of a concept in the document. */
  mentionOf(concept: string): Mention | undefined {
    return this.mentionFor(concept);
  }

  /** What a noun group refers to, of what is wanted. */
  refer(group: NounGroup, site: Site, wanted: Wanted): Referent {
    const name = nameOf(group, site.reading);
    if (name) return wanted.concepts.has(name.concept) ? name : OTHER;
    if (group.pronoun !== undefined) {
      if (group.pronoun !== 'thing') return UNKNOWN;
      // "Esta", "celle-ci": what is near, not what the text is about.
      const last = site.reading.grammar.is(site.reading.sentence.tokens[group.first], 'demonstrative') || group.next - group.first > 1 ? this.lastNamed(group.first, site, wanted) : undefined;
      return last?.kind === 'own' ? last : this.takenUp(group.first, site, wanted);
    }
    if (group.named.length === 0 || site.reading.grammar.lang !== 'en') {
      const short = this.shortName(group, site, wanted);
      if (short) return short;
    }
    return sortOf(group, site.reading) === 'thing' && !group.isProper ? UNKNOWN : OTHER;
  }

  /** Whom a possessive or an omitted subject at a token takes up. */
  takenUp(at: number, site: Site, wanted: Wanted): Referent {
    const [first] = wanted.concepts;
    const mention = [...wanted.concepts].map((concept) => this.mentionFor(concept)).find((each) => each !== undefined);
    if (first === undefined || mention === undefined) return UNKNOWN;
    const sort = sortOfKind(mention.terms[0].entry.concept.kind);
    const following = this.followingSubject(at, site, wanted);
    if (following) return following;
    // "Né en 1951, il travaille pour l'OIM": what the sentence names beside is another thing than its pronoun.
    if (site.reading.groups.some((group) => { const name = group.first > at ? nameOf(group, site.reading) : undefined; return name !== undefined && wanted.concepts.has(name.concept); })) return UNKNOWN;
    if (takesUpThing(at, site.reading) || goesOnAboutOther(at, site.reading)) return OTHER;
    const entities = this.salience.weigh(at, site);
    // "elle" takes up no "Pacte".
    const gender = genderTakenUp(at, site.reading);
    const mayBe = (entity: Entity): boolean => entity.sort === sort && (gender === undefined || entity.gender === undefined || entity.gender === gender);
    const [best, second] = [...entities.values()].filter(mayBe).sort((a, b) => b.weight - a.weight);
    if (!best?.own || !wanted.concepts.has(best.own.concept) || best.weight < 8) return best ? OTHER : UNKNOWN;
    if (second && second.weight * 1.25 > best.weight) return UNKNOWN;
    return { kind: 'own', concept: best.own.concept, by: 'reference', mention: best.own.mention };
  }

  /** "Esta", "celle-ci": what its own sentence named last, else the one before. */
  private lastNamed(at: number, { block, index, reading: own }: Site, wanted: Wanted): Referent {
    const before = this.text.sentencesOf(block)[index - 1];
    for (const [reading, end] of [[own, at], ...(before ? [[this.readingOf(before), Infinity] as const] : [])] as const) {
      for (const group of [...reading.groups].reverse()) {
        if (group.next > end) continue;
        const name = nameOf(group, reading);
        if (name) return wanted.concepts.has(name.concept) ? { ...name, by: 'reference' } : OTHER;
        if (sortOf(group, reading) !== 'thing') return OTHER;
      }
    }
    return UNKNOWN;
  }

  /** "Since it was launched, the Network has": in a clause that opens the sentence, what its subject will be. */
  private followingSubject(at: number, { reading }: Site, wanted: Wanted): Referent | undefined {
    const [opening] = reading.statements;
    if (!opening || at >= opening.next || opening.subjects.some(({ pronoun }) => pronoun === undefined)) return undefined;
    const stop = reading.nodes.find((node) => (node.kind === 'stop' || node.kind === 'colon') && node.first >= at)?.first ?? Infinity;
    const subject = reading.statements.find(({ kind, first, subjects }) => kind === 'main' && first >= opening.next - 1 && first < stop && subjects.length > 0)?.subjects[0];
    // "It was launched in 2018 and IOM coordinates it": two things.
    const isJoined = subject && reading.nodes.some((node) => node.kind === 'coordinator' && node.next === subject.first);
    const name = subject && !isJoined && nameOf(subject, reading);
    return name && wanted.concepts.has(name.concept) ? { ...name, by: 'reference' } : undefined;
  }

  /** "the Organization", "ce texte", "el Pacto": a bare noun of a class for the one concept that the document names. */
  private shortName(group: NounGroup, site: Site, wanted: Wanted): Referent | undefined {
    const { reading: { grammar, sentence } } = site;
    if (group.determiner !== 'definite' && group.determiner !== 'demonstrative') return undefined;
    if (group.owners.length > 0 || group.quantity !== undefined || group.possessive !== undefined || group.head < 0) return undefined;
    const head = sentence.tokens[group.head], classes = grammar.nounClassesOf(head);
    const isBare = group.words.length === 1 || (group.words.length === 2 && group.ordinal !== undefined);
    // "the agreement that made IOM a related organization": told apart by its clause, unless a comma sets that off.
    const isRestricted = group.determiner === 'definite' && site.reading.nodes.some((node) => node.first === group.next && (node.kind === 'relative' || node.kind === 'that'));
    const isCapital = /^\p{Lu}/u.test(head.written) && group.head > 0;
    // "the process" is mostly a common noun.
    if (!classes || !isBare || isQualified(group, site.reading) || isRestricted || (!isCapital && classes.has('process'))) return undefined;
    // "ce traité" may be a misnomer of the text that was named.
    const mayDenote = (kind: NounClass): boolean => classes.has(kind) || (kind === 'instrument' && group.determiner === 'demonstrative' && classes.has('otherInstrument'));
    const fitting = [...wanted.concepts].filter((concept) => this.mentionFor(concept) !== undefined && this.shortNames.get(concept)?.some(mayDenote));
    if (fitting.length === 0) return undefined;
    const mention = this.mentionFor(fitting[0])!;
    const sort = sortOfKind(mention.terms[0].entry.concept.kind);
    const entities = [...this.salience.weigh(group.first, site).values()].filter((entity) => entity.sort === sort).sort((a, b) => b.weight - a.weight);
    const own = entities.find((entity) => entity.own !== undefined && fitting.includes(entity.own.concept));
    // "The Network supports governments": what the noun cannot denote is no rival.
    const rival = entities.find((entity) => entity !== own && (entity.classes === undefined || [...entity.classes].some(mayDenote)));
    // A capital letter is the author's own short name: only what was just spoken of may be meant, or another concept, before ours was.
    if (rival && (own ? rival.weight > own.weight * 0.4 : rival.own !== undefined || rival.weight > (isCapital ? 20 : 0))) return OTHER;
    if (!own && !isCapital && !this.isNamedInBlock(fitting[0], site.block)) return UNKNOWN;
    if (fitting.length > 1 && own === undefined) return UNKNOWN;
    return { kind: 'own', concept: own?.own?.concept ?? fitting[0], by: 'reference', mention: own?.own?.mention ?? mention };
  }

  private isNamedInBlock(concept: string, block: Block): boolean {
    return this.text.mentionsIn(block).some((mention) => !this.foreign.has(mention) && mention.terms.some(({ entry }) => entry.concept.id === concept));
  }

  private namedIn(sentence: Sentence, text = this.text): readonly Named[] {
    return namesIn(text, sentence).filter(({ mention }) => !this.foreign.has(mention));
  }

  /** A mention that denotes a concept that the document names anywhere. */
  private mentionFor(concept: string): Mention | undefined {
    if (!this.named.has(concept)) {
      const term = this.rest.nameOf(concept);
      this.named.set(concept, term && { start: 0, end: 0, terms: [term], isNearMiss: false });
    }
    return this.named.get(concept);
  }
}
