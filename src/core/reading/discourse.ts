import type { Sentence, Token } from './sentence';
import type { Lang, Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block, Prose } from '../prose/prose';
import type { TermEntry } from '../termbase/termbase';
import type { NounClass } from './grammarFile';
import { dateBefore, datesOf } from './datedEntry';
import { isRefutation, saysErring } from './modality';
import {
  genderOfReference,
  isQualified,
  nameOf,
  namesIn,
  sortOf,
  sortOfKind,
  type OwnReferent,
  type Referent,
} from './naming';
import type { Named, NounGroup, Range } from './nodes';
import { readSentence, type Reading } from './read';
import { blocksBefore, readingIn, type Earlier } from './readings';
import { storyBefore, type Story } from './story';
import { Salience, continuesAboutOther, refersToThing, type Entity } from './salience';
import { headOfEntry, ownTopicOf, topicOf } from './topic';

/** The input of the discourse: the sentences of a part with their mentions. */
export interface Text {
  readonly prose: Prose;
  sentencesOf(block: Block): readonly Sentence[];
  mentionsIn(span: Span): readonly Mention[];
  siteOf(mention: Mention): { readonly sentence: Sentence; readonly first: number; readonly next: number } | undefined;
  languageOf(block: Block): Lang;
}

/** The facts about the rest of the document that the discourse needs. */
export interface Rest {
  /** The text of the n-th preceding part, nearest first. */
  before(n: number): Text | undefined;
  /** The first term with which the document names a concept. */
  nameOf(concept: string): TermEntry | undefined;
}

/** The subjects of a relation, to which a word may refer. */
export interface Wanted {
  readonly concepts: ReadonlySet<string>;
}

const UNKNOWN: Referent = { kind: 'unknown' };
const OTHER: Referent = { kind: 'other' };

/** In code units: the maximal distance between a pronoun and its antecedent. */
export const REACH = 1200;
const LONGEST_REFUTATION = 80; // In code units.

/** A range of tokens in a sentence. */
export interface Part extends Range {
  readonly sentence: Sentence;
  /** The text of an earlier part of the document, if the sentence belongs to one. */
  readonly text?: Text;
}

/** A sentence at its position in the text. */
export interface SentenceSite {
  readonly block: Block;
  readonly index: number;
  readonly reading: Reading;
}

/**
 * The sentences of a part as one discourse: their readings, and the referents of the words in them. A pronoun, a
 * possessive, a short name or an omitted subject refers to the entity that clearly outweighs its rivals; weights depend
 * on where and how recently each was named (after Lappin and Leass). Everything is parsed on demand.
 */
export class Discourse {
  private readonly readings = new Map<Sentence, Reading>();
  private readonly named = new Map<string, Mention | undefined>();
  private readonly salience: Salience;

  /** `foreign` are mentions of homonyms. `shortNames` gives the concepts that a bare noun of a class may denote. */
  constructor(
    private readonly text: Text,
    private readonly foreign: ReadonlySet<Mention>,
    private readonly rest: Rest,
    private readonly shortNames: ReadonlyMap<string, readonly NounClass[]>,
  ) {
    this.salience = new Salience(this, text, foreign, shortNames);
  }

  readingOf(sentence: Sentence): Reading {
    let reading = this.readings.get(sentence);
    if (!reading)
      this.readings.set(
        sentence,
        (reading = readSentence(sentence, this.namedIn(sentence), this.text.languageOf(sentence.block))),
      );
    return reading;
  }

  /** The reading of a sentence of any part. */
  readingIn(text: Text, sentence: Sentence): Reading {
    return text === this.text ? this.readingOf(sentence) : readingIn(text, sentence);
  }

  /** The preceding blocks, nearest first, across the preceding parts. */
  blocksBefore(block: Block): Generator<Earlier> {
    return blocksBefore(this.text, this.rest, block);
  }

  /** The time of a narrative in the present tense that a sentence continues. */
  storyBefore(site: SentenceSite): Story | undefined {
    return storyBefore(this.text, this.rest, site, 1);
  }

