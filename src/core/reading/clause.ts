import type { Grammar } from './grammar';
import type { Mark, NounGroup, Tense, VerbGroup } from './nodes';
import type { Complement, Modality, Statement } from './statement';

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
