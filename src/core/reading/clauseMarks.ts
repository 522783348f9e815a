import type { ClauseState } from './clauseState';
import type { Mark } from './nodes';
import { identified, wholeOf, cleft, isDeniedCleft, ownRelative, IN, isDateAlone } from './clause';
import { modalityUnder, modalityFrom } from './modality';
import type { Modality } from './statement';

/** A relative pronoun begins a clause, whose subject, object, owner or place is the antecedent. */
export function takeRelative(state: ClauseState, mark: Mark): void {
  const { current, grammar } = state;
  const antecedent =
    (state.afterCoordinator && current.kind === 'relative' ? current.antecedent : undefined) ??
    identified(current, wholeOf(current, state.lastNoun), grammar);
  const { pending } = state;
  state.pending = undefined;
  const clause = state.open('relative', mark.first, current, current.modality);
  clause.antecedent = antecedent;
  if (cleft(current, clause, grammar) || !antecedent) return;
  if (isDeniedCleft(current, antecedent, grammar)) clause.modality = 'denied';
  if (
    pending?.roles?.has('of') &&
    state.nodes[state.i - 2] === antecedent &&
    state.nodes[state.i - 3]?.kind === 'comma'
  )
    return ownRelative(state.clauses, clause, current, antecedent);
  const word = { written: state.tokens[mark.first]!.written, folded: mark.word };
  if (grammar.is(word, 'relativeOwner')) {
    clause.owner = antecedent;
    return;
  }
  if (grammar.is(word, 'relativePlace') || pending) {
    clause.complements.push({
      group: antecedent,
      roles: pending?.roles ?? IN,
      first: mark.first,
      next: mark.next,
      after: undefined,
    });
    return;
  }
  // "that 164 governments adopted": a separate subject precedes the verb, or a plural verb follows a singular noun.
  if (state.ahead.subjectFollows(state.i + 1)) clause.objects.push(antecedent);
  else clause.subjects.push(antecedent);
}

/** "que nació en 1951 y que tiene": the word for "that" continues a relative clause. */
export function continuesRelative(state: ClauseState, { word }: Mark): boolean {
  return (
    state.afterCoordinator &&
    state.current.antecedent !== undefined &&
    state.grammar.is({ written: word, folded: word }, 'relative')
  );
}

/** "that" begins a clause that the verb before it asserts, denies or reports. */
export function takeThat(state: ClauseState, mark: Mark): void {
  const { current, grammar } = state;
  const modality = current.verb ? modalityUnder(current.verb, current.modality, grammar) : current.modality;
  state.pending = undefined;
  cleft(current, state.open('main', mark.first, current, modality), grammar);
}

/** A conjunction begins a subordinate clause. */
export function openSubordinate(state: ClauseState, first: number, modality: Modality): void {
  const { current } = state;
  state.pending = undefined;
  cleft(
    current,
    state.open('main', first, current, modality === 'asserted' ? current.modality : modality),
    state.grammar,
  );
}

/** A stop, colon or dash ends the clause, or interrupts it. */
export function takeMark(state: ClauseState, mark: Mark): void {
  const isDash = mark.kind === 'dash';
  state.pending = undefined;
  if (!isDash) state.lastNoun = undefined;
  // "1951: the Conference creates the Committee": the date belongs to the clause that follows.
  if (mark.kind === 'colon' && state.clauses.length === 1 && isDateAlone(state.current)) return;
  if (!isDash || state.current.verb) breakAt(state, mark);
}

/** A colon, stop or dash begins a new clause. A clause interrupted by dashes continues after the second. */
function breakAt(state: ClauseState, node: Mark): void {
  state.start = modalityFrom(node.next, state.tokens, state.grammar, state.whole);
  state.open(node.kind === 'colon' ? 'fragment' : 'main', node.next, undefined, state.start);
}
