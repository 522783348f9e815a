import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server got: the parsed body, and its headers. */
export interface Asked {
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: object;
  };
  readonly authorization: string | undefined;
  readonly path: string;
}

/** How a server answers to one request. */
export type Reply = (response: ServerResponse, asked: Asked) => void;

/** A server on this machine that speaks the chat-completions protocol, as far as its replies do. */
export interface Completions {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** Answers with the replies in turn; the last one is repeated. */
export async function completions(...replies: readonly Reply[]): Promise<Completions> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const each = {
        body: JSON.parse(text) as Asked['body'],
        authorization: request.headers.authorization,
        path: request.url ?? '',
      };
      asked.push(each);
      replies[Math.min(asked.length, replies.length) - 1]!(response, each);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function says(content: string, finish = 'stop'): Reply {
  return json(200, {
    choices: [{ message: { role: 'assistant', content }, finish_reason: finish }],
    usage: { prompt_tokens: 1000, completion_tokens: 20 },
  });
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}
