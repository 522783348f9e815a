import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { Config } from '../core/config/config';
import { isOwnerFile, LANGUAGE_ID_BY_END, NOTEBOOK_ENDS, UNREAD_ENDS, WORD_ENDS } from '../core/prose/languageIds';
import { reasonOf } from './reasons';

/**
 * An input: a file, standard input, or a path that does not exist. `path` is as a user would write it; `config` is the
 * configuration that applies to it.
 */
export type Found =
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly fullPath: string;
      readonly languageId: string;
      readonly config: Config;
    }
  | { readonly kind: 'stdin'; readonly path: '-'; readonly languageId: string; readonly config: Config }
  | { readonly kind: 'problem'; readonly path: string; readonly message: string }
  /** A document in a folder whose format is not read. */
  | { readonly kind: 'unread'; readonly path: string }
  /** A file that is named although a configuration excludes it. */
  | { readonly kind: 'excluded'; readonly path: string };

/** The language id of a Word document, which is read as Markdown. */
export const WORD = 'word';

/** The language id of a notebook, whose Markdown cells are read. */
export const NOTEBOOK = 'notebook';

/** The configuration around a walk, by path. */
interface Around {
  readonly of: (fullPath: string) => Config;
  readonly isExcluded: (fullPath: string) => boolean;
}

/**
 * The files that paths name, each once; folders are walked in sorted order. A file that is named directly is read even
 * if its type is unknown; in a folder only files of known document types are read. A path with nothing to read is a
 * problem, unless the user did not name it.
 */
export async function* findFiles(
  paths: readonly string[],
  cwd: string,
  configs: Around,
  areNamed = true,
): AsyncGenerator<Found> {
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

/** Whether a walk visits a folder or file with this name. */
export function isWalked(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules' && !isOwnerFile(name);
}

/** The message for a folder in which no file is checked. */
export const NOTHING_TO_READ = `it contains no file that can be read. Files that end in ${[...LANGUAGE_ID_BY_END.keys(), ...WORD_ENDS, ...NOTEBOOK_ENDS].map((end) => `.${end}`).join(', ')} are read, unless a configuration excludes them.`;

/** What to do with files that are excluded. */
export const FORCE_HELP = '--no-exclude reads it.';

/** What to do with documents that are not read. */
export const UNREAD_HELP =
  'Save a .doc, .odt or .rtf file as .docx; instead of a PDF, check the document from which it was made.';

/** The language id for the extension of a path; `undefined` for other files. */
export function languageIdOf(path: string): string | undefined {
  const end = endOf(path);
  return WORD_ENDS.includes(end) ? WORD : NOTEBOOK_ENDS.includes(end) ? NOTEBOOK : LANGUAGE_ID_BY_END.get(end);
}

function endOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}

/** Standard input, judged as a file in the working folder would be. */
function stdinIn(cwd: string, { of }: Around): Found {
  return { kind: 'stdin', path: '-', languageId: 'plaintext', config: of(join(cwd, '-')) };
}

async function* find(path: string, cwd: string, configs: Around): AsyncGenerator<Found> {
  const fullPath = resolve(cwd, path);
  try {
    if (!(await stat(fullPath)).isDirectory()) {
      if (configs.isExcluded(fullPath)) {
        yield { kind: 'excluded', path };
        return;
      }
      if (UNREAD_ENDS.includes(endOf(path))) {
        yield { kind: 'problem', path, message: `is not read. ${UNREAD_HELP}` };
        return;
      }
      yield {
        kind: 'file',
        path,
        fullPath,
        languageId: languageIdOf(path) ?? 'plaintext',
        config: configs.of(fullPath),
      };
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
    entries = await entriesOf(fullPath);
  } catch (error) {
    yield { kind: 'problem', path, message: reasonOf(error) };
    return;
  }
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
    const isUnread = UNREAD_ENDS.includes(endOf(entry.name));
    if (languageId === undefined && !isUnread) continue;
    // Linked files are read; linked folders are not, as they may form cycles.
    if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(fullChild)))) {
      if (languageId === undefined) yield { kind: 'unread', path: child };
      else yield { kind: 'file', path: child, fullPath: fullChild, languageId, config: configs.of(fullChild) };
    }
  }
}

/** The entries of a folder, sorted by code unit: the order of a report must not depend on the machine. */
export async function entriesOf(fullPath: string): Promise<readonly Dirent[]> {
  const entries = await readdir(fullPath, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

async function leadsToFile(fullPath: string): Promise<boolean> {
  try {
    return (await stat(fullPath)).isFile();
  } catch {
    return false;
  }
}
