import type { Lang, Span } from '../document';
import type { Condition } from '../finding';
import type { Mention } from '../mentions/findMentions';
import type { Discourse } from '../reading/discourse';
import { hasNameBefore, isSingleThing, type OwnReferent, type Referent } from '../reading/naming';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { DateGroup, NounGroup, Range, Years } from '../reading/nodes';
import { spanOf } from '../reading/phrases';
import type { Reading } from '../reading/read';
import { isModifying, isPredicative, type Complement, type Statement } from '../reading/statement';
import type { SentenceSite, Wanted } from '../reading/text';
import { UNDATED, type TextTime } from '../reading/textTime/textTime';
import { argumentsIn, type Argument } from './arguments';

/** Why a relation set a statement aside, and the words that decided. */
export interface Note {
  readonly condition: Condition;
  readonly words: Range | undefined;
}

/** A sentence as relations query it: its statements, the referents of their arguments, and the time of the document. */
export class Utterance {
  private lemmas: readonly string[] | undefined;
  private noted: Map<NounGroup, Argument[]> | undefined;

  /**
   * `timeOf` gives the time of the document, and is asked only where it matters; `entryTime` is that of the
   * label, column or row of an entry.
   */
  constructor(
    readonly site: SentenceSite,
    readonly discourse: Discourse,
    readonly lang: Lang,
    private readonly timeOf: () => TextTime = () => UNDATED,
    readonly entryTime?: Years,
    private readonly notes?: Note[],
  ) {}

  /** Notes why a relation reads nothing in a place, for an explanation. The words are those that decided. */
  setAside(condition: Condition, words?: Range): undefined {
    this.notes?.push({ condition, words });
  }

  get time(): TextTime {
    return this.timeOf();
  }

  get reading(): Reading {
    return this.site.reading;
  }

  get grammar(): Grammar {
    return grammarOf(this.lang);
  }

  /** Folded words in the singular, one for each token. */
  get words(): readonly string[] {
    return (this.lemmas ??= this.reading.sentence.tokens.map((token) => this.grammar.singularOf(token)));
  }

  /** The date of a document that is older than the record, to the last year that it states. */
  get documentDate():
    { readonly year: number; readonly month: number | undefined; readonly until: number } | undefined {
    return this.time.kind === 'dated' ? { ...this.time.date, until: this.time.until } : undefined;
  }

  /** The year of the text, as by the line with its date, which makes nothing earlier. */
  get ownYear(): number | undefined {
    const { time } = this;
    if (time.kind === 'today') return time.own;
    return time.kind === 'dated' ? time.date.year : undefined;
  }

  /** The time of a narrative around the sentence, if it is not just that of the text. */
  get story(): Years | undefined {
    const story = this.discourse.storyBefore(this.site);
    return story && (story.from !== this.ownYear || story.to !== this.ownYear) ? story : undefined;
  }

  argumentsOf(group: NounGroup): readonly Argument[] {
    return (this.noted ??= argumentsIn(this.reading)).get(group) ?? NONE;
  }

  refer(group: NounGroup, relation: Wanted): Referent {
    return this.discourse.refer(group, this.site, relation);
  }

  /**
   * The relation's subject as the referent of a group. A relative or participial clause may modify the last name in the
   * preceding group: "the founding of IOM, which has 175 members".
   */
  own(group: NounGroup | undefined, relation: Wanted, statement?: Statement): OwnReferent | undefined {
    if (!group) return undefined;
    const referent = this.refer(group, relation);
    if (referent.kind === 'own') return referent;
    // The name in apposition to the group: "The parent body, the UN Network on Migration, is coordinated".
    const apposed =
      group.named.length === 0 && group.pronoun === undefined ? this.apposedTo(group, relation) : undefined;
    if (apposed || !isModifying(statement)) return apposed;
    // "IOM, a body founded in 1951", "the Report, IOM's publication, which": the noun to which the group is in
    // apposition; not "IOM, a member of a group founded in 1992".
    const host = group.owners.every(({ first }) => first < group.head) ? this.hostOf(group) : undefined;
    if (host) return this.own(host, relation, statement);
    const last = group.owners.at(-1);
    const mayBeInner = referent.kind === 'unknown' && last && last.first > group.first && group.named.length === 0;
    return mayBeInner ? this.own(last, relation, statement) : undefined;
  }

