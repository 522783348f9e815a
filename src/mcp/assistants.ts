import type {
  CallToolRequest,
  CompleteRequest,
  GetPromptRequest,
  ReadResourceRequest,
  Result,
} from '@modelcontextprotocol/sdk/types.js';
import { completions, readResource, RESOURCE_TEMPLATES, resources } from '../core/assistants/resources';
import { PROMPTS, type Prompt } from '../core/assistants/prompts';
import { TOOLS, type Queried } from '../core/assistants/tools';
import { Refusal, shown } from './refusal';

/** The answer to a request whose parameters have the right shape; throws a {@link Refusal} about something unknown. */
export type Answer = (method: Method, params: unknown) => Result;
export type Method = keyof Params;

interface Params {
  readonly 'tools/list': unknown;
  readonly 'tools/call': CallToolRequest['params'];
  readonly 'prompts/list': unknown;
  readonly 'prompts/get': GetPromptRequest['params'];
  readonly 'resources/list': unknown;
  readonly 'resources/templates/list': unknown;
  readonly 'resources/read': ReadResourceRequest['params'];
  readonly 'completion/complete': CompleteRequest['params'];
}

/** What the server offers, in the terms of the protocol. */
export function assistantsOn(record: Queried): Answer {
  return (method, params) => (ANSWERS[method] as (params: unknown, record: Queried) => Result)(params, record);
}

const JSON_TYPE = 'application/json';
const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
/** The limit of the protocol. */
const MOST_VALUES = 100;
/** The code of the protocol for a resource that does not exist. */
const NO_RESOURCE = -32002;

const ANSWERS: { readonly [M in Method]: (params: Params[M], record: Queried) => Result } = {
  'tools/list': () => ({
    tools: TOOLS.map(({ answer: _, ...tool }) => ({ ...tool, annotations: { ...READS_ONLY, title: tool.title } })),
  }),
  'tools/call': ({ name, arguments: input }, record) => {
    const tool = TOOLS.find((each) => each.name === name);
    if (tool === undefined) throw new Refusal(`There is no tool "${shown(name)}"; there are ${namesOf(TOOLS)}.`);
    try {
      const answer = tool.answer(input, record);
      return { content: [{ type: 'text', text: JSON.stringify(answer) }], structuredContent: { ...answer } };
    } catch (error) {
      return { isError: true, content: [{ type: 'text', text: (error as Error).message }] };
    }
  },
  'prompts/list': () => ({ prompts: PROMPTS.map(({ text: _, ...prompt }) => prompt) }),
  'prompts/get': ({ name, arguments: given = {} }, record) => {
    const prompt = PROMPTS.find((each) => each.name === name);
    if (prompt === undefined) throw new Refusal(`There is no prompt "${shown(name)}"; there is ${namesOf(PROMPTS)}.`);
    const text = requestOf(prompt, given, record);
    return { description: prompt.description, messages: [{ role: 'user', content: { type: 'text', text } }] };
  },
  'resources/list': () => ({ resources: resources().map((resource) => ({ ...resource, mimeType: JSON_TYPE })) }),
  'resources/templates/list': () => ({
    resourceTemplates: RESOURCE_TEMPLATES.map((template) => ({ ...template, mimeType: JSON_TYPE })),
  }),
  'resources/read': ({ uri }, record) => {
    const content = readResource(uri, record);
    const known = RESOURCE_TEMPLATES.map(({ uriTemplate }) => uriTemplate).join(' or ');
    if (content === undefined)
      throw new Refusal(`There is no resource "${shown(uri)}"; addresses are ${known}.`, NO_RESOURCE);
    return { contents: [{ uri, mimeType: JSON_TYPE, text: JSON.stringify(content) }] };
  },
  'completion/complete': ({ ref, argument }, record) => {
    if (ref.type !== 'ref/resource') throw new Refusal('No argument of a prompt can be completed.');
    const values = completions(ref.uri, argument.name, argument.value, record);
    if (values === undefined)
      throw new Refusal(`There is no variable "${shown(argument.name)}" in "${shown(ref.uri)}".`);
    const { length: total } = values;
    return { completion: { values: values.slice(0, MOST_VALUES), total, hasMore: total > MOST_VALUES } };
  },
};

function namesOf(offered: readonly { readonly name: string }[]): string {
  return offered.map(({ name }) => name).join(', ');
}

/** The arguments of a prompt are checked like the input of a tool; a fault is an error of the protocol. */
function requestOf(prompt: Prompt, given: unknown, record: Queried): string {
  try {
    return prompt.text(given, record);
  } catch (error) {
    throw new Refusal((error as Error).message);
  }
}
