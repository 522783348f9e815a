/**
 * A set of hashes that may, seldom, say that it has one which it has not, and never the other way round. A hash has two
 * bits in one number of 32, so that one look tells.
 */
export class Bloom {
  private bits = new Int32Array(1);
  private shift = 31;
  private readonly noted: number[] = [];

  note(hash: number): void {
    this.noted.push(hash);
  }

  /** To be called when all is noted. */
  close(): void {
    let size = 12;
    while (1 << size < this.noted.length) size++;
    this.shift = 32 - size;
    this.bits = new Int32Array(1 << size);
    for (const hash of this.noted) this.bits[hash >>> this.shift] |= (1 << hash) | (1 << (hash >>> 5));
    this.noted.length = 0;
  }

  has(hash: number): boolean {
    const bits = this.bits[hash >>> this.shift];
    return ((bits >>> hash) & (bits >>> (hash >>> 5)) & 1) !== 0;
  }

  /** One question for two hashes, as the answer is mostly no to both. */
  hasEither(one: number, other: number): boolean {
    const { bits, shift } = this;
    const ofOne = bits[one >>> shift];
    const ofOther = bits[other >>> shift];
    return ((((ofOne >>> one) & (ofOne >>> (one >>> 5))) | ((ofOther >>> other) & (ofOther >>> (other >>> 5)))) & 1) !== 0;
  }
}
