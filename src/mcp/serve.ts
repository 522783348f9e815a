import './withoutEval';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { ErrorCode, type Request, type Result } from '@modelcontextprotocol/sdk/types.js';
import { INSTRUCTIONS } from '../core/assistants/instructions';
import type { Answer } from './assistants';
import { answerTo } from './requests';

type Streams = Required<ConstructorParameters<typeof StdioServerTransport>>;

/**
 * Answers the requests of a client until the input ends, or has a line of more than 32 MB. No line of the input is
 * blank. `open` is called at the first request that needs the record, so that the answer to `initialize` does not wait
 * for it.
 */
export async function serve(
  input: Streams[0],
  output: Streams[1],
  version: string,
  open: () => Promise<Answer>,
): Promise<void> {
  let opened: Promise<Answer> | undefined;
  const unanswered = new Set<Promise<Result>>();
  const server = new Server(
    { name: 'migration-terms', title: 'Migration Terms', version },
    {
      capabilities: { tools: {}, prompts: {}, resources: {}, completions: {} },
      instructions: INSTRUCTIONS,
      jsonSchemaValidator: NO_VALIDATOR,
    },
  );
  server.fallbackRequestHandler = (request, { signal }) => {
    const answer = answerUnlessCancelled(request, signal, () => (opened ??= open()));
    unanswered.add(answer);
    return answer.finally(() => unanswered.delete(answer));
  };
  const transport = new StdioServerTransport(input, output, { maxBufferSize: LONGEST_MESSAGE });
  const closed = new Promise<void>((resolve, reject) => input.once('close', resolve).once('error', reject));
  server.onclose = () => input.destroy();
  server.onerror = (error) => refuse(error, transport);
  await server.connect(transport);
  await closed;
  await Promise.allSettled(unanswered);
  // An answer is written after it is made.
  await new Promise((resolve) => setImmediate(resolve));
}

/** In bytes. */
const LONGEST_MESSAGE = 32 * 1024 * 1024;

async function answerUnlessCancelled(
  request: Request,
  signal: AbortSignal,
  open: () => Promise<Answer>,
): Promise<Result> {
  // Answers are computed synchronously, so a cancellation that follows immediately is read first.
  await new Promise((resolve) => setImmediate(resolve));
  // It is not answered, whatever is returned.
  return signal.aborted ? {} : answerTo(request, open);
}

/** Answers a line that is no message, whose id is unknown. The transport reads on. */
function refuse(error: Error, transport: StdioServerTransport): void {
  if (error instanceof SyntaxError) answer(ErrorCode.ParseError, 'A message must be one line of JSON.');
  else if (error.name === 'ZodError')
    answer(ErrorCode.InvalidRequest, 'The line is no request, notification or response of JSON-RPC 2.0.');

  function answer(code: ErrorCode, message: string): void {
    void transport.send({ jsonrpc: '2.0', error: { code, message } });
  }
}

/** The SDK validates what a client answers to questions; this server asks none. */
const NO_VALIDATOR = {
  getValidator: (): never => {
    throw new Error('This server asks its client nothing.');
  },
};
