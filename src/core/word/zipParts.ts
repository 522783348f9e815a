import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from './crc32';

/**
 * A zip package of the parts and folders, in their order and with any names, which `zipSync` of fflate does not keep:
 * it takes them from an object. The same parts always give the same bytes.
 */
export function zipParts(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const isDeflated = bytes.length > 0 && !COMPRESSED.test(name);
    const data = isDeflated ? deflateSync(bytes, { level: 6 }) : bytes;
    const written = strToU8(name);
    // The version that is needed, the flags, the method, the time and date, the checksum, and the lengths.
    const header = numbers([
      ...([VERSION, 2, IS_UTF8, 2, isDeflated ? DEFLATED : 0, 2, 0, 2, FIRST_DAY, 2] as const),
      ...([crc32(bytes), 4, data.length, 4, bytes.length, 4, written.length, 2, 0, 2] as const),
    ]);
    files.push(numbers([LOCAL_HEADER, 4]), header, written, data);
    directory.push(numbers([DIRECTORY_ENTRY, 4, VERSION, 2]), header);
    // The lengths of no comment, the disk, the attributes, and the offset of the local header.
    directory.push(numbers([0, 2, 0, 2, 0, 2, 0, 4, offset, 4]), written);
    offset += 4 + header.length + written.length + data.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = numbers([END_RECORD, 4, 0, 4, parts.size, 2, parts.size, 2, length, 4, offset, 4, 0, 2]);
  return joined([...files, ...directory, end]);
}

/** Files whose format is compressed. */
const COMPRESSED = /\.(?:png|jpe?g|gif|webp|mp4|mp3|zip|docx|xlsx|pptx)$/i;

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_RECORD = 0x06054b50;
const VERSION = 20;
const IS_UTF8 = 0x800;
const DEFLATED = 8;
/** 1 January 1980, the earliest date that a zip package can contain, which is what Word writes. */
const FIRST_DAY = (1 << 5) | 1;

/** Unsigned numbers in little-endian order, each followed by its number of bytes. */
function numbers(pairs: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < pairs.length; i += 2)
    for (let n = 0; n < pairs[i + 1]!; n++) bytes.push((pairs[i]! >>> (8 * n)) & 0xff);
  return Uint8Array.from(bytes);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
