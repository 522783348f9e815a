/**
 * Text that the build packed: UTF-8, compressed by raw DEFLATE (RFC 1951), as base64. The bundles carry the data so, at a
 * quarter of its size, and unpack it when a termbase is first asked for. Neither Node nor browsers have a way to do this
 * that both share and that answers at once, and a library for it is larger than this.
 */
export function unpack(packed: string): string {
  return new TextDecoder().decode(inflate(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))));
}

function inflate(bytes: Uint8Array): Uint8Array {
  const bits = new Bits(bytes);
  let out = new Uint8Array(bytes.length * 6);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= out.length) return;
    const larger = new Uint8Array(Math.max(out.length * 2, length + more));
    larger.set(out);
    out = larger;
  };
  for (let last = false; !last;) {
    last = bits.read(1) === 1;
    const type = bits.read(2);
    if (type === 0) {
      const stored = bits.readStored();
      reserve(stored.length);
      out.set(stored, length);
      length += stored.length;
      continue;
    }
    const [literals, distances] = type === 1 ? FIXED : readCodes(bits);
    for (let symbol = literals.read(bits); symbol !== END; symbol = literals.read(bits)) {
      reserve(LONGEST_COPY);
      if (symbol < END) { out[length++] = symbol; continue; }
      const [copied, copiedBits] = LENGTHS[symbol - END - 1];
      const count = copied + bits.read(copiedBits);
      const [back, backBits] = DISTANCES[distances.read(bits)];
      const from = length - back - bits.read(backBits);
      // Byte by byte: a copy may reach into what it is writing.
      for (let i = 0; i < count; i++) out[length++] = out[from + i];
    }
  }
  return out.subarray(0, length);
}

const END = 256;
const LONGEST_COPY = 258;
const DAMAGED = 'The packed data is damaged.';

/** Bits from the lowest of each byte up. */
class Bits {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read(count: number): number {
    if (this.at + count > this.bytes.length * 8) throw new Error(DAMAGED);
    let value = 0;
    for (let i = 0; i < count; i++, this.at++) value |= ((this.bytes[this.at >> 3] >> (this.at & 7)) & 1) << i;
    return value;
  }

  readStored(): Uint8Array {
    const start = ((this.at + 7) >> 3) + 4;
    const length = this.bytes[start - 4] | (this.bytes[start - 3] << 8);
    this.at = (start + length) * 8;
    if (Number.isNaN(this.at) || this.at > this.bytes.length * 8) throw new Error(DAMAGED);
    return this.bytes.subarray(start, start + length);
  }
}

/** A canonical Huffman code: how many symbols each length has, and the symbols in the order of their codes. */
class Code {
  private readonly counts = new Uint16Array(16);
  private readonly symbols: readonly number[];

  constructor(lengths: readonly number[]) {
    for (const length of lengths) if (length > 0) this.counts[length]++;
    const used = [...lengths.keys()].filter((symbol) => lengths[symbol] > 0);
    this.symbols = used.sort((a, b) => lengths[a] - lengths[b] || a - b);
  }

  read(bits: Bits): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length < 16; length++) {
      code |= bits.read(1);
      const count = this.counts[length];
      if (code - first < count) return this.symbols[index + code - first];
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new Error(DAMAGED);
  }
}

const FIXED: readonly [Code, Code] = [
  new Code([...Array<number>(144).fill(8), ...Array<number>(112).fill(9), ...Array<number>(24).fill(7), ...Array<number>(8).fill(8)]),
  new Code(Array<number>(30).fill(5)),
];

/** Bases and extra bits, as the RFC's tables have them. */
const LENGTHS = [...ranges(3, [8, 4, 4, 4, 4, 4]).slice(0, 28), [LONGEST_COPY, 0] as const];
const DISTANCES = ranges(1, [4, ...Array<number>(13).fill(2)]);

function ranges(start: number, runs: readonly number[]): readonly (readonly [base: number, bits: number])[] {
  let base = start;
  return runs.flatMap((run, bits) => Array.from({ length: run }, () => {
    const range = [base, bits] as const;
    base += 1 << bits;
    return range;
  }));
}

/** In the order in which a block gives the lengths of the code of its code lengths. */
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

function readCodes(bits: Bits): readonly [Code, Code] {
  const [literals, distances, given] = [bits.read(5) + 257, bits.read(5) + 1, bits.read(4) + 4];
  const first = Array<number>(19).fill(0);
  for (const symbol of ORDER.slice(0, given)) first[symbol] = bits.read(3);
  const code = new Code(first);
  const lengths: number[] = [];
  while (lengths.length < literals + distances) {
    const symbol = code.read(bits);
    if (symbol < 16) lengths.push(symbol);
    else if (symbol === 16) lengths.push(...Array<number>(3 + bits.read(2)).fill(lengths[lengths.length - 1]));
    else lengths.push(...Array<number>(symbol === 17 ? 3 + bits.read(3) : 11 + bits.read(7)).fill(0));
  }
  return [new Code(lengths.slice(0, literals)), new Code(lengths.slice(literals))];
}
