import { writeFile } from 'node:fs/promises';
import { reasonOf } from './reasons';

/** Writes a file that must not exist yet; returns why it could not be written. */
export async function writeNewText(fullPath: string, text: string): Promise<string | undefined> {
  try {
    await writeFile(fullPath, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      return 'the file already exists and is not overwritten. Name another, or remove it.';
    return `cannot be written: ${reasonOf(error)}`;
  }
}
