import { realpath } from 'node:fs/promises';
import type { Found } from './files';
import type { Invocation } from './invocation';
import { reachOf } from './reach';
import { reasonOf } from './reasons';
import { printable } from './report/style';
import { settleCopy } from './safetyCopy';
import { writeText } from './writeText';

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
