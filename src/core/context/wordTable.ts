/**
 * A number for each of some words, by their hashes, for a look at every word of a text. Open addressing in two arrays, as
 * a `Map` takes several times as long for as many looks.
 */
export class WordTable {
  private readonly hashes: Int32Array;
  private readonly numbers: Int16Array;
  private readonly mask: number;

  /** The words' numbers are their places in the list. Of words whose hashes are equal the first is kept; there may be 32,767. */
  constructor(words: readonly number[]) {
    let size = 64;
    while (size < words.length * 8) size *= 2;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.numbers = new Int16Array(size).fill(NONE);
    words.forEach((hash, number) => {
      const slot = this.slotOf(hash);
      if (this.numbers[slot] !== NONE) return;
      this.hashes[slot] = hash;
      this.numbers[slot] = number;
    });
  }

  /** The word's number, or -1. */
  numberOf(hash: number): number {
    return this.numbers[this.slotOf(hash)];
  }

  /** Where the word is, or the free slot where it would be. */
  private slotOf(hash: number): number {
    const { hashes, numbers, mask } = this;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (numbers[slot] !== NONE && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}

const NONE = -1;
