import type { ClauseState } from './clauseState';
import type { VerbGroup, Mark } from './nodes';
import { sharedPassive, modifiedBy } from './participles';
import { waitingOutside, modalityOfNonfinite } from './clause';

/**
 * Adds a verb: to the current clause, to an outer clause that awaits it, or to a new clause; a participle may instead
 * modify a noun.
 */
export function takeVerb(state: ClauseState, verb: VerbGroup): void {
  const { current } = state;
  const after = state.pending;
  state.pending = undefined;
  if (verb.form === 'infinitive' || verb.form === 'gerund' || after !== undefined)
    return openNonfinite(state, verb, after);
  const shared = state.afterCoordinator ? sharedPassive(verb, current) : undefined;
  if (shared) {
    state.clauses.push(shared);
    state.current = shared;
    return;
  }
  if (
    verb.form === 'participle' ||
    (verb.passive === undefined &&
      current.verb === undefined &&
      state.lastNoun !== undefined &&
      !state.afterCoordinator &&
      state.ahead.finiteFollows(state.i + 1))
  ) {
    // "fondée en 1951, l'OIM", "the agreement signed in 2016", "IOM, founded in 1951,"
    if (
      current.verb !== undefined ||
      current.subjects.length > 0 ||
      current.complements.length === 0 ||
      verb.form === 'participle'
    )
      return openParticipial(state, verb);
  }
  // "the Compact, a treaty adopted in Marrakech, sets out": modifies the apposition.
  const last = state.clauses[state.clauses.length - 1];
  if (
    verb.passive === undefined &&
    last?.kind === 'apposition' &&
    state.lastNoun !== undefined &&
    last.objects.includes(state.lastNoun) &&
    state.lastNoun.end === verb.first
  )
    return openParticipial(state, verb);
  // "is a body created in 1951"
  if (
    verb.passive === undefined &&
    state.lastNoun !== undefined &&
    current.objects.includes(state.lastNoun) &&
    state.lastNoun.end === verb.first &&
    current.verb?.lemmas.some((lemma) => state.grammar.isBe(lemma))
  )
    return openParticipial(state, verb);
  // "by a conference held in Brussels": without an object, modifies the preceding complement.
  if (
    verb.passive === undefined &&
    current.verb !== undefined &&
    state.lastNoun?.end === verb.first &&
    !state.afterCoordinator &&
    waitingOutside(current) === undefined &&
    state.ahead.following(state.i)?.kind === 'preposition' &&
    current.complements[current.complements.length - 1]?.group === state.lastNoun
  )
    return openParticipial(state, verb);
  // "UNHCR, founded in 1950, and": a comma never separates a subject from its verb.
  if (
    verb.passive === undefined &&
    state.afterComma &&
    !state.afterCoordinator &&
    current.verb === undefined &&
    state.lastNoun !== undefined &&
    state.nodes[state.i - 2] === state.lastNoun &&
    current.subjects.length === 1 &&
    current.subjects[0] === state.lastNoun
  )
    return openParticipial(state, verb);
  // "It runs the Portal, launched in 2017": after a comma and without an object, it is a participle as well.
  if (
    verb.passive === undefined &&
    state.afterComma &&
    current.verb !== undefined &&
    state.lastNoun !== undefined &&
    !state.afterCoordinator &&
    waitingOutside(current) === undefined &&
    state.ahead.following(state.i)?.kind === 'preposition'
  )
    return openParticipial(state, verb);
  // "Founded in 1951, IOM": an opening verb without a subject is a participle, unless subjects can be omitted.
  if (
    verb.passive === undefined &&
    current.subjects.length === 0 &&
    !current.isNested &&
    !state.grammar.omitsSubjects &&
    state.lastNoun === undefined &&
    !state.afterCoordinator
  )
    return openParticipial(state, verb);
  if (current.verb === undefined) {
    current.verb = verb;
    if (current.subjects.length === 0) current.omitsSubject = true;
    return;
  }
  const outer = waitingOutside(current);
  if (outer && !state.afterCoordinator) {
    outer.verb = verb;
    state.current = outer;
    outer.lastRoles = undefined;
    return;
  }
  // "was founded in 1951 and has 175 members": both verbs share the subject.
  const base =
    outer ??
    (state.afterCoordinator && current.kind !== 'main' && state.afterComma && current.parent?.verb
      ? current.parent
      : current);
  const clause = state.open(base.kind === 'apposition' ? 'main' : base.kind, verb.first, base.parent, base.modality);
  clause.verb = verb;
  const own =
    !state.afterCoordinator &&
    !state.afterComma &&
    state.lastNoun &&
    state.lastNoun.end >= verb.first - 1 &&
    base.objects.includes(state.lastNoun)
      ? state.lastNoun
      : undefined;
  clause.subjects = own ? [own] : [...base.subjects];
  clause.omitsSubject = clause.subjects.length === 0;
}

/** A participle begins a clause whose subject is the noun that it modifies. */
function openParticipial(state: ClauseState, verb: VerbGroup): void {
  const { current } = state;
  const modified = modifiedBy(verb, state, state.tokens, state.grammar);
  const parent = state.afterCoordinator && current.kind === 'participial' ? current.parent : current;
  // "is not a body founded in 1949"
  const isDenied = current.verb?.negated === true && modified !== undefined && current.objects.includes(modified);
  const clause = state.open('participial', verb.first, parent, isDenied ? 'denied' : current.modality);
  clause.verb = verb;
  if (modified) clause.subjects.push(modified);
}

/** An infinitive or a gerund begins a clause whose subject is that of the current clause, or a noun next to it. */
function openNonfinite(state: ClauseState, verb: VerbGroup, after: Mark | undefined): void {
  const { current } = state;
  const clause = state.open(
    'participial',
    verb.first,
    current,
    modalityOfNonfinite(verb, after, current, state.grammar),
  );
  clause.verb = verb;
  // "took office in 2018, succeeding Swing": modifies the subject.
  const adjacent =
    verb.form === 'gerund' && state.lastNoun && state.lastNoun.end >= verb.first - 2
      ? state.lastNoun
      : current.objects[0];
  const controller = (verb.form === 'gerund' && state.afterComma ? undefined : adjacent) ?? current.subjects[0];
  if (controller) clause.subjects.push(controller);
}
