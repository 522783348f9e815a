import { isSlip } from './slips';
import { stemOf } from './stem';

/** The texts of an entry that match a word equally well. */
export interface Field {
  /** From 0 to 1: how well a word of these texts identifies the entry. */
  readonly weight: number;
  /** Folded. */
  readonly words: readonly string[];
}

/** An inverted index: the entries that contain a word, as positions in the list that it was built from. */
export class WordIndex {
  private readonly postings = new Map<string, Map<number, number>>();
  private readonly vocabulary: readonly string[];
  private readonly byStem = new Map<string, string[]>();

  constructor(entries: readonly (readonly Field[])[]) {
    entries.forEach((fields, entry) => {
      for (const { weight, words } of fields)
        for (const word of words) {
          let fits = this.postings.get(word);
          if (fits === undefined) this.postings.set(word, (fits = new Map()));
          if ((fits.get(entry) ?? 0) < weight) fits.set(entry, weight);
        }
    });
    this.vocabulary = [...this.postings.keys()].sort();
    for (const word of this.vocabulary) {
      const stem = stemOf(word);
      const same = this.byStem.get(stem);
      if (same === undefined) this.byStem.set(stem, [word]);
      else same.push(word);
    }
  }

  /**
   * How well each entry matches a word: the best weight of its fields, a little reduced if it has another form of the
   * word, and more if it has only one that begins with it. A number matches only itself: 7 is not 17 or 70.
   */
  fitsOf(word: string): ReadonlyMap<number, number> {
    const fits = new Map(this.postings.get(word));
    if (/^\d+$/.test(word) || word.length < 2) return fits;
    const add = (others: readonly string[], part: number) => {
      for (const other of others)
        for (const [entry, weight] of this.postings.get(other) ?? [])
          if ((fits.get(entry) ?? 0) < weight * part) fits.set(entry, weight * part);
    };
    add(this.byStem.get(stemOf(word)) ?? [], FORM);
    add(this.beginningWith(word), PART);
    return fits;
  }

  has(word: string): boolean {
    return this.postings.has(word);
  }

  /** As {@link fitsOf}, but only for the word itself. */
  exactly(word: string): ReadonlyMap<number, number> {
    return this.postings.get(word) ?? NONE;
  }

  /** The words of the index that differ from a word by a slip; none for a short word or one with a digit. */
  spelledLike(word: string): readonly string[] {
    if (word.length < SHORTEST_SLIP || /\d/.test(word)) return [];
    return this.vocabulary.filter((other) => other.length >= SHORTEST_SLIP && isSlip(word, other));
  }

  private beginningWith(beginning: string): string[] {
    let [low, high] = [0, this.vocabulary.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.vocabulary[middle]! <= beginning) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.vocabulary[end]?.startsWith(beginning)) end++;
    return this.vocabulary.slice(low, end);
  }
}

const NONE: ReadonlyMap<number, number> = new Map();
const FORM = 0.9;
const PART = 0.7;
/** In letters: shorter words are similar by chance. */
const SHORTEST_SLIP = 4;