  /** Ranges of sentences parsed as one text: a label and its value, cells of a table. A colon separates them. */
  readingOfParts(parts: readonly Part[], block: Block): Reading {
    const tokens: Token[] = [];
    const named: Named[] = [];
    for (const { sentence, first, next, text } of parts) {
      if (tokens.length > 0) {
        const { end } = tokens[tokens.length - 1]!;
        tokens.push({ kind: 'punctuation', folded: ':', written: ':', start: end, end, known: undefined });
      }
      const shift = tokens.length - first;
      for (const each of this.namedIn(sentence, text))
        if (each.first >= first && each.next <= next)
          named.push({ ...each, first: each.first + shift, next: each.next + shift });
      tokens.push(...sentence.tokens.slice(first, next));
    }
    const joined: Sentence = {
      block,
      start: tokens[0]?.start ?? block.start,
      end: tokens[tokens.length - 1]?.end ?? block.end,
      tokens,
      times: [],
      release: () => undefined,
    };
    return readSentence(joined, named, this.text.languageOf(block));
  }

  /** The topic of a table, a list or a labelled line; `other` where it is something else of the same sort. */
  topicOf(block: Block, wanted: Wanted): OwnReferent | 'other' | undefined {
    return topicOf(block, wanted, this);
  }

  /** The topic of a sentence without a verb: the bare name that opens its block, or the topic of the block. */
  entryHead({ block, index }: SentenceSite, wanted: Wanted): OwnReferent | undefined {
    const opening = index > 0 ? this.readingOf(this.text.sentencesOf(block)[0]!) : undefined;
    return opening ? headOfEntry(opening, wanted) : ownTopicOf(block, wanted, this);
  }

  siteOf(sentence: Sentence): SentenceSite {
    const { block } = sentence;
    const index = this.text.sentencesOf(block).indexOf(sentence);
    const dated = this.dateBefore(block, index);
    const dates = dated && datesOf(this.readingOf(dated));
    return {
      block,
      index,
      reading: dates
        ? this.readingOfParts(
            [
              { sentence: dated, first: 0, next: dates[dates.length - 1]!.next },
              { sentence, first: 0, next: sentence.tokens.length },
            ],
            block,
          )
        : this.readingOf(sentence),
    };
  }

  /** The sentence or heading that begins with the date of a later sentence, given by its index in its block. */
  dateBefore(block: Block, index: number): Sentence | undefined {
    return dateBefore(block, index, this.text, (sentence) => this.readingOf(sentence));
  }

  /** Whether a name near an offset of a block, or in the heading above, may be the antecedent of a pronoun. */
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

  /** Whether the next sentence merely refutes this one, or says that its source is wrong. */
  isRefuted({ block, index, reading: { grammar } }: SentenceSite): boolean {
    const next = this.text.sentencesOf(block)[index + 1];
    if (next === undefined || next.end - next.start >= LONGEST_REFUTATION) return false;
    return isRefutation(next.tokens, grammar) || saysErring(next.tokens, grammar);
  }

  /** The preceding sentences of the block. */
  before({ block, index }: SentenceSite): readonly Reading[] {
    return this.text
      .sentencesOf(block)
      .slice(0, index)
      .map((sentence) => this.readingOf(sentence));
  }

  /** The source text between two offsets. */
  textOf(start: number, end: number): string {
    return this.text.prose.text.slice(start, end);
  }

  /** The readings of up to `count` preceding sentences in the block, nearest first. */
  readingsBefore({ block, index }: SentenceSite, count: number): readonly Reading[] {
    return this.text
      .sentencesOf(block)
      .slice(Math.max(0, index - count), index)
      .reverse()
      .map((sentence) => this.readingOf(sentence));
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
    return this.text
      .mentionsIn(block)
      .some(({ terms }) => terms.some(({ entry }) => entry.concept.id === concept && entry.name.id !== name));
  }

  /** The first mention of a concept in the document. */
  mentionOf(concept: string): Mention | undefined {
    return this.mentionFor(concept);
  }