  /** The first of several groups that refers to the relation's subject. */
  ownOf(groups: readonly NounGroup[], relation: Wanted, statement?: Statement): OwnReferent | undefined {
    return groups.map((group) => this.own(group, relation, statement)).find(Boolean);
  }

  /** A name of the relation's subject between commas directly after a group. */
  private apposedTo(group: NounGroup, relation: Wanted): OwnReferent | undefined {
    // A name is not its referent: "1989: birth of the present name, IOM".
    if (this.grammar.hasNoun(group, 'name')) return undefined;
    for (const { statement, role } of this.argumentsOf(group)) {
      const { kind, verb, objects } = statement;
      if (kind !== 'apposition' || verb || role !== 'subject') continue;
      for (const each of objects) {
        const referent = each.named.length > 0 ? this.refer(each, relation) : undefined;
        if (referent?.kind === 'own' && !this.isPlaced(each)) return referent;
      }
    }
    return undefined;
  }

  /** The noun that an apposition or a copula equates with a group. */
  hostOf(group: NounGroup): NounGroup | undefined {
    for (const { statement, role } of this.argumentsOf(group)) {
      const { kind, verb, subjects } = statement;
      const isPredicate =
        role === 'object' && (verb ? !verb.negated && this.grammar.isVerbOf(verb, 'be') : kind === 'apposition');
      const host = isPredicate ? subjects.find((each) => each !== group && each.first < group.first) : undefined;
      if (host) return host;
    }
    return undefined;
  }

  /** A name of the relation's subject within a group, with or without other words. */
  nameIn(group: NounGroup, relation: Wanted): OwnReferent | undefined {
    for (const { mention } of group.named) {
      const concept = conceptIn(mention, relation);
      if (concept !== undefined) return { kind: 'own', concept, by: 'name', mention };
    }
    return undefined;
  }

  /** The last antecedent in this sentence or the preceding one: the relation's subject, or `other` for a rival. */
  namedLast(
    at: number,
    relation: Wanted,
    isRival: (group: NounGroup, reading: Reading) => boolean,
  ): OwnReferent | 'other' | undefined {
    for (const reading of [this.reading, ...this.discourse.readingsBefore(this.site, 1)]) {
      const before = reading.groups.filter(({ first }) => reading !== this.reading || first < at);
      for (const group of before.reverse()) {
        const own = this.nameIn(group, relation);
        if (own) return { ...own, by: 'reference' };
        if (isRival(group, reading)) return 'other';
      }
    }
    return undefined;
  }

  /** The antecedent of an omitted subject or a possessive. */
  antecedentAt(at: number, relation: Wanted): OwnReferent | undefined {
    const referent = this.discourse.antecedentAt(at, this.site, relation);
    return referent.kind === 'own' ? referent : undefined;
  }

  /**
   * The owner of a group where one is expressed: by a possessive, a genitive or "of", or a name within it ("IOM
   * headquarters"). `other` for any other owner.
   */
  ownerOf(group: NounGroup, relation: Wanted): OwnReferent | 'other' | undefined {
    if (group.possessive !== undefined) return this.possessorOf(group, relation);
    for (const owner of group.owners) {
      const referent = this.refer(owner, relation);
      if (referent.kind === 'own') return referent;
      // The owner may be a noun that is equated with the subject: "an organization whose headquarters are in Geneva".
      const host = owner.first < group.first && owner.named.length === 0 ? this.hostOf(owner) : undefined;
      const hosted = host && this.own(host, relation);
      if (hosted) return { ...hosted, by: 'reference' };
      // For a noun that is neither a body nor a name, the owner of that noun counts: "the founding of what became IOM",
      // "members of staff".
      // A part is a body of its own: "the coordinator of the working group of the Network".
      const head = this.reading.sentence.tokens[owner.head];
      if (head && owner.named.length === 0 && PARTS.some((kind) => this.grammar.isNoun(head, kind))) return 'other';
      const inner = this.ownerOf(owner, relation);
      if (inner !== undefined) return inner;
      if (referent.kind === 'other') return 'other';
    }
    return hasNameBefore(group, this.reading) ? 'other' : undefined;
  }

