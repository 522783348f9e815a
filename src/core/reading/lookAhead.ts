import { waitingOutside, type Clause } from './clause';
import type { Grammar } from './grammar';
import type { Node, NounGroup } from './nodes';
import { isPerson } from './statement';

/** Queries about the nodes of a sentence that have not been consumed yet. */
export class LookAhead {
  constructor(
    private readonly nodes: readonly Node[],
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
    const [mark, next, after] = this.nodes.slice(at);
    const isConjunction =
      mark?.kind === 'subordinator' ||
      (mark?.kind === 'preposition' &&
        this.grammar.has('omitsThat') &&
        CONJUNCTIONS.some((role) => mark.roles?.has(role)));
    // "the agreement that brought it in as a related organization was signed": the verb belongs to the outer clause.
    if (!isConjunction || waitingOutside(current) !== undefined) return false;
    if (next?.kind !== 'noun' || after?.kind !== 'verb' || after.form !== 'finite') return false;
    return current.verb === undefined
      ? current.subjects.length === 0
      : after.passive !== undefined || this.grammar.isVerbOf(after, 'intransitive');
  }

  /** "IOM, a related organization": a second group with the same referent, and not the next item of a list. */
  isApposition(before: NounGroup, group: NounGroup, at: number): boolean {
    if (!this.isAfterComma(before, at) || this.isListed(at)) return false;
    if (isPerson(before, this.grammar) && isPerson(group, this.grammar)) return true;
    if (group.named.length > 0 && before.named.length > 0) return false;
    return (
      group.determiner !== 'none' ||
      isKindOfThing(group, this.grammar) ||
      (before.determiner !== 'none' && group.named.length > 0)
    );
  }

  /** Whether a comma, and at most adverbs, separate the node at an index from a noun group. */
  private isAfterComma(group: NounGroup, at: number): boolean {
    let comma = at - 1;
    while (this.nodes[comma]?.kind === 'adverb') comma--;
    const mark = this.nodes[comma];
    return mark?.kind === 'comma' && (group.end >= mark.first || this.nodes[comma - 1] === group);
  }

  /** Whether a coordinator and a noun follow the group at an index and its complements. */
  private isListed(at: number): boolean {
    let next = at + 1;
    while (this.nodes[next]?.kind === 'preposition' && this.nodes[next + 1]?.kind === 'noun') next += 2;
    return this.nodes[next]?.kind === 'coordinator' && this.nodes[next + 1]?.kind === 'noun';
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

/** The roles of prepositions that are conjunctions before a clause. */
const CONJUNCTIONS = ['since', 'until', 'before', 'after', 'as', 'like'];

const KINDS = ['organization', 'otherOrganization', 'instrument', 'otherInstrument'] as const;

/** "IOM, organisation apparentée des Nations Unies": a noun without an article. */
function isKindOfThing(group: NounGroup, grammar: Grammar): boolean {
  return group.words.some((word) => KINDS.some((kind) => grammar.isNoun(word, kind)));
}
