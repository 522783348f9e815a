import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import {
  ErrorCode,
  isJSONRPCRequest,
  JSONRPCMessageSchema,
  type JSONRPCMessage,
  type RequestId,
} from '@modelcontextprotocol/sdk/types.js';
import { readLines } from './readLines';

/** Takes messages, one in each line. */
export interface Output {
  /** Returns `false` if the caller should wait for `drain` before writing more. */
  write(text: string): unknown;
  once?(event: 'drain', listener: () => void): unknown;
}

/** In bytes. A longer message is answered with an error. */
export const LONGEST_MESSAGE = 64 * 1024 * 1024;

/**
 * The messages of a client, one in each line. Differs from the transport of the SDK where input is faulty: a line that
 * is not a message is answered, and one that is too long does not end the connection.
 */
export class LineTransport implements Transport {
  onmessage?: Transport['onmessage'];
  onerror?: Transport['onerror'];
  onclose?: Transport['onclose'];
  /** The requests that are not answered yet. */
  private readonly open = new Set<RequestId>();
  private whenIdle: () => void = () => undefined;

  constructor(
    private readonly input: AsyncIterable<Uint8Array | string>,
    private readonly output: Output,
  ) {}

  async start(): Promise<void> {
    // Reading begins with `run`.
  }

  /** Reads until the input ends and everything is answered. */
  async run(): Promise<void> {
    const tooLong = (): void =>
      this.refuse(ErrorCode.InvalidRequest, `A message must have at most ${LONGEST_MESSAGE} bytes.`);
    for await (const line of readLines(this.input, LONGEST_MESSAGE, tooLong)) this.receive(line);
    if (this.open.size > 0) await new Promise<void>((resolve) => (this.whenIdle = resolve));
    await this.close();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    const isTaken = this.output.write(`${JSON.stringify(message)}\n`);
    if (isTaken === false && this.output.once)
      await new Promise<void>((resolve) => this.output.once!('drain', resolve));
    if ('id' in message && message.id !== undefined && !('method' in message)) this.done(message.id);
  }

  async close(): Promise<void> {
    this.onclose?.();
  }

  private receive(line: string): void {
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return this.refuse(ErrorCode.ParseError, 'A message must be one line of JSON.');
    }
    const { data: message } = JSONRPCMessageSchema.safeParse(value);
    if (message === undefined)
      return this.refuse(ErrorCode.InvalidRequest, 'The line is no request, notification or response of JSON-RPC 2.0.');
    if (isJSONRPCRequest(message)) this.open.add(message.id);
    this.onmessage?.(message);
    // A request that is cancelled is not answered.
    if ('method' in message && message.method === 'notifications/cancelled')
      this.done((message.params as { readonly requestId?: RequestId } | undefined)?.requestId);
  }

  /** Answers a line whose request is unknown: the protocol has no id for that. */
  private refuse(code: ErrorCode, message: string): void {
    void this.send({ jsonrpc: '2.0', error: { code, message } });
  }

  private done(id: RequestId | undefined): void {
    if (id !== undefined && this.open.delete(id) && this.open.size === 0) this.whenIdle();
  }
}
