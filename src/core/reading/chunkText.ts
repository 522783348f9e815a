import { readDates } from './dates';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import type { DateGroup, Named } from './nodes';
import { numberAt } from './numbers';
import type { Sentence } from './sentence';
import { compoundAt, isCapitalized, type Token } from './tokens';
import { isOnlyVerb, isVerbOfName } from './verbInContext';
import { hasFinite } from './inflection';

/**
 * The tokens of a sentence with its names and dates by their first token, and the queries that look ahead while the
 * tokens are grouped.
 */
export class ChunkText {
  readonly tokens: readonly Token[];
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

  /** The name that begins at a token. */
  nameAt(i: number): Named | undefined {
    return this.names.get(i);
  }

  /** The date that begins at a token. */
  dateAt(i: number): DateGroup | undefined {
    return this.dates.get(i);
  }

  /** Whether a name or a date begins at a token. Not a method, so that it can be passed on. */
  readonly isName = (i: number): boolean => this.names.has(i) || this.dates.has(i);

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
    const isPrefix = compoundAt(tokens, i) !== undefined && !grammar.isAdverb(tokens[i + 2]!);
    return grammar.is(tokens[i], 'negation') && !isPrefix;
  }

  followsSubject(i: number): boolean {
    const { tokens, grammar } = this;
    return (
      this.followsName(i) ||
      (this.nameEnds.has(i) && isOnlyVerb(i, tokens, grammar)) ||
      isVerbOfName(i, tokens, grammar)
    );
  }

  /** "La OIM ayuda", "New York fait": where the head is first, no noun follows a name without a preposition. */
  private followsName(i: number): boolean {
    const { grammar, tokens } = this;
    const [article, noun] = [tokens[i - 2], tokens[i - 1]];
    const isProper =
      article !== undefined &&
      isCapitalized(noun!.written) &&
      (isCapitalized(article.written) || article.folded === "'" || grammar.is(article, 'definite'));
    return !grammar.has('headLast') && (this.nameEnds.has(i) || isProper);
  }

  /** A preposition before a complement of a verb. Where the head is first, a noun in this position has an article. */
  opensComplement(i: number): boolean {
    const { grammar, tokens } = this;
    const roles = tokens[i] && grammar.rolesOf(tokens[i]);
    return roles !== undefined && (roles.has('to') || (!grammar.has('headLast') && !roles.has('of')));
  }
}

const DETERMINERS: readonly WordClass[] = ['definite', 'indefinite', 'possessiveThing'];
const OTHER_CONSTITUENTS: readonly WordClass[] = ['coordinator', 'relative', 'adverb'];
