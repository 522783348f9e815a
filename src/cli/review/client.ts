import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { ANSWER_SCHEMA } from '../../core/review/answer';
import type { Endpoint } from '../reviewArguments';

/** What an endpoint answered to one request. */
export type Answered =
  | { readonly kind: 'answer'; readonly text: string; readonly tokens: number | undefined }
  /** `stops`: every other request would fail in the same way. The message follows "not reviewed: ". */
  | { readonly kind: 'failed'; readonly message: string; readonly stops: boolean };

/** The environment of a client, which tests replace. */
export interface Surroundings {
  /** Resolves after some milliseconds, or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly signal: AbortSignal | undefined;
}

/**
 * A client of the chat-completions protocol. It follows no redirect, reads answers up to a limit, waits and repeats
 * where a server is busy, and leaves out the schema of the answer where an endpoint does not know it.
 */
export class Client {
  private isPlain = false;

  /** @param key The key of the endpoint, if it needs one. */
  constructor(
    private readonly endpoint: Endpoint,
    private readonly key: string | undefined,
    private readonly surroundings: Surroundings,
  ) {}

  /** Asks once, and again where that may help. Never throws. */
  async ask(text: string): Promise<Answered> {
    const { signal, wait } = this.surroundings;
    for (let attempt = 1; ; attempt++) {
      if (signal?.aborted) return failed('the run was stopped', true);
      const wasPlain = this.isPlain;
      const reply = await this.send(text).catch((error: unknown): Reply => ({ kind: 'lost', ...faultOf(error) }));
      if (reply.kind === 'lost' && signal?.aborted) continue;
      if (reply.kind === 'read' && reply.status === 200) return contentOf(reply.body);
      if (reply.kind === 'read' && !wasPlain && (reply.status === 400 || reply.status === 422)) {
        // Not every endpoint knows schemas, and not every model lets its temperature be set.
        this.isPlain = true;
        attempt--;
        continue;
      }
      if (attempt >= ATTEMPTS || !mayPass(reply)) return failureOf(reply);
      const pause = reply.kind === 'read' ? reply.retryAfter : undefined;
      await wait(Math.min(LONGEST_PAUSE, pause ?? FIRST_PAUSE * 2 ** (attempt - 1)), signal);
    }
  }

  private send(text: string): Promise<Reply> {
    const { model, url, timeout } = this.endpoint;
    const body = JSON.stringify({
      model,
      messages: [{ role: 'user', content: text }],
      ...(this.isPlain ? {} : { temperature: 0, response_format: FORMAT }),
    });
    const { signal } = this.surroundings;
    const limit = AbortSignal.timeout(timeout * 1_000);
    return new Promise((resolve, reject) => {
      let isRead = false;
      const send = url.protocol === 'https:' ? requestSecure : requestPlain;
      const request = send(
        url,
        {
          method: 'POST',
          signal: signal ? AbortSignal.any([signal, limit]) : limit,
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            'content-length': Buffer.byteLength(body),
            ...(this.key === undefined ? {} : { authorization: `Bearer ${this.key}` }),
          },
        },
        (response) => {
          isRead = true;
          void readBody(response).then(resolve, reject);
        },
      );
      request.on('error', reject);
      // Only a listener tells of a switch of protocols, whose connection is no answer.
      request.on('upgrade', ({ statusCode = 0 }, socket) => {
        socket.destroy();
        resolve({ kind: 'read', status: statusCode, retryAfter: undefined, body: '' });
      });
      // Whatever else ends a request without an answer must not leave the run waiting for one.
      request.on('close', () => {
        if (!isRead) reject(new Error('closed'));
      });
      request.end(body);
    });
  }
}

const FORMAT = { type: 'json_schema', json_schema: { name: 'remarks', schema: ANSWER_SCHEMA, strict: false } };
const ATTEMPTS = 4;
/** In milliseconds. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** In bytes; the answer on a passage has a few thousand. */
const MOST_BYTES = 4_000_000;

