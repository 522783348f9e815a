import { type Clause, waitingOutside, type ClauseState } from './clauseState';
import type { NounGroup, VerbGroup } from './nodes';

/**
 * Adds a verb: to the current clause, to an outer clause that awaits it, or to a new clause; a participle may instead
 * modify a noun.
 */
export function takeVerb(state: ClauseState, verb: VerbGroup): void {
  const { current } = state;
  state.pending = undefined;
  if (verb.form === 'infinitive' || verb.form === 'gerund') return openNonfinite(state, verb);
  if (verb.form === 'participle' || (verb.passive === undefined && MODIFIERS.some((modifies) => modifies(state, verb))))
    return void open(state, verb, 'participial', current, modifiedBy(verb, state));
  const clause = current.verb === undefined ? current : waitingOutside(current);
  if (!clause) return openCoordinated(state, verb);
  clause.verb = verb;
  clause.omitsSubject = clause.subjects.length === 0;
  if (clause !== current) clause.lastRoles = undefined;
  state.current = clause;
}

type Rule = (state: ClauseState, verb: VerbGroup) => boolean;

/** Where a form that may be a participle or a past tense is a participle. */
const MODIFIERS: readonly Rule[] = [modifiesObject, precedesPreposition, interruptsSubject, opensSentence];

/** "the Compact, a treaty adopted in Marrakech, sets out", "is a body created in 1951" */
function modifiesObject({ clauses, current, lastNoun }: ClauseState, verb: VerbGroup): boolean {
  return isNextTo(lastNoun, verb) && [current, clauses.at(-1)!].some(({ objects }) => objects.includes(lastNoun));
}

/** The clause has its verb, and a preposition follows instead of an object: "runs the Portal, launched in 2017". */
function precedesPreposition(state: ClauseState): boolean {
  const { current, lastNoun } = state;
  return (
    lastNoun !== undefined &&
    current.verb !== undefined &&
    !state.afterCoordinator &&
    waitingOutside(current) === undefined &&
    state.following('adverb')?.kind === 'preposition'
  );
}

/** A comma never separates a subject from its verb: "UNHCR, founded in 1950, and". */
function interruptsSubject({ current, lastNoun, isApart }: ClauseState): boolean {
  return isApart && current.verb === undefined && lastNoun !== undefined && current.subjects[0] === lastNoun;
}

/** An opening verb without a subject is a participle, unless subjects can be omitted: "Founded in 1951, IOM". */
function opensSentence({ current, grammar, lastNoun }: ClauseState): boolean {
  return lastNoun === undefined && current.subjects.length === 0 && !grammar.has('omitsSubjects');
}

function isNextTo(noun: NounGroup | undefined, verb: VerbGroup): noun is NounGroup {
  return noun?.end === verb.first;
}

/**
 * An infinitive or a gerund begins a clause, whose subject is a noun next to it, or that of the current clause. What an
 * infinitive says is a purpose. After a verb of beginning or continuing, it is what the clause says: "pasó a llamarse".
 */
function openNonfinite(state: ClauseState, verb: VerbGroup): void {
  const { current, lastNoun } = state;
  const governor = current.verb;
  const clause = open(state, verb, 'participial', current, isNextTo(lastNoun, verb) ? lastNoun : current.subjects[0]);
  if (verb.form !== 'infinitive' || clause.modality !== 'asserted') return;
  if (governor && state.grammar.isVerbOf(governor, 'phase') && verb.first - governor.next <= 1)
    clause.verb = { ...verb, tense: governor.tense };
  else clause.modality = 'planned';
}

/** A second verb shares the subject of the first. */
function openCoordinated(state: ClauseState, verb: VerbGroup): void {
  const { parent, subjects } = state.current;
  const clause = open(state, verb, 'main', parent, ...subjects);
  clause.omitsSubject = subjects.length === 0;
}

function open(
  state: ClauseState,
  verb: VerbGroup,
  kind: Clause['kind'],
  parent: Clause | undefined,
  ...subjects: readonly (NounGroup | undefined)[]
): Clause {
  const clause = state.open(kind, verb.first, parent, state.current.modality);
  clause.verb = verb;
  clause.subjects = subjects.filter((subject) => subject !== undefined);
  return clause;
}

/**
 * The noun that a participle modifies: the subject if it shares the auxiliary of another ("is approved and signed");
 * else the preceding noun; after a comma the first that agrees, of it and its owner.
 */
function modifiedBy(verb: VerbGroup, state: ClauseState): NounGroup | undefined {
  const { current, lastNoun, comma } = state;
  if (state.afterCoordinator && current.verb?.passive) return current.subjects[0];
  if (lastNoun && (!comma || agrees(verb, lastNoun, state))) return lastNoun;
  return lastNoun?.owners.at(-1) ?? current.subjects[0] ?? lastNoun;
}

/**
 * In French and Spanish, a participle agrees with its noun in number and gender: "las enmiendas a la Constitución,
 * adoptadas en 1987".
 */
function agrees({ main }: VerbGroup, { head, first }: NounGroup, { tokens, grammar }: ClauseState): boolean {
  const shown = grammar.genderShown(tokens[first], 'article');
  if (shown !== undefined && shown !== grammar.genderOfParticiple(tokens[main]!)) return false;
  return head < 0 || !grammar.isPlural(tokens[main]!) || grammar.isPlural(tokens[head]!);
}
