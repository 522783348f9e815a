import { foldKey } from '../fold';
import { hashOf } from '../mentions/words';
import type { Grammar } from '../reading/grammar';
import { listOf } from '../reading/grammarIndex';
import { into } from '../reading/lookup';
import { WordTable } from '../surroundings/wordTable';

/** The bits of a word alone, those that it has together with another word, by the hash of that one, and all. */
export interface WordBits {
  alone: number;
  readonly together: Map<number, number>;
  all: number;
}

/** Bits of words. A phrase gives its bits to the forms of its two most distinctive words, if both are in a text. */
export class KeyWords {
  private readonly byHash = new Map<number, WordBits>();
  /** The bits of phrases by their two most distinctive words. Many share these words, whose forms are made once. */
  private readonly byWords = new Map<string, number>();
  private readonly distinctions = new Map<string, number>();
  private readonly common: ReadonlySet<string>;

  constructor(private readonly grammar: Grammar) {
    this.common = new Set(listOf(grammar.file.common).map(foldKey));
  }

  /** Adds bits to all forms of the most distinctive words of a phrase. */
  add(phrase: string, bits: number): void {
    let [best, most, second, more] = ['', 0, '', 0];
    for (const word of phrase.split(BETWEEN_WORDS)) {
      const distinction = into(this.distinctions, word, () => this.distinctionOf(word));
      if (distinction > most) [best, most, second, more] = [word, distinction, best, most];
      else if (distinction > more) [second, more] = [word, distinction];
    }
    if (most > 0) addTo(this.byWords, `${best} ${second}`, bits);
  }

  /** Adds bits to a folded word, but not to its other forms. */
  addWord(word: string, bits: number): void {
    this.addHash(hashOf(word), bits);
  }

  addHash(hash: number, bits: number): void {
    this.at(hash).alone |= bits;
  }

  /** The bits of a word by its hash, if any. Two words with one hash share their bits. */
  bitsOfWords(): (hash: number) => WordBits | undefined {
    const known = new Map<string, readonly number[]>();
    for (const [pair, bits] of this.byWords) {
      const [forms, others] = pair.split(' ').map((word) => into(known, word, () => this.formsOf(word)));
      for (const own of forms!.map((hash) => this.at(hash))) {
        if (others!.length === 0) own.alone |= bits;
        for (const other of others!) addTo(own.together, other, bits);
        own.all |= bits;
      }
    }
    const table = new WordTable([...this.byHash.keys()]);
    const all = [...this.byHash.values()];
    return (hash) => {
      const number = table.numberOf(hash);
      return number < 0 ? undefined : all[number];
    };
  }

  private at(hash: number): WordBits {
    return into(this.byHash, hash, () => ({ alone: 0, together: new Map<number, number>(), all: 0 }));
  }

  /** The hashes of the forms of a word, as a verb and as a noun; of no word, none. */
  private formsOf(word: string): readonly number[] {
    if (word === '') return [];
    const forms = new Set(this.grammar.formsOf(word).map(({ written }) => foldKey(written)));
    for (const noun of new Set([foldKey(word), this.grammar.singular(foldKey(word))])) {
      forms.add(noun);
      for (const [plural, ending] of this.grammar.plurals)
        if (noun.endsWith(ending)) forms.add(noun.slice(0, noun.length - ending.length) + plural);
    }
    return [...forms].map(hashOf);
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
