import { Readable, type Writable } from 'node:stream';
import { version } from '../../../package.json';
import { serve } from '../../mcp/serve';
import type { McpCommand } from '../arguments';
import type { ExitCode, Invocation } from '../invocation';
import { writtenLines } from '../writtenLines';

/** Serves an assistant over standard input and output, until the input ends. */
export async function runMcp(command: McpCommand, invocation: Invocation): Promise<ExitCode> {
  const { stdin, stdout, stop } = invocation;
  try {
    // The record is another bundle, read at the first request that needs it.
    await serve(Readable.from(writtenLines(stdin), { objectMode: false }), stdout as Writable, version, async () =>
      (await import('../assistants')).openAssistants(command, invocation),
    );
  } catch (error) {
    // Standard input is closed when the user stops the run.
    if (!stop?.aborted) throw error;
  }
  return 0;
}
