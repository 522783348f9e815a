import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { program } from '../support/programs';

const ROOT = resolve(__dirname, '../..');

/** A notification or request from the server. */
export interface Message {
  readonly method: string;
  // The tests know the parameters of each method.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly params: any;
}

/** A client of a server in a process of its own. Nothing waits for a time, only for messages. */
export class Client {
  readonly connection: MessageConnection;
  /** All messages from the server so far. */
  readonly received: Message[] = [];
  /** Resolves to the exit code, or to the signal that ended the process. */
  readonly ended: Promise<number | string | null>;
  private readonly wanted = new Set<{ take: (message: Message) => void }>();
  private taken = 0;

  private constructor(
    readonly process: ChildProcess,
    readonly root: string,
  ) {
    this.ended = new Promise((done) => process.on('exit', (code, signal) => done(code ?? signal)));
    this.connection = createMessageConnection(
      new StreamMessageReader(process.stdout!),
      new StreamMessageWriter(process.stdin!),
    );
    const take = (method: string, params: unknown): void => {
      this.received.push({ method, params });
      for (const each of this.wanted) each.take({ method, params });
    };
    this.connection.onNotification((method, params) => take(method, params));
    this.connection.onRequest((method, params) => {
      take(method, params);
      return null;
    });
    this.connection.onUnhandledProgress(({ token, value }) => take('$/progress', { token, value }));
    // A server that ends closes its streams.
    this.connection.onError(() => {});
    this.connection.listen();
  }

  static start(root: string, stderr: 'inherit' | 'pipe' = 'inherit'): Client {
    const child = spawn(process.execPath, [program('cli'), 'lsp', '--stdio'], {
      cwd: ROOT,
      stdio: ['pipe', 'pipe', stderr],
    });
    return new Client(child, root);
  }

  /** Starts a server and shakes hands. */
  static async open(root: string, capabilities: object, more: object = {}): Promise<Client> {
    const client = Client.start(root);
    await client.initialize(capabilities, more);
    return client;
  }

  async initialize(capabilities: object, more: object = {}): Promise<InitializeResult> {
    const workspaceFolders = [{ uri: pathToFileURL(this.root).href, name: 'root' }];
    const params = { processId: process.pid, rootUri: null, workspaceFolders, capabilities, ...more };
    const answer = await this.request<InitializeResult>('initialize', params);
    await this.notify('initialized', {});
    return answer;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  notify(method: string, params?: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  uri(name: string): string {
    return pathToFileURL(join(this.root, name)).href;
  }

  /** Opens a document that need not exist on disk. */
  open(name: string, text: string, languageId = 'markdown'): Promise<void> {
    return this.notify('textDocument/didOpen', {
      textDocument: { uri: this.uri(name), languageId, version: 1, text },
    });
  }

  change(name: string, version: number, ...contentChanges: readonly object[]): Promise<void> {
    return this.notify('textDocument/didChange', {
      textDocument: { uri: this.uri(name), version },
      contentChanges,
    });
  }

  /** The next message of a method, among those that no earlier call has returned, that fits. */
  next(method: string, fits: (params: Message['params']) => boolean = () => true): Promise<Message['params']> {
    const isWanted = (message: Message): boolean => message.method === method && fits(message.params);
    const at = this.received.findIndex((message, i) => i >= this.taken && isWanted(message));
    if (at >= 0) {
      this.taken = at + 1;
      return Promise.resolve(this.received[at]!.params);
    }
    return new Promise((done) => {
      const one = {
        take: (message: Message): void => {
          if (!isWanted(message)) return;
          this.wanted.delete(one);
          this.taken = this.received.length;
          done(message.params);
        },
      };
      this.wanted.add(one);
    });
  }

  /** The next diagnostics that the server sends for a document. */
  async published(name: string, version?: number): Promise<readonly Diagnostic[]> {
    const params: PublishDiagnosticsParams = await this.next(
      'textDocument/publishDiagnostics',
      (each) => each.uri === this.uri(name) && (version === undefined || each.version === version),
    );
    return params.diagnostics;
  }

  /** The diagnostics that the server returns for a document. */
  async pulled(name: string): Promise<readonly Diagnostic[]> {
    const report = await this.request<{ kind: string; items: readonly Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: this.uri(name) },
    });
    assert.equal(report.kind, 'full');
    return report.items;
  }

  /** Ends the server as the protocol says; returns its exit code. */
  async close(): Promise<number | string | null> {
    await this.request('shutdown', undefined);
    await this.notify('exit');
    return this.ended;
  }
}

export const PULL = {
  textDocument: {
    diagnostic: { relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    workspaceEdit: { documentChanges: true },
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  window: { workDoneProgress: true },
};

export const PUSH = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
