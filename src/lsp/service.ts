import type * as lsp from 'vscode-languageserver';
import type { Lang } from '../core/document';
import type { Checked, Finding } from '../core/finding';
import { settledEdits } from '../core/parts/settledFixes';
import { languageNear } from '../core/surroundings/language';
import { messageOf } from '../cli/reasons';
import { CHECK_WORKSPACE, CLEAR_WORKSPACE, type Features } from './capabilities';
import { Checker } from './checker';
import type { Client } from './client';
import { actionsFor, dataOf, isForWholeFile, resolveAction, type ActionContext } from './codeActions';
import { completionAt } from './completion';
import { pathOf } from './contexts';
import { PRODUCT, type Places } from './convert';
import { diagnosticOf } from './diagnostics';
import { Documents } from './documents';
import { hoverAt } from './hover';
import type { Judgement, OpenDocument } from './openDocument';
import { ProgressReporter } from './progress';
import { CONTENT_MODIFIED, INVALID_PARAMS, Refusal, REQUEST_CANCELLED, SERVER_CANCELLED } from './refusal';
import { langOfLocale, titleIn } from './titles';
import { WorkspaceCheck } from './workspaceCheck';

/** What the server does after the handshake: a method for each message. Requests throw a {@link Refusal}. */
export type Service = ReturnType<typeof createService>;

