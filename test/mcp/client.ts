import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { resolve } from 'node:path';
import { program } from '../support/programs';

const ROOT = resolve(__dirname, '../..');
/** The arguments for Node that start the server. */
export function server(): readonly string[] {
  return [program('cli'), 'mcp'];
}

export interface Connection {
  readonly client: Client;
  /** What the process wrote to standard error. */
  err(): string;
  close(): Promise<void>;
}

/** The client of the SDK, connected to a server process. */
export async function connect(...more: string[]): Promise<Connection> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...server(), ...more],
    cwd: ROOT,
    stderr: 'pipe',
  });
  let err = '';
  transport.stderr?.on('data', (chunk) => (err += String(chunk)));
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  // The client then validates the result of each call against the declared schema.
  await client.listTools();
  return { client, err: () => err, close: () => client.close() };
}

export interface Message {
  readonly id?: number | string;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A server process without a client: its lines are written and read as they are. */
export class Wire {
  readonly process: ChildProcessWithoutNullStreams;
  readonly messages: Message[] = [];
  readonly exited: Promise<number | NodeJS.Signals | null>;
  err = '';
  private rest = '';
  private onMessage: () => void = () => undefined;

  constructor(args: readonly string[] = server()) {
    this.process = spawn(process.execPath, args, { cwd: ROOT });
    this.process.stderr.on('data', (chunk) => (this.err += String(chunk)));
    this.process.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (this.rest + chunk).split('\n');
      this.rest = lines.pop()!;
      this.messages.push(...lines.map((line) => JSON.parse(line) as Message));
      this.onMessage();
    });
    this.exited = new Promise((resolve) => this.process.once('close', (code, signal) => resolve(code ?? signal)));
  }

  write(...lines: readonly (string | object)[]): void {
    this.process.stdin.write(
      lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
    );
  }

  /** Waits for a message; it may have come already. */
  async message(isIt: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = this.messages.find(isIt);
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => (this.onMessage = resolve));
    }
  }

  answer(id: number): Promise<Message> {
    return this.message((message) => message.id === id);
  }
}

export function request(id: number, method: string, params?: object): object {
  return { jsonrpc: '2.0', id, method, params };
}

export const INITIALIZE = request(0, 'initialize', {
  protocolVersion: '2025-06-18',
  capabilities: {},
  clientInfo: { name: 'test', version: '1' },
});
