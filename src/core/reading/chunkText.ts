import { readDates } from './dates';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import { hasFinite } from './inflection';
import type { DateGroup, Mark, Named, Node } from './nodes';
import { numberAt } from './numbers';
import type { Sentence } from './sentence';
import { compoundAt, type Token } from './tokens';

/** The tokens of a sentence while they are grouped: names and dates by their first token, and the nodes so far. */
export class ChunkText {
  readonly tokens: readonly Token[];
  readonly nodes: Node[] = [];
  private readonly names = new Map<number, Named>();
  private readonly dates = new Map<number, DateGroup>();
  private readonly nameEnds = new Set<number>();

  constructor(
    sentence: Sentence,
    named: readonly Named[],
    readonly grammar: Grammar,
  ) {
    this.tokens = sentence.tokens;
    for (const each of named) {
      this.names.set(each.first, each);
      this.nameEnds.add(each.next);
    }
    for (const date of readDates(sentence, grammar)) this.dates.set(date.first, date);
  }

  get last(): Node | undefined {
    return this.nodes[this.nodes.length - 1];
  }

  is(i: number, kind: WordClass): boolean {
    return this.grammar.is(this.tokens[i], kind);
  }

  follows(...kinds: readonly Node['kind'][]): boolean {
    return this.last !== undefined && kinds.includes(this.last.kind);
  }

  mark(kind: Mark['kind'], i: number): Mark {
    const token = this.tokens[i]!;
    const roles = kind === 'preposition' ? this.grammar.rolesOf(token) : undefined;
    return { kind, first: i, next: i + 1, word: token.folded, roles };
  }

  /** The name that begins at a token. */
  nameAt(i: number): Named | undefined {
    return this.names.get(i);
  }

  /** Whether a name ends before a token. */
  endsName(i: number): boolean {
    return this.nameEnds.has(i);
  }

  /** The date that begins at a token. */
  dateAt(i: number): DateGroup | undefined {
    return this.dates.get(i);
  }

  /** Whether a name or a date begins at a token. */
  isName(i: number): boolean {
    return this.names.has(i) || this.dates.has(i);
  }

  /** Whether a noun group with a name, a determiner or a number begins at a token. */
  opensNoun(i: number): boolean {
    const { tokens, grammar } = this;
    const token = tokens[i];
    return (
      token !== undefined &&
      (this.names.has(i) ||
        grammar.isAnyOf(token, DETERMINERS) ||
        numberAt(tokens, i, grammar) !== undefined ||
        grammar.hedgeOf(token) !== undefined ||
        (!grammar.has('headLast') && grammar.hasRole(token, 'with')))
    );
  }

  /** Whether the token at an index cannot belong to a noun group. */
  endsGroup(i: number): boolean {
    const { tokens, grammar } = this;
    const token = tokens[i];
    if (token?.kind !== 'word') return !(token?.folded === "'" && grammar.elided.has(tokens[i - 1]?.folded ?? ''));
    if (this.names.has(i)) return false;
    const forms = grammar.verbForms(token);
    return (
      this.dates.has(i) ||
      grammar.rolesOf(token) !== undefined ||
      grammar.isAnyOf(token, OTHER_CONSTITUENTS) ||
      (grammar.has('headLast') ? hasFinite(forms) : forms.length > 0) ||
      grammar.modalOf(token) !== undefined
    );
  }

  /**
   * Whether a token denies what follows; not the first part of an adjective: "non-governmental", but "non-legally
   * binding".
   */
  isNegation(i: number): boolean {
    const { tokens, grammar } = this;
    return this.is(i, 'negation') && (compoundAt(tokens, i) === undefined || grammar.isAdverb(tokens[i + 2]!));
  }
}

const DETERMINERS: readonly WordClass[] = ['definite', 'indefinite', 'possessiveThing'];
const OTHER_CONSTITUENTS: readonly WordClass[] = ['coordinator', 'relative', 'adverb'];
