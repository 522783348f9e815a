import { withoutBrackets, withVerbsNextToCoordinators } from './asides';
import { TIME, heldWhole, joinFronted, joined } from './clause';
import type { Grammar } from './grammar';
import type { Node, NounGroup, DateGroup } from './nodes';
import type { Modality, Statement } from './statement';
import { ClauseState } from './clauseState';
import { takeNoun } from './nounInClause';
import { takeVerb } from './verbInClause';
import { openSubordinate, takeRelative, continuesRelative, takeThat, takeCoordinator, takeMark } from './clauseMarks';
import type { Token } from './tokens';

/** The statements of a sentence, ordered by the starts of their clauses. `start` is the modality of the sentence. */
export function readClauses(
  nodes: readonly Node[],
  tokens: readonly Token[],
  grammar: Grammar,
  start: Modality,
  host?: NounGroup,
): readonly Statement[] {
  const { main, asides } = withoutBrackets(nodes);
  const statements = readAll(new ClauseState(withVerbsNextToCoordinators(main), tokens, grammar, start, host));
  for (const { inside, before } of asides) {
    const [only] = inside;
    if (
      before &&
      inside.every(({ kind }) => kind === 'date' || kind === 'comma' || kind === 'adverb' || kind === 'preposition')
    ) {
      for (const node of inside) if (node.kind === 'date') before.dates.push(node);
    } else if (only) statements.push(...readClauses(inside, tokens, grammar, start, heldWhole(statements, before)));
  }
  return statements;
}

function readAll(state: ClauseState): Statement[] {
  const { nodes } = state;
  for (state.i = 0; state.i < nodes.length; state.i++) {
    const node = nodes[state.i]!;
    take(state, node);
    state.current.next = Math.max(state.current.next, node.kind === 'noun' ? node.end : node.next);
    if (node.kind !== 'comma' && node.kind !== 'adverb') state.afterComma = false;
    if (node.kind !== 'coordinator' && node.kind !== 'adverb') state.afterCoordinator = false;
    if (node.kind === 'comma') state.afterComma = true;
    if (node.kind === 'coordinator') state.afterCoordinator = true;
  }
  joinFronted(state.clauses);
  return state.clauses
    .filter(
      ({ verb, subjects, objects, complements }) =>
        verb !== undefined || subjects.length + objects.length + complements.length > 0,
    )
    .map((clause) => clause.finished(state.grammar));
}

/** Adds a node to the current clause, or begins another one. */
function take(state: ClauseState, node: Node): void {
  if (node.kind !== 'noun' && node.kind !== 'date' && node.kind !== 'preposition' && node.kind !== 'adverb')
    state.aside = undefined;
  switch (node.kind) {
    case 'noun':
      return takeNoun(state, node);
    case 'date':
      return takeDate(state, node);
    case 'verb':
      return takeVerb(state, node);
    case 'preposition':
      state.pending = state.ahead.opensClause(state.i, state.current)
        ? undefined
        : joined(state.nodes[state.i - 1] === state.pending ? state.pending : undefined, node);
      if (!state.pending) openSubordinate(state, node.first, 'asserted');
      return;
    case 'relative':
      return takeRelative(state, node);
    case 'that':
      return continuesRelative(state, node) ? takeRelative(state, node) : takeThat(state, node);
    case 'supposing':
      return state.ahead.verbFollows(state.i + 1) ? openSubordinate(state, node.first, 'supposed') : undefined;
    case 'subordinator':
    case 'conceding':
      return state.ahead.opensClause(state.i, state.current) || state.nodes[state.i + 1]?.kind !== 'date'
        ? openSubordinate(state, node.first, 'asserted')
        : undefined;
    case 'coordinator':
      return takeCoordinator(state);
    case 'comma':
      state.pending = undefined;
      return;
    case 'stop':
    case 'colon':
    case 'dash':
      return takeMark(state, node);
    default:
      return;
  }
}

function takeDate(state: ClauseState, date: DateGroup): void {
  const roles =
    state.pending?.roles ?? (state.afterCoordinator || state.afterComma ? state.current.lastRoles : undefined) ?? TIME;
  const after = state.nodes[state.i - (state.pending ? 2 : 1)];
  // "founded neither in 1950 nor later", "not in 1950 but in 1951"
  if (after?.kind !== 'negation')
    (state.aside ?? state.current).complements.push({
      group: date,
      roles,
      first: state.pending?.first ?? date.first,
      next: date.next,
      after: after?.kind === 'noun' ? after : undefined,
    });
  state.pending = undefined;
}
