import { Inflate, strFromU8 } from 'fflate';
import { crc32 } from './crc32';
import type { WordProblem } from './wordDocument';

export interface ZipParts {
  readonly kind: 'parts';
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/** The most that the parts may expand to, in bytes. */
const LARGEST_TOTAL = 100 * 1024 * 1024;
const MOST_PARTS = 10_000;
/** A part of more than `FREE_SIZE` bytes may not expand to more than this multiple of its compressed size. */
const HIGHEST_RATIO = 200;
const FREE_SIZE = 10 * 1024 * 1024;

/**
 * Decompresses the parts of a zip package, in the order of its directory; folders are empty parts. A part that would
 * expand beyond a limit is not expanded. Never throws.
 */
export function readZip(bytes: Uint8Array): ZipParts | WordProblem {
  try {
    return { kind: 'parts', parts: partsOf(bytes) };
  } catch (error) {
    if (error instanceof Refused) return { kind: 'problem', reason: error.reason, detail: error.message };
    // An offset that lies outside the bytes.
    if (error instanceof RangeError) return { kind: 'problem', reason: 'truncated', detail: '' };
    throw error;
  }
}

class Refused extends Error {
  constructor(
    readonly reason: WordProblem['reason'],
    detail: string,
  ) {
    super(detail);
  }
}

interface Entry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly compressed: number;
  readonly size: number;
  readonly checksum: number;
  /** The offset of the local header. */
  readonly header: number;
}

function partsOf(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view);
  let total = 0;
  for (const { name, compressed, size } of entries) {
    total += size;
    if (total > LARGEST_TOTAL) throw new Refused('too-large', `more than 100 MB in its parts up to ${name}`);
    if (size > FREE_SIZE && size > compressed * HIGHEST_RATIO)
      throw new Refused('too-large', `${name} is compressed to less than 1/${HIGHEST_RATIO}`);
  }
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    // Word does not open such a package, and other programs differ in which of the two they read.
    if (parts.has(entry.name)) throw new Refused('xml', `two parts are named ${entry.name}`);
    const part = readEntry(bytes, view, entry);
    if (crc32(part) !== entry.checksum) throw new Refused('xml', `the checksum of ${entry.name} is wrong`);
    parts.set(entry.name, part);
  }
  return parts;
}

function readDirectory(bytes: Uint8Array, view: DataView): readonly Entry[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_PARTS) throw new Refused('too-large', `more than ${MOST_PARTS} parts`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Refused('truncated', '');
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const name = strFromU8(bytes.subarray(at + 46, nameEnd), (flags & IS_UTF8) === 0).replaceAll('\\', '/');
    if ((flags & IS_ENCRYPTED) !== 0) throw new Refused('encrypted', name);
    if (method !== STORED && method !== DEFLATED) throw new Refused('truncated', name);
    const numbers = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const [size, compressed, header] = longNumbers(view, nameEnd, extraEnd, numbers);
    const checksum = view.getUint32(at + 16, true);
    const isDeflated = method === DEFLATED;
    entries.push({ name, isDeflated, compressed: compressed!, size: size!, checksum, header: header! });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const IS_ENCRYPTED = 1;
const IS_UTF8 = 0x800;
const STORED = 0;
const DEFLATED = 8;

/** The offset of the record at the end of the file; without it, the file is not complete. */
function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END_RECORD) return at;
  throw new Refused('truncated', '');
}

/** Replaces the numbers that do not fit in 32 bits by those of the Zip64 field, which has them in the same order. */
function longNumbers(view: DataView, from: number, to: number, numbers: readonly number[]): readonly number[] {
  if (!numbers.includes(0xffffffff)) return numbers;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64) continue;
    let next = at + 4;
    return numbers.map((number) => {
      if (number !== 0xffffffff) return number;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    });
  }
  return numbers;
}

const ZIP64 = 1;

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  { name, isDeflated, compressed, size, header }: Entry,
): Uint8Array {
  if (view.getUint32(header, true) !== LOCAL_HEADER) throw new Refused('truncated', name);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  const data = bytes.subarray(start, start + compressed);
  if (data.length < compressed || (!isDeflated && compressed !== size)) throw new Refused('truncated', name);
  return isDeflated ? inflate(data, size, name) : data;
}

/** In bytes. Each one may expand a thousandfold before its size is checked. */
const CHUNK = 0x4000;

/** Stops as soon as the part exceeds the size that the directory declares. */
function inflate(data: Uint8Array, size: number, name: string): Uint8Array {
  const part = new Uint8Array(size);
  let length = 0;
  const inflater = new Inflate((chunk) => {
    if (length + chunk.length > size) throw new Refused('too-large', `${name} is larger than it declares`);
    part.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < data.length; at += CHUNK)
      inflater.push(data.subarray(at, at + CHUNK), at + CHUNK >= data.length);
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused('truncated', name);
  }
  if (length !== size) throw new Refused('truncated', name);
  return part;
}