export function createService(client: Client, params: lsp.InitializeParams, features: Features) {
  const spoken = langOfLocale(params.locale);
  const log = (message: string): void => client.notify('window/logMessage', { type: ERROR, message });
  const ask = (method: string, params?: object): void =>
    void client.request(method, params).catch((error: unknown) => log(`${method}: ${messageOf(error)}`));
  const progress = new ProgressReporter(client, features.workDoneProgress);
  const documents = new Documents(params, {
    tell: (severity, message) => {
      if (severity === 'warning')
        client.notify('window/showMessage', { type: WARNING, message: `${PRODUCT}: ${message}` });
      else log(message);
    },
    judged: (document) => checker.begin(document),
  });
  const checker = new Checker({
    checked: (document) => publish(document),
    failed: (document, error) =>
      log(`${document.uri}: the check failed: ${(error instanceof Error && error.stack) || messageOf(error)}`),
  });
  const workspace = new WorkspaceCheck({
    get folders() {
      return documents.folders;
    },
    judgementOf: (fullPath) => documents.judgementOf(fullPath),
    isOpen: (uri) => documents.get(uri) !== undefined,
    diagnosticsOf: (places, text, findings, by) => diagnosticsFor(places, text, findings, by),
    publish: (uri, diagnostics) => client.notify('textDocument/publishDiagnostics', { uri, diagnostics }),
  });

  const langAt =
    (text: string, language: Lang | 'auto') =>
    (offset: number): Lang =>
      language !== 'auto' ? language : (languageNear(text, offset) ?? spoken);
  const diagnosticsFor = (
    places: Places,
    text: string,
    findings: readonly Finding[],
    { termbase, language }: Judgement,
  ): lsp.Diagnostic[] => {
    const { strikeThrough } = documents.settings;
    const style = { features, strikeThrough, termbase, langAt: langAt(text, language) };
    return findings.map((finding) => diagnosticOf(places, finding, style));
  };
  const diagnosticsIn = (document: OpenDocument, checked: Checked | undefined): lsp.Diagnostic[] =>
    checked === undefined || document.judgement === undefined
      ? []
      : diagnosticsFor(document.places, document.text, checked.findings, document.judgement);
  const publish = (document: OpenDocument): void => {
    if (features.pullsDiagnostics || documents.get(document.uri) !== document) return;
    const { uri, version } = document;
    client.notify('textDocument/publishDiagnostics', {
      uri,
      version,
      diagnostics: diagnosticsIn(document, document.result),
    });
  };
  /** The result of the current text, once it is known. */
  const resultOf = async (document: OpenDocument, token: lsp.CancellationToken): Promise<Checked | undefined> => {
    const answer = await checker.resultOf(document, token);
    if (answer === 'cancelled') throw new Refusal(REQUEST_CANCELLED, 'The request was cancelled.');
    if (answer === 'changed') throw new Refusal(CONTENT_MODIFIED, 'The document changed in the meantime.');
    return answer;
  };
  const actionContext = (document: OpenDocument, { termbase, options }: Judgement): ActionContext => ({
    termbase,
    langAt: langAt(document.text, 'auto'),
    settle: (certain) => settledEdits(document.forCore, certain, termbase, options),
    lang: spoken,
    resolvesEdits: features.resolvesEdits,
    documentChanges: features.documentChanges,
  });
  const reload = (): void => {
    documents.reload();
    if (features.pullsDiagnostics && features.refreshesDiagnostics) ask('workspace/diagnostic/refresh');
  };

  return {
    initialized(): void {
      if (!features.watchesFiles) return;
      const watchers = [{ globPattern: '**/*.migration-terms.json' }];
      const registrations = [{ id: 'files', method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers } }];
      ask('client/registerCapability', { registrations });
    },

    didOpen({ textDocument }: lsp.DidOpenTextDocumentParams): void {
      documents.open(textDocument);
      if (features.pullsDiagnostics) workspace.opened(textDocument.uri);
    },

    didChange({ textDocument, contentChanges }: lsp.DidChangeTextDocumentParams): void {
      const document = documents.get(textDocument.uri);
      if (document === undefined) return;
      document.change(contentChanges, textDocument.version);
      checker.changed(document);
    },

    /** A configuration that was saved applies at once, also with a client that does not watch files. */
    didSave({ textDocument }: lsp.DidSaveTextDocumentParams): void {
      if (textDocument.uri.endsWith('.migration-terms.json')) reload();
    },

    didClose({ textDocument: { uri } }: lsp.DidCloseTextDocumentParams): void {
      const document = documents.get(uri);
      if (document === undefined) return;
      documents.close(uri);
      checker.forget(document);
      if (!features.pullsDiagnostics) client.notify('textDocument/publishDiagnostics', { uri, diagnostics: [] });
      const path = pathOf(uri);
      if (path !== undefined) void workspace.closed(uri, path);
    },

    didChangeConfiguration({ settings }: lsp.DidChangeConfigurationParams): void {
      const own = (settings as { migrationTerms?: unknown } | null | undefined)?.migrationTerms;
      // Many clients send a notification without settings after the handshake.
      if (own === undefined || own === null) return;
      documents.configure(own);
      reload();
    },

    didChangeFolders({ event }: lsp.DidChangeWorkspaceFoldersParams): void {
      documents.changeFolders(event);
      reload();
    },

    reload,

    async diagnostics(
      { textDocument, previousResultId }: lsp.DocumentDiagnosticParams,
      token: lsp.CancellationToken,
    ): Promise<lsp.DocumentDiagnosticReport> {
      const document = documents.get(textDocument.uri);
      if (document === undefined) return { kind: 'full', items: [] };
      const answer = await checker.resultOf(document, token);
      if (answer === 'cancelled') throw new Refusal(REQUEST_CANCELLED, 'The request was cancelled.');
      if (answer === 'changed')
        throw new Refusal(SERVER_CANCELLED, 'The document changed in the meantime.', { retriggerRequest: true });
      const resultId = `${document.serial}.${document.resultId}`;
      return answer !== undefined && previousResultId === resultId
        ? { kind: 'unchanged', resultId }
        : { kind: 'full', resultId, items: diagnosticsIn(document, answer) };
    },

    async hover({ textDocument, position }: lsp.HoverParams): Promise<lsp.Hover | null> {
      const document = await documents.judged(textDocument.uri);
      const checked = document && checker.resultSoFar(document);
      if (checked === undefined) return null;
      const { termbase, language } = document!.judgement!;
      return hoverAt(document!.places, checked, document!.places.offsetAt(position), {
        termbase,
        detail: documents.settings.hover,
        isMarkdown: features.markdownHover,
        langAt: langAt(document!.text, language),
      });
    },

    async completion({ textDocument, position }: lsp.CompletionParams): Promise<lsp.CompletionList | null> {
      const document = await documents.judged(textDocument.uri);
      if (document?.check === undefined) return null;
      const { termbase, language } = document.judgement!;
      const offset = document.places.offsetAt(position);
      const lang = langAt(document.text, language)(offset);
      return completionAt(document.places, document.forCore, offset, termbase, lang);
    },

    async codeActions(action: lsp.CodeActionParams, token: lsp.CancellationToken): Promise<lsp.CodeAction[]> {
      const document = await documents.judged(action.textDocument.uri);
      if (document === undefined) return [];
      const checked = isForWholeFile(action) ? await resultOf(document, token) : checker.resultSoFar(document);
      if (checked === undefined) return [];
      return actionsFor(document, checked, action, actionContext(document, document.judgement!));
    },

    async resolve(action: lsp.CodeAction, token: lsp.CancellationToken): Promise<lsp.CodeAction> {
      const data = dataOf(action);
      if (data === undefined) return action;
      const document = await documents.judged(data.uri);
      const checked = document && (await resultOf(document, token));
      const resolved =
        checked && resolveAction(document, checked, action, actionContext(document, document.judgement!));
      if (resolved === undefined)
        throw new Refusal(
          CONTENT_MODIFIED,
          titleIn(spoken, 'The document changed in the meantime; nothing was fixed.'),
        );
      return resolved;
    },

    cancelProgress({ token }: lsp.WorkDoneProgressCancelParams): void {
      progress.cancel(token);
    },

    async executeCommand(
      { command, workDoneToken }: lsp.ExecuteCommandParams,
      token: lsp.CancellationToken,
    ): Promise<unknown> {
      if (command === CLEAR_WORKSPACE) {
        workspace.clear();
        return null;
      }
      if (command !== CHECK_WORKSPACE) throw new Refusal(INVALID_PARAMS, `There is no command "${command}".`);
      const shown = await progress.begin(PRODUCT, workDoneToken);
      try {
        return await workspace.start(
          (done, all) => shown.report(done / all, titleIn(spoken, '{0} of {1}', done + 1, all)),
          () => token.isCancellationRequested || shown.isCancelled,
        );
      } finally {
        shown.done();
      }
    },
  };
}

/** The types of messages. */
const ERROR = 1;
const WARNING = 2;
