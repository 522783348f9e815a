import { foldKey } from '../fold';
import { hashOf } from '../mentions/words';
import type { Grammar } from '../reading/grammar';
import { listOf } from '../reading/grammarIndex';
import { WordBits } from './wordBits';

/** The shift of the bits of a second word. */
export const SECOND = 16;

/** The most distinctive words of phrases, the longest that are not common, in all forms that may occur in a text. */
export class KeyWords {
  private readonly found = new WordBits();
  // Many phrases share their words, whose forms are made once.
  private readonly ofRanks: Readonly<Record<Rank, Map<string, Noted>>> = [new Map(), new Map(), new Map()];
  private readonly ranks = new Map<string, Rank>();
  private readonly common: ReadonlySet<string>;

  constructor(private readonly grammar: Grammar) {
    this.common = new Set(listOf(grammar.file.common).map(foldKey));
  }

  /** Adds bits to the most distinctive word of a phrase. */
  add(phrase: string, bits: number): void {
    const [best] = this.wordsOf(phrase);
    if (best) this.notedAt(best).bits |= bits;
  }

  /** Adds bits that a text has if it has the two most distinctive words of a phrase, or its only one. */
  addPhrase(phrase: string, bits: number): void {
    const [best, second] = this.wordsOf(phrase);
    if (best && !second) this.notedAt(best).bits |= bits;
    if (best && second) {
      this.notedAt(best).halves |= bits;
      this.notedAt(second).halves |= bits << SECOND;
    }
  }

  /** Adds bits to a folded word, but not to its other forms. */
  addWord(word: string, bits: number): void {
    this.addHash(hashOf(word), bits);
  }

  /** Adds bits to a folded noun, its singular and its plurals. */
  addPlurals(word: string, bits: number): void {
    for (const form of this.withPlurals(word, new Set())) this.addWord(form, bits);
  }

  addHash(hash: number, bits: number): void {
    this.found.add(hash, bits, 0);
  }

  /**
   * The bits of each word by its hash, and those of which it is half: of phrases of which it is the most distinctive
   * word, and, shifted, of which it is the second.
   */
  wordBits(): WordBits {
    for (const rank of [Rank.Common, Rank.Telling])
      for (const [word, { bits, halves }] of this.ofRanks[rank])
        for (const form of this.formsOf(word, rank)) this.found.add(hashOf(form), bits, halves);
    return this.found;
  }

  private notedAt([word, rank]: readonly [string, Rank]): Noted {
    const words = this.ofRanks[rank];
    let noted = words.get(word);
    if (!noted) words.set(word, (noted = { bits: 0, halves: 0 }));
    return noted;
  }

  /** The two most distinctive words of a phrase, by their rank and length; common ones only if it has no others. */
  private wordsOf(phrase: string): readonly (readonly [word: string, rank: Rank])[] {
    return phrase
      .split(BETWEEN_WORDS)
      .map((word) => [word, this.rankOf(word)] as const)
      .filter(([, rank]) => rank > Rank.Small)
      .sort(([a, rankOfA], [b, rankOfB]) => rankOfB - rankOfA || b.length - a.length)
      .slice(0, 2);
  }

  private rankOf(word: string): Rank {
    let rank = this.ranks.get(word);
    if (rank === undefined) {
      const folded = foldKey(word);
      const isWord =
        (word.length > 2 || ABBREVIATION.test(word)) && !this.grammar.isSmall({ written: word.toLowerCase(), folded });
      this.ranks.set(word, (rank = !isWord ? Rank.Small : this.common.has(folded) ? Rank.Common : Rank.Telling));
    }
    return rank;
  }

  private formsOf(word: string, rank: Rank): ReadonlySet<string> {
    const forms = new Set<string>();
    const isTelling = (form: string): boolean => rank === Rank.Common || !this.common.has(form);
    for (const { written } of this.grammar.formsOf(word)) {
      const form = foldKey(written);
      if (isTelling(form)) forms.add(form);
    }
    const own = foldKey(word);
    return isTelling(own) ? this.withPlurals(own, forms) : forms;
  }

  /** Adds a folded word, its singular, and the words with the same singular; returns the set. */
  private withPlurals(word: string, words: Set<string>): ReadonlySet<string> {
    const singular = this.grammar.singular(word);
    for (const each of word === singular ? [word] : [word, singular]) {
      words.add(each);
      for (const [plural, ending] of this.grammar.plurals)
        if (each.endsWith(ending)) words.add(each.slice(0, each.length - ending.length) + plural);
    }
    return words;
  }
}

/** The longest word of a name or compound. A text that contains the whole contains this word. */
export function longestWord(name: string): string {
  return foldKey(name)
    .split(BETWEEN_WORDS)
    .sort((a, b) => b.length - a.length)[0]!;
}

interface Noted {
  bits: number;
  halves: number;
}

/** How much a word says about the subject of a sentence. */
const enum Rank {
  Small,
  Common,
  Telling,
}

const BETWEEN_WORDS = /[ '’-]/;
const ABBREVIATION = /^\p{Lu}{2}$/u;
