import type {
  CallToolResult,
  GetPromptResult,
  Prompt,
  ReadResourceResult,
  Resource,
  ResourceTemplate,
  Tool,
} from '@modelcontextprotocol/sdk/types.js';
import { completions, readResource, RESOURCE_TEMPLATES, resources } from '../core/assistants/resources';
import { PROMPTS } from '../core/assistants/prompts';
import { TOOLS, type Queried } from '../core/assistants/tools';

/** What the server offers, in the terms of the protocol. `undefined` is the answer about something unknown. */
export interface Assistants {
  readonly tools: readonly Tool[];
  readonly prompts: readonly Prompt[];
  readonly resources: readonly Resource[];
  readonly resourceTemplates: readonly ResourceTemplate[];
  call(name: string, input: unknown): CallToolResult | undefined;
  /** Throws an error that explains how to correct the arguments. */
  prompt(name: string, given: unknown): GetPromptResult | undefined;
  read(uri: string): ReadResourceResult | undefined;
  complete(uriTemplate: string, variable: string, typed: string): readonly string[] | undefined;
}

export function assistantsOn(record: Queried): Assistants {
  return {
    tools: TOOLS.map(({ name, title, description, inputSchema, outputSchema }) => ({
      name,
      title,
      description,
      inputSchema: inputSchema as Tool['inputSchema'],
      outputSchema: outputSchema as Tool['outputSchema'],
      annotations: { ...READS_ONLY, title },
    })),
    prompts: PROMPTS.map(({ name, title, description, arguments: given }) => ({
      name,
      title,
      description,
      arguments: [...given],
    })),
    resources: resources().map((resource) => ({ ...resource, mimeType: JSON_TYPE })),
    resourceTemplates: RESOURCE_TEMPLATES.map((template) => ({ ...template, mimeType: JSON_TYPE })),
    call(name, input) {
      const tool = TOOLS.find((each) => each.name === name);
      if (tool === undefined) return undefined;
      try {
        const answer = tool.answer(input, record);
        return { content: [{ type: 'text', text: written(answer) }], structuredContent: { ...answer } };
      } catch (error) {
        return { isError: true, content: [{ type: 'text', text: (error as Error).message }] };
      }
    },
    prompt(name, given) {
      const prompt = PROMPTS.find((each) => each.name === name);
      return (
        prompt && {
          description: prompt.description,
          messages: [{ role: 'user', content: { type: 'text', text: prompt.text(given, record) } }],
        }
      );
    },
    read(uri) {
      const content = readResource(uri, record);
      return content && { contents: [{ uri, mimeType: JSON_TYPE, text: written(content) }] };
    },
    complete: (uriTemplate, variable, typed) => completions(uriTemplate, variable, typed, record),
  };
}

const JSON_TYPE = 'application/json';
const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

function written(answer: object): string {
  return JSON.stringify(answer);
}
