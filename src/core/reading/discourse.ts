import type { Sentence, Token } from './sentence';
import type { Lang, Span } from '../document';
import type { Mention } from '../mentions/findMentions';
import type { Block, Prose } from '../prose/prose';
import type { ConceptKind } from '../termbase/concept';
import type { TermEntry } from '../termbase/termbase';
import type { NounClass } from './grammar';
import { isRefutation } from './modality';
import type { Named, NounGroup, Range } from './nodes';
import { readSentence, type Reading } from './read';
import { withOwners, type Statement } from './statement';

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

/** What an argument refers to. */
export type Referent = OwnReferent | { readonly kind: 'other' } | { readonly kind: 'unknown' };

/** A concept of the termbase, named in the group itself or taken up by it. */
export interface OwnReferent {
  readonly kind: 'own';
  readonly concept: string;
  readonly by: 'name' | 'reference';
  readonly mention: Mention;
}

/** What a relation is told of: its subjects, which may be meant by a word that takes one up. */
export interface Wanted {
  readonly concepts: ReadonlySet<string>;
}

/** The classes of things that compete for a pronoun. */
export type Sort = 'organization' | 'instrument' | 'forum' | 'person' | 'thing';

const UNKNOWN: Referent = { kind: 'unknown' };
const OTHER: Referent = { kind: 'other' };

/** The readings of sentences of earlier parts. */
const READINGS = new WeakMap<Sentence, Reading>();
/** How many blocks back. */
const FARTHEST = 24;
/** In code units: what was named farther away is taken up by no pronoun. */
const NEAR = 1200;
/** How many sentences back a pronoun may reach. */
const REACH = 6;
const SUBJECT = 80;
const OBJECT = 50;
const ELSEWHERE = 35;
const HEADING = 60;

interface Entity {
  readonly key: string;
  readonly own: { readonly concept: string; readonly mention: Mention } | undefined;
  readonly sort: Sort;
  weight: number;
}

/** A stretch of a sentence, in its tokens. */
export interface Part extends Range {
  readonly sentence: Sentence;
}

