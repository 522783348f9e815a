import { rm, writeFile } from 'node:fs/promises';
import { reasonOf } from './reasons';

/** Writes a file that must not exist yet; returns why it could not be written. */
export async function writeNewText(fullPath: string, text: string): Promise<string | undefined> {
  return writeNewFile(fullPath, text);
}

/** The same for text or bytes. A file that could not be written completely is removed. */
export async function writeNewFile(fullPath: string, content: string | Uint8Array): Promise<string | undefined> {
  try {
    await writeFile(fullPath, content, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      return 'the file already exists and is not overwritten. Name another, or remove it.';
    if (isCutShort(error)) await rm(fullPath, { force: true }).catch(() => undefined);
    return `cannot be written: ${reasonOf(error)}`;
  }
}

/** Whether the file was created before the error, which happens only when there is no space left for its content. */
function isCutShort(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '');
}
