import type { Grammar } from './grammar';
import { endOf, type DateGroup, type Mark, type Node, type NounGroup, type Tense, type VerbGroup } from './nodes';
import { isPerson, type Modality, type Statement, type Complement } from './statement';
import type { Token } from './tokens';

/** The clauses read so far, the context of the next node, and queries about the nodes after it. */
export class ClauseState {
  readonly clauses: Clause[] = [];
  current: Clause;
  lastNoun: NounGroup | undefined;
  /** The comma before the next node, apart from adverbs. */
  comma: Mark | undefined;
  afterCoordinator = false;
  /** A preposition without its complement. */
  pending: Mark | undefined;
  /** The index of the next node. */
  i = 0;

  constructor(
    readonly nodes: readonly Node[],
    readonly tokens: readonly Token[],
    readonly grammar: Grammar,
    /** The modality of the sentence. */
    readonly whole: Modality,
    host: NounGroup | undefined,
  ) {
    this.current = this.open(host ? 'apposition' : 'main', nodes[0]?.first ?? 0, undefined, whole);
    if (host) this.current.subjects.push(host);
  }

  /** Begins a clause, which becomes the current one. */
  open(kind: Statement['kind'], first: number, parent: Clause | undefined, modality: Modality): Clause {
    this.current = new Clause(kind, first, parent, modality);
    this.clauses.push(this.current);
    return this.current;
  }

  /** Whether a comma without a coordinator precedes the next node. */
  get isApart(): boolean {
    return this.comma !== undefined && !this.afterCoordinator;
  }

  /** Adds a complement to the current clause. */
  complement(group: NounGroup | DateGroup, roles: ReadonlySet<string>, after: Node | undefined, first: number): void {
    // A complement after the verb belongs to it: "The headquarters met in Paris".
    const isNext = after?.kind === 'noun' && after.end >= first - 1 && this.current.verb?.first !== after.end;
    this.current.complements.push({ group, roles, first, next: endOf(group), after: isNext ? after : undefined });
    if (group.kind === 'noun') this.current.lastRoles = roles;
  }

  /** Whether a finite verb follows, after at most adverbs, participles and prepositions with their complements. */
  finiteFollows(): boolean {
    for (let k = this.i + 1; k < this.nodes.length; k++) {
      const node = this.nodes[k]!;
      if (node.kind === 'verb' && node.form !== 'participle') return node.form === 'finite';
      const after = this.nodes[k + 1]?.kind;
      if (node.kind === 'preposition' && (after === 'noun' || after === 'date')) k++;
      else if (node.kind !== 'adverb' && node.kind !== 'verb') return false;
    }
    return false;
  }

  /** "IOM, a related organization": a second group with the same referent, and not the next item of a list. */
  isApposition(before: NounGroup, group: NounGroup): boolean {
    const { grammar, comma, afterCoordinator } = this;
    if (afterCoordinator || comma === undefined || this.isListed()) return false;
    // Brackets may separate the group from the comma: "the Organization (IOM), an intergovernmental body".
    if (before.end < comma.first && this.nodes[this.nodes.indexOf(comma) - 1] !== before) return false;
    if (isPerson(before, grammar) && isPerson(group, grammar)) return true;
    // A noun without an article is not what a name denotes: "Like IOM, which has 175 members, UNHCR".
    if (group.named.length > 0) return before.named.length === 0 && before.determiner !== 'none';
    // "IOM, organisation apparentée des Nations Unies": a noun without an article.
    return group.determiner !== 'none' || grammar.hasNoun(group, ...THINGS);
  }

  /** Whether a coordinator follows the group being read and its complements. */
  private isListed(): boolean {
    let next = this.i + 1;
    while (this.nodes[next]?.kind === 'preposition') next += 2;
    return this.nodes[next]?.kind === 'coordinator';
  }

  /**
   * "IOM, an organization founded in Brussels": a form that may be a participle follows the group, without an object.
   */
  isReduced({ named }: NounGroup): boolean {
    const [verb, mark] = this.nodes.slice(this.i + 1, this.i + 3);
    const mayBeParticiple = verb?.kind === 'verb' && verb.passive === undefined;
    return named.length === 0 && mayBeParticiple && mark?.kind === 'preposition';
  }

