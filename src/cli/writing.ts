import { realpath } from 'node:fs/promises';
import type { Found } from './files';
import type { Invocation } from './invocation';
import { reasonOf } from './reasons';
import { printable } from './style';
import { settleCopy } from './safetyCopy';
import { writeText } from './writeText';
import { dirname, resolve } from 'node:path';
import { isWithin } from './paths';

type FoundFile = Extract<Found, { kind: 'file' }>;

/** Writes to the files of a run only. */
export interface Writing {
  /**
   * Called before a file is read: repairs what an earlier, killed run left behind, or returns a sentence that says why
   * the file must not be changed. Never throws.
   */
  readonly settle: (found: FoundFile) => Promise<string | undefined>;
  /** As {@link writeText}, if the file is one of those that were given. */
  readonly write: (found: FoundFile, before: Buffer, after: Buffer) => Promise<string | undefined>;
}

export async function openWriting(
  paths: readonly string[],
  { cwd, stderr }: Pick<Invocation, 'cwd' | 'stderr'>,
): Promise<Writing> {
  const isReached = await reachOf(paths, cwd);
  return {
    async settle({ path, fullPath }) {
      try {
        const real = await realpath(fullPath);
        if (!isReached(real)) return undefined;
        const settled = await settleCopy(real);
        if (settled.kind === 'problem') return `not changed, because ${settled.message}`;
        if (settled.kind === 'put back')
          stderr.write(
            `${printable(path)}: an earlier run was stopped while writing this file; its earlier content was restored.\n`,
          );
        return undefined;
      } catch (error) {
        return `not changed, because the state left by an earlier run cannot be repaired: ${reasonOf(error)}`;
      }
    },
    async write({ fullPath }, before, after) {
      let real;
      try {
        real = await realpath(fullPath);
      } catch (error) {
        return `it cannot be written: ${reasonOf(error)}`;
      }
      if (!isReached(real))
        return `a link leads to ${real}, outside the given paths. Name that file to have it changed.`;
      return writeText(real, before, after);
    },
  };
}

/** Whether a run with certain paths may write to a real path. */
type Reach = (realPath: string) => boolean;

/**
 * Everything in the given paths may be written, except the targets of links. If a path is itself a link, or contains
 * one, its target may be written only in the working folder, or in the path's own folder if that is elsewhere: shells
 * expand `*`, so the user may not have noticed the link.
 */
async function reachOf(paths: readonly string[], cwd: string): Promise<Reach> {
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
