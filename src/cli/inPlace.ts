import { constants, open, type FileHandle } from 'node:fs/promises';
import { readAtMost } from './readBytes';

/** Opens a file for reading and writing, without blocking and without following a link. */
export function openInPlace(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}

/** The current content of a file; `undefined` if it is longer than `most` bytes. */
export async function contentOf(file: FileHandle, most: number): Promise<Buffer | undefined> {
  const read = await readAtMost(file, (await file.stat()).size, most);
  return read.kind === 'read' ? read.bytes : undefined;
}

/**
 * Writes the bytes in which two contents of a file differ and waits for the disk. `before` is the current content, if
 * known.
 */
export async function putInPlace(file: FileHandle, before: Buffer | undefined, after: Buffer): Promise<void> {
  let at = 0;
  while (before !== undefined && at < after.length && before[at] === after[at]) at++;
  while (at < after.length) at += (await file.write(after, at, after.length - at, at)).bytesWritten;
  await file.truncate(after.length);
  await file.sync();
}
