import { readDates } from './dates';
import type { Grammar } from './grammar';
import type { DateGroup, Named } from './nodes';
import { numberAt } from './numbers';
import type { Sentence } from './sentence';
import { compoundAt, isCapitalized, type Token } from './tokens';
import { isOnlyVerb, isVerbOfName } from './verbCues';

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

  opensNoun(i: number): boolean {
    const { tokens, grammar } = this;
    const token = tokens[i];
    return (
      token !== undefined &&
      (this.names.has(i) ||
        grammar.is(token, 'definite') ||
        grammar.is(token, 'indefinite') ||
        grammar.is(token, 'possessiveThing') ||
        numberAt(tokens, i, grammar) !== undefined ||
        grammar.hedgeOf(token) !== undefined ||
        (grammar.lang !== 'en' && grammar.rolesOf(token)?.has('with') === true))
    );
  }

  /** Whether the token at an index cannot belong to a noun group. */
  endsGroup(i: number): boolean {
    const { tokens, grammar } = this;
    const token = tokens[i];
    if (!token || token.kind === 'punctuation')
      return !(token?.folded === "'" && grammar.elided.has(tokens[i - 1]?.folded ?? ''));
    if (this.names.has(i)) return false;
    return (
      this.dates.has(i) ||
      grammar.rolesOf(token) !== undefined ||
      grammar.is(token, 'coordinator') ||
      grammar.is(token, 'relative') ||
      grammar.is(token, 'adverb') ||
      (grammar.verbForms(token).length > 0 && grammar.lang !== 'en') ||
      grammar.verbForms(token).some(({ kind }) => kind !== 'participle' && kind !== 'base' && kind !== 'gerund') ||
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

  /** "La OIM ayuda", "New York fait": in French and Spanish, no noun follows a name without a preposition. */
  private followsName(i: number): boolean {
    const { grammar, tokens } = this;
    const [article, noun] = [tokens[i - 2], tokens[i - 1]];
    const isProper =
      article !== undefined &&
      isCapitalized(noun!.written) &&
      (isCapitalized(article.written) || article.folded === "'" || grammar.is(article, 'definite'));
    return grammar.lang !== 'en' && (this.nameEnds.has(i) || isProper);
  }

  /** A preposition before a complement of a verb. French and Spanish nouns in this position have an article. */
  opensComplement(i: number): boolean {
    const roles = this.tokens[i] && this.grammar.rolesOf(this.tokens[i]);
    return roles !== undefined && (roles.has('to') || (this.grammar.lang !== 'en' && !roles.has('of')));
  }

  /** "IOM, founded in 1951, runs programmes": an English verb in the third person, before a noun without an article. */
  opensBareNoun(i: number): boolean {
    const { tokens, grammar } = this;
    const next = tokens[i];
    return (
      grammar.lang === 'en' &&
      /s$/.test(tokens[i - 1]!.folded) &&
      next?.kind === 'word' &&
      !grammar.isSmall(next) &&
      grammar.verbForms(next).every(({ kind }) => kind === 'base')
    );
  }
}
