import { Clause, TIME, waitingOutside, wholeOf } from './clause';
import type { ClauseState } from './clauseState';
import { opensFrequency } from './numbers';
import { modalityUnder } from './modality';
import type { Grammar } from './grammar';
import type { Mark, NounGroup } from './nodes';
import { isPerson } from './statement';

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
  const context: Context = { before: state.lastNoun, pending: state.pending };
  state.pending = undefined;
  state.lastNoun = group;
  ROLES.find((takes) => takes(state, group, context));
}

/** The noun group and the preposition before the group. */
interface Context {
  readonly before: NounGroup | undefined;
  readonly pending: Mark | undefined;
}

/** Takes the group in a role, if it has it. */
type Role = (state: ClauseState, group: NounGroup, context: Context) => boolean;

/** The roles of a group, in the order of precedence. */
const ROLES: readonly Role[] = [
  asComplement,
  asFrequency,
  asCoordinatedComplement,
  asResumedSubject,
  asApposition,
  asSubjectOfNewClause,
  asSubject,
  asInvertedSubject,
  asSubjectOfParticiple,
  asPartOfOuterClause,
  asObject,
];

function asComplement(state: ClauseState, group: NounGroup, { pending, before }: Context): boolean {
  if (pending) state.complement(group, pending.roles!, before, pending.first);
  return pending !== undefined;
}

function asFrequency(state: ClauseState, group: NounGroup, { before }: Context): boolean {
  const isFrequency = opensFrequency(state.tokens, group.first, state.grammar);
  if (isFrequency) state.complement(group, TIME, before, group.first);
  return isFrequency;
}

/** Coordinated with a complement, or the second party of "between A and B". */
function asCoordinatedComplement(state: ClauseState, group: NounGroup): boolean {
  const { current, afterCoordinator } = state;
  const { lastRoles, verb, subjects } = current;
  if (!afterCoordinator || !lastRoles) return false;
  const isParty = lastRoles.has('between') && verb === undefined && subjects.length > 0;
  if (!isParty && state.finiteFollows()) return false;
  state.complement(group, lastRoles, undefined, group.first);
  return true;
}

/** The subject after an opening element: "With its seat in Geneva, IOM has", "Fin 2018, l'OIM compte". */
function asResumedSubject(state: ClauseState, group: NounGroup, { before }: Context): boolean {
  const { current } = state;
  const { kind, verb, subjects } = current;
  const awaits = verb === undefined || (kind === 'participial' && subjects.length === 0);
  if (!state.isApart || !awaits || kind === 'apposition' || !state.finiteFollows()) return false;
  if (before && state.isReduced(group, before)) return false;
  if (kind === 'participial' || kind === 'relative') {
    openWithSubject(state, group);
    return true;
  }
  const [opening, ...others] = subjects;
  if (opening && others.length === 0 && isPlain(opening)) {
    const apposition = appositionOf(group, opening, current);
    apposition.complements.push(...current.complements);
    state.clauses.push(apposition);
  }
  current.subjects = [group];
  current.lastRoles = undefined;
  return true;
}

function isPlain({ named, quantity, pronoun }: NounGroup): boolean {
  return named.length === 0 && quantity === undefined && pronoun === undefined;
}

/** In apposition to the group before the comma; if that is not in the clause yet, the group is its subject as well. */
function asApposition(state: ClauseState, group: NounGroup, { before }: Context): boolean {
  const { current } = state;
  if (state.isApart && before && state.isApposition(before, group)) {
    const host = apposedTo(current, before, group, state.grammar);
    const apposition = appositionOf(host, group, current);
    state.clauses.push(apposition);
    const isSubject = current.subjects.includes(host);
    if (current.verb !== undefined || isSubject) return true;
  }
  current.lastRoles = undefined;
  return false;
}

/** A noun with its own finite verb, unless an outer clause awaits the verb. */
function asSubjectOfNewClause(state: ClauseState, group: NounGroup): boolean {
  const { current } = state;
  const hasVerb = current.verb !== undefined;
  const isObject = hasVerb && !state.afterComma && (waitingOutside(current) !== undefined || isPredicate(state, group));
  const opens = !isObject && (hasVerb || current.kind === 'participial') && state.finiteFollows();
  if (opens) openWithSubject(state, group);
  return opens;
}

function asSubject(state: ClauseState, group: NounGroup): boolean {
  const { current } = state;
  if (current.verb !== undefined) return false;
  const hasSubject = current.subjects.length > 0;
  if (current.kind === 'apposition' && hasSubject) current.objects.push(group);
  // Of two groups without a mark between them, the one next to the verb is the subject: "Last year IOM opened".
  else if (!state.afterCoordinator && !state.afterComma && hasSubject) current.subjects = [group];
  else current.subjects.push(group);
  return true;
}

