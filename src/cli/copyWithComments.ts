import { realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { check } from '../core/check';
import { wordComments } from '../core/findings/wordComments';
import { settledEdits } from '../core/parts/settledFixes';
import { writeComments } from '../core/word/writeComments';
import type { CheckCommand } from './arguments';
import { judgingBy } from './config';
import type { Found } from './files';
import { findFiles, WORD } from './files';
import { openAll } from './inputs';
import type { ExitCode, Invocation } from './invocation';
import { readWordFile } from './readWordFile';
import { printable } from './style';
import { writeNewFile } from './writeNewText';

/**
 * Writes a copy of a Word document in which each finding is a comment, and with `--tracked` each certain fix a tracked
 * change. The document itself is only read. Returns an exit code if no copy was written.
 */
export async function writeCopy(
  command: CheckCommand & { readonly comments: string },
  invocation: Invocation,
): Promise<ExitCode | undefined> {
  const { cwd, stderr } = invocation;
  const say = (path: string, message: string): 2 => {
    stderr.write(`${printable(path)}: ${printable(message)}\n`);
    return 2;
  };
  const opened = await openAll(command, { ...invocation, stderr: { write: () => undefined } });
  // `check` has already reported what is wrong.
  if (!opened) return 2;
  const found = await firstOf(findFiles(command.paths, cwd, opened.configs));
  if (found?.kind !== 'file') return 2;
  if (found.languageId !== WORD) return say(found.path, 'is not a .docx file. Only a Word document can have comments.');
  const output = resolve(cwd, command.comments);
  if ((await realpathOf(output)) === (await realpathOf(found.fullPath)))
    return say(command.comments, 'is the document itself, which is never changed. Name another file.');
  const word = await readWordFile(found.fullPath);
  if (word.kind === 'problem') return 2;
  const { options, lang } = judgingBy(command, found.config);
  const document = { text: word.text.text, languageId: 'markdown', lang, fileDate: word.changed };
  const { findings } = check(document, opened.termbase, options);
  const edits = command.tracked ? settledEdits(document, findings, opened.termbase, options) : [];
  const comments = wordComments(document.text, findings, edits);
  const bytes = writeComments(word, comments, {
    author: 'Migration Terms',
    date: new Date().toISOString(),
    tracked: command.tracked,
  });
  const fault = await writeNewFile(output, bytes);
  if (fault !== undefined) return say(command.comments, fault);
  const changes = comments.filter(({ change }) => change !== undefined).length;
  stderr.write(
    `${printable(command.comments)}: ${count(comments.length, 'comment')}${command.tracked ? `, ${count(changes, 'tracked change')}` : ''}.\n`,
  );
  return undefined;
}

async function firstOf(files: AsyncIterable<Found>): Promise<Found | undefined> {
  for await (const found of files) return found;
  return undefined;
}

async function realpathOf(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
