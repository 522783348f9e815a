import type { Sentence, Token } from './sentence';
import { attachOwners, sharePossessives } from './owners';
import { isRelativeArticle, possessiveOf, pronounOf } from './pronouns';
import { compoundAt, isCapitalized } from './tokens';
import { readDates } from './dates';
import { opensFrequency } from './frequency';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import type { Agreement, DateGroup, Determiner, Mark, Named, Node, NounGroup, Quantity, VerbGroup } from './nodes';
import { numberAt } from './numbers';
import {
  afterAdverbs,
  awaitsVerb,
  isBeforeFinite,
  isFinite,
  isJoinedToSubject,
  isOnlyVerb,
  isPluralPresent,
  isSubjectOf,
  isVerbOfName,
  isVerbOfNoun,
} from './verbCues';
import { verbGroupAt } from './verbGroups';

/** The sentence as noun groups, dates, verb groups and the remaining words. `named` are its mentions, sorted. */
export function readChunks(sentence: Sentence, named: readonly Named[], grammar: Grammar): readonly Node[] {
  return attachOwners(sharePossessives(new Chunker(sentence, named, grammar).read()));
}

class Chunker {
  private readonly tokens: readonly Token[];
  private readonly nameAt = new Map<number, Named>();
  private readonly dateAt = new Map<number, DateGroup>();
  private readonly nameEnds = new Set<number>();
  private readonly nodes: Node[] = [];

  constructor(
    sentence: Sentence,
    named: readonly Named[],
    private readonly grammar: Grammar,
  ) {
    this.tokens = sentence.tokens;
    for (const each of named) {
      this.nameAt.set(each.first, each);
      this.nameEnds.add(each.next);
    }
    for (const date of readDates(sentence, grammar)) this.dateAt.set(date.first, date);
  }

  read(): Node[] {
    for (let i = 0; i < this.tokens.length;) {
      const node = this.nodeAt(i);
      if (node) this.nodes.push(node);
      i = Math.max(node?.next ?? 0, i + 1);
    }
    return this.nodes;
  }

  private get last(): Node | undefined {
    return this.nodes[this.nodes.length - 1];
  }

