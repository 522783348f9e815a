import { resolve } from 'node:path';
import type { CheckFormat, Selection } from '../sharedOptions';
import type { Invocation } from '../invocation';
import { printable } from '../style';
import type { Baseline, Seen } from './baseline';
import { updateBaseline } from './updateBaseline';

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
      stderr.write(`${hidden} known ${hidden === 1 ? 'finding' : 'findings'} hidden.\n`);
    return true;
  }
  const written = await updateBaseline(resolve(cwd, path), baseline, seen);
  stderr.write(
    written.kind === 'problem'
      ? `${printable(path)}: ${written.message}\n`
      : `${printable(path)}: ${written.count} ${written.count === 1 ? 'finding' : 'findings'} recorded.\n`,
  );
  return written.kind === 'written';
}
