import { open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { encode, type WrittenEncoding } from './readText';

/**
 * Writes a file whole or not at all: readers see the old text or the new one, also when the machine stops in between.
 * A link stays a link; permissions stay as they are. Throws what the file system throws.
 */
export async function writeText(path: string, text: string, encoding: WrittenEncoding): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
  // Beside the target, because a rename is atomic only within one file system.
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = await open(temporary, 'wx', mode);
    try {
      await file.writeFile(encode(text, encoding));
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
