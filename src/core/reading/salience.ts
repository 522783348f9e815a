import type { Mention } from '../mentions/findMentions';
import type { Reading } from './read';
import type { EarlierSentence } from './readings';
import type { Sentence } from './sentence';
import type { Grammar } from './grammar';
import type { Gender, NounClass } from './grammarFile';
import { into } from '../into';
import { classesOfBareNoun, genderOf, hasCapital, nameOf, sortOf, sortOfMention, type Sort } from './naming';
import type { NounGroup } from './nodes';
import { isModifying, nounsIn, type Statement } from './statement';
import type { SentenceSite, Text } from './text';

/** The maximal number of sentences between a pronoun and its antecedent. */
const REACH = 6;
const SUBJECT = 80;
const OBJECT = 50;
const ELSEWHERE = 35;

/** An entity that the text has mentioned, with its weight as an antecedent. */
export interface Entity {
  readonly key: string;
  readonly own: { readonly concept: string; readonly mention: Mention } | undefined;
  readonly sort: Sort;
  /** The nouns that may denote it; `undefined` for an entity known only by an abbreviation or a name. */
  readonly classes: Iterable<NounClass> | undefined;
  /** The genders of its mentions: "l'OIM, alors le CIM … Elle"; `undefined` for a mention that shows none. */
  readonly genders: Set<Gender | undefined>;
  weight: number;
}

/** What the text says, from which the weights of its entities follow. */
export interface Context {
  /** The classes of the bare nouns that may denote a concept. */
  readonly shortNames: ReadonlyMap<string, readonly NounClass[]>;
  readingIn(text: Text, sentence: Sentence): Reading;
  sentencesBefore(site: SentenceSite): Iterable<EarlierSentence>;
  mentionOf(concept: string): Mention | undefined;
}

/** The entities that are candidates for an antecedent. */
export class Salience {
  constructor(private readonly context: Context) {}

  /**
   * The entities before a token that fit, the weightiest first: those of its own sentence, of the preceding sentences,
   * and of the heading.
   */
  weigh(at: number, site: SentenceSite, fits: (entity: Entity) => boolean): readonly Entity[] {
    const entities = new Map<string, Entity>();
    this.addFrom(entities, site.reading, 1.6, at);
    let [block, factor, left] = [site.block, 1, REACH];
    for (const { text, sentence } of this.context.sentencesBefore(site)) {
      const isSameBlock = sentence.block === block;
      if (left-- <= 0 || (!isSameBlock && block.kind === 'heading' && block !== site.block)) break;
      if (!isSameBlock) factor *= 0.6;
      block = sentence.block;
      this.addFrom(entities, this.context.readingIn(text, sentence), block.kind === 'heading' ? 1 : factor);
      factor *= 0.5;
    }
    return [...entities.values()].filter(fits).sort((a, b) => b.weight - a.weight);
  }

  /** Adds the entities of the groups of a sentence that end before a token. */
  private addFrom(entities: Map<string, Entity>, reading: Reading, factor: number, before = Infinity): void {
    const { subjects, objects, excluded } = rolesIn(reading);
    const isHeading = reading.sentence.block.kind === 'heading';
    const seen = new Set<string>();
    for (const group of reading.groups) {
      // A group is not a candidate antecedent for a word within it: "the Executive Committee of the Network".
      if (excluded.has(group) || group.end > before) continue;
      // The common nouns of a heading are no rivals of a name in the text.
      const entity = isHeading && group.named.length === 0 ? undefined : this.entityOf(group, reading, entities);
      if (!entity || seen.has(entity.key)) continue;
      seen.add(entity.key);
      // A name in a heading is a topic, as a subject is.
      const isTopic = isHeading || subjects.has(group);
      entity.weight += (isTopic ? SUBJECT : objects.has(group) ? OBJECT : ELSEWHERE) * factor;
    }
  }

  /** The entity that a group names, whether or not it is one of ours. */
  private entityOf(group: NounGroup, reading: Reading, entities: Map<string, Entity>): Entity | undefined {
    if (group.pronoun !== undefined) return undefined;
    const { shortNames } = this.context;
    const bare = classesOfBareNoun(group, reading);
    const short = [...shortNames].filter(([, kinds]) => kinds.some((kind) => bare?.has(kind)));
    // A capital marks the author's own short name for the only concept of its class in the document.
    const isShort = group.determiner === 'definite' && hasCapital(group, reading);
    const own = nameOf(group, reading) ?? (isShort ? this.onlyNamed(short.map(([concept]) => concept)) : undefined);
    const sort = own ? sortOfMention(own.mention) : sortOf(group, reading);
    // A bare class noun is an anaphor, and not an entity of its own: "the Organization".
    if (!own && (sort === 'thing' || short.length > 0)) return undefined;
    const named = own ? shortNames.get(own.concept) : undefined;
    const shown = classesOf(group, reading);
    const entity = into(entities, own?.concept ?? `other:${group.words.join(' ')}`, (key) => ({
      key,
      own,
      sort,
      classes: named ? new Set([...named, ...(shown ?? [])]) : shown,
      genders: new Set<Gender | undefined>(),
      weight: 0,
    }));
    entity.genders.add(genderOf(group, own, reading));
    return entity;
  }

  private onlyNamed(concepts: readonly string[]): Entity['own'] {
    const named = concepts.flatMap((concept) => {
      const mention = this.context.mentionOf(concept);
      return mention ? [{ concept, mention }] : [];
    });
    return named.length === 1 ? named[0] : undefined;
  }
}

/** The classes that the nouns of a group may denote: those of its head; for a name, those of any of its words. */
function classesOf(
  { head, named, words }: NounGroup,
  { grammar, sentence }: Reading,
): ReadonlySet<NounClass> | undefined {
  if (named.length > 0) return words.map((word) => grammar.nounClassesOf(word)).find((each) => each !== undefined);
  return head < 0 ? undefined : grammar.nounClassesOf(sentence.tokens[head]!);
}

type Roles = Readonly<Record<'subjects' | 'objects' | 'excluded', ReadonlySet<NounGroup>>>;

/**
 * The groups of a sentence in each role. The predicate noun of a subject is not another entity, and the other arguments
 * of a clause do not refer to its subject: "Coordinated by UNDP, the Network".
 */
function rolesIn({ statements, groups, grammar }: Reading): Roles {
  const [subjects, objects, excluded] = [new Set<NounGroup>(), new Set<NounGroup>(), new Set<NounGroup>()];
  for (const statement of statements) {
    // The subject of a relative or participial clause is not the topic of the sentence.
    if (!isModifying(statement)) for (const group of statement.subjects) subjects.add(group);
    if (statement.verb) for (const group of statement.objects) objects.add(group);
    for (const group of predicatesOf(statement, grammar)) excluded.add(group);
  }
  // A sentence without a verb is a description; before a colon, the noun describes the name after it.
  if (statements.every(({ verb }) => verb === undefined))
    for (const group of groups) if (group.determiner === 'indefinite' && group.named.length === 0) excluded.add(group);
  return { subjects, objects, excluded };
}

/** The groups that say what the subject of a statement is: in apposition, after a copula, and after "as". */
function predicatesOf(statement: Statement, grammar: Grammar): readonly NounGroup[] {
  const isApposition = statement.kind === 'apposition';
  const nouns = isApposition || grammar.isVerbOf(statement.verb, 'copula') ? statement.objects : [];
  return [...nouns.filter(({ isProper }) => isApposition || !isProper), ...nounsIn(statement, 'as')].filter(
    ({ named }) => named.length === 0,
  );
}
