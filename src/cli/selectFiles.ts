import { resolve } from 'node:path';
import type { Configs } from './configs';
import { findFiles, type Found } from './files';
import type { Invocation } from './invocation';
import type { Selection } from './sharedOptions';

/**
 * The inputs that a command selects, without those that `passesOver` accepts by their full path. Throws if git cannot
 * say which have changed.
 */
export async function selectFiles(
  command: Pick<Selection, 'changedSince'> & { readonly paths: readonly string[]; readonly areNamed: boolean },
  configs: Configs,
  invocation: Pick<Invocation, 'cwd' | 'env'>,
  passesOver: (fullPath: string) => boolean,
): Promise<AsyncIterable<Found>> {
  const { cwd } = invocation;
  const found = findFiles(command.paths, cwd, configs, command.areNamed);
  const changed =
    command.changedSince === undefined
      ? undefined
      : await (await import('./changedSince')).changedSince(command.changedSince, invocation);
  return only(found, async (each) => {
    if (each.kind === 'file' && passesOver(each.fullPath)) return false;
    // Standard input and problems stay.
    return !changed || each.kind === 'stdin' || each.kind === 'problem' || changed(resolve(cwd, each.path));
  });
}

async function* only(files: AsyncIterable<Found>, isWanted: (found: Found) => Promise<boolean>): AsyncGenerator<Found> {
  for await (const found of files) if (await isWanted(found)) yield found;
}
