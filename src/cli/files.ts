import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Config } from '../core/config/config';
import { LANGUAGE_ID_BY_END } from '../core/prose/languages';
import type { Configs } from './configs';
import { reasonOf } from './reasons';

/**
 * One thing to read: a file, standard input, or a path that leads to nothing. `path` is as a person would write it;
 * `config` is what the configuration around it says.
 */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly fullPath: string; readonly languageId: string; readonly config: Config }
  | { readonly kind: 'stdin'; readonly path: '-'; readonly languageId: string; readonly config: Config }
  | { readonly kind: 'problem'; readonly path: string; readonly message: string };

/**
 * The files that paths name, each once, folders walked in sorted order.
 * A file named outright is read whatever its type, and whatever a configuration excludes; in a folder only the known
 * document types are. A path in which there is nothing to read is a problem, unless nobody named it.
 */
export async function* findFiles(paths: readonly string[], cwd: string, configs: Around, areNamed = true): AsyncGenerator<Found> {
  const seen = new Set<string>();
  for (const path of paths) {
    let isEmpty = true;
    for await (const found of path === '-' ? [stdinIn(cwd, configs)] : find(path, cwd, configs)) {
      isEmpty = false;
      const key = found.kind === 'file' ? found.fullPath : `${found.kind} ${found.path}`;
      if (!seen.has(key)) yield found;
      seen.add(key);
    }
    if (isEmpty && areNamed) yield { kind: 'problem', path, message: NOTHING_TO_READ };
  }
}

/** What is wrong with a folder of which no file is checked. */
export const NOTHING_TO_READ = `there is no file in it that can be read. Those that end in ${[...LANGUAGE_ID_BY_END.keys()].map((end) => `.${end}`).join(', ')} can, where no configuration excludes them.`;

/** The language id of a document type by the end of its name; `undefined` for other files. */
export function languageIdOf(path: string): string | undefined {
  return LANGUAGE_ID_BY_END.get(extname(path).slice(1).toLowerCase());
}

/** Whether a walk goes into a folder, or to a file, of this name. */
export function isWalked(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

type Around = Pick<Configs, 'of' | 'isExcluded'>;

/** Text from a pipe is judged as a file of the working folder would be. */
function stdinIn(cwd: string, { of }: Around): Found {
  return { kind: 'stdin', path: '-', languageId: 'plaintext', config: of(join(cwd, '-')) };
}

async function* find(path: string, cwd: string, configs: Around): AsyncGenerator<Found> {
  const fullPath = resolve(cwd, path);
  try {
    if (!(await stat(fullPath)).isDirectory()) {
      yield { kind: 'file', path, fullPath, languageId: languageIdOf(path) ?? 'plaintext', config: configs.of(fullPath) };
      return;
    }
  } catch (error) {
    yield { kind: 'problem', path, message: reasonOf(error) };
    return;
  }
  yield* walk(path, fullPath, configs);
}

async function* walk(path: string, fullPath: string, configs: Around): AsyncGenerator<Found> {
  let entries;
  try {
    entries = await readdir(fullPath, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'problem', path, message: reasonOf(error) };
    return;
  }
  // By code unit, not by locale: the order of a report must not depend on whose machine wrote it.
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (const entry of entries) {
    if (!isWalked(entry.name)) continue;
    const child = join(path, entry.name);
    const fullChild = join(fullPath, entry.name);
    if (configs.isExcluded(fullChild)) continue;
    if (entry.isDirectory()) {
      yield* walk(child, fullChild, configs);
      continue;
    }
    const languageId = languageIdOf(entry.name);
    if (languageId === undefined) continue;
    // Linked files are read, linked folders are not: they may lead in circles.
    if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(fullChild)))) {
      yield { kind: 'file', path: child, fullPath: fullChild, languageId, config: configs.of(fullChild) };
    }
  }
}

async function leadsToFile(fullPath: string): Promise<boolean> {
  try {
    return (await stat(fullPath)).isFile();
  } catch {
    return false;
  }
}