  private nodeAt(i: number): Node | undefined {
    const { tokens, grammar, last } = this;
    const token = tokens[i]!;
    if (this.nameAt.has(i)) return this.nounGroup(i, undefined);
    const date = this.dateAt.get(i);
    if (date) return date;
    if (token.kind === 'punctuation') return this.punctuation(i);
    // "a la que", "en el que": the article belongs to the relative pronoun.
    if (last?.kind === 'preposition' && isRelativeArticle(grammar, token, tokens[i + 1])) return undefined;
    // "le 10 décembre"
    if (this.dateAt.has(i + 1) && grammar.is(token, 'definite')) return undefined;
    if (
      grammar.genitive !== '' &&
      token.folded === grammar.genitive &&
      tokens[i - 1]?.folded === "'" &&
      last?.kind === 'noun' &&
      last.next >= i - 1
    ) {
      this.nodes.pop();
      return this.nounGroup(i + 1, last);
    }
    const is = (kind: WordClass): boolean => grammar.is(token, kind);
    if (is('that') && this.nodes.some((node) => node.kind === 'verb' && node.excepts === i))
      return this.mark('adverb', i);
    const isName = (index: number): boolean => this.nameAt.has(index) || this.dateAt.has(index);
    const afterNoun =
      last?.kind === 'noun' ||
      (last?.kind === 'comma' && ['noun', 'close', 'date'].includes(this.nodes[this.nodes.length - 2]?.kind ?? '')) ||
      last?.kind === 'date' ||
      last?.kind === 'close' ||
      last?.kind === 'preposition';
    if (
      (is('relative') && afterNoun && !this.opensDeterminer(i)) ||
      is('relativeOwner') ||
      (is('relativePlace') && last !== undefined)
    )
      return this.mark('relative', i);
    if (is('that') && last !== undefined && last.kind !== 'preposition' && !this.opensDeterminer(i))
      return this.mark('that', i);
    if (is('coordinator')) return this.mark('coordinator', i);
    // "hace ocho años": an adverbial of time, not a clause.
    if (is('ago') && numberAt(tokens, i + 1, grammar) !== undefined) return this.mark('adverb', i);
    // "elle-même", "peut-être"
    const compound = compoundAt(tokens, i);
    if (compound && grammar.is(compound, 'adverb')) return this.markTo('adverb', i, i + 3);
    const verb = is('supposing') ? undefined : this.verbAt(i);
    // "Où siège-t-elle": the pronoun is the subject, unless there is a noun subject.
    if (verb?.inverted && last?.kind !== 'noun') this.nodes.push(this.nounGroup(verb.inverted.first, undefined));
    if (verb) return verb;
    if (is('supposing')) return this.mark('supposing', i);
    if (is('conceding')) return this.mark('conceding', i);
    if (is('adverbialPronoun') && isBeforeFinite(i, this.last, tokens, grammar) && !isName(i + 1))
      return this.mark('adverb', i);
    const roles = grammar.rolesOf(token);
    // "que de nombreux États ont adopté": the plural article before an adjective.
    if (
      roles?.has('of') &&
      grammar.lang === 'fr' &&
      !grammar.isContracted(token) &&
      (last?.kind === 'relative' || last?.kind === 'that') &&
      tokens[i + 1]?.kind === 'word'
    )
      return undefined;
    // "hasta que", "depuis que"
    if (
      roles &&
      grammar.lang !== 'en' &&
      SUBORDINATING.some((role) => roles.has(role)) &&
      tokens[i + 1] &&
      grammar.is(tokens[i + 1], 'that')
    )
      return this.markTo('subordinator', i, i + 2);
    if (roles && !this.isPluralArticle(i)) return this.mark('preposition', i, roles);
    if (is('subordinator')) return this.mark('subordinator', i);
    if (is('negation')) return this.mark('negation', i);
    if ((is('adverb') || grammar.isAdverb(token)) && !is('quantifier') && grammar.hedgeOf(token) === undefined)
      return this.mark('adverb', i);
    if (is('relative') || is('that'))
      return this.opensDeterminer(i) ? this.nounGroup(i, undefined) : this.mark('that', i);
    const group = this.nounGroup(i, undefined);
    // "ce jour-là", "cette année-là": an adverbial of time, not a thing.
    const isThen =
      group.determiner === 'demonstrative' &&
      group.head >= 0 &&
      grammar.isNoun(tokens[group.head]!, 'time') &&
      compoundAt(tokens, group.head) !== undefined;
    return isThen ? this.markTo('adverb', i, group.head + 3) : group;
  }

  /** "des" after a noun means "of the"; elsewhere it is the plural article. */
  private isPluralArticle(i: number): boolean {
    return this.grammar.is(this.tokens[i], 'indefinite') && this.last?.kind !== 'noun';
  }

  /** "that body": a demonstrative determiner with its noun. */
  private opensDeterminer(i: number): boolean {
    const { tokens, grammar, last } = this;
    if (!grammar.is(tokens[i], 'demonstrative')) return false;
    const next = tokens[i + 1];
    // "It was in Rabat that governments": "that" is not the determiner of a plural noun.
    if (
      grammar.is(tokens[i], 'that') &&
      (/s$/.test(next?.folded ?? '') || (last !== undefined && ['date', 'close', 'comma'].includes(last.kind)))
    )
      return false;
    return (
      next !== undefined &&
      next.kind === 'word' &&
      last?.kind !== 'noun' &&
      grammar.verbForms(next).length === 0 &&
      !grammar.is(next, 'definite') &&
      !grammar.is(next, 'pronounThing') &&
      !grammar.is(next, 'pronounSeveral') &&
      !grammar.is(next, 'pronounPerson') &&
      !this.nameAt.has(i + 1)
    );
  }

