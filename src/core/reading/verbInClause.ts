import { Clause, modalityOfNonfinite, waitingOutside } from './clause';
import type { ClauseState } from './clauseState';
import type { Grammar } from './grammar';
import type { Mark, NounGroup, VerbGroup } from './nodes';
import type { Token } from './tokens';

/**
 * Adds a verb: to the current clause, to an outer clause that awaits it, or to a new clause; a participle may instead
 * modify a noun.
 */
export function takeVerb(state: ClauseState, verb: VerbGroup): void {
  const { current, pending } = state;
  state.pending = undefined;
  if (verb.form === 'infinitive' || verb.form === 'gerund' || pending !== undefined)
    return openNonfinite(state, verb, pending);
  const shared = state.afterCoordinator ? sharedPassive(verb, current) : undefined;
  if (shared) return state.enter(shared);
  if (verb.form === 'participle' || (verb.passive === undefined && MODIFIERS.some((modifies) => modifies(state, verb))))
    return openParticipial(state, verb);
  if (current.verb === undefined) {
    current.verb = verb;
    if (current.subjects.length === 0) current.omitsSubject = true;
    return;
  }
  const outer = waitingOutside(current);
  if (!outer || state.afterCoordinator) return openCoordinated(state, verb);
  outer.verb = verb;
  outer.lastRoles = undefined;
  state.current = outer;
}

type Rule = (state: ClauseState, verb: VerbGroup) => boolean;

/** Where a form that may be a participle or a past tense is a participle. */
const MODIFIERS: readonly Rule[] = [
  modifiesApposition,
  modifiesPredicate,
  precedesPreposition,
  interruptsSubject,
  opensSentence,
];

/** "the Compact, a treaty adopted in Marrakech, sets out" */
function modifiesApposition({ clauses, lastNoun }: ClauseState, verb: VerbGroup): boolean {
  const last = clauses[clauses.length - 1];
  return last?.kind === 'apposition' && isNextTo(lastNoun, verb) && last.objects.includes(lastNoun);
}

/** "is a body created in 1951" */
function modifiesPredicate({ current, lastNoun, grammar }: ClauseState, verb: VerbGroup): boolean {
  return isNextTo(lastNoun, verb) && current.objects.includes(lastNoun) && grammar.isFormOfBe(current.verb);
}

/** The clause has its verb, and a preposition follows instead of an object: "runs the Portal, launched in 2017". */
function precedesPreposition(state: ClauseState, verb: VerbGroup): boolean {
  const { current, lastNoun } = state;
  const isAfterNoun = state.afterComma
    ? lastNoun !== undefined
    : isNextTo(lastNoun, verb) && current.complements.at(-1)?.group === lastNoun;
  return (
    isAfterNoun &&
    current.verb !== undefined &&
    !state.afterCoordinator &&
    waitingOutside(current) === undefined &&
    state.following()?.kind === 'preposition'
  );
}

/** A comma never separates a subject from its verb: "UNHCR, founded in 1950, and". */
function interruptsSubject(state: ClauseState): boolean {
  const { current, lastNoun, nodes, i } = state;
  const [subject, ...others] = current.subjects;
  return (
    state.isApart &&
    current.verb === undefined &&
    nodes[i - 2] === lastNoun &&
    subject !== undefined &&
    subject === lastNoun &&
    others.length === 0
  );
}

/** An opening verb without a subject is a participle, unless subjects can be omitted: "Founded in 1951, IOM". */
function opensSentence({ current, grammar, lastNoun, afterCoordinator }: ClauseState): boolean {
  return (
    current.subjects.length === 0 &&
    current.parent === undefined &&
    !grammar.has('omitsSubjects') &&
    lastNoun === undefined &&
    !afterCoordinator
  );
}

function isNextTo(noun: NounGroup | undefined, verb: VerbGroup): noun is NounGroup {
  return noun?.end === verb.first;
}

/** A participle begins a clause whose subject is the noun that it modifies. */
function openParticipial(state: ClauseState, verb: VerbGroup): void {
  const { current } = state;
  const modified = modifiedBy(verb, state);
  const parent = state.afterCoordinator && current.kind === 'participial' ? current.parent : current;
  const clause = state.open('participial', verb.first, parent, current.modality);
  clause.verb = verb;
  if (modified) clause.subjects.push(modified);
}

