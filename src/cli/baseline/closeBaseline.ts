import { lstat, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Invocation } from '../invocation';
import { readBytes } from '../readBytes';
import { reasonOf } from '../reasons';
import type { CheckFormat, Selection } from '../sharedOptions';
import { plural, printable } from '../style';
import { writeNewFile } from '../writeNewFile';
import { writeText } from '../writeText';
import { MOST_BYTES, textOfBaseline, type Baseline, type Seen } from './baseline';

/**
 * Writes the baseline if it is to be written, and says what was hidden if the report does not. Returns false if the
 * file could not be written.
 */
export async function closeBaseline(
  { baseline: path = '', format }: Pick<Selection, 'baseline'> & { readonly format: CheckFormat },
  baseline: Baseline,
  seen: readonly Seen[],
  hidden: number,
  { cwd, stderr }: Invocation,
): Promise<boolean> {
  if (!baseline.isUpdated) {
    // The other formats have no place for it.
    if (hidden > 0 && format !== 'text' && format !== 'github')
      stderr.write(`${plural(hidden, 'known finding')} hidden.\n`);
    return true;
  }
  const files = await mergedWith(baseline, seen);
  const fault = await write(resolve(cwd, path), textOfBaseline(files)).catch(
    (error: unknown) => `cannot be written: ${reasonOf(error)}`,
  );
  const count = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  stderr.write(`${printable(path)}: ${fault ?? `${plural(count, 'finding')} recorded.`}\n`);
  return fault === undefined;
}

/** What the run found. Files that it did not check keep their entries as long as they exist. */
async function mergedWith({ folder, files }: Baseline, seen: readonly Seen[]): Promise<Map<string, readonly string[]>> {
  const merged = new Map(seen.map(({ key, entries }): [string, readonly string[]] => [key, entries]));
  for (const [key, entries] of files)
    if (!merged.has(key) && (await stat(resolve(folder, key)).catch(() => undefined))) merged.set(key, entries);
  return merged;
}

/** Returns why the baseline could not be written; an old file then stays as it is. */
async function write(fullPath: string, text: string): Promise<string | undefined> {
  const known = await lstat(fullPath).catch(() => undefined);
  // A link may lead anywhere.
  if (known?.isSymbolicLink()) return 'is a link. Name the file itself.';
  if (!known) return writeNewFile(fullPath, text);
  // In place, which keeps the mode and hard links of the file.
  const read = await readBytes(fullPath, MOST_BYTES);
  const why = read.kind === 'problem' ? read.message : await writeText(fullPath, read.bytes, Buffer.from(text));
  return why === undefined ? undefined : `is not changed, because ${why}.`;
}
