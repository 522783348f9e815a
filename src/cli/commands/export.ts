import { resolve } from 'node:path';
import { bibtexOf } from '../../core/citation/bibtex';
import { cslItem } from '../../core/citation/csl';
import { csvOfTermbase } from '../../core/exchange/csvTermbase';
import { entriesOf } from '../../core/exchange/entries';
import { fileOfTermbase, jsonOfFile } from '../../core/exchange/json';
import { skosOfTermbase } from '../../core/exchange/skos';
import type { Termbase } from '../../core/termbase/termbase';
import type { ExportCommand, ExportFormat } from '../arguments';
import { openOwnTermbase } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { printable } from '../report/style';
import { writeTbx } from '../tbx/writeTbx';
import { writeNewText } from '../writeNewText';

/** Writes the termbase, the writer's own included, in another format. */
export async function runExport({ to, output, termbases }: ExportCommand, invocation: Invocation): Promise<ExitCode> {
  const { cwd, stdout, stderr } = invocation;
  const { termbase, failed } = await openOwnTermbase(termbases, invocation);
  const text = WRITERS[to](termbase);
  if (output === undefined) {
    stdout.write(text);
    return failed ? 2 : 0;
  }
  const fault = await writeNewText(resolve(cwd, output), text);
  stderr.write(fault === undefined ? `${contentsOf(to, termbase)} written to ${printable(output)}.\n` : `${printable(output)}: ${printable(fault)}\n`);
  return failed || fault !== undefined ? 2 : 0;
}

function contentsOf(to: ExportFormat, { concepts, sources }: Termbase): string {
  return to === 'bibtex' || to === 'csl' ? `${sources.size} sources` : `${concepts.size} concepts`;
}

const WRITERS: Record<ExportFormat, (termbase: Termbase) => string> = {
  json: (termbase) => jsonOfFile(fileOfTermbase(termbase)),
  csv: csvOfTermbase,
  tbx: (termbase) => writeTbx(entriesOf(termbase), 'Migration Terms'),
  skos: skosOfTermbase,
  bibtex: ({ sources }) => [...sources.values()].map((source) => bibtexOf(source, 'en')).join('\n'),
  csl: ({ sources }) => `${JSON.stringify([...sources.values()].map((source) => cslItem(source, 'en')), null, 2)}\n`,
};
