import { foldKey } from '../fold';
import { hashOf } from '../mentions/words';
import type { Grammar } from '../reading/grammar';
import { listOf } from '../reading/grammarIndex';
import { into } from '../into';
import type { WordRows } from './wordBits';

/** Bits of words. A phrase gives its bits to the forms of its two most distinctive words, if both are in a text. */
export class KeyWords {
  /** For each form by its hash: its bits, and the numbers of the words of phrases that it may be. */
  private readonly forms = new Map<number, number[]>();
  private readonly numbers = new Map<string, number>();
  /** For each word by its number: other words of its phrases, with the bits of these. */
  private readonly others: Map<number, number>[] = [];
  private readonly common: ReadonlySet<string>;

  constructor(private readonly grammar: Grammar) {
    this.common = new Set(listOf(grammar.file.common).map(foldKey));
  }

  /** Adds bits to all forms of the most distinctive words of a phrase; a single one is its own second. */
  add(phrase: string, bits: number): void {
    const words = phrase.split(BETWEEN_WORDS).filter((word) => this.distinction(word) > 0);
    const [best, second = best] = words.sort((a, b) => this.distinction(b) - this.distinction(a));
    if (best === undefined) return;
    if (second !== best) {
      this.addTo(best, second!, bits);
      this.addTo(second!, best, bits);
    } else for (const hash of this.formsOf(best)) this.addHash(hash, bits);
  }

  /** Adds bits to a word by its hash, but not to its other forms. */
  addHash(hash: number, bits: number): void {
    const form = this.formOf(hash);
    form[0] = form[0]! | bits;
  }

  /** The words and their bits as data. */
  rows(): WordRows {
    return {
      forms: [...this.forms].map(([hash, form]) => [hash, ...form]),
      others: this.others.map((each) => [...each].flat()),
    };
  }

  private addTo(word: string, other: string, bits: number): void {
    const others = this.others[this.numberOf(word)]!;
    const number = this.numberOf(other);
    others.set(number, (others.get(number) ?? 0) | bits);
  }

  private formOf(hash: number): number[] {
    return into(this.forms, hash, () => [0]);
  }

  private numberOf(word: string): number {
    return into(this.numbers, word, () => {
      const number = this.others.push(new Map()) - 1;
      for (const hash of this.formsOf(word)) this.formOf(hash).push(number);
      return number;
    });
  }

  /** The hashes of the forms of a word, as a noun and, without a capital, as a verb. */
  private formsOf(word: string): readonly number[] {
    const verbs = CAPITAL.test(word) ? [] : this.grammar.formsOf(word);
    const forms = new Set(verbs.map(({ written }) => foldKey(written)));
    for (const noun of new Set([foldKey(word), this.grammar.singular(foldKey(word))])) {
      forms.add(noun);
      for (const [plural, ending] of this.grammar.plurals)
        if (noun.endsWith(ending)) forms.add(noun.slice(0, noun.length - ending.length) + plural);
    }
    return [...forms].map(hashOf);
  }

  /** How much a word says about the subject of a sentence: a longer word says more, a common word little. */
  private distinction(word: string): number {
    const folded = foldKey(word);
    const isSmall =
      (word.length < 3 && !ABBREVIATION.test(word)) || this.grammar.isSmall({ written: word.toLowerCase(), folded });
    return isSmall ? 0 : this.common.has(folded) ? word.length / LONGEST : word.length;
  }
}

const BETWEEN_WORDS = /[ '’-]/;
const CAPITAL = /^\p{Lu}/u;
const ABBREVIATION = /^\p{Lu}{2}$/u;
/** In letters: no word is longer. */
const LONGEST = 100;
