import type { Mention } from '../mentions/findMentions';
import type { Block } from '../prose/prose';
import type { Reading } from './read';
import type { Readings } from './readings';
import type { Grammar } from './grammar';
import type { Gender, NounClass } from './grammarFile';
import { classesOfBareNoun, genderOf, hasCapital, nameOf, sortOf, sortOfMention, type Sort } from './naming';
import type { NounGroup } from './nodes';
import type { Sentence } from './sentence';
import type { Statement } from './statement';
import type { SentenceSite, Text } from './text';

/** The maximal number of sentences between a pronoun and its antecedent. */
const REACH = 6;
const SUBJECT = 80;
const OBJECT = 50;
const ELSEWHERE = 35;
const HEADING = 60;

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

/** The entities that are candidates for an antecedent. */
export class Salience {
  constructor(
    private readonly readings: Readings,
    private readonly mentions: { mentionOf(concept: string): Mention | undefined },
    private readonly text: Text,
    private readonly foreign: ReadonlySet<Mention>,
    private readonly shortNames: ReadonlyMap<string, readonly NounClass[]>,
  ) {}

  /**
   * The entities before a token with their weights: those of its own sentence, of the preceding sentences, and of the
   * heading.
   */
  weigh(at: number, { block, index, reading, text: own = this.text }: SentenceSite): Map<string, Entity> {
    const entities = new Map<string, Entity>();
    this.addFrom(entities, reading, 1.6, at, coArguments(at, reading));
    let factor = 1;
    let seen = 0;
    const addAll = (text: Text, sentences: readonly Sentence[], next: number): void => {
      for (let i = next - 1; i >= 0 && seen < REACH; i--, seen++) {
        this.addFrom(entities, this.readings.readingIn(text, sentences[i]!), factor, Infinity);
        factor *= 0.5;
      }
    };
    addAll(own, own.sentencesOf(block), index);
    for (const { text, block: current } of this.readings.blocksBefore(block, own)) {
      if (seen >= REACH) break;
      if (current.kind === 'heading') {
        this.addHeading(entities, text, current);
        break;
      }
      factor *= 0.6;
      const sentences = text.sentencesOf(current);
      addAll(text, sentences, sentences.length);
    }
    return entities;
  }

  private addHeading(entities: Map<string, Entity>, text: Text, block: Block): void {
    for (const sentence of text.sentencesOf(block)) {
      const reading = this.readings.readingIn(text, sentence);
      // The common nouns of a heading are no rivals of a name in the text.
      for (const group of reading.groups) if (group.named.length > 0) this.add(entities, group, reading, HEADING);
    }
  }

  private addFrom(
    entities: Map<string, Entity>,
    reading: Reading,
    factor: number,
    before: number,
    excluded: ReadonlySet<NounGroup> = new Set(),
  ): void {
    const { subjects, objects, predicates } = rolesIn(reading);
    const seen = new Set<string>();
    for (const group of reading.groups) {
      if (group.next > before) break;
      // A group is not a candidate antecedent for a word within it: "the Executive Committee of the Network".
      if (predicates.has(group) || group.end > before || excluded.has(group)) continue;
      const key = this.add(entities, group, reading, 0);
      if (key === undefined || seen.has(key)) continue;
      seen.add(key);
      entities.get(key)!.weight += (subjects.has(group) ? SUBJECT : objects.has(group) ? OBJECT : ELSEWHERE) * factor;
    }
  }

  /** Adds the entity that a group names, whether or not it is one of ours; returns its key. */
  private add(entities: Map<string, Entity>, group: NounGroup, reading: Reading, weight: number): string | undefined {
    if (group.pronoun !== undefined) return undefined;
    const own = nameOf(group, reading) ?? this.shortFor(group, reading);
    const sort = own ? sortOfMention(own.mention) : sortOf(group, reading);
    // "46 articles" is plural, and not a rival for a singular anaphor; "the 2030 Agenda" is.
    if (!own && (sort === 'thing' || (group.quantity !== undefined && !group.isProper))) return undefined;
    // A bare class noun is an anaphor, and not an entity of its own: "the Organization".
    if (!own && this.isShortNoun(classesOfBareNoun(group, reading))) return undefined;
    const key = own ? own.concept : `other:${group.words.join(' ')}`;
    const known = entities.get(key);
    const gender = genderOf(group, own, reading);
    known?.genders.add(gender);
    if (known) known.weight += weight;
    else
      entities.set(key, {
        key,
        own: own && !this.foreign.has(own.mention) ? own : undefined,
        sort,
        classes: this.classesFor(own?.concept, group, reading),
        genders: new Set([gender]),
        weight,
      });
    return key;
  }

