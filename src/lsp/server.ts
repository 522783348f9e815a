import {
  createConnection,
  DidChangeWorkspaceFoldersNotification,
  ResponseError,
  type Connection,
  type InitializeParams,
} from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { capabilitiesFor, featuresOf, type Features } from './capabilities';
import { isRefusal } from './refusal';
import type { Service } from './service';

/**
 * Starts the language server on the standard streams of the process. The process ends when the client sends `exit`,
 * closes the stream or dies.
 */
export function serve(): void {
  // With the streams themselves, and not readers of them, the library ends the process when the input ends.
  const connection: Connection = createConnection(process.stdin, process.stdout);
  // A client that dies while a message is written is noticed at the end of the other stream.
  process.stdout.on('error', () => process.exit(1));
  let begun: { readonly params: InitializeParams; readonly features: Features } | undefined;
  let loading: Promise<Service> | undefined;
  // The service, with the whole engine, is loaded by the first message after the answer to `initialize`. All messages
  // wait for the same promise, and so keep their order.
  const service = (): Promise<Service> => {
    if (begun === undefined) return Promise.reject(new ResponseError(NOT_INITIALIZED, 'Send "initialize" first.'));
    const { params, features } = begun;
    return (loading ??= import('./service').then(({ createService }) => createService(connection, params, features)));
  };
  const notify = (run: (service: Service) => void): void =>
    void service()
      .then(run)
      .catch((error: unknown) => connection.console.error(error instanceof Error ? error.stack! : String(error)));
  const answer = async <T>(run: (service: Service) => T | Promise<T>): Promise<T> => {
    try {
      return await run(await service());
    } catch (error) {
      throw isRefusal(error) ? new ResponseError(error.code, error.message, error.data) : error;
    }
  };

  connection.onInitialize((params) => {
    const features = featuresOf(params);
    begun = { params, features };
    return { capabilities: capabilitiesFor(features), serverInfo: { name: 'migration-terms', version } };
  });
  connection.onInitialized(() => notify((to) => to.initialized()));
  connection.onDidOpenTextDocument((params) => notify((to) => to.didOpen(params)));
  connection.onDidChangeTextDocument((params) => notify((to) => to.didChange(params)));
  connection.onDidSaveTextDocument((params) => notify((to) => to.didSave(params)));
  connection.onDidCloseTextDocument((params) => notify((to) => to.didClose(params)));
  connection.onDidChangeConfiguration((params) => notify((to) => to.didChangeConfiguration(params)));
  connection.onDidChangeWatchedFiles(() => notify((to) => to.reload()));
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, (params) =>
    notify((to) => to.didChangeFolders(params)),
  );
  connection.onHover((params) => answer((to) => to.hover(params)));
  connection.onCompletion((params) => answer((to) => to.completion(params)));
  connection.onCodeAction((params, token) => answer((to) => to.codeActions(params, token)));
  connection.onCodeActionResolve((action, token) => answer((to) => to.resolve(action, token)));
  connection.languages.diagnostics.on((params, token) => answer((to) => to.diagnostics(params, token)));
  connection.onExecuteCommand((params, token, progress) => answer((to) => to.executeCommand(params, token, progress)));
  connection.listen();
}

const NOT_INITIALIZED = -32002;
