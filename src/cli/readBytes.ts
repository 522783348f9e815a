import type { Stats } from 'node:fs';
import { constants, open, stat, type FileHandle } from 'node:fs/promises';
import { reasonOf } from './reasons';

/** The content of a file, or why it is not read, worded to follow the file's name. */
export type Bytes =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'problem'; readonly message: string; readonly isTooLarge: boolean };

/**
 * Reads a regular file, or the target of a link to one, of at most `most` bytes. Never throws, and never waits for a
 * writer: a pipe, a device or a socket is a problem.
 */
export async function readBytes(fullPath: string, most: number): Promise<Bytes> {
  try {
    // Checked by name first, as opening a device may have effects, and again once opened, as the name may denote
    // another file by then.
    const other = kindOf(await stat(fullPath));
    if (other !== undefined) return problem(other);
    const file = await open(fullPath, READ);
    try {
      const stats = await file.stat();
      return kindOf(stats) === undefined ? await readAtMost(file, stats.size, most) : problem(kindOf(stats)!);
    } finally {
      await file.close();
    }
  } catch (error) {
    return problem(reasonOf(error));
  }
}

/** The kind of anything that is not a regular file; `undefined` for a regular file. */
export function kindOf(stats: Stats): string | undefined {
  if (stats.isFile()) return undefined;
  if (stats.isDirectory()) return 'is a folder';
  if (stats.isFIFO()) return IS_PIPE;
  return stats.isSocket() ? 'is a socket, not a file' : 'is a device, not a file';
}

export const IS_PIPE = 'is a pipe, not a file';

/** Neither opening nor reading blocks. Windows has no such flags, and no such files. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0);

/**
 * Reads from the beginning of the file. `size` is the reported size, which is only a hint: the bytes that are read
 * count.
 */
export async function readAtMost(file: FileHandle, size: number, most: number): Promise<Bytes> {
  if (size > most) return tooLarge(most);
  let bytes = Buffer.allocUnsafe(size + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
    length += bytesRead;
    if (length > most) return tooLarge(most);
    // A short read is the end of a regular file, unless its reported size is zero.
    if (bytesRead === 0 || (length === size && size > 0)) return { kind: 'read', bytes: bytes.subarray(0, length) };
    if (length === bytes.length) bytes = Buffer.concat([bytes], Math.min(Math.max(2 * length, 4096), most + 1));
  }
}

function problem(message: string): Bytes {
  return { kind: 'problem', message, isTooLarge: false };
}

function tooLarge(most: number): Bytes {
  const size = most < 1_000_000 ? `${most} ${most === 1 ? 'byte' : 'bytes'}` : `${Math.floor(most / 1_000_000)} MB`;
  return { kind: 'problem', message: `is larger than ${size}`, isTooLarge: true };
}
