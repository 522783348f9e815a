import type { Grammar } from './grammar';
import type { DateGroup, NounGroup, Range, Tense, VerbGroup } from './nodes';

/** How a statement is said; only what is asserted can be held against the record. */
export type Modality = 'asserted' | 'denied' | 'reported' | 'asked' | 'supposed' | 'planned' | 'refuted';

/** A noun group or date with the role that its preposition gives it; without one the role of a date is `time`. */
export interface Complement extends Range {
  readonly roles: ReadonlySet<string>;
  readonly group: NounGroup | DateGroup;
  /** The noun group that it directly follows, and may belong to. */
  readonly after: NounGroup | undefined;
}

/** What one clause says of one subject. */
export interface Statement extends Range {
  readonly kind: 'main' | 'relative' | 'participial' | 'apposition' | 'fragment';
  readonly verb: VerbGroup | undefined;
  /** The surface subject, and those coordinated with it; empty where it is omitted. */
  readonly subjects: readonly NounGroup[];
  /** Without a preposition, after the verb: objects, or the predicate of a copula. */
  readonly objects: readonly NounGroup[];
  readonly complements: readonly Complement[];
  readonly modality: Modality;
  readonly tense: Tense;
  /** The subject is left out and known from what precedes. */
  readonly omitsSubject: boolean;
}

/** Whether a transitive verb is said of its patient: in the passive, with a reflexive, or as a participle. */
export function isPassive({ verb, objects }: Statement, grammar: Grammar): boolean {
  if (!verb) return false;
  if (verb.passive === true) return true;
  if (verb.reflexive) return true;
  const isTransitive = !verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'intransitive'));
  return verb.passive === undefined && isTransitive && objects.length === 0;
}

/** The groups that the verb happens to: founded, adopted, signed. */
export function themesOf(statement: Statement, grammar: Grammar): readonly NounGroup[] {
  const { verb, subjects, objects } = statement;
  if (!verb) return [];
  if (isPassive(statement, grammar)) return subjects.length > 0 ? subjects : objects;
  if (verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'intransitive')) && (objects.length === 0 || verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula')))) return subjects.length > 0 ? subjects : objects;
  return objects;
}

/** The subject of a verb, before it or, of an intransitive one, after it: "entrent en vigueur les amendements". */
export function subjectsOf({ verb, subjects, objects }: Statement, grammar: Grammar): readonly NounGroup[] {
  return subjects.length > 0 || !verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'intransitive')) ? subjects : objects;
}

/** The groups that do what the verb says; in the passive those that "by" names. */
export function agentsOf(statement: Statement, grammar: Grammar): readonly NounGroup[] {
  const { verb, subjects, complements } = statement;
  if (!verb) return [];
  if (!isPassive(statement, grammar)) return subjects;
  return complements.flatMap(({ roles, group }) => (roles.has('by') && group.kind === 'noun' ? [group] : []));
}

/** "Meeting in Marrakech, governments adopted it": when and where those gathered who do what a statement says. */
export function gatheringOf(statement: Statement, statements: readonly Statement[], grammar: Grammar): readonly Complement[] {
  const agents = agentsOf(statement, grammar);
  return statements.flatMap(({ kind, verb, subjects, complements }) => (
    kind === 'participial' && verb?.lemmas.some((lemma) => grammar.isVerb(lemma, 'gathering')) === true && subjects.some((each) => agents.includes(each)) ? complements : []));
}

/** Whether the verb only says that its subject is or happens: "dates from", "was signed", "se firmó", "a eu lieu". */
export function isHappening({ verb, objects }: Statement, grammar: Grammar): boolean {
  if (!verb) return false;
  if (verb.passive === true || verb.reflexive) return true;
  if (verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'copula') || grammar.isVerb(lemma, 'intransitive'))) return true;
  const [object] = objects;
  return objects.length === 1 && object.determiner === 'none' && object.words.length === 1 && grammar.isNoun(object.words[0], 'light');
}

/** A group with its owners, and theirs. */
export function* withOwners(group: NounGroup): Generator<NounGroup> {
  yield group;
  for (const owner of group.owners) yield* withOwners(owner);
}
