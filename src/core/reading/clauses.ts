import { withoutBrackets } from './asides';
import { TIME, heldWhole, joined } from './clause';
import type { Grammar } from './grammar';
import type { DateGroup, Mark, Node, NounGroup } from './nodes';
import type { Modality, Statement } from './statement';
import { ClauseState } from './clauseState';
import { takeNoun } from './nounInClause';
import { takeVerb } from './verbInClause';
import { openSubordinate, takeRelative, continuesRelative, takeThat, takeMark } from './clauseMarks';
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
  const statements = readAll(new ClauseState(main, tokens, grammar, start, host));
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
    if (node.kind === 'adverb') continue;
    state.afterComma = node.kind === 'comma';
    state.afterCoordinator = node.kind === 'coordinator';
  }
  return state.clauses
    .filter(
      ({ verb, subjects, objects, complements }) =>
        verb !== undefined || subjects.length + objects.length + complements.length > 0,
    )
    .map((clause) => clause.finished(state.grammar));
}

/** Adds a node to the current clause, or begins another one. */
function take(state: ClauseState, node: Node): void {
  switch (node.kind) {
    case 'noun':
      return takeNoun(state, node);
    case 'date':
      return takeDate(state, node);
    case 'verb':
      return takeVerb(state, node);
    default:
      return MARKS[node.kind]?.(state, node);
  }
}

const MARKS: Readonly<Partial<Record<Mark['kind'], (state: ClauseState, mark: Mark) => void>>> = {
  preposition: takePreposition,
  relative: takeRelative,
  that: (state, mark) => (continuesRelative(state, mark) ? takeRelative(state, mark) : takeThat(state, mark)),
  supposing(state, { first }) {
    if (state.ahead.verbFollows(state.i + 1)) openSubordinate(state, first, 'supposed');
  },
  subordinator: takeConjunction,
  conceding: takeConjunction,
  comma(state) {
    state.pending = undefined;
  },
  stop: takeMark,
  colon: takeMark,
  dash: takeMark,
};

function takePreposition(state: ClauseState, mark: Mark): void {
  if (state.ahead.opensClause(state.i, state.current)) return openSubordinate(state, mark.first, 'asserted');
  state.pending = joined(state.nodes[state.i - 1] === state.pending ? state.pending : undefined, mark);
}

function takeConjunction(state: ClauseState, { first }: Mark): void {
  if (state.ahead.opensClause(state.i, state.current) || state.nodes[state.i + 1]?.kind !== 'date')
    openSubordinate(state, first, 'asserted');
}

function takeDate(state: ClauseState, date: DateGroup): void {
  const roles =
    state.pending?.roles ?? (state.afterCoordinator || state.afterComma ? state.current.lastRoles : undefined) ?? TIME;
  const after = state.nodes[state.i - (state.pending ? 2 : 1)];
  // "founded neither in 1950 nor later", "not in 1950 but in 1951"
  if (after?.kind !== 'negation')
    state.current.complements.push({
      group: date,
      roles,
      first: state.pending?.first ?? date.first,
      next: date.next,
      after: after?.kind === 'noun' ? after : undefined,
    });
  state.pending = undefined;
}
