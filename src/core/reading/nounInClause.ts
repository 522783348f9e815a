import type { ClauseState } from './clauseState';
import type { NounGroup } from './nodes';
import { opensFrequency } from './frequency';
import { appositionOf, apposedTo } from './apposition';
import { TIME, rolesOfNext, waitingOutside, isPredicate, isInverted, takesClause } from './clause';
import { modalityUnder } from './modality';

/**
 * Adds a noun group to the current clause: as subject, object, complement or apposition, or as the subject of a new
 * clause.
 */
export function takeNoun(state: ClauseState, group: NounGroup): void {
  const { current } = state;
  if (current.owner && group.pronoun === undefined && group.named.length < 1 + group.words.length) {
    group.owners.unshift(current.owner);
    current.owner = undefined;
  }
  const { pending } = state;
  state.pending = undefined;
  const before = state.lastNoun;
  state.lastNoun = group;
  if (pending) return state.complement(group, pending.roles!, before, pending.first);
  if (opensFrequency(state.tokens, group.first, state.grammar))
    return state.complement(group, TIME, before, group.first);
  // "The Agreement between the UN and IOM dates from": the noun belongs to the phrase that still awaits its verb.
  const isJoined =
    state.afterCoordinator &&
    current.lastRoles?.has('between') === true &&
    current.verb === undefined &&
    current.subjects.length > 0;
  if (isJoined || (state.afterCoordinator && current.lastRoles && !state.ahead.finiteFollows(state.i + 1)))
    return state.complement(group, rolesOfNext(current, group, current.lastRoles!), undefined, group.first);
  const waits = current.verb === undefined || (current.kind === 'participial' && current.subjects.length === 0);
  const opensHere = state.afterComma && !state.afterCoordinator && waits && state.ahead.finiteFollows(state.i + 1);
  if (opensHere && current.kind !== 'apposition' && !(before && state.ahead.isReduced(group, state.i, before)))
    return resumeWithSubject(state, group);
  if (state.afterComma && before && !state.afterCoordinator && state.ahead.isApposition(before, group, state.i)) {
    const host = apposedTo(current, before, group, state.tokens, state.grammar);
    const apposition = appositionOf(host, group, current);
    state.clauses.push(apposition);
    if (current.verb === undefined && current.subjects.includes(host)) state.aside = apposition;
    // "Founded in 1951, IOM, …": the group before the comma remains the subject.
    if (current.verb !== undefined || current.subjects.includes(host)) return;
  }
  current.lastRoles = undefined;
  // "who adopted the Compact met", "to carry out the Compact was adopted": an outer clause awaits the verb.
  const isObject =
    current.verb !== undefined &&
    !state.afterComma &&
    (waitingOutside(current) !== undefined || isPredicate(current, group, state.nodes[state.i + 1], state.grammar));
  if (
    !isObject &&
    state.ahead.finiteFollows(state.i + 1) &&
    (current.verb !== undefined || current.kind === 'participial')
  )
    return openWithSubject(state, group);
  if (current.verb === undefined) {
    // "La Journée mondiale, elle, est célébrée": a pronoun between commas repeats the subject.
    if (
      group.pronoun !== undefined &&
      state.afterComma &&
      !state.afterCoordinator &&
      current.subjects.length > 0 &&
      state.nodes[state.i + 1]?.kind === 'comma'
    )
      return;
    // "Last year IOM opened": the group next to the verb is its subject.
    if (!state.afterCoordinator && !state.afterComma && current.subjects.length > 0 && current.kind !== 'apposition')
      current.subjects.length = 0;
    if (current.kind === 'apposition' && current.subjects.length > 0) current.objects.push(group);
    else current.subjects.push(group);
    return;
  }
  if (isInverted(current, group, state.tokens, state.grammar)) {
    current.subjects.push(group);
    current.omitsSubject = false;
    return;
  }
  if (
    state.afterComma &&
    !state.afterCoordinator &&
    current.objects.length === 0 &&
    current.kind === 'participial' &&
    current.subjects.length === 0
  ) {
    current.subjects.push(group);
    openWithSubject(state, group);
    return;
  }
  // "UNHCR, founded in 1950, and PICMME": no comma separates a participle from its object.
  const outer =
    (state.afterComma || state.afterCoordinator) && current.kind === 'participial' && current.objects.length === 0
      ? waitingOutside(current)
      : undefined;
  if (outer) {
    (state.afterCoordinator ? outer.subjects : outer.objects).push(group);
    state.current = outer;
    return;
  }
  // "Tittmann followed, and in May 1958 Daly": the subject of a clause with an elided verb.
  if (state.ahead.isGapped(state.i) && current.objects.length === 0) {
    state.open('main', group.first, current.parent, current.modality).subjects.push(group);
    return;
  }
  current.objects.push(group);
}

/** The subject after an opening element: "With its seat in Geneva, IOM has", "Fin 2018, l'OIM compte". */
function resumeWithSubject(state: ClauseState, group: NounGroup): void {
  const { current } = state;
  if (current.kind === 'participial' || current.kind === 'relative') return openWithSubject(state, group);
  const [opening] = current.subjects;
  if (
    opening &&
    current.subjects.length === 1 &&
    opening.named.length === 0 &&
    opening.quantity === undefined &&
    opening.pronoun === undefined
  ) {
    const apposition = appositionOf(group, opening, current);
    apposition.complements.push(...current.complements);
    state.clauses.push(apposition);
  }
  current.subjects = [group];
  current.lastRoles = undefined;
}

/** A noun with its own finite verb begins a clause, and is the subject of a participle that opened the sentence. */
function openWithSubject(state: ClauseState, group: NounGroup): void {
  const { current } = state;
  for (const clause of state.clauses)
    if (
      clause.kind === 'participial' &&
      clause.subjects.length === 0 &&
      (clause === current || clause.parent === current.parent)
    )
      clause.subjects.push(group);
  const outer = current.kind === 'main' || current.parent === undefined ? undefined : current.parent;
  // "says the Compact is a treaty": a complement clause without "that".
  if (takesClause(current, group, state.grammar)) {
    state
      .open('main', group.first, current, modalityUnder(current.verb!, current.modality, state.grammar))
      .subjects.push(group);
    return;
  }
  // "…, which was founded in 1951, IOM says": a clause that awaits its verb continues here.
  const clause = state.open(
    'main',
    group.first,
    outer && outer.verb === undefined ? outer : undefined,
    state.start === 'asserted' && current.modality === 'supposed' && !state.afterComma ? 'supposed' : state.start,
  );
  clause.subjects.push(group);
}
