import { Clause, TIME, waitingOutside, wholeOf, type ClauseState } from './clauseState';
import { opensFrequency } from './numbers';
import { modalityUnder } from './modality';
import type { NounGroup } from './nodes';
import { isModifying } from './statement';

/**
 * Adds a noun group to the current clause: as subject, object, complement or apposition, or as the subject of a new
 * clause.
 */
export function takeNoun(state: ClauseState, group: NounGroup): void {
  const { current, pending, lastNoun: before } = state;
  if (current.owner) group.owners.unshift(current.owner);
  current.owner = undefined;
  state.pending = undefined;
  state.lastNoun = group;
  if (pending) return state.complement(group, pending.roles!, before, pending.first);
  if (opensFrequency(state.tokens, group.first, state.grammar))
    return state.complement(group, TIME, before, group.first);
  if (sharesRoles(state)) return state.complement(group, current.lastRoles!, undefined, group.first);
  if (resumes(state, group)) return resume(state, group);
  if (before && state.isApposition(before, group)) {
    const host = wholeOf(current, before) ?? before;
    state.clauses.push(appositionOf(host, group, current));
    // A host that is not in the clause yet is denoted by the group, which is its subject as well.
    if (current.verb !== undefined || current.subjects.includes(host)) return;
  }
  current.lastRoles = undefined;
  if (opensClause(state, group)) return openWithSubject(state, group);
  if (current.verb === undefined) return addSubject(state, group);
  if (isInverted(state, group)) {
    current.subjects.push(group);
    current.omitsSubject = false;
    return;
  }
  // No comma or coordinator separates a participle from its object: "UNHCR, founded in 1950, and PICMME".
  const ends =
    (state.comma || state.afterCoordinator) && current.kind === 'participial' && current.objects.length === 0;
  const clause = (ends && waitingOutside(current)) || current;
  (clause !== current && state.afterCoordinator ? clause.subjects : clause.objects).push(group);
  state.current = clause;
}

/** Whether a group is coordinated with a complement, or the second party of "between A and B". */
function sharesRoles(state: ClauseState): boolean {
  const { lastRoles } = state.current;
  return state.afterCoordinator && lastRoles !== undefined && (lastRoles.has('between') || !state.finiteFollows());
}

/** Whether a group is the subject after an opening element: "With its seat in Geneva, IOM has". */
function resumes(state: ClauseState, group: NounGroup): boolean {
  const { kind, verb } = state.current;
  const awaits = verb === undefined || kind === 'participial';
  return state.isApart && awaits && state.finiteFollows() && !state.isReduced(group);
}

/** A plain noun that opens the sentence is in apposition to the subject, to which its complements belong as well. */
function resume(state: ClauseState, group: NounGroup): void {
  const { current } = state;
  if (isModifying(current)) return openWithSubject(state, group);
  const [opening] = current.subjects;
  if (opening?.named.length === 0) {
    const apposition = appositionOf(group, opening, current);
    apposition.complements.push(...current.complements);
    state.clauses.push(apposition);
  }
  current.subjects = [group];
  current.lastRoles = undefined;
}

/**
 * Whether a group begins a clause: a noun with its own finite verb, unless an outer clause awaits the verb, or the noun
 * is the predicate of "is" or the object of "has", and the form a participle: "has a fund run by".
 */
function opensClause(state: ClauseState, group: NounGroup): boolean {
  const { current, grammar } = state;
  const { verb } = current;
  const isInside = state.comma === undefined && waitingOutside(current) !== undefined;
  if (!verb || isInside || !state.finiteFollows()) return false;
  return verb.next !== group.first || !grammar.isVerbOf(verb, 'be', 'have');
}

function addSubject({ current, comma, afterCoordinator }: ClauseState, group: NounGroup): void {
  if (current.kind === 'apposition') current.objects.push(group);
  // Of two groups without a mark between them, the one next to the verb is the subject: "Last year IOM opened".
  else if (!afterCoordinator && !comma) current.subjects = [group];
  else current.subjects.push(group);
}

/** A noun with its own finite verb begins a clause, and is the subject of a participle that opened the sentence. */
function openWithSubject(state: ClauseState, group: NounGroup): void {
  const { current, grammar } = state;
  const { verb } = current;
  for (const { kind, subjects } of state.clauses)
    if (kind === 'participial' && subjects.length === 0) subjects.push(group);
  // In English, a complement clause needs no "that": "says the Compact is a treaty".
  const governor = verb?.next === group.first ? verb : undefined;
  const modality = governor ? modalityUnder(governor, current.modality, grammar) : state.whole;
  state.open('main', group.first, governor && current, modality).subjects.push(group);
}

/** "IOM, a related organization": the apposition as a clause with its host as subject. */
function appositionOf(host: NounGroup, group: NounGroup, parent: Clause): Clause {
  const clause = new Clause('apposition', group.first, parent, parent.modality);
  clause.subjects.push(host);
  clause.objects.push(group);
  clause.next = group.end;
  return clause;
}

/**
 * In French and Spanish, the subject may follow a verb in the passive or with a pronoun: "fue fundada la OIM", "se creó
 * la OIM", "La eligió el Consejo".
 */
function isInverted({ current, tokens, grammar }: ClauseState, group: NounGroup): boolean {
  const { verb, subjects, objects } = current;
  if (!grammar.has('invertsSubjects') || !verb || subjects.length > 0 || group.first - verb.next > 2) return false;
  const hasClitic = verb.clitic !== undefined && grammar.is(tokens[verb.clitic.first], 'definite');
  return objects.length === 0 && (verb.passive === true || verb.reflexive || hasClitic);
}
