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
import type { Answer, Method } from './assistants';
import { Refusal, shown } from './refusal';

/** Answers a request; throws an error of the protocol, with a message of one line, if it is faulty or unknown. */
export async function answerTo(request: Request, open: () => Promise<Answer>): Promise<Result> {
  const { method } = request;
  if (!isKnown(method)) throw new Refusal(`There is no method "${shown(method)}".`, ErrorCode.MethodNotFound);
  const read = SCHEMAS[method].safeParse(request);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Refusal(`${method} is faulty at "${shown(issue!.path.join('.'))}": ${issue!.message}`);
  }
  const answer = await open();
  return answer(method, read.data.params);
}

const SCHEMAS = {
  'tools/list': ListToolsRequestSchema,
  'tools/call': CallToolRequestSchema,
  'prompts/list': ListPromptsRequestSchema,
  'prompts/get': GetPromptRequestSchema,
  'resources/list': ListResourcesRequestSchema,
  'resources/templates/list': ListResourceTemplatesRequestSchema,
  'resources/read': ReadResourceRequestSchema,
  'completion/complete': CompleteRequestSchema,
};

function isKnown(method: string): method is Method {
  return Object.hasOwn(SCHEMAS, method);
}
