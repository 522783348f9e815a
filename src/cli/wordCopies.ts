import { mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { openingComment } from '../core/describe/openingComment';
import { preferAll } from '../core/findings/applyFixes';
import { wordComments } from '../core/findings/wordComments';
import { DocumentCheck } from '../core/parts/documentCheck';
import { settledEdits } from '../core/parts/settledFixes';
import type { CommentedCopy } from '../core/word/writeComments';
import type { CheckCommand } from './arguments';
import { findFiles, languageIdOf, WORD, type Found } from './files';
import { openAll, type Opened } from './inputs';
import type { ExitCode, Invocation } from './invocation';
import { openFile } from './openFile';
import { printable } from './style';
import { isWithin } from './paths';
import { writeNewFile } from './writeNewFile';

/** A command that also writes copies of Word documents. */
export type CopyCommand = CheckCommand & { readonly copies: NonNullable<CheckCommand['copies']> };

type WordFile = Extract<Found, { kind: 'file' }>;

/** Why the copies cannot be written, with the path that is wrong; `undefined` if nothing is known against it. */
export async function whyNoCopies({ copies, paths }: CopyCommand, cwd: string): Promise<string | undefined> {
  const { to, isFolder } = copies;
  const output = resolve(cwd, to);
  const named = paths.map((path) => resolve(cwd, path));
  if (isFolder) {
    if ((await statsOf(output))?.isDirectory() === false) return `${to}: is a file. Name a folder for the copies.`;
    const around = named.findIndex((path) => isWithin(output, path));
    return around < 0 ? undefined : `${to}: contains the documents themselves. Name another folder for the copies.`;
  }
  const [path] = paths as [string];
  if ((await statsOf(named[0]!))?.isDirectory())
    return `${path}: is a folder. Name a folder for the copies too: --comments FOLDER.`;
  if (languageIdOf(path) !== WORD) return `${path}: is not a .docx file. Only a Word document can have comments.`;
  const end = extname(path).toLowerCase();
  if (end !== extname(to).toLowerCase()) return `${to}: must end in ${end}, as the document does.`;
  return (await realpathOf(output)) === (await realpathOf(named[0]!))
    ? `${to}: is the document itself, which is never changed. Name another file.`
    : undefined;
}

/** Whether a file is in the folder of the copies, which are not documents to check. */
export function isCopy({ copies }: CopyCommand, cwd: string): (fullPath: string) => boolean {
  const folder = resolve(cwd, copies.to);
  return (fullPath) => copies.isFolder && isWithin(folder, fullPath);
}

/**
 * Writes a copy of each Word document in which each finding is a comment, and with `--tracked` each certain fix, or
 * each only replacement, a tracked change. In a folder, only documents with findings get a copy. The documents
 * themselves are only read. Returns an exit code if a copy could not be written.
 */
export async function writeCopies(command: CopyCommand, invocation: Invocation): Promise<ExitCode | undefined> {
  const { cwd, stdin, stderr, stop } = invocation;
  const { to, isFolder } = command.copies;
  // `check` has already reported what is wrong.
  const opened = await openAll(command, { ...invocation, stderr: { write: () => undefined } });
  if (!opened) return 2;
  const passesOver = isCopy(command, cwd);
  let written = 0;
  let failed = false;
  for await (const found of findFiles(command.paths, cwd, opened.configs, command.areNamed)) {
    if (stop?.aborted) return 130;
    if (found.kind !== 'file' || found.languageId !== WORD || passesOver(found.fullPath)) continue;
    const copy = await copyOf(found, command, opened, stdin);
    if (copy === undefined || (isFolder && copy.comments === 0)) continue;
    const name = isFolder ? join(to, placeIn(command.paths, found, cwd)) : to;
    const fault = await write(resolve(cwd, name), copy.bytes, isFolder);
    if (fault === undefined) written++;
    else failed = true;
    stderr.write(`${printable(name)}: ${fault ?? countsOf(copy, command.copies.tracked !== 'none')}\n`);
  }
  if (isFolder && written === 0 && !failed) stderr.write('No Word document has a finding, so there is no copy.\n');
  return failed ? 2 : undefined;
}

/** The copy of a document; `undefined` if the document cannot be read. */
async function copyOf(
  found: WordFile,
  command: CopyCommand,
  { termbase }: Opened,
  stdin: Invocation['stdin'],
): Promise<CommentedCopy | undefined> {
  const file = await openFile(found, { ...command, languageId: undefined }, stdin);
  if (file.kind === 'problem' || !file.word) return undefined;
  const { word, document, options } = file;
  const { author, tracked } = command.copies;
  const check = new DocumentCheck(document, termbase, options);
  const { findings } = check.checked;
  const edits =
    tracked === 'none'
      ? []
      : settledEdits(document, findings, termbase, options, tracked === 'all' ? preferAll : undefined);
  const comments = [
    ...openingComment(word.text, check, '--date today', options.messages),
    ...wordComments(document.text, findings, edits),
  ];
  const { writeComments } = await import('../core/word/writeComments');
  return writeComments(word, comments, { author, date: new Date().toISOString(), tracked: tracked !== 'none' });
}

/** The path of a document in the folder that the user named, or its name. */
function placeIn(paths: readonly string[], { fullPath }: WordFile, cwd: string): string {
  const root = paths.map((path) => resolve(cwd, path)).find((path) => isWithin(path, fullPath));
  return (root && relative(root, fullPath)) || basename(fullPath);
}

async function write(fullPath: string, bytes: Uint8Array, makesFolders: boolean): Promise<string | undefined> {
  // The error is that of writing the file.
  if (makesFolders) await mkdir(dirname(fullPath), { recursive: true }).catch(() => undefined);
  return writeNewFile(fullPath, bytes);
}

function countsOf({ comments, changes }: CommentedCopy, isTracked: boolean): string {
  return `${count(comments, 'comment')}${isTracked ? `, ${count(changes, 'tracked change')}` : ''}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

async function statsOf(fullPath: string): Promise<Awaited<ReturnType<typeof stat>> | undefined> {
  return stat(fullPath).catch(() => undefined);
}

async function realpathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
