import type { Configs } from './configs';
import { findFiles, type Found } from './files';
import type { Invocation } from './invocation';
import type { Selection } from './sharedOptions';

/** The inputs of a command, or why git cannot say which have changed. */
export type Selected =
  | { readonly kind: 'selected'; readonly files: AsyncIterable<Found> }
  | { readonly kind: 'problem'; readonly message: string };

/** The inputs that a command selects, without those that `passesOver` accepts by their full path. */
export async function selectFiles(
  command: Pick<Selection, 'changedSince'> & { readonly paths: readonly string[]; readonly areNamed: boolean },
  configs: Configs,
  invocation: Pick<Invocation, 'cwd' | 'env'>,
  passesOver: (fullPath: string) => boolean,
): Promise<Selected> {
  const { cwd } = invocation;
  const files = without(findFiles(command.paths, cwd, configs, command.areNamed), passesOver);
  if (command.changedSince === undefined) return { kind: 'selected', files };
  const { changedSince, onlyChanged } = await import('./changedSince');
  const changed = await changedSince(command.changedSince, invocation);
  return changed.kind === 'problem' ? changed : { kind: 'selected', files: onlyChanged(files, changed, cwd) };
}

async function* without(files: AsyncIterable<Found>, passesOver: (fullPath: string) => boolean): AsyncGenerator<Found> {
  for await (const found of files) if (found.kind !== 'file' || !passesOver(found.fullPath)) yield found;
}
