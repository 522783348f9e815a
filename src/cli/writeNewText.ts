import { constants, copyFile, link, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reasonOf } from './reasons';

/** Writes a file that must not exist yet; returns why it could not be written. */
export async function writeNewText(fullPath: string, text: string): Promise<string | undefined> {
  return writeNewFile(fullPath, text);
}

/** The same for text or bytes. The file gets its name when its content is complete. */
export async function writeNewFile(fullPath: string, content: string | Uint8Array): Promise<string | undefined> {
  const { randomUUID } = await import('node:crypto');
  const draft = join(dirname(fullPath), `.migration-terms-${randomUUID()}.tmp`);
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await link(draft, fullPath).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') throw error;
      // The disk has no hard links.
      return copyFile(draft, fullPath, constants.COPYFILE_EXCL);
    });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      return 'the file already exists and is not overwritten. Name another, or remove it.';
    return `cannot be written: ${reasonOf(error)}`;
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
