import { foldKey } from '../fold';
import { hashOf } from '../mentions/words';
import type { Grammar } from '../reading/grammar';
import { listOf } from '../reading/grammarIndex';
import { into } from '../reading/lookup';
import { WordTable } from '../surroundings/wordTable';

/** Bits of words. A phrase gives its bits to the forms of its most distinctive word. */
export class KeyWords {
  private readonly byHash = new Map<number, number>();
  // Many phrases share their words, whose forms are made once.
  private readonly byWord = new Map<string, number>();
  private readonly distinctions = new Map<string, number>();
  private readonly common: ReadonlySet<string>;

  constructor(private readonly grammar: Grammar) {
    this.common = new Set(listOf(grammar.file.common).map(foldKey));
  }

  /** Adds bits to all forms of the most distinctive word of a phrase. */
  add(phrase: string, bits: number): void {
    let [best, most] = ['', 0];
    for (const word of phrase.split(BETWEEN_WORDS)) {
      const distinction = into(this.distinctions, word, () => this.distinctionOf(word));
      if (distinction > most) [best, most] = [word, distinction];
    }
    if (most > 0) addTo(this.byWord, best, bits);
  }

  /** Adds bits to a folded word, but not to its other forms. */
  addWord(word: string, bits: number): void {
    this.addHash(hashOf(word), bits);
  }

  addHash(hash: number, bits: number): void {
    addTo(this.byHash, hash, bits);
  }

  /** Adds bits to a folded noun, its singular and its plurals. */
  addPlurals(word: string, bits: number): void {
    const singular = this.grammar.singular(word);
    for (const each of new Set([word, singular])) {
      this.addWord(each, bits);
      for (const [plural, ending] of this.grammar.plurals)
        if (each.endsWith(ending)) this.addWord(each.slice(0, each.length - ending.length) + plural, bits);
    }
  }

  /** The bits of a word by its hash; 0 for none. Two words with one hash share their bits. */
  bitsOfWords(): (hash: number) => number {
    for (const [word, bits] of this.byWord) {
      for (const { written } of this.grammar.formsOf(word)) this.addWord(foldKey(written), bits);
      this.addPlurals(foldKey(word), bits);
    }
    const table = new WordTable([...this.byHash.keys()]);
    const all = Int32Array.from(this.byHash.values());
    return (hash) => all[table.numberOf(hash)] ?? 0;
  }

  /** How much a word says about the subject of a sentence: a longer word says more, a common word little. */
  private distinctionOf(word: string): number {
    const folded = foldKey(word);
    const isSmall =
      (word.length < 3 && !ABBREVIATION.test(word)) || this.grammar.isSmall({ written: word.toLowerCase(), folded });
    return isSmall ? 0 : this.common.has(folded) ? word.length / LONGEST : word.length;
  }
}

/** The longest word of a name or compound. A text that contains the whole contains this word. */
export function longestWord(name: string): string {
  return foldKey(name)
    .split(BETWEEN_WORDS)
    .reduce((longest, word) => (word.length > longest.length ? word : longest));
}

function addTo<K>(map: Map<K, number>, key: K, bits: number): void {
  map.set(key, (map.get(key) ?? 0) | bits);
}

const BETWEEN_WORDS = /[ '’-]/;
const ABBREVIATION = /^\p{Lu}{2}$/u;
/** In letters: no word is longer. */
const LONGEST = 100;
