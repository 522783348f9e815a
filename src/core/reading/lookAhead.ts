import { waitingOutside, type Clause } from './clause';
import type { Grammar } from './grammar';
import type { Node, NounGroup } from './nodes';
import { isPerson } from './persons';
import type { Token } from './tokens';

/** Queries about the nodes of a sentence that have not been consumed yet. */
export class LookAhead {
  constructor(
    private readonly nodes: readonly Node[],
    private readonly tokens: readonly Token[],
    private readonly grammar: Grammar,
  ) {}

  /** Whether a finite verb follows before the clause can end. */
  finiteFollows(from: number): boolean {
    for (let k = from; k < this.nodes.length; k++) {
      const node = this.nodes[k]!;
      if (node.kind === 'verb') {
        if (node.form === 'finite') return true;
        if (node.form === 'infinitive' || node.form === 'gerund') return false;
        continue;
      }
      if (node.kind === 'noun' && k === from)
        return this.nodes[from - 1]?.kind === 'preposition' ? this.finiteFollows(k + 1) : false;
      if (node.kind === 'adverb' || node.kind === 'negation') continue;
      if (node.kind === 'preposition' && (this.nodes[k + 1]?.kind === 'noun' || this.nodes[k + 1]?.kind === 'date')) {
        k++;
        continue;
      }
      if (node.kind === 'date') continue;
      return false;
    }
    return false;
  }

  /** Whether a finite verb follows before the next mark. */
  private finiteFollowsInClause(from: number): boolean {
    const rest = this.nodes.slice(from);
    const end = rest.findIndex(
      ({ kind }) => kind === 'comma' || kind === 'stop' || kind === 'colon' || kind === 'dash',
    );
    return (end < 0 ? rest : rest.slice(0, end)).some((node) => node.kind === 'verb' && node.form === 'finite');
  }

  /** Whether only adverbials separate a node from the preceding coordinator: "and in May 1958 Daly". */
  isGapped(at: number): boolean {
    let k = at - 1;
    while (this.nodes[k]?.kind === 'preposition' || this.nodes[k]?.kind === 'date' || this.nodes[k]?.kind === 'adverb')
      k--;
    return (
      k < at - 1 && this.nodes[k]?.kind === 'coordinator' && this.nodes.slice(k, at).some(({ kind }) => kind === 'date')
    );
  }

  /** "Even if late, Spain …": without a verb before the comma, there is no conditional clause. */
  verbFollows(from: number): boolean {
    for (let k = from; k < this.nodes.length; k++) {
      const { kind } = this.nodes[k]!;
      if (kind === 'verb') return true;
      if (kind === 'comma' || kind === 'stop') return false;
    }
    return false;
  }

  /** "since IOM joined the system": a preposition whose noun has a verb is a conjunction. */
  opensClause(at: number, current: Clause): boolean {
    const mark = this.nodes[at]!;
    if (mark.kind !== 'preposition' && mark.kind !== 'subordinator') return false;
    // French and Spanish require "que" here.
    if (
      (mark.kind === 'preposition' && !this.grammar.has('omitsThat')) ||
      (mark.kind === 'preposition' &&
        !['since', 'until', 'before', 'after', 'as', 'like'].some((role) => mark.roles?.has(role)))
    )
      return false;
    const next = this.nodes[at + 1];
    const after = this.nodes[at + 2];
    // "the agreement that brought it in as a related organization was signed": the verb belongs to the outer clause.
    if (waitingOutside(current) !== undefined && !this.finiteFollowsInClause(at + 3)) return false;
    return (
      next?.kind === 'noun' &&
      after?.kind === 'verb' &&
      after.form === 'finite' &&
      (current.verb !== undefined
        ? after.passive !== undefined || after.lemmas.some((lemma) => this.grammar.isVerb(lemma, 'intransitive'))
        : current.subjects.length === 0)
    );
  }

  /** "IOM, a related organization": a second group with the same referent, and not the next item of a list. */
  isApposition(before: NounGroup, group: NounGroup, at: number): boolean {
    // "IOM, now a related organization"
    let comma = at - 1;
    while (this.nodes[comma]?.kind === 'adverb') comma--;
    const previous = this.nodes[comma];
    if (previous?.kind !== 'comma' || (before.end < previous.first && this.nodes[comma - 1] !== before)) return false;
    let k = at + 1;
    while (this.nodes[k]?.kind === 'preposition' && this.nodes[k + 1]?.kind === 'noun') k += 2;
    const after = this.nodes[k];
    if (after?.kind === 'coordinator' && this.nodes[k + 1]?.kind === 'noun') return false;
    // "she told the audience, 164 governments adopted it": a singular cannot be in apposition to a number of things.
    if (
      group.quantity !== undefined &&
      group.quantity.value > 1 &&
      before.head >= 0 &&
      !this.grammar.isPlural(this.tokens[before.head]!)
    )
      return false;
    if (isPerson(before, this.grammar) && isPerson(group, this.grammar)) return true;
    return group.named.length === 0 || before.named.length === 0
      ? group.determiner !== 'none' ||
          isKindOfThing(group, this.grammar) ||
          (before.determiner !== 'none' && group.named.length > 0)
      : false;
  }

  /**
   * "a treaty adopted in Marrakech": a form that may be a participle follows directly, without an object; or it follows
   * with an object, and a comma closes the aside before the verb of the outer subject.
   */
  isReduced(group: NounGroup, at: number, before: NounGroup | undefined): boolean {
    const [verb, mark] = this.nodes.slice(at + 1);
    if (group.named.length > 0 || verb?.kind !== 'verb' || verb.passive !== undefined || verb.first !== group.end)
      return false;
    const isName = before !== undefined && [before, ...before.owners].some(({ named }) => named.length > 0);
    return isName && mark?.kind === 'preposition';
  }

  /** The next node, apart from adverbs: "set up in". */
  following(at: number): Node | undefined {
    for (let k = at + 1; k < this.nodes.length; k++) if (this.nodes[k]!.kind !== 'adverb') return this.nodes[k];
    return undefined;
  }

  subjectFollows(from: number): boolean {
    const node = this.nodes.slice(from).find(({ kind }) => kind !== 'adverb' && kind !== 'comma');
    return node?.kind === 'noun';
  }
}

const KINDS = ['organization', 'otherOrganization', 'instrument', 'otherInstrument'] as const;

/** "IOM, organisation apparentée des Nations Unies": a noun without an article. */
function isKindOfThing(group: NounGroup, grammar: Grammar): boolean {
  return group.words.some((word) => KINDS.some((kind) => grammar.isNoun(word, kind)));
}
