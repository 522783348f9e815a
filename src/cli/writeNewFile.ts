import { constants, copyFile, link, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Invocation } from './invocation';
import { reasonOf } from './reasons';
import { printable } from './style';

/**
 * Writes a file that must not exist yet, which gets its name when its content is complete; returns why it could not be
 * written.
 */
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

/** Prints a text, or writes it to the file that the command names and says so; returns false if it could not. */
export async function writeOutput(
  output: string | undefined,
  text: string,
  contents: string,
  { cwd, stdout, stderr }: Pick<Invocation, 'cwd' | 'stdout' | 'stderr'>,
): Promise<boolean> {
  if (output === undefined) {
    stdout.write(text);
    return true;
  }
  const fault = await writeNewFile(resolve(cwd, output), text);
  const name = printable(output);
  stderr.write(fault === undefined ? `${contents} written to ${name}.\n` : `${name}: ${printable(fault)}\n`);
  return fault === undefined;
}
