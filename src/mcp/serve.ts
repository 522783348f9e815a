import './withoutEval';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { INSTRUCTIONS } from '../core/assistants/instructions';
import type { Assistants } from './assistants';
import { answerTo } from './requests';
import { LineTransport, type Output } from './transport';

/**
 * Answers the requests of a client until the input ends. `open` is called at the first request that needs the record,
 * so that the answer to `initialize` does not wait for it.
 */
export async function serve(
  input: AsyncIterable<Uint8Array | string>,
  output: Output,
  version: string,
  open: () => Promise<Assistants>,
): Promise<void> {
  let opened: Promise<Assistants> | undefined;
  const server = new Server(
    { name: 'migration-terms', title: 'Migration Terms', version },
    {
      capabilities: { tools: {}, prompts: {}, resources: {}, completions: {} },
      instructions: INSTRUCTIONS,
      jsonSchemaValidator: NO_VALIDATOR,
    },
  );
  server.fallbackRequestHandler = async (request, { signal }) => {
    // Answers are computed synchronously, so a cancellation that follows immediately is read first.
    await new Promise((resolve) => setImmediate(resolve));
    // It is not answered, whatever is returned.
    if (signal.aborted) return {};
    return answerTo(request, () => (opened ??= open()));
  };
  const transport = new LineTransport(input, output);
  await server.connect(transport);
  await transport.run();
}

/** The SDK validates what a client answers to questions; this server asks none. */
const NO_VALIDATOR = {
  getValidator: (): never => {
    throw new Error('This server asks its client nothing.');
  },
};
