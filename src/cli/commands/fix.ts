import { check } from '../../core/check';
import { applyEdits } from '../../core/findings/applyFixes';
import { settledEdits } from '../../core/parts/settledFixes';
import type { FixCommand } from '../arguments';
import { openInputs } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { encode } from '../readText';
import { printable } from '../style';
import { unifiedDiff } from '../unifiedDiff';
import { openWriting } from '../writing';

/** Applies the certain, preferred fixes: prints them as a diff, or with `--write` changes the files. */
export async function runFix(command: FixCommand, invocation: Invocation): Promise<ExitCode> {
  const { stdout, stderr } = invocation;
  const writing = command.write ? await openWriting(command.paths, invocation) : undefined;
  const inputs = await openInputs(command, invocation, writing?.settle);
  if (!inputs) return 2;
  let failed = false;
  let fixes = 0;
  let files = 0;
  for await (const {
    found,
    languageId,
    content,
    judging: { options, lang },
  } of inputs.read()) {
    const { text, encoding, damage } = content;
    const document = { text, languageId, lang };
    const edits = settledEdits(document, check(document, inputs.termbase, options).findings, inputs.termbase, options);
    if (!writing) {
      const diff = unifiedDiff(found.path, text, edits);
      // A piped patch must remain applicable, so only output to a terminal is made printable.
      stdout.write(stdout.isTTY ? diff.split('\n').map(printable).join('\n') : diff);
      continue;
    }
    if (found.kind === 'stdin') {
      stdout.write(applyEdits(text, edits));
      continue;
    }
    if (edits.length === 0) continue;
    const why = damage
      ? 'writing it would lose the bytes that are not text'
      : encoding === 'windows-1252'
        ? 'its encoding, Windows-1252, is only a guess. Save it as UTF-8, and fix it then.'
        : // Without damage, encoding the text yields the bytes that were read.
          await writing.write(found, encode(text, encoding), encode(applyEdits(text, edits), encoding));
    if (why === undefined) {
      files++;
      fixes += edits.length;
    } else {
      failed = true;
      stderr.write(`${printable(found.path)}: not changed, because ${printable(why)}\n`);
    }
  }
  if (command.write) stderr.write(`${count(fixes, 'change')} in ${count(files, 'file')}.\n`);
  return failed || inputs.failed() ? 2 : 0;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
