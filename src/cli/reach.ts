import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isWithin } from './within';

/** Whether a run with certain paths may write to a real path. */
export type Reach = (realPath: string) => boolean;

/**
 * Everything in the given paths may be written, except the targets of links. If a path is itself a link, or contains
 * one, its target may be written only in the working folder, or in the path's own folder if that is elsewhere: shells
 * expand `*`, so the user may not have noticed the link.
 */
export async function reachOf(paths: readonly string[], cwd: string): Promise<Reach> {
  const roots: string[] = [];
  for (const path of paths) {
    if (path === '-') continue;
    const fullPath = resolve(cwd, path);
    try {
      const realBase = await realpath(isWithin(cwd, fullPath) ? cwd : dirname(fullPath));
      const real = await realpath(fullPath);
      if (isWithin(realBase, real)) roots.push(real);
    } catch {
      // Reading the path reports the error.
    }
  }
  return (realPath) => roots.some((root) => isWithin(root, realPath));
}
