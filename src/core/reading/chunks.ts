import { ChunkText } from './chunkText';
import type { Grammar } from './grammar';
import type { WordClass } from './grammarFile';
import type { Mark, Named, Node } from './nodes';
import { endOfInterval } from './frequency';
import { nounGroupAt } from './nounGroupAt';
import { attachOwners, sharePossessives } from './owners';
import type { Sentence } from './sentence';
import { compoundAt } from './tokens';
import { verbInContext } from './verbInContext';

/** The sentence as noun groups, dates, verb groups and the remaining words. `named` are its mentions, sorted. */
export function readChunks(sentence: Sentence, named: readonly Named[], grammar: Grammar): readonly Node[] {
  return attachOwners(sharePossessives(new Chunker(new ChunkText(sentence, named, grammar)).read()));
}

class Chunker {
  private readonly nodes: Node[] = [];

  constructor(private readonly text: ChunkText) {}

  read(): Node[] {
    for (let i = 0; i < this.text.tokens.length;) {
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
    const { last } = this;
    const { tokens, grammar } = this.text;
    const token = tokens[i]!;
    if (this.text.nameAt(i)) return nounGroupAt(this.text, i, last, undefined);
    const date = this.text.dateAt(i);
    if (date) return date;
    if (token.kind === 'punctuation') return this.punctuation(i);
    // "le 10 décembre"
    if (this.text.dateAt(i + 1) && grammar.is(token, 'definite')) return undefined;
    if (
      grammar.genitive !== '' &&
      token.folded === grammar.genitive &&
      tokens[i - 1]?.folded === "'" &&
      last?.kind === 'noun' &&
      last.next >= i - 1
    ) {
      this.nodes.pop();
      return nounGroupAt(this.text, i + 1, this.last, last);
    }
    const is = (kind: WordClass): boolean => grammar.is(token, kind);
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
    const interval = endOfInterval(tokens, i, grammar);
    if (interval !== undefined) return this.markTo('adverb', i, interval);
    const verb = is('supposing') ? undefined : verbInContext(this.text, i, this.nodes);
    if (verb) return verb;
    if (is('supposing')) return this.mark('supposing', i);
    if (is('conceding')) return this.mark('conceding', i);
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
    if (roles && !this.isPluralArticle(i)) return this.mark('preposition', i, roles);
    if (is('subordinator')) return this.mark('subordinator', i);
    if (this.text.isNegation(i)) return this.mark('negation', i);
    // "la declaración del primero": after an article within a preposition, an ordinal is a noun.
    const isOrdinal =
      last?.kind === 'preposition' && grammar.isContracted(tokens[i - 1]!) && grammar.ordinalOf(token) !== undefined;
    if (
      (is('adverb') || grammar.isAdverb(token)) &&
      !isOrdinal &&
      !is('quantifier') &&
      grammar.hedgeOf(token) === undefined
    )
      return this.mark('adverb', i);
    if (is('relative') || is('that'))
      return this.opensDeterminer(i) ? nounGroupAt(this.text, i, last, undefined) : this.mark('that', i);
    const group = nounGroupAt(this.text, i, last, undefined);
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
    return this.text.grammar.is(this.text.tokens[i], 'indefinite') && this.last?.kind !== 'noun';
  }

  /** "that body": a demonstrative determiner with its noun. */
  private opensDeterminer(i: number): boolean {
    const { last } = this;
    const { tokens, grammar } = this.text;
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
      this.text.nameAt(i + 1) === undefined
    );
  }

  private punctuation(i: number): Node | undefined {
    const { start, end, folded } = this.text.tokens[i]!;
    const isHyphen =
      folded === '-' && (this.text.tokens[i - 1]?.end === start || this.text.tokens[i + 1]?.start === end);
    return folded === "'" || isHyphen ? undefined : this.mark(PUNCTUATION.get(folded) ?? 'other', i);
  }

  private mark(kind: Mark['kind'], i: number, roles?: ReadonlySet<string>): Mark {
    return { kind, first: i, next: i + 1, word: this.text.tokens[i]!.folded, roles };
  }

  private markTo(kind: Mark['kind'], i: number, next: number): Mark {
    return { ...this.mark(kind, i), next };
  }
}

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