  /** The next node that is none of a kind: "set up in". */
  following(...passed: readonly Node['kind'][]): Node | undefined {
    return this.nodes.find(({ kind }, k) => k > this.i && !passed.includes(kind));
  }
}

const THINGS = ['organization', 'otherOrganization', 'instrument', 'otherInstrument'] as const;

/** The statement of a clause, while its nodes are read. */
export class Clause implements Statement {
  subjects: NounGroup[] = [];
  verb: VerbGroup | undefined;
  objects: NounGroup[] = [];
  complements: Complement[] = [];
  next: number;
  /** The antecedent of a relative clause, which coordinated relative clauses share. */
  antecedent: NounGroup | undefined;
  /** The group that is the owner denoted by the next relative possessive. */
  owner: NounGroup | undefined;
  /** The roles of the last group, which coordinated groups share. */
  lastRoles: ReadonlySet<string> | undefined;
  omitsSubject = false;

  constructor(
    readonly kind: Statement['kind'],
    readonly first: number,
    readonly parent: Clause | undefined,
    public modality: Modality,
  ) {
    this.next = first;
  }

  get tense(): Tense {
    return this.verb?.tense ?? 'none';
  }

  /** Completes the statement, once all of its nodes have been read. */
  finish(): void {
    const { verb, subjects, objects } = this;
    this.omitsSubject &&= subjects.length === 0;
    const isNegated = verb?.negated || [...subjects, ...objects].some(({ determiner }) => determiner === 'negative');
    // What did not happen until a date happened then: "did not join the system until 2016".
    const until =
      verb?.negated &&
      verb.tense === 'past' &&
      this.complements.find(({ group, roles }) => group.kind === 'date' && roles.has('until'));
    if (until) this.complements = this.complements.map((each) => (each === until ? { ...each, roles: IN } : each));
    if (this.modality === 'asserted') this.modality = isNegated && !until ? 'denied' : (verb?.modality ?? 'asserted');
  }
}

/** "antes de 2016", "jusqu'en 2018", "out of": the combination of two prepositions has the roles of both. */
export function joined(before: Mark | undefined, mark: Mark): Mark {
  return before ? { ...mark, first: before.first, roles: new Set([...before.roles!, ...mark.roles!]) } : mark;
}

/** "It was in Brussels that IOM was founded": the focus of the cleft belongs to the clause after it. */
export function cleft({ verb, subjects, objects, complements }: Clause, clause: Clause, grammar: Grammar): boolean {
  const isEmpty = objects.length === 0 && subjects.every(({ pronoun }) => pronoun !== undefined);
  const isCleft = grammar.isVerbOf(verb, 'be') && isEmpty && complements.length > 0;
  if (isCleft) clause.complements.push(...complements.map((each) => ({ ...each, after: undefined })));
  return isCleft;
}

export const TIME: ReadonlySet<string> = new Set(['time']);
export const IN: ReadonlySet<string> = new Set(['in']);

/** The nearest enclosing clause that has a subject and no verb yet. */
export function waitingOutside(clause: Clause): Clause | undefined {
  for (let outer = clause.parent; outer; outer = outer.parent)
    if (outer.verb === undefined && outer.subjects.length > 0) return outer;
  return undefined;
}

/** "the Agreement between IOM and the United Nations, which": the antecedent is the agreement, not its parties. */
export function wholeOf({ complements }: Pick<Statement, 'complements'>, noun: NounGroup | undefined): typeof noun {
  const joins = complements.filter(({ roles }) => roles.has('between'));
  const isParty = joins.some(({ group }) => group === noun);
  return (isParty && joins.find(({ after }) => after)?.after) || noun;
}

/** "the Agreement between IOM and the United Nations (signed in 2016)": the bracket describes the agreement. */
export function heldWhole(statements: readonly Statement[], before: NounGroup | undefined): NounGroup | undefined {
  const outer = statements.find(({ complements }) => complements.some(({ group }) => group === before));
  return outer ? wholeOf(outer, before) : before;
}
