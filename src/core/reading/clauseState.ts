import { Clause, waitingOutside } from './clause';
import type { Grammar } from './grammar';
import { modalityFrom } from './modality';
import type { Mark, Node, NounGroup } from './nodes';
import { isPerson, type Modality, type Statement } from './statement';
import type { Token } from './tokens';

/** The clauses read so far, the context of the next node, and queries about the nodes after it. */
export class ClauseState {
  readonly clauses: Clause[] = [];
  current: Clause;
  lastNoun: NounGroup | undefined;
  afterComma = false;
  afterCoordinator = false;
  /** A preposition without its complement. */
  pending: Mark | undefined;
  /** The modality of the next main clause. */
  start: Modality;
  /** The index of the next node. */
  i = 0;

  constructor(
    readonly nodes: readonly Node[],
    readonly tokens: readonly Token[],
    readonly grammar: Grammar,
    /** The modality of the sentence. */
    readonly whole: Modality,
    host: NounGroup | undefined,
  ) {
    this.start = modalityFrom(nodes[0]?.first ?? 0, tokens, grammar, whole);
    this.current = this.open(host ? 'apposition' : 'main', nodes[0]?.first ?? 0, undefined, this.start);
    if (host) this.current.subjects.push(host);
  }

  /** Begins a clause, which becomes the current one. */
  open(kind: Statement['kind'], first: number, parent: Clause | undefined, modality: Modality): Clause {
    const clause = new Clause(kind, first, parent, modality);
    this.enter(clause);
    return clause;
  }

  enter(clause: Clause): void {
    this.clauses.push(clause);
    this.current = clause;
  }

  /** Whether a comma without a coordinator precedes the next node. */
  get isApart(): boolean {
    return this.afterComma && !this.afterCoordinator;
  }

  /** Adds a complement to the current clause. */
  complement(group: NounGroup, roles: ReadonlySet<string>, after: NounGroup | undefined, first: number): void {
    // "The headquarters met in Paris": the place of the meeting.
    const isBetween = after !== undefined && this.current.verb?.first === after.end;
    this.current.complements.push({
      group,
      roles,
      first,
      next: group.end,
      after: after && after.end >= first - 1 && !isBetween ? after : undefined,
    });
    this.current.lastRoles = roles;
  }

  /** Whether a finite verb follows before the clause can end. */
  finiteFollows(from = this.i + 1): boolean {
    for (let k = from; k < this.nodes.length; k++) {
      const node = this.nodes[k]!;
      if (node.kind === 'verb') {
        if (node.form === 'finite') return true;
        if (node.form === 'infinitive' || node.form === 'gerund') return false;
        continue;
      }
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
  verbFollows(): boolean {
    for (let k = this.i + 1; k < this.nodes.length; k++) {
      const { kind } = this.nodes[k]!;
      if (kind === 'verb') return true;
      if (kind === 'comma' || kind === 'stop') return false;
    }
    return false;
  }

  /** "since IOM joined the system": a preposition whose noun has a verb is a conjunction. */
  opensClause(): boolean {
    const { current } = this;
    const [mark, next, after] = this.nodes.slice(this.i, this.i + 3);
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
  isApposition(before: NounGroup, group: NounGroup): boolean {
    if (!this.isAfterComma(before) || this.isListed()) return false;
    if (isPerson(before, this.grammar) && isPerson(group, this.grammar)) return true;
    if (group.named.length > 0 && before.named.length > 0) return false;
    return (
      group.determiner !== 'none' ||
      isKindOfThing(group, this.grammar) ||
      (before.determiner !== 'none' && group.named.length > 0)
    );
  }

  /** Whether a comma, and at most adverbs, separate the node being read from a noun group. */
  private isAfterComma(group: NounGroup): boolean {
    let comma = this.i - 1;
    while (this.nodes[comma]?.kind === 'adverb') comma--;
    const mark = this.nodes[comma];
    return mark?.kind === 'comma' && (group.end >= mark.first || this.nodes[comma - 1] === group);
  }

  /** Whether a coordinator and a noun follow the group being read and its complements. */
  private isListed(): boolean {
    let next = this.i + 1;
    while (this.nodes[next]?.kind === 'preposition' && this.nodes[next + 1]?.kind === 'noun') next += 2;
    return this.nodes[next]?.kind === 'coordinator' && this.nodes[next + 1]?.kind === 'noun';
  }

  /**
   * "IOM, an organization founded in Brussels": a form that may be a participle follows a group that describes a name,
   * directly and without an object.
   */
  isReduced(group: NounGroup, before: NounGroup): boolean {
    const [verb, mark] = this.nodes.slice(this.i + 1, this.i + 3);
    if (group.named.length > 0 || verb?.kind !== 'verb' || verb.passive !== undefined || verb.first !== group.end)
      return false;
    return mark?.kind === 'preposition' && [before, ...before.owners].some(({ named }) => named.length > 0);
  }

  /** The next node, apart from adverbs: "set up in". */
  following(): Node | undefined {
    return this.nodes.find(({ kind }, k) => k > this.i && kind !== 'adverb');
  }

  /** Whether a noun follows, apart from adverbs and commas. */
  subjectFollows(): boolean {
    const node = this.nodes.find(({ kind }, k) => k > this.i && kind !== 'adverb' && kind !== 'comma');
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
