import { bibtexOfSources } from '../../core/citation/bibtex';
import { csvOfTermbase } from '../../core/exchange/csvLines';
import { entriesOf } from '../../core/exchange/entries';
import { fileForTool } from '../../core/exchange/otherTools';
import { TOOL_FORMATS, type ToolFormat } from '../../core/exchange/toolFormats';
import { fileOfTermbase, jsonOfFile } from '../../core/exchange/json';
import { RECORD_LICENSE, skosOfTermbase } from '../../core/exchange/skos';
import { builtinTermbase } from '../../core/termbase/builtin';
import type { Termbase } from '../../core/termbase/termbase';
import type { ExportCommand, ExportFormat } from '../arguments';
import { openOwnTermbase } from '../inputs';
import type { ExitCode, Invocation } from '../invocation';
import { BOM } from '../report/frame';
import { writeTbx } from '../tbx/writeTbx';
import { writeOutput } from '../writeNewFile';

/** Writes the termbase, including the writer's own, in another format. */
export async function runExport(
  { to, base, bom, output, termbases }: ExportCommand,
  invocation: Invocation,
): Promise<ExitCode> {
  const { termbase, failed } = await openOwnTermbase(termbases, invocation);
  const text = (bom ? BOM : '') + WRITERS[to](termbase, base);
  const isWritten = await writeOutput(output, text, contentsOf(to, termbase), invocation);
  return failed || !isWritten ? 2 : 0;
}

function contentsOf(to: ExportFormat, { concepts, sources }: Termbase): string {
  if (TOOL_FORMATS.some((tool) => tool === to)) return to;
  return to === 'bibtex' ? `${sources.size} sources` : `${concepts.size} concepts`;
}

const WRITERS: Record<ExportFormat, (termbase: Termbase, base: string | undefined) => string> = {
  json: (termbase) => jsonOfFile(fileOfTermbase(termbase)),
  csv: csvOfTermbase,
  tbx: (termbase) => writeTbx(entriesOf(termbase), 'Migration Terms'),
  // The writer's additions are not under the licence of the record.
  skos: (termbase, base) => {
    const license = termbase === builtinTermbase() ? RECORD_LICENSE : undefined;
    return skosOfTermbase(termbase, { base, license });
  },
  bibtex: bibtexOfSources,
  ...(Object.fromEntries(
    TOOL_FORMATS.map((tool) => [tool, (termbase: Termbase) => fileForTool(tool, termbase, builtinTermbase())]),
  ) as Record<ToolFormat, (termbase: Termbase) => string>),
};
