import { TIME, IN, cleft, heldWhole, isDateAlone, isDeniedCleft, joined, wholeOf } from './clause';
import { ClauseState } from './clauseState';
import type { Grammar } from './grammar';
import { modalityFrom, modalityUnder } from './modality';
import type { DateGroup, Mark, Node, NounGroup } from './nodes';
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
  const { main, asides } = withoutBrackets(nodes);
  const statements = readAll(new ClauseState(main, tokens, grammar, start, host));
  for (const { inside, before } of asides)
    if (before && inside.every(({ kind }) => IN_DATES.has(kind)))
      before.dates.push(...inside.filter((node): node is DateGroup => node.kind === 'date'));
    else statements.push(...readClauses(inside, tokens, grammar, start, heldWhole(statements, before)));
  return statements;
}

/** What a date in brackets consists of. */
const IN_DATES: ReadonlySet<Node['kind']> = new Set<Node['kind']>(['date', 'comma', 'adverb', 'preposition']);

interface Aside {
  readonly inside: readonly Node[];
  readonly before: NounGroup | undefined;
}

/** Separates the text in brackets, which is parsed on its own, as a description of the preceding group. */
function withoutBrackets(nodes: readonly Node[]): {
  readonly main: readonly Node[];
  readonly asides: readonly Aside[];
} {
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
    if (close > i + 1)
      asides.push({ inside: nodes.slice(i + 1, close), before: before?.kind === 'noun' ? deepest(before) : undefined });
    i = close;
  }
  return { main, asides };
}

/** In "the Director General of IOM (…)", the bracket belongs to the last name. */
function deepest(group: NounGroup): NounGroup {
  const last = group.owners[group.owners.length - 1];
  return last && last.end === group.end && last.first > group.first ? deepest(last) : group;
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
    .map((clause) => clause.finished());
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
  that: takeThat,
  supposing(state, { first }) {
    if (state.verbFollows()) openClause(state, first, 'supposed');
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
  if (state.opensClause()) return openClause(state, mark.first, state.current.modality);
  state.pending = joined(state.nodes[state.i - 1] === state.pending ? state.pending : undefined, mark);
}

/** A conjunction begins a subordinate clause, unless it only introduces a date. */
function takeConjunction(state: ClauseState, { first }: Mark): void {
  if (state.nodes[state.i + 1]?.kind !== 'date' || state.opensClause())
    openClause(state, first, state.current.modality);
}

/** "that" continues a relative clause, or begins a clause that the verb before it asserts, denies or reports. */
function takeThat(state: ClauseState, mark: Mark): void {
  const { current, grammar, afterCoordinator } = state;
  const word = { written: mark.word, folded: mark.word };
  // "que nació en 1951 y que tiene"
  if (afterCoordinator && current.antecedent !== undefined && grammar.is(word, 'relative'))
    return takeRelative(state, mark);
  openClause(
    state,
    mark.first,
    current.verb ? modalityUnder(current.verb, current.modality, grammar) : current.modality,
  );
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
  const antecedent =
    (state.afterCoordinator && current.kind === 'relative' ? current.antecedent : undefined) ??
    wholeOf(current, state.lastNoun);
  state.pending = undefined;
  const clause = state.open('relative', mark.first, current, current.modality);
  clause.antecedent = antecedent;
  if (cleft(current, clause, grammar) || !antecedent) return;
  if (isDeniedCleft(current, antecedent, grammar)) clause.modality = 'denied';
  const word = state.tokens[mark.first];
  if (grammar.is(word, 'relativeOwner')) clause.owner = antecedent;
  else if (grammar.is(word, 'relativePlace') || pending)
    clause.complements.push({
      group: antecedent,
      roles: pending?.roles ?? IN,
      first: mark.first,
      next: mark.next,
      after: undefined,
    });
  // "that 164 governments adopted": a separate subject precedes the verb.
  else if (state.subjectFollows()) clause.objects.push(antecedent);
  else clause.subjects.push(antecedent);
}

/** A stop, colon or dash ends the clause. A clause interrupted by dashes continues after the second. */
function takeMark(state: ClauseState, { kind, next }: Mark): void {
  const isDash = kind === 'dash';
  state.pending = undefined;
  if (!isDash) state.lastNoun = undefined;
  // "1951: the Conference creates the Committee": the date belongs to the clause that follows.
  if (kind === 'colon' && state.clauses.length === 1 && isDateAlone(state.current)) return;
  if (isDash && !state.current.verb) return;
  state.start = modalityFrom(next, state.tokens, state.grammar, state.whole);
  state.open(kind === 'colon' ? 'fragment' : 'main', next, undefined, state.start);
}

function takeDate(state: ClauseState, date: DateGroup): void {
  const { pending, current, nodes, i } = state;
  const roles = pending?.roles ?? (state.afterCoordinator || state.afterComma ? current.lastRoles : undefined) ?? TIME;
  const after = nodes[i - (pending ? 2 : 1)];
  // "founded neither in 1950 nor later", "not in 1950 but in 1951"
  if (after?.kind !== 'negation')
    current.complements.push({
      group: date,
      roles,
      first: pending?.first ?? date.first,
      next: date.next,
      after: after?.kind === 'noun' ? after : undefined,
    });
  state.pending = undefined;
}
