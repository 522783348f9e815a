import type { Grammar } from './grammar';
import { modalityUnder } from './modality';
import type { Mark, NounGroup, VerbGroup } from './nodes';
import type { Complement, Modality, Statement } from './statement';

/** A clause during parsing. */
export class Clause {
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

  /** The statement of the clause once all of its nodes have been consumed. */
  finished(): Statement {
    const { verb } = this;
    const negated =
      verb?.negated === true ||
      this.subjects.some(({ determiner }) => determiner === 'negative') ||
      this.objects.some(({ determiner }) => determiner === 'negative');
    // "did not join the system until 2016": the statement is true of 2016.
    const isUntil = ({ group, roles }: Complement): boolean =>
      group.kind === 'date' && roles.has('until') && verb?.negated === true && verb.tense === 'past';
    const isNotUntil = this.complements.some(isUntil);
    const modality: Modality =
      this.modality !== 'asserted' ? this.modality : negated && !isNotUntil ? 'denied' : (verb?.modality ?? 'asserted');
    return {
      kind: this.kind,
      first: this.first,
      next: this.next,
      verb,
      subjects: this.subjects,
      objects: this.objects,
      complements: this.complements.map((each) => (isNotUntil && isUntil(each) ? { ...each, roles: IN } : each)),
      modality,
      tense: verb?.tense ?? 'none',
      omitsSubject: this.omitsSubject && this.subjects.length === 0,
    };
  }
}

/** "antes de 2016", "jusqu'en 2018", "out of": the combination of two prepositions has the roles of both. */
export function joined(before: Mark | undefined, mark: Mark): Mark {
  return before ? { ...mark, first: before.first, roles: new Set([...before.roles!, ...mark.roles!]) } : mark;
}

/** Whether a clause consists of a date only: "1951: …". */
export function isDateAlone({ verb, subjects, complements }: Clause): boolean {
  return (
    verb === undefined &&
    subjects.length === 0 &&
    complements.length > 0 &&
    complements.every(({ group }) => group.kind === 'date')
  );
}

/** The modality of an infinitive or gerund: a purpose is planned, a reason ("Por ser un tratado") is not. */
export function modalityOfNonfinite(
  verb: VerbGroup,
  { roles }: Pick<Mark, 'roles'> = { roles: undefined },
  { verb: outer, modality: around }: Clause,
  grammar: Grammar,
): Modality {
  const modality = outer ? modalityUnder(outer, around, grammar) : around;
  const isGoal =
    (verb.form === 'infinitive' && roles?.has('by') !== true) ||
    roles?.has('for') === true ||
    roles?.has('without') === true;
  return isGoal && modality === 'asserted' ? 'planned' : modality;
}

/** "It was in Brussels that IOM was founded": the focus of the cleft belongs to the clause after it. */
export function cleft({ verb, subjects, objects, complements }: Clause, clause: Clause, grammar: Grammar): boolean {
  if (
    !grammar.isFormOfBe(verb) ||
    objects.length > 0 ||
    complements.length === 0 ||
    subjects.some(({ pronoun }) => pronoun === undefined)
  )
    return false;
  clause.complements.push(...complements.map((each) => ({ ...each, after: undefined })));
  return true;
}

/** "Ce n'est pas l'OIT qui coordonne": the relative clause is negated for the focus of the cleft. */
export function isDeniedCleft({ verb, subjects, objects }: Clause, antecedent: NounGroup, grammar: Grammar): boolean {
  return (
    verb?.negated === true &&
    grammar.isFormOfBe(verb) &&
    objects.includes(antecedent) &&
    subjects.every(({ pronoun, words }) => pronoun !== undefined || words.length === 0)
  );
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
export function wholeOf(
  { complements }: Pick<Statement, 'complements'>,
  noun: NounGroup | undefined,
): NounGroup | undefined {
  const joins = complements.filter(({ roles }) => roles.has('between'));
  return joins.some(({ group }) => group === noun)
    ? (joins.find(({ after }) => after !== undefined)?.after ?? noun)
    : noun;
}

/** "the Agreement between IOM and the United Nations (signed in 2016)": the bracket describes the agreement. */
export function heldWhole(statements: readonly Statement[], before: NounGroup | undefined): NounGroup | undefined {
  const outer = statements.find(({ complements }) => complements.some(({ group }) => group === before));
  return outer ? wholeOf(outer, before) : before;
}
