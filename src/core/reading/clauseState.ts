import { Clause } from './clause';
import type { Grammar } from './grammar';
import { LookAhead } from './lookAhead';
import { modalityFrom } from './modality';
import type { Mark, Node, NounGroup } from './nodes';
import type { Modality, Statement } from './statement';
import type { Token } from './tokens';

/** The clauses read so far, and the context of the next node. */
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
  readonly ahead: LookAhead;
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
    this.ahead = new LookAhead(nodes, grammar);
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
    this.current.complements.push({
      group,
      roles,
      first,
      next: group.end,
      after: after && after.end >= first - 1 ? after : undefined,
    });
    this.current.lastRoles = roles;
  }
}
