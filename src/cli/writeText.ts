import { lstat, rm, type FileHandle } from 'node:fs/promises';
import { contentOf, openInPlace, putInPlace } from './inPlace';
import { kindOf } from './readBytes';
import { reasonOf } from './reasons';
import { keepCopy } from './safetyCopy';

/**
 * Changes a file from what was read of it to what it is to hold; gives why it was left as it was, as words that follow
 * “not changed, because”. `path` is the real one: a link there is not followed.
 *
 * The file is written in place, not replaced by another of its name: so its owner, mode, hard links, extended attributes
 * and access lists stay, which Node could neither read nor set. What a rename would give, that a stop in between loses
 * nothing, a safety copy gives: {@link settleCopy} puts a file back that was written in part.
 */
export async function writeText(path: string, before: Buffer, after: Buffer): Promise<string | undefined> {
  let file: FileHandle | undefined;
  try {
    // Asked by mode as well, because root may open what is read-only.
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
    return `no safety copy can be kept beside it: ${reasonOf(error)}`;
  }
  // As late as can be: what somebody else has written since is theirs.
  if (!(await contentOf(file, before.length))?.equals(before)) {
    await removeCopy(copy);
    return 'it was changed meanwhile. Run this again';
  }
  try {
    await putInPlace(file, before, after);
  } catch (error) {
    const reason = `it cannot be written: ${reasonOf(error)}`;
    try {
      await putInPlace(file, undefined, before);
    } catch {
      return `${reason}. A part of it was; the next run puts it back`;
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
    // The file is right; the next run removes it.
  }
}