type Reply =
  | { readonly kind: 'read'; readonly status: number; readonly retryAfter: number | undefined; readonly body: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'lost'; readonly message: string; readonly stops: boolean; readonly mayPass: boolean };

/** Whether the same request may succeed later. */
function mayPass(reply: Reply): boolean {
  if (reply.kind === 'read') return reply.status === 408 || reply.status === 429 || reply.status >= 500;
  return reply.kind === 'lost' && reply.mayPass;
}

async function readBody(response: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > MOST_BYTES) {
      response.destroy();
      return { kind: 'too-large' };
    }
    chunks.push(bytes);
  }
  const seconds = Number(response.headers['retry-after']);
  return {
    kind: 'read',
    status: response.statusCode ?? 0,
    retryAfter: Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** The text of the first choice; what else an endpoint says is not read. */
function contentOf(body: string): Answered {
  try {
    const { choices, usage } = JSON.parse(body) as Completion;
    const content = choices?.[0]?.message?.content;
    const text = Array.isArray(content) ? content.map((part) => part.text ?? '').join('') : content;
    if (typeof text === 'string' && text.trim() !== '') {
      const tokens = Number(usage?.prompt_tokens) + Number(usage?.completion_tokens);
      return { kind: 'answer', text, tokens: Number.isFinite(tokens) ? tokens : undefined };
    }
  } catch {
    // Reported below.
  }
  return failed('the endpoint sent something that is no chat completion', false);
}

interface Completion {
  readonly choices?: readonly {
    readonly message?: { readonly content?: string | readonly { readonly text?: string }[] };
  }[];
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number };
}

function failureOf(reply: Reply): Answered {
  if (reply.kind === 'too-large') return failed('its answer is larger than 4 MB', false);
  if (reply.kind === 'lost') return failed(reply.message, reply.stops);
  const { status } = reply;
  if (status >= 300 && status < 400)
    return failed('the endpoint redirects to another address, which is refused; give the final address', true);
  if (status === 429) return failed('the endpoint has no capacity left (429); try again later', true);
  return failed(STATUS[status] ?? `the endpoint answered with the status ${status}`, STOPPING.has(status));
}

/** With these, an endpoint answers to every request of the run. */
const STOPPING: ReadonlySet<number> = new Set([401, 403, 404, 405]);

const STATUS: Readonly<Record<number, string>> = {
  400: 'the endpoint refuses the request (400); the model may not take a text of this length',
  401: 'the endpoint does not accept the key (401)',
  403: 'the key does not allow this model (403)',
  404: 'the endpoint does not know the model, or has no chat completions at this address (404)',
  413: 'the request is too large for the endpoint (413); use a smaller --budget',
};

function failed(message: string, stops: boolean): Answered {
  return { kind: 'failed', message, stops };
}

/** Exported for its tests: an error of the connection, in plain words. */
export function faultOf(error: unknown): Omit<Extract<Reply, { kind: 'lost' }>, 'kind'> {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  const lost = (message: string, stops: boolean, passes = false) => ({ message, stops, mayPass: passes });
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR')
    return lost('no answer came in time; a longer --timeout may help', false);
  if (code === 'ECONNREFUSED') return lost('nothing listens at this address', true);
  if (code === 'ENOTFOUND') return lost('there is no such address', true);
  if (code !== undefined && CERTIFICATE.test(code))
    return lost(
      `the certificate of the endpoint is not trusted (${code}); NODE_EXTRA_CA_CERTS names that of an office`,
      true,
    );
  return lost('the connection broke off', false, true);
}

/** The codes of the errors of certificates: "CERT_HAS_EXPIRED", "UNABLE_TO_VERIFY_LEAF_SIGNATURE". */
const CERTIFICATE = /CERT|^(?:ERR_TLS|UNABLE_TO|CRL|INVALID)_/;
