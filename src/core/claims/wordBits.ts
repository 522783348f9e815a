/**
 * Bits by the hash of a word, in typed arrays: a text asks for each of its words, and most have none. Two words with
 * one hash share their bits.
 */
export class WordBits {
  private hashes: Int32Array;
  /** Two numbers for each hash. */
  private values: Int32Array;
  private count = 0;

  /** `size` is a power of two; it grows as needed. */
  constructor(size = FIRST_SIZE) {
    this.hashes = new Int32Array(size);
    this.values = new Int32Array(2 * size);
  }

  /** Where the two values of a hash are; -1 for a hash without values. */
  indexOf(hash: number): number {
    const { hashes } = this;
    const mask = hashes.length - 1;
    for (let i = hash & mask; hashes[i] !== NONE; i = (i + 1) & mask) if (hashes[i] === hash) return 2 * i;
    return -1;
  }

  /** The first or the second value at an index of {@link indexOf}. */
  at(index: number, which: 0 | 1): number {
    return this.values[index + which]!;
  }

  add(hash: number, first: number, second: number): void {
    if (hash === NONE) return;
    if (2 * this.count >= this.hashes.length) this.grow();
    const mask = this.hashes.length - 1;
    let i = hash & mask;
    while (this.hashes[i] !== NONE && this.hashes[i] !== hash) i = (i + 1) & mask;
    if (this.hashes[i] === NONE) this.count++;
    this.hashes[i] = hash;
    this.values[2 * i]! |= first;
    this.values[2 * i + 1]! |= second;
  }

  private grow(): void {
    const { hashes, values } = this;
    this.hashes = new Int32Array(2 * hashes.length);
    this.values = new Int32Array(2 * values.length);
    this.count = 0;
    for (const [i, hash] of hashes.entries()) if (hash !== NONE) this.add(hash, values[2 * i]!, values[2 * i + 1]!);
  }
}

const FIRST_SIZE = 1 << 14;
/** No word has this hash: see `hashOf`. */
const NONE = 0;
