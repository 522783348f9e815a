import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes files into a folder atomically: into a new folder next to it first, which is then renamed. An existing release
 * is replaced only by a complete one. A folder with any other content is not changed, and an error says so.
 */
export function writeFolder(folder: string, files: ReadonlyMap<string, string>, mark: string): void {
  const why = whyNotReplaced(folder, files, mark);
  if (why !== undefined) throw new Error(why);
  mkdirSync(dirname(folder), { recursive: true });
  const made = mkdtempSync(join(dirname(folder), `.${basename(folder)}-`));
  try {
    const whole = join(made, 'new');
    mkdirSync(whole);
    for (const [name, text] of files) writeFileSync(join(whole, name), text, { flag: 'wx' });
    replace(folder, whole, join(made, 'old'));
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
}

function replace(folder: string, whole: string, old: string): void {
  const isThere = existsSync(folder);
  if (isThere) renameSync(folder, old);
  try {
    renameSync(whole, folder);
  } catch (error) {
    if (isThere) renameSync(old, folder);
    throw error;
  }
}

/** Only an empty folder is replaced, or one that contains only the files of a release, including `mark`. */
function whyNotReplaced(folder: string, files: ReadonlyMap<string, string>, mark: string): string | undefined {
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) return `${folder} is not a folder. Name another, or remove it.`;
  const entries = readdirSync(folder);
  if (entries.length === 0) return undefined;
  const other = entries.find((name) => !files.has(name));
  if (other !== undefined)
    return `${folder} contains "${other}", which is not a file of a release. Name another folder, or move it away.`;
  return entries.includes(mark)
    ? undefined
    : `${folder} contains no release: "${mark}" is missing. Name another folder, or empty this one.`;
}
