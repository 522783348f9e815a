import { lstat, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBytes } from '../readBytes';
import { reasonOf } from '../reasons';
import { writeNewFile } from '../writeNewText';
import { writeText } from '../writeText';
import { MOST_BYTES, textOfBaseline, type Baseline, type Seen } from './baseline';

/**
 * Writes the baseline with what the run found. Files that the run did not check keep their entries as long as they
 * exist. Returns the number of findings in it, or why it could not be written; an old file then stays as it is.
 */
export async function updateBaseline(
  fullPath: string,
  { folder, files }: Baseline,
  seen: readonly Seen[],
): Promise<
  { readonly kind: 'written'; readonly count: number } | { readonly kind: 'problem'; readonly message: string }
> {
  const next = new Map(seen.map(({ key, entries }): [string, readonly string[]] => [key, entries]));
  for (const [key, entries] of files)
    if (!next.has(key) && (await exists(resolve(folder, key)))) next.set(key, entries);
  const text = textOfBaseline(next);
  try {
    // A link may lead anywhere.
    if (await isLink(fullPath)) return { kind: 'problem', message: 'is a link. Name the file itself.' };
    if (await exists(fullPath)) {
      // In place, which keeps the mode and hard links of the file.
      const read = await readBytes(fullPath, MOST_BYTES);
      const why = read.kind === 'problem' ? read.message : await writeText(fullPath, read.bytes, Buffer.from(text));
      if (why !== undefined) return { kind: 'problem', message: `is not changed, because ${why}.` };
    } else {
      const fault = await writeNewFile(fullPath, text);
      if (fault !== undefined) return { kind: 'problem', message: fault };
    }
  } catch (error) {
    return { kind: 'problem', message: `cannot be written: ${reasonOf(error)}` };
  }
  return { kind: 'written', count: [...next.values()].reduce((sum, { length }) => sum + length, 0) };
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
