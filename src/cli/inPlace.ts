import { constants, open, type FileHandle } from 'node:fs/promises';
import { readAtMost } from './readBytes';

/** Opens a file to be read and written, without waiting, and without following a link. */
export function openInPlace(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
}

/** What a file holds now; `undefined` where that is more than `most` bytes. */
export async function contentOf(file: FileHandle, most: number): Promise<Buffer | undefined> {
  const read = await readAtMost(file, (await file.stat()).size, most);
  return read.kind === 'read' ? read.bytes : undefined;
}

/** Writes what differs between two contents of a file, `before` being the one it has where that is known, and waits for the disk. */
export async function putInPlace(file: FileHandle, before: Buffer | undefined, after: Buffer): Promise<void> {
  let at = 0;
  while (before !== undefined && at < after.length && before[at] === after[at]) at++;
  while (at < after.length) at += (await file.write(after, at, after.length - at, at)).bytesWritten;
  await file.truncate(after.length);
  await file.sync();
}
