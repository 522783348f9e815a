import type { Grammar } from './grammar';
import type { DateGroup, NounGroup, Range, Tense, VerbGroup } from './nodes';

/** The modality of a statement. Only asserted statements can be compared with the record. */
export type Modality = 'asserted' | 'denied' | 'reported' | 'asked' | 'supposed' | 'planned' | 'refuted';

/**
 * A noun group or date with the semantic role of its preposition; without a preposition, the role of a date is `time`.
 */
export interface Complement extends Range {
  readonly roles: ReadonlySet<string>;
  readonly group: NounGroup | DateGroup;
  /** The noun group directly before it, to which it may belong. */
  readonly after: NounGroup | undefined;
}

/** The predication of one clause about one subject. */
export interface Statement extends Range {
  readonly kind: 'main' | 'relative' | 'participial' | 'apposition' | 'fragment';
  readonly verb: VerbGroup | undefined;
  /** The surface subject, and the groups coordinated with it; empty where the subject is omitted. */
  readonly subjects: readonly NounGroup[];
  /** The groups after the verb without a preposition: objects, or the predicate of a copula. */
  readonly objects: readonly NounGroup[];
  readonly complements: readonly Complement[];
  readonly modality: Modality;
  readonly tense: Tense;
  /** Whether the subject is omitted and follows from the context. */
  readonly omitsSubject: boolean;
}

/**
 * Whether the subject of a transitive verb is its patient: in the passive, with a reflexive pronoun, or with a form
 * that may be a participle and has no object.
 */
function isPassive({ verb, objects }: Statement, grammar: Grammar): boolean {
  if (!verb) return false;
  if (verb.passive === true || verb.reflexive) return true;
  return verb.passive === undefined && objects.length === 0 && !grammar.isVerbOf(verb, 'intransitive');
}

/** The themes of the verb: founded, adopted, signed. */
export function themesOf(statement: Statement, grammar: Grammar): readonly NounGroup[] {
  const { verb, subjects, objects } = statement;
  if (!verb) return [];
  // Without an object, the subject is what opens: "Le Centre a ouvert en 2015".
  const isSubject =
    isPassive(statement, grammar) ||
    grammar.isVerbOf(verb, 'copula') ||
    (objects.length === 0 && grammar.isVerbOf(verb, 'intransitive', 'ergative'));
  return isSubject && subjects.length > 0 ? subjects : objects;
}

/** The agents of the verb; in the passive the complements of "by". */
export function agentsOf(statement: Statement, grammar: Grammar): readonly NounGroup[] {
  if (!statement.verb) return [];
  return isPassive(statement, grammar) ? nounsIn(statement, 'by') : statement.subjects;
}

/** The noun groups of a statement. */
export function nounsOf(statement: Statement): readonly NounGroup[] {
  return [...statement.subjects, ...statement.objects, ...nounsIn(statement)];
}

/** The complements of a statement that are noun groups with any of the roles; all of them if no role is given. */
export function nounsIn({ complements }: Statement, ...wanted: readonly string[]): readonly NounGroup[] {
  return complements.flatMap(({ group, roles }) =>
    group.kind === 'noun' && (wanted.length === 0 || wanted.some((role) => roles.has(role))) ? [group] : [],
  );
}

/** Whether a group says what the subject is: after "is", or after a verb and "as". */
export function isPredicative(
  { verb, subjects, objects, complements }: Statement,
  group: NounGroup,
  grammar: Grammar,
): boolean {
  if (subjects.length === 0) return false;
  if (objects.length > 0) return objects[0] === group && grammar.isVerbOf(verb, 'be');
  return complements.some(
    ({ group: each, roles, first }) => each === group && roles.has('as') && (!verb || first === verb.next),
  );
}

/**
 * Whether the verb only says that its subject exists or happens: "dates from", "was signed", "se firmó", "a eu lieu".
 */
export function isHappening({ verb, objects }: Statement, grammar: Grammar): boolean {
  if (!verb) return false;
  if (verb.passive === true && !verb.reflexive) return grammar.isVerbOf(verb, 'occurring', 'placing');
  if (verb.reflexive || grammar.isVerbOf(verb, 'copula', 'intransitive')) return true;
  return objects.length === 1 && grammar.hasNoun(objects[0]!, 'light');
}

/** Whether a clause modifies a noun, which is its subject: a relative or participial one. */
export function isModifying(statement: Pick<Statement, 'kind'> | undefined): boolean {
  return statement?.kind === 'relative' || statement?.kind === 'participial';
}

/** A group with its owners, recursively. */
export function* withOwners(group: NounGroup): Generator<NounGroup> {
  yield group;
  for (const owner of group.owners) yield* withOwners(owner);
}

/** Whether a group denotes a person, by a name or a noun. */
export function isPerson(group: NounGroup, grammar: Grammar): boolean {
  return grammar.hasNoun(group, 'person') || namesPerson(group);
}

/** Whether a group names a person of the termbase. */
export function namesPerson({ named }: NounGroup): boolean {
  return named.some(({ mention }) => mention.terms[0]!.entry.concept.kind === 'person');
}