  private verbAt(i: number): VerbGroup | undefined {
    const { tokens, grammar, last } = this;
    const token = tokens[i]!;
    const isName = (index: number): boolean => this.nameAt.has(index) || this.dateAt.has(index);
    // "Under Objective 9, States promise": a capital within a sentence marks a noun.
    if (
      last?.kind === 'comma' &&
      isCapitalized(token.written) &&
      tokens[i + 1] !== undefined &&
      tokens[i + 1]!.kind === 'word' &&
      !isCapitalized(tokens[i + 1]!.written)
    )
      return undefined;
    if (last === undefined && grammar.lang === 'en' && isSubjectOf(tokens, i, grammar)) return undefined;
    // "du", "des" are never verbs.
    if (grammar.isContracted(token)) return undefined;
    // After a preposition, a bare word is a noun, unless it is an infinitive or a gerund.
    if (
      last?.kind === 'preposition' &&
      grammar.lang === 'en' &&
      !grammar.verbForms(token).some(({ kind }) => kind === 'gerund')
    )
      return undefined;
    if (
      last?.kind === 'preposition' &&
      grammar.lang !== 'en' &&
      !grammar
        .verbForms(token)
        .some(({ kind, lemma }) => kind === 'base' || kind === 'participle' || grammar.isBe(lemma))
    )
      return undefined;
    // "Le Réseau nous aide": an object after its subject; elsewhere the subject itself.
    const group =
      grammar.is(token, 'pronounObject') && !grammar.omitsSubjects && last?.kind !== 'noun' && last?.kind !== 'relative'
        ? undefined
        : verbGroupAt(tokens, i, grammar, isName);
    if (group)
      return isPluralPresent(group, this.nodes, tokens, grammar)
        ? { ...group, form: 'finite', tense: 'present' }
        : group;
    // "entre en vigueur": before another preposition, a word that is both a preposition and a verb is the verb.
    if (grammar.isClosed(token))
      return last?.kind !== 'preposition' &&
        last !== undefined &&
        tokens[i + 1] &&
        grammar.rolesOf(token) &&
        grammar.rolesOf(tokens[i + 1]!)?.has('in') &&
        grammar.rareVerbForms(token).some(({ kind }) => kind === 'present')
        ? verbGroupAt(tokens, i, grammar, isName, true)
        : undefined;
    if (
      (this.followsSubject(i) ||
        isJoinedToSubject(tokens, i, grammar) ||
        (last?.kind === 'subordinator' && tokens.at(-1)?.folded === '?' && this.opensNoun(i + 1))) &&
      isFinite(grammar.rareVerbForms(token))
    )
      return verbGroupAt(tokens, i, grammar, isName, true);
    // "The Compact lists 24 objectives": a verb after a noun and before a number, an article or a name.
    if (awaitsVerb(this.nodes) && (this.opensNoun(i + 1) || this.opensComplement(i + 1) || this.opensBareNoun(i + 1)))
      return verbGroupAt(tokens, i, grammar, isName, true);
    // "qui traite de", "il porte sur", "elle en compte 175": only a verb can follow.
    if (
      last &&
      ((last.kind === 'relative' && grammar.is(tokens[last.first], 'relativeSubject')) ||
        (last.kind === 'noun' && last.next === i && grammar.is(tokens[last.first], 'pronounSubject')) ||
        (last.kind === 'adverb' && grammar.is(tokens[last.first], 'adverbialPronoun'))) &&
      !isCapitalized(token.written) &&
      isFinite(grammar.rareVerbForms(token))
    )
      return verbGroupAt(tokens, i, grammar, isName, true);
    // "IOM now counts 175": adverbs may separate a subject from its verb.
    const subject = last?.kind === 'adverb' ? this.nodes.findLast(({ kind }) => kind !== 'adverb') : last;
    if (
      ((subject?.kind === 'noun' && (subject.head >= 0 || subject.pronoun !== undefined)) ||
        last?.kind === 'coordinator' ||
        last?.kind === 'relative' ||
        (grammar.omitsSubjects && (last === undefined || last.kind === 'stop'))) &&
      this.opensNoun(i + 1)
    )
      return verbGroupAt(tokens, i, grammar, isName, true);
    return undefined;
  }

