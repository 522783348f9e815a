import { extname, resolve } from 'node:path';
import type { Lang } from '../../core/document';
import { termbaseOfCsv, type Imported } from '../../core/exchange/csvTermbase';
import { termbaseOfEntries, withoutKnown, type Entry } from '../../core/exchange/entries';
import { jsonOfFile } from '../../core/exchange/json';
import { builtinFiles, builtinTermbase } from '../../core/termbase/builtin';
import type { TermbaseFile } from '../../core/termbase/concept';
import { loadTermbase } from '../../core/termbase/load';
import type { ImportCommand } from '../arguments';
import type { ExitCode, Invocation } from '../invocation';
import { readContent, warningOn } from '../readText';
import { plural, printable } from '../style';
import { readTbx } from '../tbx/readTbx';
import { OWN_TERMBASE_END } from '../termbases';
import { writeOutput } from '../writeNewFile';

/** Creates a termbase of the writer's own from a table or a TBX document; unusable entries are reported and skipped. */
export async function runImport(
  { path, output, lang }: ImportCommand,
  { cwd, stdin, stdout, stderr }: Invocation,
): Promise<ExitCode> {
  const say = (message: string): void => {
    stderr.write(`${printable(path)}: ${printable(message)}\n`);
  };
  const read = READERS[extname(path).toLowerCase()];
  if (!read) {
    say('Only .csv and .tbx files (or .xml with TBX in it) can be imported.');
    return 2;
  }
  const content = await readContent({ kind: 'file', fullPath: resolve(cwd, path) }, stdin);
  if (content.kind === 'problem') {
    say(content.message);
    return 2;
  }
  const warning = warningOn(content);
  if (warning !== undefined) say(`warning: ${warning}`);
  const { file, terms, known, problems } = read(content.text, lang);
  for (const problem of problems.slice(0, MOST_PROBLEMS)) say(problem);
  if (problems.length > MOST_PROBLEMS) say(`${problems.length - MOST_PROBLEMS} more lines like these.`);
  if (known > 0)
    say(
      `note: ${known} ${known === 1 ? 'term is' : 'terms are'} already built in, with the same content, and skipped.`,
    );
  if (!file || terms === 0) {
    if (file) say(known > 0 ? 'There is nothing else in it to import.' : 'There is no term in it that can be used.');
    return 2;
  }
  tellClashes(file, path, say);
  if (!(await writeOutput(output, jsonOfFile(file), plural(terms, 'term'), { cwd, stdout, stderr }))) return 2;
  if (output?.endsWith(OWN_TERMBASE_END) === false)
    stderr.write(
      `Only files that end in ${OWN_TERMBASE_END} are found automatically; name this one with --termbase.\n`,
    );
  return 0;
}

const MOST_PROBLEMS = 20;

const READERS: Readonly<Record<string, (text: string, lang: Lang | undefined) => Imported>> = {
  '.csv': (text, lang) => termbaseOfCsv(text, builtinTermbase(), lang),
  '.tbx': tbx,
  '.xml': tbx,
};

function tbx(text: string): Imported {
  const { entries, problems } = readTbx(text);
  const others = entries && withoutKnown(entries, builtinTermbase());
  const terms = termsIn(others);
  return {
    file: others && termbaseOfEntries(others),
    terms,
    known: termsIn(entries) - terms,
    problems,
  };
}

function termsIn(entries: readonly Entry[] = []): number {
  return entries.reduce((sum, entry) => sum + entry.terms.length, 0);
}

/** Announces which entries of the built-in termbase the new one will replace. */
function tellClashes(file: TermbaseFile, path: string, say: (message: string) => void): void {
  const replaced = (file.concepts ?? []).filter(({ id }) => builtinTermbase().concepts.has(id));
  if (replaced.length > 0) {
    say(
      `note: ${replaced.length} of the concepts have the id of a built-in one and take its place (${replaced
        .slice(0, 5)
        .map(({ id }) => id)
        .join(', ')}${replaced.length > 5 ? ', …' : ''}). Give them other ids to keep both.`,
    );
    return;
  }
  const own = loadTermbase(builtinFiles(), [{ file: path, content: file }]).problems.filter(
    (problem) => problem.file === path,
  );
  for (const { message } of own.slice(0, MOST_PROBLEMS)) say(`note: ${message}`);
}
