import { readDates } from './dates';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import { hasFinite } from './inflection';
import type { DateGroup, Mark, Named, Node } from './nodes';
import { numberAt } from './numbers';
import type { Sentence } from './sentence';
import type { Token } from './tokens';

/** The tokens of a sentence while they are grouped, and the nodes so far. */
export class ChunkText {
  readonly tokens: readonly Token[];
  readonly nodes: Node[] = [];
  /** The names and the dates by their first tokens. */
  readonly names = new Map<number, Named>();
  readonly dates = new Map<number, DateGroup>();
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
    for (const date of readDates(sentence.tokens, grammar)) this.dates.set(date.first, date);
  }

  get last(): Node | undefined {
    return this.nodes[this.nodes.length - 1];
  }

  is(i: number, kind: WordClass): boolean {
    // A prefix denies its own word only: "a non-governmental organization".
    if (kind === 'negation' && this.isPrefix(i)) return false;
    return this.grammar.is(this.tokens[i], kind);
  }

  /** Whether a hyphen joins a token to the word after it. */
  private isPrefix(i: number): boolean {
    const [token, hyphen, word] = this.tokens.slice(i, i + 3);
    return hyphen?.folded === '-' && token!.end === hyphen.start && word?.start === hyphen.end;
  }

  follows(...kinds: readonly Node['kind'][]): boolean {
    return this.last !== undefined && kinds.includes(this.last.kind);
  }

  mark(kind: Mark['kind'], i: number): Mark {
    return { kind, first: i, next: i + 1, roles: this.grammar.rolesOf(this.tokens[i]!) };
  }

  /** Whether a noun group with a name, a determiner or a number begins at a token. */
  opensNoun(i: number): boolean {
    const { tokens, grammar } = this;
    const token = tokens[i];
    return (
      token !== undefined &&
      (this.names.has(i) ||
        grammar.isAnyOf(token, DETERMINERS) ||
        grammar.hasRole(token, 'with') ||
        grammar.entryOf(token).hedge !== undefined ||
        numberAt(tokens, i, grammar) !== undefined)
    );
  }

  /** Whether a name ends before a token that does not belong to it: "IOM dates back to 1951", "La OIM ayuda". */
  followsName(i: number): boolean {
    const after = this.tokens[this.grammar.index.particles.has(this.tokens[i + 1]?.folded ?? '') ? i + 2 : i + 1];
    const roles = after && this.grammar.rolesOf(after);
    const opensComplement = roles !== undefined && !roles.has('of') && !roles.has('on');
    return this.nameEnds.has(i) && (!this.grammar.has('headLast') || opensComplement);
  }

  /** Whether the token at an index cannot belong to a noun group. */
  endsGroup(i: number): boolean {
    const token = this.tokens[i];
    return (
      token?.kind !== 'word' ||
      this.grammar.rolesOf(token) !== undefined ||
      this.grammar.isAnyOf(token, OTHER_CONSTITUENTS) ||
      hasFinite(this.grammar.verbForms(token))
    );
  }
}

const DETERMINERS: readonly WordClass[] = ['definite', 'indefinite', 'possessiveThing'];
const OTHER_CONSTITUENTS: readonly WordClass[] = ['coordinator', 'relative', 'adverb'];
/**
 * A part of a group of words. For a token it returns the index after what it takes, {@link END} if the group ends
 * there, or `undefined` if the next slot decides.
 */
export type Slot<G> = (group: G, i: number) => number | undefined;

export const END = -1;

/** Fills the slots of a group in their order of precedence, from a token on; returns the index at which it ends. */
export function fillSlots<G>(slots: readonly Slot<G>[], group: G, start: number, length: number): number {
  let i = start;
  while (i < length) {
    const next = firstAnswer(slots, group, i);
    if (next === undefined || next === END) break;
    i = next;
  }
  return i;
}

/** The answer of the first rule that has one. */
export function firstAnswer<G, T>(
  rules: readonly ((group: G, i: number) => T | undefined)[],
  group: G,
  i: number,
): T | undefined {
  for (const rule of rules) {
    const answer = rule(group, i);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
