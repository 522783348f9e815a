import type { Mention } from '../mentions/findMentions';
import { grammarOf } from './grammar';
import type { NounClass } from './grammarFile';
import { into } from '../into';
import {
  classesOfBareNoun,
  genderOfReference,
  hasCapital,
  nameOf,
  namesIn,
  sortOf,
  sortOfMention,
  type Referent,
} from './naming';
import type { Named, NounGroup } from './nodes';
import { Reading } from './read';
import { readingIn, sentencesBefore, type EarlierSentence } from './readings';
import { Salience, type Context, type Entity } from './salience';
import type { Sentence } from './sentence';
import { isEarlier, type Rest, type SentenceSite, type Text, type Wanted } from './text';

const UNKNOWN: Referent = { kind: 'unknown' };
const OTHER: Referent = { kind: 'other' };

/** The weight of an antecedent of an opening participle, and its proportion to the weight of any rival. */
const [TOPIC, LEAD] = [55, 2.5];

/**
 * The referents of the words of a part. A pronoun, a possessive, a short name or an omitted subject refers to the
 * entity that clearly outweighs its rivals; weights depend on where and how recently each was named (after Lappin and
 * Leass).
 */
export class References implements Context {
  private readonly named = new Map<string, Mention | undefined>();
  private readonly readings = new Map<Sentence, Reading>();
  private readonly salience = new Salience(this);

  /** `foreign` are mentions of homonyms. `shortNames` gives the concepts that a bare noun of a class may denote. */
  constructor(
    protected readonly text: Text,
    private readonly foreign: ReadonlySet<Mention>,
    protected readonly rest: Rest,
    readonly shortNames: ReadonlyMap<string, readonly NounClass[]>,
  ) {}

  /** The reading of a sentence of any part. Most sentences have no homonym, and share their reading. */
  readingIn(text: Text, sentence: Sentence): Reading {
    return into(this.readings, sentence, () => {
      const named = this.namedIn(sentence, text);
      return named.length === namesIn(text, sentence).length
        ? readingIn(text, sentence)
        : new Reading(grammarOf(text.languageOf(sentence.block)), sentence, named);
    });
  }

  /** The names in a sentence, without homonyms. */
  protected namedIn(sentence: Sentence, text = this.text): readonly Named[] {
    const isForeign = (mention: Mention): boolean =>
      isEarlier(text) ? text.isForeign(mention) : this.foreign.has(mention);
    return namesIn(text, sentence).filter(({ mention }) => !isForeign(mention));
  }

  /** The sentences that precede one of any part, nearest first. */
  sentencesBefore(site: SentenceSite): Iterable<EarlierSentence> {
    return sentencesBefore(site.text ?? this.text, this.rest, site);
  }

  /** The referent of a noun group, among the wanted ones. */
  refer(group: NounGroup, site: SentenceSite, wanted: Wanted): Referent {
    const name = nameOf(group, site.reading);
    if (name) return wanted.concepts.has(name.concept) ? name : OTHER;
    if (group.pronoun !== undefined) {
      if (group.pronoun !== 'thing') return UNKNOWN;
      return this.antecedentAt(group.first, site, wanted);
    }
    const short = group.named.length === 0 ? this.shortName(group, site, wanted) : undefined;
    if (short) return short;
    return sortOf(group, site.reading) === 'thing' && !group.isProper ? UNKNOWN : OTHER;
  }

  /** The antecedent of a possessive or an omitted subject at a token. */
  antecedentAt(at: number, site: SentenceSite, wanted: Wanted): Referent {
    const [first] = wanted.concepts;
    const mention = [...wanted.concepts].map((concept) => this.mentionOf(concept)).find((each) => each !== undefined);
    if (first === undefined || mention === undefined) return UNKNOWN;
    // A footnote has a topic of its own: "A/51/232. It counts 59 members".
    if (site.block.kind === 'footnote' && (site.text ?? this.text).mentionsIn(site.block).length === 0) return UNKNOWN;
    const sort = sortOfMention(mention);
    // A pronoun agrees with its antecedent in gender.
    const gender = genderOfReference(at, site.reading);
    const isOpening = opensWithParticiple(site.reading);
    const [best, second] = this.salience.weigh(
      at,
      site,
      (entity) =>
        (entity.sort === sort || isOpening) &&
        (gender === undefined || entity.genders.has(undefined) || entity.genders.has(gender)),
    );
    if (!best?.own || !wanted.concepts.has(best.own.concept) || best.weight < (isOpening ? TOPIC : 8))
      return best ? OTHER : UNKNOWN;
    if (second && second.weight * (isOpening ? LEAD : 1.25) > best.weight) return UNKNOWN;
    return { ...best.own, kind: 'own', by: 'reference' };
  }

  /** A mention that denotes a concept, if the document names it anywhere. */
  mentionOf(concept: string): Mention | undefined {
    if (!this.named.has(concept)) {
      const term = this.rest.nameOf(concept);
      this.named.set(concept, term && { start: 0, end: 0, terms: [term], isNearMiss: false });
    }
    return this.named.get(concept);
  }

  /** "the Organization", "ce texte", "el Pacto": a bare noun for the only concept of its class. */
  private shortName(group: NounGroup, site: SentenceSite, wanted: Wanted): Referent | undefined {
    const { reading } = site;
    const classes = classesOfBareNoun(group, reading);
    const isCapital = hasCapital(group, reading);
    if (!classes || (group.determiner !== 'definite' && group.determiner !== 'demonstrative')) return undefined;
    const mayDenote = (kind: NounClass): boolean => classes.has(kind);
    const fitting = [...wanted.concepts].filter(
      (concept) => this.mentionOf(concept) !== undefined && this.shortNames.get(concept)?.some(mayDenote),
    );
    const [first, ...others] = fitting;
    if (first === undefined) return undefined;
    const mention = this.mentionOf(first)!;
    const sort = sortOfMention(mention);
    const entities = this.salience.weigh(group.first, site, (entity) => entity.sort === sort);
    const own = entities.find((entity) => entity.own !== undefined && fitting.includes(entity.own.concept));
    // An entity that the noun cannot denote is not a rival.
    const rival = entities.find(
      (entity) => entity !== own && (entity.classes === undefined || [...entity.classes].some(mayDenote)),
    );
    if (rival && isNear(rival, own, isCapital)) return OTHER;
    if (!own && (!isCapital || others.length > 0)) return UNKNOWN;
    return { ...(own?.own ?? { concept: first, mention }), kind: 'own', by: 'reference' };
  }
}

/** Whether a rival may be meant. A capital marks the author's own short name, which denotes a recent antecedent. */
function isNear(rival: Entity, own: Entity | undefined, isCapital: boolean): boolean {
  if (own) return rival.weight > own.weight * 0.4;
  return rival.own !== undefined || rival.weight > (isCapital ? 20 : 0);
}

/**
 * "IOM works with UNHCR. Founded in 1950, it has its seat in Geneva.": whether a sentence opens with a participle whose
 * subject is omitted or a pronoun. The participle may modify any body that was named before.
 */
function opensWithParticiple({ statements: [opening] }: Reading): boolean {
  return (
    opening?.kind === 'participial' &&
    (opening.verb?.form === 'participle' || opening.verb?.passive === undefined) &&
    (opening.omitsSubject || opening.subjects[0]?.pronoun === 'thing')
  );
}
