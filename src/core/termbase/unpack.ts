/**
 * Decompresses text that the build packed: UTF-8, compressed by raw DEFLATE (RFC 1951), as base64. Bundles contain
 * the data in this form, at a quarter of its size, and unpack it when a termbase is first needed. Node and browsers
 * share no synchronous API for this, and a library would be larger than this code.
 *
 * @throws If the data is damaged.
 */
export function unpack(packed: string): string {
  const compressed = atob(packed);
  const bytes = new Uint8Array(compressed.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = compressed.charCodeAt(i);
  return new TextDecoder().decode(inflate(bytes));
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
      if (length + LONGEST_COPY > out.length) reserve(LONGEST_COPY);
      if (symbol < END) {
        out[length++] = symbol;
        continue;
      }
      // Not destructured as arrays: this runs before the engine has warmed up, and destructuring would take half the
      // time.
      const copied = LENGTHS[symbol - END - 1]!;
      const count = copied.base + bits.read(copied.bits);
      const back = DISTANCES[distances.read(bits)]!;
      const from = length - back.base - bits.read(back.bits);
      // Copies byte by byte where the source overlaps the target.
      if (from >= 0 && from + count <= length) out.copyWithin(length, from, from + count);
      else for (let i = 0; i < count; i++) out[length + i] = out[from + i]!;
      length += count;
    }
  }
  return out.subarray(0, length);
}

const END = 256;
const LONGEST_COPY = 258;
const DAMAGED = 'The packed data is damaged.';

/** Reads bits from the lowest of each byte upwards. */
class Bits {
  private next = 0;
  private held = 0;
  private count = 0;

  constructor(private readonly bytes: Uint8Array) {}

  read(count: number): number {
    const value = this.peek(count);
    this.skip(count);
    return value;
  }

  /** Returns at most 15 bits without consuming them; zeros after the end. */
  peek(count: number): number {
    while (this.count < count) {
      this.held |= (this.bytes[this.next++] ?? 0) << this.count;
      this.count += 8;
    }
    return this.held & ((1 << count) - 1);
  }

  skip(count: number): void {
    this.held >>>= count;
    this.count -= count;
    if (this.next * 8 - this.count > this.bytes.length * 8) throw new Error(DAMAGED);
  }

  readStored(): Uint8Array {
    const start = this.next - (this.count >> 3) + 4;
    const length = this.bytes[start - 4]! | (this.bytes[start - 3]! << 8);
    if (start + length > this.bytes.length) throw new Error(DAMAGED);
    this.next = start + length;
    this.held = this.count = 0;
    return this.bytes.subarray(start, this.next);
  }
}

/** A canonical Huffman code as a table: maps the next few bits to the symbol that they begin with, and its length. */
class Code {
  private readonly table: Uint16Array;
  private readonly longest: number;

  constructor(lengths: readonly number[]) {
    this.longest = Math.max(1, ...lengths);
    this.table = new Uint16Array(1 << this.longest);
    const used = [...lengths.keys()]
      .filter((symbol) => lengths[symbol]! > 0)
      .sort((a, b) => lengths[a]! - lengths[b]! || a - b);
    let code = 0;
    let last = 0;
    for (const symbol of used) {
      const length = lengths[symbol]!;
      code <<= length - last;
      last = length;
      // The first bit of a code is its lowest.
      for (let at = reversed(code, length); at < this.table.length; at += 1 << length)
        this.table[at] = (symbol << 4) | length;
      code++;
    }
  }

  read(bits: Bits): number {
    const entry = this.table[bits.peek(this.longest)]!;
    if (entry === 0) throw new Error(DAMAGED);
    bits.skip(entry & 15);
    return entry >> 4;
  }
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let i = 0; i < length; i++) result |= ((code >> i) & 1) << (length - 1 - i);
  return result;
}

const FIXED: readonly [Code, Code] = [
  new Code([
    ...Array<number>(144).fill(8),
    ...Array<number>(112).fill(9),
    ...Array<number>(24).fill(7),
    ...Array<number>(8).fill(8),
  ]),
  new Code(Array<number>(30).fill(5)),
];

/** Bases and extra bits, as in the tables of the RFC. */
const LENGTHS = [...ranges(3, [8, 4, 4, 4, 4, 4]).slice(0, 28), { base: LONGEST_COPY, bits: 0 }];
const DISTANCES = ranges(1, [4, ...Array<number>(13).fill(2)]);

interface Range {
  readonly base: number;
  /** Number of extra bits, which give the value to add. */
  readonly bits: number;
}

function ranges(start: number, runs: readonly number[]): readonly Range[] {
  let base = start;
  return runs.flatMap((run, bits) =>
    Array.from({ length: run }, () => {
      const range = { base, bits };
      base += 1 << bits;
      return range;
    }),
  );
}

/** The order in which a block lists the lengths of the code-length code. */
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
    else if (symbol === 16) lengths.push(...Array<number>(3 + bits.read(2)).fill(lengths[lengths.length - 1]!));
    else lengths.push(...Array<number>(symbol === 17 ? 3 + bits.read(3) : 11 + bits.read(7)).fill(0));
  }
  return [new Code(lengths.slice(0, literals)), new Code(lengths.slice(literals))];
}