/** A sentence where it stands. */
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

  /**
   * `foreign` are mentions of something else that is written alike. `shortNames` says which concepts a bare noun of a class may
   * denote.
   */
  constructor(private readonly text: Text, private readonly foreign: ReadonlySet<Mention>, private readonly rest: Rest, private readonly shortNames: ReadonlyMap<string, readonly NounClass[]>) {}

  readingOf(sentence: Sentence): Reading {
    let reading = this.readings.get(sentence);
    if (!reading) this.readings.set(sentence, (reading = readSentence(sentence, this.namedIn(sentence), this.text.languageOf(sentence.block))));
    return reading;
  }

  /** The reading of a sentence of an earlier part, kept with that part. */
  private readingIn(text: Text, sentence: Sentence): Reading {
    if (text === this.text) return this.readingOf(sentence);
    let reading = READINGS.get(sentence);
    if (!reading) READINGS.set(sentence, (reading = readSentence(sentence, namesIn(text, sentence), text.languageOf(sentence.block))));
    return reading;
  }

  /** The blocks before one, the nearest first, through the parts before, as many as a word may reach back over. */
  private* blocksBefore(block: Block): Generator<{ readonly text: Text; readonly block: Block; readonly isFirst: boolean }> {
    let { text } = this;
    let blocks = text.prose.blocks.slice(0, text.prose.indexAt(block.start));
    for (let n = 1, count = 0; count < FARTHEST; n++) {
      const earlier = this.rest.before(n);
      for (let i = blocks.length - 1; i >= 0 && count < FARTHEST; i--, count++) yield { text, block: blocks[i], isFirst: i === 0 && earlier === undefined };
      if (!earlier) return;
      text = earlier;
      blocks = [...earlier.prose.blocks];
    }
  }

  /** Stretches of sentences read as one: a label and its value, cells of a table. A colon stands between them. */
  readingOfParts(parts: readonly Part[], block: Block): Reading {
    const tokens: Token[] = [];
    const named: Named[] = [];
    for (const { sentence, first, next } of parts) {
      if (tokens.length > 0) { const { end } = tokens[tokens.length - 1]; tokens.push({ kind: 'punctuation', folded: ':', written: ':', start: end, end }); }
      const shift = tokens.length - first;
      for (const each of this.namedIn(sentence)) if (each.first >= first && each.next <= next) named.push({ ...each, first: each.first + shift, next: each.next + shift });
      tokens.push(...sentence.tokens.slice(first, next));
    }
    const joined: Sentence = { block, start: tokens[0]?.start ?? block.start, end: tokens[tokens.length - 1]?.end ?? block.end, tokens, times: [], release: () => undefined };
    return readSentence(joined, named, this.text.languageOf(block));
  }

  /**
   * What a table, a list or a labelled line is about: what its caption, the line that opens it or the nearest heading names. `other`
   * where that is something else of the same sort.
   */
  topicOf(block: Block, wanted: Wanted): OwnReferent | 'other' | undefined {
    let level = Infinity;
    let isNear = true;
    for (const { text, block: current, isFirst } of this.blocksBefore(block)) {
      const isTitle = isFirst || current.kind === 'metadata';
      if (current.kind === 'heading') {
        isNear = false;
        if (current.level >= level) continue;
        level = current.level;
      } else if (current.kind === 'caption') { if (!isNear) continue; }
      else if (current.kind === block.kind && current.kind !== 'paragraph') continue;
      else if (!(isTitle || (isNear && current.kind === 'paragraph')) || !this.opensList(text, current, isTitle)) { if (current.kind !== 'paragraph' || !this.isLabelled(text, current)) isNear = false; continue; }
      const topic = this.topicIn(text, current, wanted);
      if (topic) return topic;
    }
    return undefined;
  }

  private topicIn(text: Text, block: Block, wanted: Wanted): OwnReferent | 'other' | undefined {
    const others = new Set<Sort>();
    for (const sentence of text.sentencesOf(block)) {
      const reading = this.readingIn(text, sentence);
      const site: Site = { block, index: 0, reading };
      const tops = reading.nodes.flatMap((node) => (node.kind === 'noun' ? [node] : []));
      let found: OwnReferent | undefined;
      for (const top of tops) {
        for (const group of withOwners(top)) {
          const referent = this.refer(group, site, wanted);
          if (referent.kind === 'own') {
            // "the Cairo office of IOM" is a part of it.
            if (group !== top && this.isPart(top, reading)) return 'other';
            found ??= referent;
          } else if (referent.kind === 'other') {
            const name = this.nameOf(group, site);
            others.add(name ? sortOfKind(name.mention.terms[0].entry.concept.kind) : this.sortOf(group, site));
          }
        }
        if (top.named.length > 0 && this.nameOf(top, site) === undefined && top.named.some(({ mention }) => wanted.concepts.has(mention.terms[0].entry.concept.id))) {
          if (this.isPart(top, reading) || reading.grammar.lang !== 'en') return 'other';
          const [{ mention }] = top.named;
          found ??= { kind: 'own', concept: mention.terms[0].entry.concept.id, by: 'name', mention };
        }
      }
      if (found) return others.has(sortOfKind(found.mention.terms[0].entry.concept.kind)) ? 'other' : { ...found, by: 'reference' };
    }
    others.delete('thing');
    return others.size > 0 ? 'other' : undefined;
  }

  private isPart({ head, words }: NounGroup, { grammar, sentence }: Reading): boolean {
    if (head < 0) return false;
    const classes = grammar.nounClassesOf(sentence.tokens[head]);
    return classes !== undefined && (['office', 'part', 'plan', 'draft', 'otherOrganization', 'otherInstrument'] as const).some((kind) => classes.has(kind)) && words.length > 0;
  }

  /** A short line that a list follows, or a title. */
  private opensList({ prose }: Text, { start, end }: Block, isTitle: boolean): boolean {
    const line = prose.text.slice(start, end).trimEnd();
    return line.length < 160 && (isTitle ? !line.endsWith('.') : line.endsWith(':'));
  }

  private isLabelled(text: Text, block: Block): boolean {
    return text.sentencesOf(block)[0]?.tokens.slice(0, 12).some(({ folded }) => folded === ':') === true;
  }

  siteOf(sentence: Sentence): Site {
    return { block: sentence.block, index: this.text.sentencesOf(sentence.block).indexOf(sentence), reading: this.readingOf(sentence) };
  }

  /** Whether something is named so shortly before an offset of a block, or in the heading above, that a pronoun may take it up. */
  isNearName(block: Block, offset: number): boolean {
    if (this.text.mentionsIn({ start: block.start, end: offset }).length > 0) return true;
    let length = offset - block.start;
    for (const { text, block: current } of this.blocksBefore(block)) {
      if (text.mentionsIn(current).length > 0) return true;
      length += current.end - current.start;
      if (length > NEAR || current.kind === 'heading') return false;
    }
    return false;
  }

  /** Whether the next sentence does nothing but refute this one. */
  isRefuted({ block, index, reading: { grammar } }: Site): boolean {
    const next = this.text.sentencesOf(block)[index + 1];
    return next !== undefined && next.end - next.start < 80 && isRefutation(next.tokens, grammar);
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
    const name = this.nameOf(group, site);
    if (name) return wanted.concepts.has(name.concept) ? name : OTHER;
    if (group.pronoun !== undefined) {
      if (group.pronoun !== 'thing') return UNKNOWN;
      return site.reading.grammar.is(site.reading.sentence.tokens[group.first], 'demonstrative') ? this.lastNamed(site, wanted) : this.takenUp(group.first, site, wanted);
    }
    if (group.named.length === 0 || site.reading.grammar.lang !== 'en') {
      const short = this.shortName(group, site, wanted);
      if (short) return short;
    }
    return this.sortOf(group, site) === 'thing' && !group.isProper ? UNKNOWN : OTHER;
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
    if (site.reading.groups.some((group) => { const name = group.first > at ? this.nameOf(group, site) : undefined; return name !== undefined && wanted.concepts.has(name.concept); })) return UNKNOWN;
    const entities = this.weigh(at, site);
    const [best, second] = [...entities.values()].filter((entity) => entity.sort === sort).sort((a, b) => b.weight - a.weight);
    if (!best?.own || !wanted.concepts.has(best.own.concept) || best.weight < 8) return best ? OTHER : UNKNOWN;
    if (second && second.weight * 1.25 > best.weight) return UNKNOWN;
    return { kind: 'own', concept: best.own.concept, by: 'reference', mention: best.own.mention };
  }

  /** "Esta", "celle-ci": what the sentence before named last. */
  private lastNamed({ block, index }: Site, wanted: Wanted): Referent {
    const before = this.text.sentencesOf(block)[index - 1];
    if (!before) return UNKNOWN;
    const reading = this.readingOf(before);
    for (const group of [...reading.groups].reverse()) {
      const name = this.nameOf(group, { block, index: index - 1, reading });
      if (name) return wanted.concepts.has(name.concept) ? { ...name, by: 'reference' } : OTHER;
      if (this.sortOf(group, { block, index: index - 1, reading }) !== 'thing') return OTHER;
    }
    return UNKNOWN;
  }

  /** "Since it was launched, the Network has": in a clause that opens the sentence, what its subject will be. */
  private followingSubject(at: number, { reading }: Site, wanted: Wanted): Referent | undefined {
    const [opening] = reading.statements;
    if (!opening || at >= opening.next || opening.subjects.some(({ pronoun }) => pronoun === undefined)) return undefined;
    const subject = reading.statements.find(({ kind, first, subjects }) => kind === 'main' && first >= opening.next - 1 && subjects.length > 0)?.subjects[0];
    const name = subject && this.nameOf(subject, { block: reading.sentence.block, index: 0, reading });
    return name && wanted.concepts.has(name.concept) ? { ...name, by: 'reference' } : undefined;
  }

  /** The concept that a group names: its mention must be its head, and nothing else may stand beside it. */
  nameOf(group: NounGroup, site: Site): OwnReferent | undefined {
    const { reading: { sentence, grammar } } = site;
    if (group.named.length === 0) return group.alias && group.alias !== group ? this.nameOf(group.alias, site) : undefined;
    const { tokens } = sentence;
    const [first] = group.named;
    const last = group.named[group.named.length - 1];
    const named = grammar.lang === 'en' ? last : first;
    // "IOM headquarters", "IOM Libya" are not IOM; in French and Spanish an adjective may follow the name.
    const isWhole = grammar.lang === 'en' ? last.next >= group.next || tokens.slice(last.next, group.next).every(({ kind }) => kind === 'punctuation')
      : !tokens.slice(first.next, group.next).some(({ written }, i) => /^\p{Lu}/u.test(written) && !group.named.some((other) => first.next + i >= other.first && first.next + i < other.next));
    if (!isWhole) return undefined;
    const { mention } = named;
    const [term] = mention.terms;
    return { kind: 'own', concept: term.entry.concept.id, by: 'name', mention };
  }

  /** "the Organization", "ce texte", "el Pacto": a bare noun of a class for the one concept that the document names. */
  private shortName(group: NounGroup, site: Site, wanted: Wanted): Referent | undefined {
    const { reading: { grammar, sentence } } = site;
    if (group.determiner !== 'definite' && group.determiner !== 'demonstrative') return undefined;
    if (group.owners.length > 0 || group.quantity !== undefined || group.possessive !== undefined || group.head < 0) return undefined;
    const head = sentence.tokens[group.head];
    const classes = grammar.nounClassesOf(head);
    const isBare = group.words.length === 1 || (group.words.length === 2 && group.ordinal !== undefined);
    // "the agreement between A and B", "the Compact on Refugees"
    const after = sentence.tokens[group.next];
    const roles = after && after.kind === 'word' ? grammar.rolesOf(after) : undefined;
    const isQualified = roles !== undefined && ['between', 'with', 'on', 'for', 'against'].some((role) => roles.has(role)) && !roles.has('in') && !site.reading.nodes.some((node) => node.kind === 'verb' && node.next === group.first);
    if (!classes || !isBare || isQualified) return undefined;
    const fitting = [...wanted.concepts].filter((concept) => this.mentionFor(concept) !== undefined && this.shortNames.get(concept)?.some((each) => classes.has(each)));
    if (fitting.length === 0) return undefined;
    const mention = this.mentionFor(fitting[0])!;
    const sort = sortOfKind(mention.terms[0].entry.concept.kind);
    const entities = [...this.weigh(group.first, site).values()].filter((entity) => entity.sort === sort).sort((a, b) => b.weight - a.weight);
    const own = entities.find((entity) => entity.own !== undefined && fitting.includes(entity.own.concept));
    const rival = entities.find((entity) => entity !== own);
    const isCapital = /^\p{Lu}/u.test(head.written) && group.head > 0;
    // A capital letter is the author's own short name; only what was spoken of just now may be meant instead.
    if (rival && rival.weight > (own ? own.weight * 0.4 : isCapital ? 20 : 0)) return OTHER;
    if (!own && !isCapital && !this.isNamedInBlock(fitting[0], site.block)) return UNKNOWN;
    if (fitting.length > 1 && own === undefined) return UNKNOWN;
    return { kind: 'own', concept: own?.own?.concept ?? fitting[0], by: 'reference', mention: own?.own?.mention ?? mention };
  }

  private isNamedInBlock(concept: string, block: Block): boolean {
    return this.text.mentionsIn(block).some((mention) => !this.foreign.has(mention) && mention.terms.some(({ entry }) => entry.concept.id === concept));
  }

  /** What is spoken of before a token, with its weight: in its own sentence, those before it, and the heading. */
  private weigh(at: number, { block, index, reading }: Site): Map<string, Entity> {
    const entities = new Map<string, Entity>();
    this.addFrom(entities, reading, 1.6, at);
    let factor = 1;
    let seen = 0;
    const addAll = (text: Text, sentences: readonly Sentence[]): void => {
      for (let i = sentences.length - 1; i >= 0 && seen < REACH; i--, seen++) {
        this.addFrom(entities, this.readingIn(text, sentences[i]), factor, Infinity);
        factor *= 0.5;
      }
    };
    addAll(this.text, this.text.sentencesOf(block).slice(0, index));
    for (const { text, block: current } of this.blocksBefore(block)) {
      if (seen >= REACH) break;
      if (current.kind === 'heading') { this.addHeading(entities, text, current); break; }
      // The items of a list are told of what precedes the list.
      if (block.kind === 'list-item' && current.kind === 'list-item') { factor *= 0.9; continue; }
      factor *= 0.6;
      addAll(text, text.sentencesOf(current));
    }
    return entities;
  }

  private addHeading(entities: Map<string, Entity>, text: Text, block: Block): void {
    for (const sentence of text.sentencesOf(block)) {
      const reading = this.readingIn(text, sentence);
      // A heading's common nouns are no rivals of what the text names.
      for (const group of reading.groups) if (group.named.length > 0) this.add(entities, group, reading, HEADING);
    }
  }

  private addFrom(entities: Map<string, Entity>, reading: Reading, factor: number, before: number): void {
    const subjects = new Set<NounGroup>();
    const objects = new Set<NounGroup>();
    // What a subject is called is no other thing: "The Compact is a long text".
    const predicates = new Set<NounGroup>();
    for (const statement of reading.statements) {
      collectRoles(statement, subjects, objects);
      const { verb } = statement;
      if (statement.kind === 'apposition' || verb?.lemmas.some((lemma) => reading.grammar.isVerb(lemma, 'copula'))) for (const group of statement.objects) if (group.named.length === 0) predicates.add(group);
    }
    const seen = new Set<string>();
    for (const group of reading.groups) {
      if (group.next > before) break;
      if (predicates.has(group)) continue;
      const key = this.add(entities, group, reading, 0);
      if (key === undefined) continue;
      const weight = (subjects.has(group) ? SUBJECT : objects.has(group) ? OBJECT : ELSEWHERE) * factor;
      const entity = entities.get(key)!;
      if (!seen.has(key)) entity.weight += weight;
      seen.add(key);
    }
  }

  /** Adds the entity that a group names, of ours or another; returns its key. */
  private add(entities: Map<string, Entity>, group: NounGroup, reading: Reading, weight: number): string | undefined {
    if (group.pronoun !== undefined) return undefined;
    const own = this.nameOf(group, { block: reading.sentence.block, index: 0, reading });
    const sort = own ? sortOfKind(own.mention.terms[0].entry.concept.kind) : this.sortOf(group, { block: reading.sentence.block, index: 0, reading });
    if (!own && sort === 'thing') return undefined;
    // A bare class noun takes up something, and is no entity of its own: "the Organization".
    if (!own && group.determiner !== 'none' && group.words.length === 1 && !group.owners.length && this.isShortNoun(group, reading)) return undefined;
    const key = own ? own.concept : `other:${group.words.join(' ')}`;
    const known = entities.get(key);
    if (known) known.weight += weight;
    else entities.set(key, { key, own: own && !this.foreign.has(own.mention) ? own : undefined, sort, weight });
    return key;
  }

  private isShortNoun(group: NounGroup, { grammar, sentence }: Reading): boolean {
    const classes = group.head < 0 ? undefined : grammar.nounClassesOf(sentence.tokens[group.head]);
    return classes !== undefined && [...this.shortNames.values()].some((each) => each.some((kind) => classes.has(kind)));
  }

  /** What sort of thing a group that names none of ours denotes. */
  private sortOf(group: NounGroup, { reading: { sentence, grammar } }: Pick<Site, 'reading' | 'block' | 'index'>): Sort {
    if (group.head < 0) return 'thing';
    const head = sentence.tokens[group.head];
    const classes = grammar.nounClassesOf(head);
    if (classes) {
      if (classes.has('person')) return 'person';
      if (classes.has('otherOrganization') || classes.has('organization') || classes.has('network') || classes.has('centre') || classes.has('group')) return 'organization';
      if (classes.has('otherInstrument') || classes.has('instrument')) return 'instrument';
      if (classes.has('forum')) return 'forum';
    }
    return /^\p{Lu}{2,}$/u.test(head.written) && head.written.length >= 3 ? 'organization' : 'thing';
  }

  private namedIn(sentence: Sentence): readonly Named[] {
    return namesIn(this.text, sentence).filter(({ mention }) => !this.foreign.has(mention));
  }

  /** A mention that stands for a concept that the document names anywhere. */
  private mentionFor(concept: string): Mention | undefined {
    if (!this.named.has(concept)) {
      const term = this.rest.nameOf(concept);
      this.named.set(concept, term && { start: 0, end: 0, terms: [term], isNearMiss: false });
    }
    return this.named.get(concept);
  }
}

/** The names in a sentence, in its tokens; notions name nothing that is told of. */
function namesIn(text: Text, sentence: Sentence): readonly Named[] {
  const named: Named[] = [];
  for (const mention of text.mentionsIn(sentence)) {
    if (mention.terms[0].entry.concept.kind === 'notion') continue;
    const place = text.placeOf(mention);
    if (place?.sentence === sentence && place.next > place.first) named.push({ mention, first: place.first, next: place.next });
  }
  return named;
}

function collectRoles({ kind, verb, subjects, objects }: Statement, asSubjects: Set<NounGroup>, asObjects: Set<NounGroup>): void {
  // A relative clause tells of what its sentence is not about.
  for (const group of subjects) if (kind !== 'relative') asSubjects.add(group);
  if (verb) for (const group of objects) asObjects.add(group);
}

export function sortOfKind(kind: ConceptKind): Sort {
  switch (kind) {
    case 'organization': case 'body': case 'office': return 'organization';
    case 'instrument': case 'resolution': case 'objective': return 'instrument';
    case 'forum': return 'forum';
    case 'person': return 'person';
    default: return 'thing';
  }
}
