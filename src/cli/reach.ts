import { realpath } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isWithin } from './within';

/** Tells of a real path whether a run that was given certain paths may write there. */
export type Reach = (realPath: string) => boolean;

/**
 * What was given, without what links in it lead to. A path that is itself a link, or leads through one, gives what it leads
 * to only within the working folder, or within the folder that it lies in where that is elsewhere: shells write out `*`,
 * so that nobody need have seen the link.
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
      // Reading it tells.
    }
  }
  return (realPath) => roots.some((root) => isWithin(root, realPath));
}
