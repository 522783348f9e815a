import {
  createMessageConnection,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type CancellationToken,
} from 'vscode-jsonrpc/node';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver';
import { version } from '../../package.json';
import { capabilitiesFor, featuresOf, type Features } from './capabilities';
import type { Client } from './client';
import { frameGuard } from './frameGuard';
import { isRefusal } from './refusal';
import type { Service } from './service';

/**
 * Starts the language server on the standard streams of the process. The process ends when the client sends `exit`,
 * closes the stream or dies.
 *
 * Only the connection is loaded at the start, without the definitions of the whole protocol, so that an editor waits
 * for little more than Node. The service, with the engine, is loaded by the first message after the answer to
 * `initialize`. All messages wait for the same promise, and so keep their order.
 */
export function serve(): void {
  process.stdin.on(
    'data',
    // Registered before the reader, which would wait for ever.
    frameGuard((message) => process.stderr.write(`migration-terms: ${message}\n`, () => process.exit(1))),
  );
  const connection = createMessageConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
  let isShutDown = false;
  const exit = (): never => process.exit(isShutDown ? 0 : 1);
  process.stdin.on('end', exit).on('close', exit);
  // A client that dies while a message is written.
  process.stdout.on('error', exit);

  const client: Client = {
    notify: (method, params) => {
      // A connection that is closed rejects every message; the process is about to end.
      connection.sendNotification(method, params).catch(() => {});
    },
    request: (method, params) => connection.sendRequest(method, params),
  };
  let begun: { readonly params: InitializeParams; readonly features: Features } | undefined;
  let loading: Promise<Service> | undefined;
  const service = (): Promise<Service> => {
    if (begun === undefined) return Promise.reject(new ResponseError(NOT_INITIALIZED, 'Send "initialize" first.'));
    const { params, features } = begun;
    return (loading ??= import('./service').then(({ createService }) => createService(client, params, features)));
  };

  // A message that is no JSON, for example.
  connection.onError(([error]) => client.notify('window/logMessage', { type: 1, message: textOf(error) }));
  const requireRunning = (): void => {
    if (isShutDown) throw new ResponseError(INVALID_REQUEST, 'The server has been shut down. Send "exit".');
  };
  connection.onRequest('initialize', (params: InitializeParams): InitializeResult => {
    requireRunning();
    const features = featuresOf(params);
    begun = { params: params ?? { capabilities: {} }, features };
    if (typeof params?.processId === 'number') watch(params.processId, exit);
    return { capabilities: capabilitiesFor(features), serverInfo: { name: 'migration-terms', version } };
  });
  connection.onRequest('shutdown', () => {
    requireRunning();
    isShutDown = true;
    return null;
  });
  connection.onNotification('exit', exit);
  for (const [method, name] of Object.entries(NOTIFICATIONS))
    connection.onNotification(method, (params) =>
      service()
        .then((to) => to[name](params as never))
        .catch((error: unknown) =>
          client.notify('window/logMessage', { type: 1, message: `${method}: ${textOf(error)}` }),
        ),
    );
  for (const [method, name] of Object.entries(REQUESTS))
    connection.onRequest(method, async (params: unknown, token: CancellationToken): Promise<unknown> => {
      requireRunning();
      try {
        return await (await service())[name](params as never, token);
      } catch (error) {
        throw isRefusal(error) ? new ResponseError(error.code, error.message, error.data) : error;
      }
    });
  connection.listen();
}

/** Calls back once a process has ended. */
function watch(processId: number, ended: () => void): void {
  setInterval(() => {
    try {
      process.kill(processId, 0);
    } catch (error) {
      // A process of another user exists, but may not be signalled.
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') ended();
    }
  }, WATCH_MS).unref();
}

function textOf(error: unknown): string {
  return (error instanceof Error && error.stack) || String(error);
}

const WATCH_MS = 3000;
const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;

/** The method of the service for each message. */
const NOTIFICATIONS = {
  initialized: 'initialized',
  'textDocument/didOpen': 'didOpen',
  'textDocument/didChange': 'didChange',
  'textDocument/didSave': 'didSave',
  'textDocument/didClose': 'didClose',
  'workspace/didChangeConfiguration': 'didChangeConfiguration',
  'workspace/didChangeWatchedFiles': 'reload',
  'workspace/didChangeWorkspaceFolders': 'didChangeFolders',
  'window/workDoneProgress/cancel': 'cancelProgress',
} as const satisfies Record<string, keyof Service>;

const REQUESTS = {
  'textDocument/hover': 'hover',
  'textDocument/completion': 'completion',
  'textDocument/codeAction': 'codeActions',
  'codeAction/resolve': 'resolve',
  'textDocument/diagnostic': 'diagnostics',
  'workspace/executeCommand': 'executeCommand',
} as const satisfies Record<string, keyof Service>;
