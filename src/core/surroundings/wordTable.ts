/**
 * Maps the hashes of words to numbers, for a lookup of every word of a text. It uses open addressing in two arrays; a
 * `Map` takes several times as long.
 */
export class WordTable {
  private readonly hashes: Int32Array;
  private readonly numbers: Int16Array;
  private readonly mask: number;

  /**
   * The number of each word is its index in the list. Among words with equal hashes, the first is kept. The maximum is
   * 32,767 words.
   */
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
    return this.numbers[this.slotOf(hash)]!;
  }

  /** The slot of the word, or the free slot for it. */
  private slotOf(hash: number): number {
    const { hashes, numbers, mask } = this;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (numbers[slot] !== NONE && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}

const NONE = -1;