  /** The referent of a noun group, among the wanted ones. */
  refer(group: NounGroup, site: SentenceSite, wanted: Wanted): Referent {
    const name = nameOf(group, site.reading);
    if (name) return wanted.concepts.has(name.concept) ? name : OTHER;
    if (group.pronoun !== undefined) {
      if (group.pronoun !== 'thing') return UNKNOWN;
      // "Esta", "celle-ci": the nearest antecedent, not the topic of the text.
      const last =
        site.reading.grammar.is(site.reading.sentence.tokens[group.first], 'demonstrative') ||
        group.next - group.first > 1
          ? this.lastNamed(group.first, site, wanted)
          : undefined;
      return last?.kind === 'own' ? last : this.antecedentAt(group.first, site, wanted);
    }
    if (group.named.length === 0 || site.reading.grammar.lang !== 'en') {
      const short = this.shortName(group, site, wanted);
      if (short) return short;
    }
    return sortOf(group, site.reading) === 'thing' && !group.isProper ? UNKNOWN : OTHER;
  }

  /** The antecedent of a possessive or an omitted subject at a token. */
  antecedentAt(at: number, site: SentenceSite, wanted: Wanted): Referent {
    const [first] = wanted.concepts;
    const mention = [...wanted.concepts].map((concept) => this.mentionFor(concept)).find((each) => each !== undefined);
    if (first === undefined || mention === undefined) return UNKNOWN;
    const sort = sortOfKind(mention.terms[0]!.entry.concept.kind);
    const following = this.followingSubject(at, site, wanted);
    if (following) return following;
    // "Né en 1951, il travaille pour l'OIM": a name in the same sentence is not the antecedent of the pronoun.
    if (
      site.reading.groups.some((group) => {
        const name = group.first > at ? nameOf(group, site.reading) : undefined;
        return name !== undefined && wanted.concepts.has(name.concept);
      })
    )
      return UNKNOWN;
    if (refersToThing(at, site.reading) || continuesAboutOther(at, site.reading)) return OTHER;
    const entities = this.salience.weigh(at, site);
    // "elle" cannot refer to "Pacte".
    const gender = genderOfReference(at, site.reading);
    const mayBe = (entity: Entity): boolean =>
      entity.sort === sort && (gender === undefined || entity.gender === undefined || entity.gender === gender);
    const [best, second] = [...entities.values()].filter(mayBe).sort((a, b) => b.weight - a.weight);
    if (!best?.own || !wanted.concepts.has(best.own.concept) || best.weight < 8) return best ? OTHER : UNKNOWN;
    if (second && second.weight * 1.25 > best.weight) return UNKNOWN;
    return { kind: 'own', concept: best.own.concept, by: 'reference', mention: best.own.mention };
  }

  /** "Esta", "celle-ci": the last antecedent in its own sentence, else in the preceding one. */
  private lastNamed(at: number, { block, index, reading: own }: SentenceSite, wanted: Wanted): Referent {
    const before = this.text.sentencesOf(block)[index - 1];
    for (const [reading, end] of [
      [own, at],
      ...(before ? [[this.readingOf(before), Infinity] as const] : []),
    ] as const) {
      for (const group of [...reading.groups].reverse()) {
        if (group.next > end) continue;
        const name = nameOf(group, reading);
        if (name) return wanted.concepts.has(name.concept) ? { ...name, by: 'reference' } : OTHER;
        if (sortOf(group, reading) !== 'thing') return OTHER;
      }
    }
    return UNKNOWN;
  }

  /** "Since it was launched, the Network has": cataphora in a clause that opens the sentence. */
  private followingSubject(at: number, { reading }: SentenceSite, wanted: Wanted): Referent | undefined {
    const [opening] = reading.statements;
    if (!opening || at >= opening.next || opening.subjects.some(({ pronoun }) => pronoun === undefined))
      return undefined;
    const stop =
      reading.nodes.find((node) => (node.kind === 'stop' || node.kind === 'colon') && node.first >= at)?.first ??
      Infinity;
    const subject = reading.statements.find(
      ({ kind, first, subjects }) =>
        kind === 'main' && first >= opening.next - 1 && first < stop && subjects.length > 0,
    )?.subjects[0];
    // "It was launched in 2018 and IOM coordinates it": the pronoun and the subject have different referents.
    const isJoined =
      subject && reading.nodes.some((node) => node.kind === 'coordinator' && node.next === subject.first);
    const name = subject && !isJoined && nameOf(subject, reading);
    return name && wanted.concepts.has(name.concept) ? { ...name, by: 'reference' } : undefined;
  }