  private followsSubject(i: number): boolean {
    const { tokens, grammar } = this;
    return (
      this.followsName(i) ||
      (this.nameEnds.has(i) && isOnlyVerb(i, tokens, grammar)) ||
      isVerbOfName(i, tokens, grammar) ||
      isVerbOfNoun(i, tokens, grammar)
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
  private opensComplement(i: number): boolean {
    const roles = this.tokens[i] && this.grammar.rolesOf(this.tokens[i]);
    return roles !== undefined && (roles.has('to') || (this.grammar.lang !== 'en' && !roles.has('of')));
  }

  /** "IOM, founded in 1951, runs programmes": an English verb in the third person, before a noun without an article. */
  private opensBareNoun(i: number): boolean {
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

  private opensNoun(at: number): boolean {
    const { tokens, grammar } = this;
    const i = grammar.lang === 'en' ? at : afterAdverbs(at, tokens, grammar);
    const token = tokens[i];
    return (
      token !== undefined &&
      (this.nameAt.has(i) ||
        grammar.is(token, 'definite') ||
        grammar.is(token, 'indefinite') ||
        grammar.is(token, 'possessiveThing') ||
        numberAt(tokens, i, grammar) !== undefined ||
        grammar.hedgeOf(token) !== undefined ||
        (grammar.lang !== 'en' && grammar.rolesOf(token)?.has('with') === true))
    );
  }

  private punctuation(i: number): Node | undefined {
    const { start, end, folded } = this.tokens[i]!;
    const isHyphen = folded === '-' && (this.tokens[i - 1]?.end === start || this.tokens[i + 1]?.start === end);
    return folded === "'" || isHyphen ? undefined : this.mark(PUNCTUATION.get(folded) ?? 'other', i);
  }

  private mark(kind: Mark['kind'], i: number, roles?: ReadonlySet<string>): Mark {
    return { kind, first: i, next: i + 1, word: this.tokens[i]!.folded, roles };
  }

  private markTo(kind: Mark['kind'], i: number, next: number): Mark {
    return { ...this.mark(kind, i), next };
  }

  private nounGroup(start: number, owner: NounGroup | undefined): NounGroup {
    const { tokens, grammar } = this;
    let determiner: Determiner = owner
      ? 'definite'
      : this.last?.kind === 'preposition' && grammar.isContracted(tokens[this.last.first]!)
        ? 'definite'
        : 'none';
    let possessive: Agreement | undefined;
    let pronoun: Agreement | undefined;
    let quantity: Quantity | undefined;
    let ordinal: NounGroup['ordinal'];
    const words: string[] = [];
    const named: Named[] = [];
    let firstWord = -1;
    let lastWord = -1;
    let capitals = 0;
    let small = 0;
    let i = start;
    for (; i < tokens.length; i++) {
      const token = tokens[i]!;
      const name = this.nameAt.get(i);
      if (name) {
        if (named.length > 0 && grammar.lang !== 'en' && named[named.length - 1]!.next === i) break;
        named.push(name);
        for (let k = name.first; k < name.next; k++) words.push(grammar.singularOf(tokens[k]!));
        if (firstWord < 0) firstWord = name.first;
        lastWord = name.next - 1;
        capitals++;
        i = name.next - 1;
        continue;
      }
      if (this.dateAt.has(i) && (words.length > 0 || quantity !== undefined)) break;
      if (this.dateAt.has(i) && determiner !== 'none') break;
      if (token.kind === 'punctuation') {
        const isHyphen =
          /^[-‐‑]$/.test(token.folded) &&
          tokens[i - 1]?.end === token.start &&
          tokens[i + 1]?.start === token.end &&
          words.length > 0 &&
          !this.nameAt.has(i + 1);
        const isElided = token.folded === "'" && (i === start || grammar.elided.has(tokens[i - 1]!.folded));
        const isInitial =
          token.folded === '.' &&
          words.length > 0 &&
          isCapitalized(tokens[i - 1]?.written ?? '') &&
          tokens[i - 1]!.folded.length <= 3 &&
          tokens[i + 1] !== undefined;
        if (isHyphen || isElided || isInitial) continue;
        break;
      }
      const is = (kind: WordClass): boolean => grammar.is(token, kind);
      if (words.length === 0 && quantity === undefined) {
        const before: Determiner = determiner;
        determiner = is('definite')
          ? 'definite'
          : is('demonstrative')
            ? 'demonstrative'
            : is('indefinite') && numberAt(tokens, i, grammar) === undefined
              ? 'indefinite'
              : is('negative')
                ? 'negative'
                : is('whole')
                  ? 'definite'
                  : is('quantifier')
                    ? determiner === 'none'
                      ? 'quantifier'
                      : determiner
                    : determiner;
        const owning = possessiveOf(grammar, token);
        if (owning !== undefined && possessive === undefined && !(is('pronounPerson') && this.endsGroup(i + 1))) {
          possessive = owning;
          continue;
        }
        if (
          determiner !== before ||
          is('definite') ||
          (is('indefinite') && numberAt(tokens, i, grammar) === undefined) ||
          is('quantifier') ||
          is('whole') ||
          (is('demonstrative') && !is('pronounThing'))
        ) {
          if (this.endsGroup(i + 1) && (is('demonstrative') || is('quantifier'))) {
            pronoun = pronounOf(grammar, token) ?? 'other';
            i++;
            break;
          }
          continue;
        }
        const compound = compoundAt(tokens, i);
        const asPronoun = (compound && pronounOf(grammar, compound)) ?? pronounOf(grammar, token);
        if (asPronoun !== undefined && determiner === 'none' && possessive === undefined) {
          pronoun = asPronoun;
          i += compound && pronounOf(grammar, compound) ? 3 : 1;
          break;
        }
        if (grammar.hedgeOf(token) !== undefined && numberAt(tokens, i + 1, grammar) !== undefined) continue;
      }
      const number = quantity === undefined ? numberAt(tokens, i, grammar) : undefined;
      // A number precedes its noun. After a name it belongs to another group, as in "à ce jour 157 États".
      if (number && words.length > 0 && !this.endsGroup(number.next)) break;
      if (number && (words.length === 0 || (named.length === 0 && words.length <= 2))) {
        quantity = number;
        i = number.next - 1;
        continue;
      }
      if (number) break;
      const place = grammar.ordinalOf(token);
      if (place !== undefined && ordinal === undefined && (words.length === 0 || grammar.lang !== 'en')) {
        ordinal = { first: i, next: i + 1, value: place };
        words.push(token.folded);
        if (lastWord < 0 && this.endsGroup(i + 1)) {
          firstWord = lastWord = i;
        }
        continue;
      }
      if (
        is('coordinator') ||
        is('negation') ||
        is('relative') ||
        is('relativeOwner') ||
        is('relativePlace') ||
        (is('that') && words.length > 0) ||
        is('supposing') ||
        is('conceding') ||
        (grammar.rolesOf(token) !== undefined && !(words.length === 0 && i === start))
      )
        break;
      if (words.length > 0 || quantity !== undefined) {
        if (opensFrequency(tokens, i, grammar)) break;
        if (
          is('definite') ||
          is('indefinite') ||
          is('demonstrative') ||
          is('pronounObject') ||
          possessiveOf(grammar, token) !== undefined ||
          (pronounOf(grammar, token) !== undefined && !isCapitalized(token.written))
        )
          break;
        if (is('adverb') || grammar.isAdverb(token) || is('subordinator')) break;
        if (grammar.isReflexive(token)) break;
      }
      if (
        words.length > 0 ||
        (quantity !== undefined && grammar.verbForms(token).some(({ kind }) => kind === 'present' || kind === 'past'))
      ) {
        if (this.opensVerb(i, words.length, lastWord)) break;
      }
      words.push(grammar.singularOf(token));
      if (firstWord < 0) firstWord = i;
      lastWord = i;
      if (isCapitalized(token.written)) capitals++;
      else small++;
    }
    const next = Math.max(i, start + (owner ? 0 : 1));
    return {
      kind: 'noun',
      first: owner?.first ?? start,
      next,
      end: next,
      determiner,
      words,
      pronoun,
      possessive,
      quantity,
      ordinal,
      named,
      head: grammar.lang === 'en' ? lastWord : firstWord,
      isProper: capitals > 0 && small === 0,
      isDenied: this.last?.kind === 'negation',
      owners: owner ? [owner] : [],
      dates: [],
      alias: undefined,
    };
  }

  /** Whether the token at an index cannot belong to a noun group. */
  private endsGroup(i: number): boolean {
    const { tokens, grammar } = this;
    const token = tokens[i];
    if (!token || token.kind === 'punctuation')
      return !(token?.folded === "'" && grammar.elided.has(tokens[i - 1]?.folded ?? ''));
    if (this.nameAt.has(i)) return false;
    return (
      this.dateAt.has(i) ||
      grammar.rolesOf(token) !== undefined ||
      grammar.is(token, 'coordinator') ||
      grammar.is(token, 'relative') ||
      grammar.is(token, 'adverb') ||
      (grammar.verbForms(token).length > 0 && grammar.lang !== 'en') ||
      grammar.verbForms(token).some(({ kind }) => kind !== 'participle' && kind !== 'base' && kind !== 'gerund') ||
      grammar.modalOf(token) !== undefined
    );
  }

  /** Whether the word ends the preceding noun group because it is the verb of the clause. */
  private opensVerb(i: number, count: number, lastWord: number): boolean {
    const { tokens, grammar } = this;
    const token = tokens[i]!;
    if (grammar.modalOf(token) !== undefined && !(grammar.lang === 'en' && isCapitalized(token.written))) return true;
    // "the ICEM-led group"; within a proper name, a capitalized word belongs to the name.
    if (
      (grammar.lang === 'en' && compoundAt(tokens, i - 2)) ||
      (isCapitalized(token.written) && lastWord >= 0 && isCapitalized(tokens[lastWord]!.written))
    )
      return false;
    const compound = compoundAt(tokens, i);
    const forms =
      compound && grammar.rareVerbForms(compound).length > 0 ? grammar.verbForms(compound) : grammar.verbForms(token);
    if (forms.length === 0)
      return isFinite(grammar.rareVerbForms(token)) && count > 0 && (this.opensNoun(i + 1) || this.followsSubject(i));
    if (grammar.lang === 'en')
      return forms.some(({ kind }) => kind !== 'base') || /s$/.test(tokens[i - 1]?.folded ?? '');
    return forms.some(({ kind }) => kind !== 'base');
  }
}

/** Roles of prepositions that form conjunctions with "que". */
const SUBORDINATING = ['until', 'since', 'before', 'after', 'for', 'without'];

const PUNCTUATION: ReadonlyMap<string, Mark['kind']> = new Map([
  [',', 'comma'],
  [';', 'stop'],
  ['.', 'stop'],
  ['?', 'stop'],
  ['!', 'stop'],
  ['…', 'stop'],
  [':', 'colon'],
  ['—', 'dash'],
  ['–', 'dash'],
  ['-', 'dash'],
  ['(', 'open'],
  ['[', 'open'],
  [')', 'close'],
  [']', 'close'],
]);
