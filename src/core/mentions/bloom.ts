/**
 * A Bloom filter of hashes. It may report a hash that was never added, which is rare; it never misses one that was.
 * Each hash sets two bits of one 32-bit number, so a lookup reads one number.
 */
export class Bloom {
  private bits = new Int32Array(1);
  private shift = 31;
  private readonly noted: number[] = [];

  note(hash: number): void {
    this.noted.push(hash);
  }

  /** Must be called after the last hash is added. */
  close(): void {
    let size = 12;
    while (1 << size < this.noted.length) size++;
    this.shift = 32 - size;
    this.bits = new Int32Array(1 << size);
    for (const hash of this.noted) this.bits[hash >>> this.shift]! |= (1 << hash) | (1 << (hash >>> 5));
    this.noted.length = 0;
  }

  has(hash: number): boolean {
    const bits = this.bits[hash >>> this.shift]!;
    return ((bits >>> hash) & (bits >>> (hash >>> 5)) & 1) !== 0;
  }

  /** Tests two hashes in one call, because the answer is mostly no for both. */
  hasEither(one: number, other: number): boolean {
    const { bits, shift } = this;
    const ofOne = bits[one >>> shift]!;
    const ofOther = bits[other >>> shift]!;
    return (
      ((((ofOne >>> one) & (ofOne >>> (one >>> 5))) | ((ofOther >>> other) & (ofOther >>> (other >>> 5)))) & 1) !== 0
    );
  }
}