function asInvertedSubject(state: ClauseState, group: NounGroup): boolean {
  const { current } = state;
  const is = isInverted(state, group);
  if (is) {
    current.subjects.push(group);
    current.omitsSubject = false;
  }
  return is;
}

/** After the comma of an opening participle. */
function asSubjectOfParticiple(state: ClauseState, group: NounGroup): boolean {
  const { current } = state;
  const { kind, objects, subjects } = current;
  const is = state.isApart && kind === 'participial' && objects.length === 0 && subjects.length === 0;
  if (is) {
    subjects.push(group);
    openWithSubject(state, group);
  }
  return is;
}

/** No comma or coordinator separates a participle from its object: "UNHCR, founded in 1950, and PICMME". */
function asPartOfOuterClause(state: ClauseState, group: NounGroup): boolean {
  const { current, afterComma, afterCoordinator } = state;
  const ends = (afterComma || afterCoordinator) && current.kind === 'participial' && current.objects.length === 0;
  const outer = ends ? waitingOutside(current) : undefined;
  if (outer) {
    (afterCoordinator ? outer.subjects : outer.objects).push(group);
    state.current = outer;
  }
  return outer !== undefined;
}

function asObject({ current }: ClauseState, group: NounGroup): boolean {
  current.objects.push(group);
  return true;
}

/** A noun with its own finite verb begins a clause, and is the subject of a participle that opened the sentence. */
function openWithSubject(state: ClauseState, group: NounGroup): void {
  const { current, start, grammar } = state;
  for (const { kind, subjects, parent } of state.clauses)
    if (kind === 'participial' && subjects.length === 0 && parent === current.parent) subjects.push(group);
  const { verb } = current;
  // "says the Compact is a treaty": in English, a complement clause needs no "that".
  if (
    grammar.has('omitsThat') &&
    verb?.next === group.first &&
    grammar.isVerbOf(verb, 'reporting', 'factive', 'denying')
  ) {
    const modality = modalityUnder(verb, current.modality, grammar);
    state.open('main', group.first, current, modality).subjects.push(group);
    return;
  }
  // A clause that awaits its verb continues after this one: "…, which was founded in 1951, IOM says".
  const outer = current.kind === 'main' ? undefined : current.parent;
  const modality = start === 'asserted' && current.modality === 'supposed' && !state.afterComma ? 'supposed' : start;
  state.open('main', group.first, outer?.verb === undefined ? outer : undefined, modality).subjects.push(group);
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
 * The group to which another is in apposition: "the agreement between A and B, a text", "the goodwill of its Director
 * General, Amy Pope", "funds of IOM, an agency": the owner at the end of the group, if it is of the same kind, and the
 * group itself is not.
 */
function apposedTo(clause: Clause, before: NounGroup, group: NounGroup, grammar: Grammar): NounGroup {
  const inner =
    isPerson(group, grammar) && !isPerson({ ...before, named: [] }, grammar)
      ? before.owners.find((owner) => owner.end === before.end && isPerson(owner, grammar))
      : undefined;
  return inner ?? wholeOf(clause, before) ?? before;
}

/** "is a treaty signed in 2018", "has a fund run by": after "is" or "has", a form that may be a participle is one. */
function isPredicate({ current: { verb }, nodes, i, grammar }: ClauseState, group: NounGroup): boolean {
  const next = nodes[i + 1];
  return (
    verb?.next === group.first &&
    verb.lemmas.some((lemma) => grammar.isBe(lemma) || grammar.isHave(lemma)) &&
    next?.kind === 'verb' &&
    next.passive === undefined &&
    next.first === group.end
  );
}

/** In French and Spanish, the subject may follow a verb without an object: "fue fundada la OIM". */
function isInverted({ current, tokens, grammar }: ClauseState, group: NounGroup): boolean {
  const { verb, subjects, objects } = current;
  if (!grammar.has('invertsSubjects') || !verb || subjects.length > 0 || group.first - verb.next > 2) return false;
  const [object] = objects;
  // "donde tiene su sede la OIM": the antecedent of the object's possessive.
  if (object) return objects.length === 1 && object.possessive !== undefined && group.first === object.end;
  // "La eligió el Consejo": its object precedes the verb.
  const { clitic } = verb;
  if (clitic && grammar.has('omitsSubjects') && grammar.is(tokens[clitic.first], 'definite')) return true;
  return (
    verb.passive === true ||
    verb.reflexive ||
    verb.lemmas.some((lemma) => grammar.isVerb(lemma, 'intransitive') && !grammar.isBe(lemma))
  );
}
