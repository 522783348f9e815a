import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  type Request,
  type Result,
} from '@modelcontextprotocol/sdk/types.js';
import type { Assistants } from './assistants';

/** Answers a request; throws an error of the protocol, with a message of one line, if it is faulty or unknown. */
export async function answerTo(request: Request, open: () => Promise<Assistants>): Promise<Result> {
  const read = READERS.get(request.method);
  if (read === undefined)
    throw new ProtocolError(ErrorCode.MethodNotFound, `There is no method "${shown(request.method)}".`);
  const answer = read(request);
  return answer(await open());
}

type Answer = (assistants: Assistants) => Result;

/** The part of a schema of the SDK that is used. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

const READERS: ReadonlyMap<string, (request: Request) => Answer> = new Map([
  reader('tools/list', ListToolsRequestSchema, () => ({ tools }) => ({ tools })),
  reader('tools/call', CallToolRequestSchema, ({ params: { name, arguments: input } }) => ({ call, tools }) => {
    const known = tools.map((tool) => tool.name).join(', ');
    return call(name, input) ?? unknown(`There is no tool "${shown(name)}"; there are ${known}.`);
  }),
  reader('prompts/list', ListPromptsRequestSchema, () => ({ prompts }) => ({ prompts })),
  reader('prompts/get', GetPromptRequestSchema, ({ params: { name, arguments: given } }) => ({ prompt, prompts }) => {
    const known = prompts.map((each) => each.name).join(', ');
    let got;
    try {
      got = prompt(name, given ?? {});
    } catch (error) {
      return unknown((error as Error).message);
    }
    return got ?? unknown(`There is no prompt "${shown(name)}"; there is ${known}.`);
  }),
  reader('resources/list', ListResourcesRequestSchema, () => ({ resources }) => ({ resources })),
  reader('resources/templates/list', ListResourceTemplatesRequestSchema, () => ({ resourceTemplates }) => ({
    resourceTemplates,
  })),
  reader('resources/read', ReadResourceRequestSchema, ({ params: { uri } }) => ({ read, resourceTemplates }) => {
    const known = resourceTemplates.map(({ uriTemplate }) => uriTemplate).join(' or ');
    return read(uri) ?? unknown(`There is no resource "${shown(uri)}"; addresses are ${known}.`, NO_RESOURCE);
  }),
  reader('completion/complete', CompleteRequestSchema, ({ params: { ref, argument } }) => ({ complete }) => {
    if (ref.type !== 'ref/resource') return unknown('No argument of a prompt can be completed.');
    const values = complete(ref.uri, argument.name, argument.value);
    if (values === undefined) return unknown(`There is no variable "${shown(argument.name)}" in "${shown(ref.uri)}".`);
    const { length: total } = values;
    return { completion: { values: values.slice(0, MOST_VALUES), total, hasMore: total > MOST_VALUES } };
  }),
]);

/** The limit of the protocol. */
const MOST_VALUES = 100;
/** The code of the protocol for a resource that does not exist. */
const NO_RESOURCE = -32002;

function reader<T>(
  method: string,
  schema: Schema<T>,
  answer: (request: T) => Answer,
): readonly [method: string, read: (request: Request) => Answer] {
  return [
    method,
    (request) => {
      const read = schema.safeParse(request);
      if (read.success) return answer(read.data);
      const [issue] = read.error.issues;
      throw new ProtocolError(
        ErrorCode.InvalidParams,
        `${method} is faulty at "${shown(issue!.path.join('.'))}": ${issue!.message}`,
      );
    },
  ];
}

function unknown(message: string, code: number = ErrorCode.InvalidParams): never {
  throw new ProtocolError(code, message);
}

/** Becomes the error of the answer. The SDK has a class like it, which writes the code into the message. */
class ProtocolError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** A text of the client, of any length, for a message. */
function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN)}…` : line;
}

const MOST_SHOWN = 100;
