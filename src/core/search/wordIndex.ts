import { isSlip } from './slips';

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
  }

  /**
   * How well each entry matches a word: the best weight of its fields, reduced if it has only a word that begins with
   * this one, or differs from it by the "s" of a plural. A number matches only itself: 7 is not 17 or 70.
   */
  fitsOf(word: string): ReadonlyMap<number, number> {
    const fits = new Map(this.postings.get(word));
    if (/^\d+$/.test(word) || word.length < 2) return fits;
    const similar = this.beginningWith(word);
    if (word.endsWith('s') && word.length > 4) similar.push(word.slice(0, -1));
    for (const other of similar)
      for (const [entry, weight] of this.postings.get(other) ?? [])
        if ((fits.get(entry) ?? 0) < weight * PART) fits.set(entry, weight * PART);
    return fits;
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

const PART = 0.7;
/** In letters: shorter words are similar by chance. */
const SHORTEST_SLIP = 4;
