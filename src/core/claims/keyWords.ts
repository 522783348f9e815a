import { foldKey } from '../fold';
import { hashOf } from '../mentions/words';
import type { Grammar } from '../reading/grammar';
import { listOf } from '../reading/grammarIndex';
import { into } from '../reading/lookup';
import { WordTable } from '../surroundings/wordTable';

/** What a word says: alone, and together with another word, by the hash of that one; `all` is the union. */
export interface WordBits {
  readonly alone: number;
  readonly together: ReadonlyMap<number, number>;
  readonly all: number;
}

/** Bits of words. A phrase gives its bits to the forms of its two most distinctive words, if both are in a text. */
export class KeyWords {
  private readonly byHash = new Map<number, number>();
  /** The bits of phrases by their two most distinctive words. */
  private readonly byWords = new Map<string, Map<string, number>>();
  private readonly forms = new Map<string, readonly number[]>();
  private readonly distinctions = new Map<string, number>();
  private readonly common: ReadonlySet<string>;

  constructor(private readonly grammar: Grammar) {
    this.common = new Set(listOf(grammar.file.common).map(foldKey));
  }

  /** Adds bits to all forms of the most distinctive words of a phrase; a single one is its own second. */
  add(phrase: string, bits: number): void {
    const distinction = (word: string): number => into(this.distinctions, word, () => this.distinctionOf(word));
    const words = phrase.split(BETWEEN_WORDS).filter((word) => distinction(word) > 0);
    const [best, second = best] = words.sort((a, b) => distinction(b) - distinction(a));
    if (best === undefined) return;
    const pairs = into(this.byWords, best, () => new Map<string, number>());
    addTo(pairs, second!, bits);
  }

  /** Adds bits to a folded word, but not to its other forms. */
  addWord(word: string, bits: number): void {
    this.addHash(hashOf(word), bits);
  }

  addHash(hash: number, bits: number): void {
    addTo(this.byHash, hash, bits);
  }

  /** Looks up what a word says, by its hash; it is computed when a text first has it. Equal hashes share it. */
  bitsOfWords(): (hash: number) => WordBits | undefined {
    const pairsOf = new Map<number, ReadonlyMap<string, number>[]>();
    for (const [word, pairs] of this.byWords) {
      for (const hash of this.formsOf(word)) {
        this.addHash(hash, 0);
        into(pairsOf, hash, (): ReadonlyMap<string, number>[] => []).push(pairs);
      }
    }
    const table = new WordTable([...this.byHash.keys()]);
    const known = new Array<WordBits | undefined>(this.byHash.size);
    return (hash) => {
      const number = table.numberOf(hash);
      return number < 0 ? undefined : (known[number] ??= this.bitsOf(hash, pairsOf.get(hash) ?? []));
    };
  }

  private bitsOf(hash: number, pairs: readonly ReadonlyMap<string, number>[]): WordBits {
    const together = new Map<number, number>();
    for (const [word, bits] of pairs.flatMap((each) => [...each]))
      for (const other of this.formsOf(word)) addTo(together, other, bits);
    const alone = this.byHash.get(hash)! | (together.get(hash) ?? 0);
    return { alone, together, all: [...together.values()].reduce((all, bits) => all | bits, alone) };
  }

  /** The hashes of the forms of a word, as a noun and, without a capital, as a verb. */
  private formsOf(word: string): readonly number[] {
    return into(this.forms, word, () => {
      const verbs = CAPITAL.test(word) ? [] : this.grammar.formsOf(word);
      const forms = new Set(verbs.map(({ written }) => foldKey(written)));
      for (const noun of new Set([foldKey(word), this.grammar.singular(foldKey(word))])) {
        forms.add(noun);
        for (const [plural, ending] of this.grammar.plurals)
          if (noun.endsWith(ending)) forms.add(noun.slice(0, noun.length - ending.length) + plural);
      }
      return [...forms].map(hashOf);
    });
  }

  /** How much a word says about the subject of a sentence: a longer word says more, a common word little. */
  private distinctionOf(word: string): number {
    const folded = foldKey(word);
    const isSmall =
      (word.length < 3 && !ABBREVIATION.test(word)) || this.grammar.isSmall({ written: word.toLowerCase(), folded });
    return isSmall ? 0 : this.common.has(folded) ? word.length / LONGEST : word.length;
  }
}

function addTo<K>(map: Map<K, number>, key: K, bits: number): void {
  map.set(key, (map.get(key) ?? 0) | bits);
}

const BETWEEN_WORDS = /[ '’-]/;
const CAPITAL = /^\p{Lu}/u;
const ABBREVIATION = /^\p{Lu}{2}$/u;
/** In letters: no word is longer. */
const LONGEST = 100;