  /** The antecedent of a possessive: the subject of its clause, else that of the text. */
  private possessorOf(group: NounGroup, relation: Wanted): OwnReferent | 'other' {
    if (group.possessive !== 'thing' && group.possessive !== 'several') return 'other';
    const args = this.argumentsOf(group);
    // The owner of what the subject is was named before the subject: "X serves as its coordinator".
    const role = args.find(({ statement }) => isPredicative(statement, group, this.grammar));
    if (role) {
      const { first } = role.statement.subjects[0]!;
      const isOther = this.namedLast(first, relation, isSingleThing) === 'other';
      return (isOther ? undefined : this.antecedentAt(first, relation)) ?? 'other';
    }
    for (const { statement, role: own } of args) {
      if (own === 'subject' || statement.first > group.first) continue;
      const subject = statement.subjects.find((each) => each !== group && each.pronoun === undefined);
      if (!subject) continue;
      const referent = this.own(subject, relation, statement);
      if (referent) return { ...referent, by: 'reference' };
      if (statement.kind === 'relative' || this.refer(subject, relation).kind === 'other') return 'other';
    }
    return this.antecedentAt(group.first, relation) ?? 'other';
  }

  /** The subject of a statement, which may be omitted. */
  subjectOf(statement: Statement, relation: Wanted): OwnReferent | 'other' | undefined {
    for (const group of statement.subjects) {
      const own = this.own(group, relation, statement);
      if (own) return this.isLocal(group, statement) || this.isShared(statement, own, relation) ? 'other' : own;
      if (this.refer(group, relation).kind === 'other') return 'other';
    }
    // A verb of existence has no subject: "hay dos Estados".
    if (this.grammar.isVerbOf(statement.verb, 'have')) return undefined;
    if (statement.omitsSubject && this.grammar.has('omitsSubjects') && statement.verb)
      return this.antecedentAt(statement.verb.first, relation) ?? 'other';
    return undefined;
  }

  /** "IOM and UNHCR have together": two subjects share the predicate. */
  private isShared({ subjects }: Statement, { concept }: OwnReferent, relation: Wanted): boolean {
    return (
      subjects.length > 1 &&
      subjects.some((group) => this.own(group, relation)?.concept !== concept && group.pronoun === undefined)
    );
  }

  /**
   * "IOM in Libya", "the Network in Chile", "the Network in the country, created in 2021",
   * "In our country the Network", "The Network was launched in our country": a local part of the body.
   */
  isLocal(group: NounGroup, statement: Statement): boolean {
    const { verb } = statement;
    if (!verb || !statement.subjects.includes(group)) return false;
    const isPart = ({ head }: NounGroup): boolean =>
      head >= 0 &&
      (['part', 'region'] as const).some((kind) => this.grammar.isNoun(this.reading.sentence.tokens[head]!, kind));
    const follows = ({ roles, after, group: place, first }: Complement): boolean =>
      roles.has('in') &&
      place.kind === 'noun' &&
      (after === group && first >= group.end - 1 && group.first < first
        ? first < verb.first && (place.isProper || isPart(place))
        : isPart(place) && (place.possessive !== undefined || place.determiner === 'demonstrative'));
    // Words before a participle belong to the clause of its noun.
    const around = isModifying(statement) ? this.reading.statements : [statement];
    return around.some(({ complements }) => complements.some(follows));
  }

  /** Whether a proper place follows a group, which is then a local part of the body: "the Network in Kenya". */
  isPlaced(group: NounGroup): boolean {
    return this.attachedTo(group).some(
      ({ roles, group: place }) => roles.has('in') && place.kind === 'noun' && place.isProper,
    );
  }

  /** The groups attached directly after another by "of" or "in": "175 members in IOM". */
  attachedTo(group: NounGroup): readonly Complement[] {
    return this.reading.statements.flatMap(({ complements }) => complements.filter(({ after }) => after === group));
  }

  /** The dates of a noun group: its own, and those that follow it. */
  datesOf(group: NounGroup): readonly DateGroup[] {
    const attached = this.attachedTo(group);
    return [...group.dates, ...attached.flatMap(({ group: date }) => (date.kind === 'date' ? [date] : date.dates))];
  }

  /** The text of a range. */
  textOf(range: Range): string {
    const { start, end } = this.span(range);
    return this.discourse.textOf(start, end);
  }

  span(range: Range): Span {
    return spanOf(this.reading.sentence.tokens, range);
  }
}

/** The concept of the relation that a name denotes. */
export function conceptIn({ terms }: Mention, { concepts }: Wanted): string | undefined {
  return terms.find(({ entry }) => concepts.has(entry.concept.id))?.entry.concept.id;
}

const NONE: readonly Argument[] = [];

/** The classes of nouns that denote a part of a body. */
const PARTS = ['part', 'group', 'centre'] as const;