/** An infinitive or a gerund begins a clause whose subject is that of the current clause, or a noun next to it. */
function openNonfinite(state: ClauseState, verb: VerbGroup, after: Mark | undefined): void {
  const { current, lastNoun } = state;
  const clause = state.open(
    'participial',
    verb.first,
    current,
    modalityOfNonfinite(verb, after, current, state.grammar),
  );
  clause.verb = verb;
  const isGerund = verb.form === 'gerund';
  const adjacent = isGerund && lastNoun && lastNoun.end >= verb.first - 2 ? lastNoun : current.objects[0];
  // After a comma, a gerund modifies the subject.
  const controller = (isGerund && state.afterComma ? undefined : adjacent) ?? current.subjects[0];
  if (controller) clause.subjects.push(controller);
}

/** A second verb shares the subject of the first. */
function openCoordinated(state: ClauseState, verb: VerbGroup): void {
  const { current, afterComma, afterCoordinator } = state;
  const outer =
    afterCoordinator && afterComma && current.kind !== 'main' && current.parent?.verb ? current.parent : current;
  const base = waitingOutside(current) ?? outer;
  const clause = state.open(base.kind === 'apposition' ? 'main' : base.kind, verb.first, base.parent, base.modality);
  clause.verb = verb;
  clause.subjects = [...base.subjects];
  clause.omitsSubject = clause.subjects.length === 0;
}

/**
 * The noun that a participle modifies: the preceding noun; if that noun is an adverbial, the subject; else the noun
 * that follows.
 */
function modifiedBy(
  verb: VerbGroup,
  { current, lastNoun, afterComma, tokens, grammar }: ClauseState,
): NounGroup | undefined {
  // In brackets, the noun before them.
  if (lastNoun === undefined)
    return current.kind === 'apposition' && current.verb === undefined ? current.subjects[0] : undefined;
  const subject = current.subjects[0] ?? lastNoun;
  if (!afterComma) return lastNoun.end >= verb.first - 2 ? lastNoun : subject;
  const owner = lastNoun.owners.at(-1);
  const fits = agrees(verb, lastNoun, tokens, grammar);
  if (owner && owner.end === lastNoun.end && !fits && agrees(verb, owner, tokens, grammar)) return owner;
  const complement = current.complements.find(({ group }) => group === lastNoun);
  if (!complement) return lastNoun;
  return fits && isNamedOrNew(lastNoun, grammar) ? lastNoun : subject;
}

/** Whether a group names a body, or introduces a thing; other groups may be mere circumstances of a clause. */
function isNamedOrNew({ named, isProper, words, determiner }: NounGroup, grammar: Grammar): boolean {
  return (
    named.length > 0 ||
    determiner === 'indefinite' ||
    (isProper && words.some((word) => grammar.nounClassesOf(word) !== undefined))
  );
}

/**
 * In French and Spanish, a participle agrees with its noun in number and gender: "las enmiendas a la Constitución,
 * adoptadas en 1987".
 */
function agrees({ main }: VerbGroup, { head, first }: NounGroup, tokens: readonly Token[], grammar: Grammar): boolean {
  const own = grammar.genderOfParticiple(tokens[main]!);
  const shown = grammar.genderShown(tokens[first], 'article');
  if (own !== undefined && shown !== undefined && own !== shown) return false;
  return (
    own === undefined ||
    head < 0 ||
    !grammar.isPlural(tokens[main]!) ||
    grammar.isPlural(tokens[head]!) ||
    /[sx]$/.test(tokens[head]!.folded)
  );
}

/** "est approuvé par l'Assemblée, puis signé": the clause of a second participle that shares the passive auxiliary. */
function sharedPassive(verb: VerbGroup, { verb: first, kind, parent, modality, subjects }: Clause): Clause | undefined {
  if (verb.form !== 'participle' || first?.passive !== true || first.form !== 'finite') return undefined;
  const clause = new Clause(kind === 'apposition' ? 'main' : kind, verb.first, parent, modality);
  clause.verb = { ...verb, passive: true, form: 'finite', tense: first.tense };
  clause.subjects = [...subjects];
  return clause;
}
