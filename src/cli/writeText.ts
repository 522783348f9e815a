import { lstat, rm, type FileHandle } from 'node:fs/promises';
import { contentOf, openInPlace, putInPlace } from './inPlace';
import { kindOf } from './readBytes';
import { reasonOf } from './reasons';
import { keepCopy } from './safetyCopy';

/**
 * Changes a file from the content that was read to the new content; returns why it was not changed, worded to follow
 * “not changed, because”. `path` is the real path: a link there is not followed.
 *
 * The file is written in place instead of being replaced. This preserves its owner, mode, hard links, extended
 * attributes and access lists, which Node could neither read nor set. A safety copy makes an interruption as harmless
 * as with a rename: {@link settleCopy} restores a file that was partly written.
 */
export async function writeText(path: string, before: Buffer, after: Buffer): Promise<string | undefined> {
  let file: FileHandle | undefined;
  try {
    // Checks the mode as well, because root can open a read-only file.
    if (((await lstat(path)).mode & 0o222) === 0) return 'it is read-only';
    file = await openInPlace(path);
    const other = kindOf(await file.stat());
    if (other !== undefined) return `it ${other}`;
    return await write(path, file, before, after);
  } catch (error) {
    const reason = reasonOf(error);
    return reason === 'no permission' ? 'there is no permission to write it' : `it cannot be written: ${reason}`;
  } finally {
    await file?.close();
  }
}

async function write(path: string, file: FileHandle, before: Buffer, after: Buffer): Promise<string | undefined> {
  let copy;
  try {
    copy = await keepCopy(path, before, after);
  } catch (error) {
    return `no safety copy can be created next to it: ${reasonOf(error)}`;
  }
  // Checked as late as possible: changes that somebody else has made since must not be lost.
  if (!(await contentOf(file, before.length))?.equals(before)) {
    await removeCopy(copy);
    return 'it has changed in the meantime. Run this again';
  }
  try {
    await putInPlace(file, before, after);
  } catch (error) {
    const reason = `it cannot be written: ${reasonOf(error)}`;
    try {
      await putInPlace(file, undefined, before);
    } catch {
      return `${reason}. It was partly written; the next run restores it`;
    }
    await removeCopy(copy);
    return reason;
  }
  await removeCopy(copy);
  return undefined;
}

async function removeCopy(copy: string): Promise<void> {
  try {
    await rm(copy, { force: true });
  } catch {
    // The file itself is complete; the next run removes the copy.
  }
}
