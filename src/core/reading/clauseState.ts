import { Clause } from './clause';
import type { Grammar } from './grammar';
import { endOf, type DateGroup, type Mark, type Node, type NounGroup } from './nodes';
import { isPerson, type Modality, type Statement } from './statement';
import type { Token } from './tokens';

/** The clauses read so far, the context of the next node, and queries about the nodes after it. */
export class ClauseState {
  readonly clauses: Clause[] = [];
  current: Clause;
  lastNoun: NounGroup | undefined;
  /** The comma before the next node, apart from adverbs. */
  comma: Mark | undefined;
  afterCoordinator = false;
  /** A preposition without its complement. */
  pending: Mark | undefined;
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
    this.current = this.open(host ? 'apposition' : 'main', nodes[0]?.first ?? 0, undefined, whole);
    if (host) this.current.subjects.push(host);
  }

  /** Begins a clause, which becomes the current one. */
  open(kind: Statement['kind'], first: number, parent: Clause | undefined, modality: Modality): Clause {
    this.current = new Clause(kind, first, parent, modality);
    this.clauses.push(this.current);
    return this.current;
  }

  /** Whether a comma without a coordinator precedes the next node. */
  get isApart(): boolean {
    return this.comma !== undefined && !this.afterCoordinator;
  }

  /** Adds a complement to the current clause. */
  complement(group: NounGroup | DateGroup, roles: ReadonlySet<string>, after: Node | undefined, first: number): void {
    // A complement after the verb belongs to it: "The headquarters met in Paris".
    const isNext = after?.kind === 'noun' && after.end >= first - 1 && this.current.verb?.first !== after.end;
    this.current.complements.push({ group, roles, first, next: endOf(group), after: isNext ? after : undefined });
    if (group.kind === 'noun') this.current.lastRoles = roles;
  }

  /** Whether a finite verb follows, after at most adverbs, participles and prepositions with their complements. */
  finiteFollows(): boolean {
    for (let k = this.i + 1; k < this.nodes.length; k++) {
      const node = this.nodes[k]!;
      if (node.kind === 'verb' && node.form !== 'participle') return node.form === 'finite';
      const after = this.nodes[k + 1]?.kind;
      if (node.kind === 'preposition' && (after === 'noun' || after === 'date')) k++;
      else if (node.kind !== 'adverb' && node.kind !== 'verb') return false;
    }
    return false;
  }

  /** "IOM, a related organization": a second group with the same referent, and not the next item of a list. */
  isApposition(before: NounGroup, group: NounGroup): boolean {
    const { grammar, comma, afterCoordinator } = this;
    if (afterCoordinator || comma === undefined || this.isListed()) return false;
    // Brackets may separate the group from the comma: "the Organization (IOM), an intergovernmental body".
    if (before.end < comma.first && this.nodes[this.nodes.indexOf(comma) - 1] !== before) return false;
    if (isPerson(before, grammar) && isPerson(group, grammar)) return true;
    // A noun without an article is not what a name denotes: "Like IOM, which has 175 members, UNHCR".
    if (group.named.length > 0) return before.named.length === 0 && before.determiner !== 'none';
    // "IOM, organisation apparentée des Nations Unies": a noun without an article.
    return group.determiner !== 'none' || grammar.hasNoun(group, ...THINGS);
  }

  /** Whether a coordinator follows the group being read and its complements. */
  private isListed(): boolean {
    let next = this.i + 1;
    while (this.nodes[next]?.kind === 'preposition') next += 2;
    return this.nodes[next]?.kind === 'coordinator';
  }

  /**
   * "IOM, an organization founded in Brussels": a form that may be a participle follows the group, without an object.
   */
  isReduced({ named }: NounGroup): boolean {
    const [verb, mark] = this.nodes.slice(this.i + 1, this.i + 3);
    const mayBeParticiple = verb?.kind === 'verb' && verb.passive === undefined;
    return named.length === 0 && mayBeParticiple && mark?.kind === 'preposition';
  }

  /** The next node that is none of a kind: "set up in". */
  following(...passed: readonly Node['kind'][]): Node | undefined {
    return this.nodes.find(({ kind }, k) => k > this.i && !passed.includes(kind));
  }
}

const THINGS = ['organization', 'otherOrganization', 'instrument', 'otherInstrument'] as const;