  /** "the Organization", "ce texte", "el Pacto": a bare noun for the only concept of its class. */
  private shortName(group: NounGroup, site: SentenceSite, wanted: Wanted): Referent | undefined {
    const {
      reading: { grammar, sentence },
    } = site;
    if (group.determiner !== 'definite' && group.determiner !== 'demonstrative') return undefined;
    if (group.owners.length > 0 || group.quantity !== undefined || group.possessive !== undefined || group.head < 0)
      return undefined;
    const head = sentence.tokens[group.head]!,
      classes = grammar.nounClassesOf(head);
    const isBare = group.words.length === 1 || (group.words.length === 2 && group.ordinal !== undefined);
    // "the agreement that made IOM a related organization": a restrictive clause identifies the noun.
    const isRestricted =
      group.determiner === 'definite' &&
      site.reading.nodes.some(
        (node) => node.first === group.next && (node.kind === 'relative' || node.kind === 'that'),
      );
    const isCapital = /^\p{Lu}/u.test(head.written) && group.head > 0;
    // "the process" is mostly a common noun.
    if (
      !classes ||
      !isBare ||
      isQualified(group, site.reading) ||
      isRestricted ||
      (!isCapital && classes.has('process'))
    )
      return undefined;
    // "ce traité" may be a misnomer of the text that was named before.
    const mayDenote = (kind: NounClass): boolean =>
      classes.has(kind) ||
      (kind === 'instrument' && group.determiner === 'demonstrative' && classes.has('otherInstrument'));
    const fitting = [...wanted.concepts].filter(
      (concept) => this.mentionFor(concept) !== undefined && this.shortNames.get(concept)?.some(mayDenote),
    );
    if (fitting.length === 0) return undefined;
    const mention = this.mentionFor(fitting[0]!)!;
    const sort = sortOfKind(mention.terms[0]!.entry.concept.kind);
    const entities = [...this.salience.weigh(group.first, site).values()]
      .filter((entity) => entity.sort === sort)
      .sort((a, b) => b.weight - a.weight);
    const own = entities.find((entity) => entity.own !== undefined && fitting.includes(entity.own.concept));
    // "The Network supports governments": an entity that the noun cannot denote is not a rival.
    const rival = entities.find(
      (entity) => entity !== own && (entity.classes === undefined || [...entity.classes].some(mayDenote)),
    );
    // A capital letter marks the author's own short name: it denotes a recent antecedent, or another concept named
    // first.
    if (
      rival &&
      (own ? rival.weight > own.weight * 0.4 : rival.own !== undefined || rival.weight > (isCapital ? 20 : 0))
    )
      return OTHER;
    if (!own && !isCapital && !this.isNamedInBlock(fitting[0]!, site.block)) return UNKNOWN;
    if (fitting.length > 1 && own === undefined) return UNKNOWN;
    return {
      kind: 'own',
      concept: own?.own?.concept ?? fitting[0]!,
      by: 'reference',
      mention: own?.own?.mention ?? mention,
    };
  }

  private isNamedInBlock(concept: string, block: Block): boolean {
    return this.text
      .mentionsIn(block)
      .some((mention) => !this.foreign.has(mention) && mention.terms.some(({ entry }) => entry.concept.id === concept));
  }

  private namedIn(sentence: Sentence, text = this.text): readonly Named[] {
    return namesIn(text, sentence).filter(({ mention }) => !this.foreign.has(mention));
  }

  /** A mention that denotes a concept, if the document names it anywhere. */
  private mentionFor(concept: string): Mention | undefined {
    if (!this.named.has(concept)) {
      const term = this.rest.nameOf(concept);
      this.named.set(concept, term && { start: 0, end: 0, terms: [term], isNearMiss: false });
    }
    return this.named.get(concept);
  }
}