  /** The nouns that may denote a concept, including those of its name: "this treaty" for the Convention. */
  private classesFor(concept: string | undefined, group: NounGroup, reading: Reading): Iterable<NounClass> | undefined {
    const short = concept === undefined ? undefined : this.shortNames.get(concept);
    const shown = classesOf(group, reading);
    return short === undefined ? shown : new Set([...short, ...(shown ?? [])]);
  }

  /**
   * "the Organization" with a capital: the author's own short name for the only concept of its class in the document.
   */
  private shortFor(
    group: NounGroup,
    reading: Reading,
  ): { readonly concept: string; readonly mention: Mention } | undefined {
    const isShort = group.determiner === 'definite' && hasCapital(group, reading);
    const classes = isShort ? classesOfBareNoun(group, reading) : undefined;
    if (!classes) return undefined;
    const fitting = [...this.shortNames].flatMap(([concept, kinds]) => {
      const mention = kinds.some((kind) => classes.has(kind)) ? this.mentions.mentionOf(concept) : undefined;
      return mention ? [{ concept, mention }] : [];
    });
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  private isShortNoun(classes: ReadonlySet<NounClass> | undefined): boolean {
    return (
      classes !== undefined && [...this.shortNames.values()].some((each) => each.some((kind) => classes.has(kind)))
    );
  }
}

/** "Coordinated by UNDP, the Network": the other arguments of a clause do not refer to its subject. */
function coArguments(at: number, { statements }: Reading): ReadonlySet<NounGroup> {
  const found = new Set<NounGroup>();
  for (const { verb, subjects, objects, complements } of statements) {
    if (!verb || verb.reflexive || !subjects.some(({ first }) => first === at)) continue;
    for (const group of objects) found.add(group);
    for (const { group, roles } of complements) if (group.kind === 'noun' && roles.has('by')) found.add(group);
  }
  return found;
}

/** The classes that the nouns of a group may denote: those of its head; for a name, those of any of its words. */
function classesOf(
  { head, named, words }: NounGroup,
  { grammar, sentence }: Reading,
): ReadonlySet<NounClass> | undefined {
  if (named.length > 0) return words.map((word) => grammar.nounClassesOf(word)).find((each) => each !== undefined);
  return head < 0 ? undefined : grammar.nounClassesOf(sentence.tokens[head]!);
}

/** The groups of a sentence in each role. The predicate noun of a subject is not another entity. */
function rolesIn({
  statements,
  groups,
  grammar,
}: Reading): Readonly<Record<'subjects' | 'objects' | 'predicates', ReadonlySet<NounGroup>>> {
  const [subjects, objects, predicates] = [new Set<NounGroup>(), new Set<NounGroup>(), new Set<NounGroup>()];
  for (const statement of statements) {
    const { kind, verb } = statement;
    // The subject of a relative or participial clause is not the topic of the sentence.
    if (kind !== 'relative' && kind !== 'participial') for (const group of statement.subjects) subjects.add(group);
    if (verb) for (const group of statement.objects) objects.add(group);
    for (const group of predicatesOf(statement, grammar)) predicates.add(group);
  }
  // A sentence without a verb is a description; before a colon, the noun describes the name after it.
  if (statements.every(({ verb }) => verb === undefined))
    for (const group of groups)
      if (group.determiner === 'indefinite' && group.named.length === 0) predicates.add(group);
  return { subjects, objects, predicates };
}

/** The groups that say what the subject of a statement is: in apposition, after a copula, and after "as". */
function predicatesOf({ kind, verb, objects, complements }: Statement, grammar: Grammar): readonly NounGroup[] {
  const isApposition = kind === 'apposition';
  const nouns = isApposition || grammar.isVerbOf(verb, 'copula') ? objects : [];
  const roles = complements.flatMap(({ group, roles: own }) => (own.has('as') && group.kind === 'noun' ? [group] : []));
  return [...nouns.filter(({ isProper }) => isApposition || !isProper), ...roles].filter(
    ({ named }) => named.length === 0,
  );
}
