import { TIME, IN, cleft, heldWhole, joined, wholeOf, ClauseState } from './clauseState';
import type { Grammar } from './grammar';
import { modalityUnder } from './modality';
import { endOf, type DateGroup, type Mark, type Node, type NounGroup } from './nodes';
import { takeNoun } from './nounInClause';
import type { Modality, Statement } from './statement';
import type { Token } from './tokens';
import { takeVerb } from './verbInClause';

/** The statements of a sentence, those in brackets last. `start` is the modality of the sentence. */
export function readClauses(
  nodes: readonly Node[],
  tokens: readonly Token[],
  grammar: Grammar,
  start: Modality,
  host?: NounGroup,
): readonly Statement[] {
  const [main, asides] = withoutBrackets(nodes);
  const statements = readAll(new ClauseState(main, tokens, grammar, start, host));
  for (const [inside, before] of asides)
    if (before && inside.every(({ kind }) => IN_DATES.has(kind)))
      before.dates.push(...inside.filter((node): node is DateGroup => node.kind === 'date'));
    else statements.push(...readClauses(inside, tokens, grammar, start, heldWhole(statements, before)));
  return statements;
}

/** What a date in brackets consists of. */
const IN_DATES: ReadonlySet<Node['kind']> = new Set<Node['kind']>(['date', 'comma', 'adverb', 'preposition']);

/** Text in brackets, and the group before it. */
type Aside = readonly [inside: readonly Node[], before: NounGroup | undefined];

/** Separates the text in brackets, which is parsed on its own, as a description of the preceding group. */
function withoutBrackets(nodes: readonly Node[]): readonly [main: readonly Node[], asides: readonly Aside[]] {
  const main: Node[] = [];
  const asides: Aside[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const close = node.kind === 'open' ? nodes.findIndex(({ kind }, k) => k > i && kind === 'close') : -1;
    if (close < 0) {
      main.push(node);
      continue;
    }
    const before = main[main.length - 1];
    if (close > i + 1) asides.push([nodes.slice(i + 1, close), before?.kind === 'noun' ? deepest(before) : undefined]);
    i = close;
  }
  return [main, asides];
}

/** In "the Director General of IOM (…)", the bracket belongs to the last name. */
function deepest(group: NounGroup): NounGroup {
  const last = group.owners.at(-1);
  return last && last.end === group.end && last.first > group.first ? deepest(last) : group;
}

function readAll(state: ClauseState): Statement[] {
  const { nodes } = state;
  for (state.i = 0; state.i < nodes.length; state.i++) {
    const node = nodes[state.i]!;
    (TAKERS[node.kind] as Taker | undefined)?.(state, node);
    state.current.next = Math.max(state.current.next, endOf(node));
    if (node.kind === 'adverb') continue;
    state.comma = node.kind === 'comma' ? node : undefined;
    state.afterCoordinator = node.kind === 'coordinator';
  }
  for (const clause of state.clauses) clause.finish();
  return state.clauses.filter(
    ({ verb, subjects, objects, complements }) =>
      verb !== undefined || subjects.length + objects.length + complements.length > 0,
  );
}

type Taker = (state: ClauseState, node: Node) => unknown;

/** What adds a node of a kind to the current clause, or begins another one. */
const TAKERS: Readonly<Partial<Record<Node['kind'], (state: ClauseState, node: never) => unknown>>> = {
  noun: takeNoun,
  date: takeDate,
  verb: takeVerb,
  preposition: (state, mark: Mark) => (state.pending = joined(state.pending, mark)),
  relative: takeRelative,
  that: takeThat,
  supposing: (state, { first }: Mark) => openClause(state, first, 'supposed'),
  subordinator: openSubordinate,
  conceding: openSubordinate,
  comma: (state) => (state.pending = undefined),
  stop: takeMark,
  cell: takeMark,
  colon: takeMark,
  dash: takeMark,
};

/** "that" continues a relative clause, or begins a clause that the verb before it asserts, denies or reports. */
function takeThat(state: ClauseState, mark: Mark): void {
  const { current, grammar, afterCoordinator } = state;
  // Coordinated clauses have one antecedent, or depend on one verb: "que nació en 1951 y que tiene".
  if (afterCoordinator && current.antecedent) return takeRelative(state, mark);
  const { verb, modality } = (afterCoordinator && current.parent) || current;
  openClause(state, mark.first, verb ? modalityUnder(verb, modality, grammar) : modality);
}

function openSubordinate(state: ClauseState, { first }: Mark): void {
  openClause(state, first, state.current.modality);
}

/** A subordinate clause, to which the focus of a cleft belongs. */
function openClause(state: ClauseState, first: number, modality: Modality): void {
  const { current } = state;
  state.pending = undefined;
  cleft(current, state.open('main', first, current, modality), state.grammar);
}

/** A relative pronoun begins a clause, whose subject, object, owner or place is the antecedent. */
function takeRelative(state: ClauseState, mark: Mark): void {
  const { current, grammar, pending } = state;
  const antecedent = (state.afterCoordinator && current.antecedent) || wholeOf(current, state.lastNoun);
  state.pending = undefined;
  const clause = state.open('relative', mark.first, current, current.modality);
  clause.antecedent = antecedent;
  if (cleft(current, clause, grammar) || !antecedent) return;
  // What a negated cleft excludes is denied: "Ce n'est pas l'OIT qui coordonne".
  if (current.verb?.negated && grammar.isVerbOf(current.verb, 'be')) clause.modality = 'denied';
  const word = state.tokens[mark.first];
  if (grammar.is(word, 'relativeOwner')) clause.owner = antecedent;
  else if (grammar.is(word, 'relativePlace') || pending)
    state.complement(antecedent, pending?.roles ?? IN, undefined, mark.first);
  // A separate subject may precede the verb: "that 164 governments adopted".
  else if (state.following('adverb', 'comma')?.kind === 'noun') clause.objects.push(antecedent);
  else clause.subjects.push(antecedent);
}

/**
 * A stop, colon, dash or the end of a cell ends the clause, but for a clause that awaits its verb after dashes, and for
 * a date before a colon ("1951: the Conference creates the Committee").
 */
function takeMark(state: ClauseState, { kind, next }: Mark): void {
  const { current } = state;
  state.pending = undefined;
  state.lastNoun = undefined;
  if (!current.verb && (kind === 'dash' || (kind === 'colon' && current.subjects.length === 0))) return;
  state.open(kind === 'colon' ? 'fragment' : 'main', next, undefined, state.whole);
}

function takeDate(state: ClauseState, date: DateGroup): void {
  const { pending } = state;
  const after = state.nodes[state.i - (pending ? 2 : 1)];
  state.pending = undefined;
  // A negated date is none of the clause: "neither in 1950 nor later".
  if (after?.kind === 'negation') return;
  state.complement(date, pending?.roles ?? TIME, after, pending?.first ?? date.first);
}
