import { stat } from 'node:fs/promises';
import { join, normalize, resolve, sep } from 'node:path';
import { globMatcher } from '../core/config/glob';
import { entriesOf, isWalked, languageIdOf } from './files';
import { slashed } from './paths';

/**
 * Replaces each path that is a pattern by the folders and documents that match it, sorted, as the shells of Unix do. A
 * pattern that is the name of a file, or that matches nothing, stays.
 */
export async function expandPaths(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  const expanded = await Promise.all(paths.map((path) => (isPattern(path) ? matchesOf(path, cwd) : [path])));
  return expanded.flat();
}

function isPattern(path: string): boolean {
  return /[*?{]/.test(path);
}

async function matchesOf(path: string, cwd: string): Promise<readonly string[]> {
  if (await stat(resolve(cwd, path)).catch(() => undefined)) return [path];
  const pattern = normalize(path);
  const names = pattern.split(sep);
  const fixed = names.slice(0, names.findIndex(isPattern));
  const depth = names.includes('**') ? Infinity : names.length - fixed.length;
  const base = fixed.join(sep) || (pattern.startsWith(sep) ? sep : '');
  const found: string[] = [];
  await collect(base, depth, cwd, globMatcher([slashed(pattern)]), found);
  return found.length > 0 ? found : [path];
}

/** A folder that matches is not entered, as it will be walked. */
async function collect(
  folder: string,
  depth: number,
  cwd: string,
  matches: (path: string) => boolean,
  found: string[],
): Promise<void> {
  for (const entry of await entriesOf(resolve(cwd, folder)).catch(() => [])) {
    if (!isWalked(entry.name)) continue;
    const path = join(folder, entry.name);
    const isFolder = entry.isDirectory();
    if (matches(slashed(path)) && (isFolder || languageIdOf(path) !== undefined)) found.push(path);
    else if (isFolder && depth > 1) await collect(path, depth - 1, cwd, matches, found);
  }
}
