import type * as lsp from 'vscode-languageserver';
import { cardAt } from '../core/describe/cardAt';
import type { Checked, Finding } from '../core/finding';
import { messageOf } from '../cli/reasons';
import { completionsAt, writtenAt } from '../session/atPlace';
import { Checker, type Pace } from '../session/checker';
import { PRODUCT } from '../session/marks';
import { forCore } from '../session/openDocument';
import { pauseInTyping, Typing } from '../session/typing';
import { WorkspaceRun } from '../session/workspaceRun';
import { CHECK_WORKSPACE, CLEAR_WORKSPACE, type Features } from './capabilities';
import type { Client } from './client';
import type { ClientText } from './clientText';
import { actionsFor, dataOf, isForWholeFile, resolveAction, type ActionContext } from './actions';
import { Documents } from './documents';
import { filesIn, folderFiles } from './folderFiles';
import { ProgressReporter } from './progress';
import { CONTENT_MODIFIED, INVALID_PARAMS, Refusal, REQUEST_CANCELLED, SERVER_CANCELLED } from './refusal';
import { l10nIn, langOfLocale } from './titles';
import { completionListOf, diagnosticsIn, hoverOf, spanOf } from './toProtocol';

/** What the server does after the handshake: a method for each message. Requests throw a {@link Refusal}. */
export type Service = ReturnType<typeof createService>;

export function createService(client: Client, params: lsp.InitializeParams, features: Features, pause = pauseInTyping) {
  const spoken = langOfLocale(params.locale);
  const l10n = l10nIn(spoken);
  const screen = { features, spoken };
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
  const checker = new Checker<ClientText>(
    {
      isToBeChecked: ({ judgement, isTooLong }) => (judgement ? !judgement.isExcluded && !isTooLong : 'unknown'),
      judgementOf: (document) => document.judgement!,
      visibleIn: () => undefined,
      checked: (document) => publish(document),
      unchecked: (document) => publish(document),
      progressed: () => {},
      failed: (document, error) =>
        log(`${document.uri}: the check failed: ${(error instanceof Error && error.stack) || messageOf(error)}`),
    },
    PACE,
  );
  const findingsOf = (document: ClientText) => checker.knownOf(document)?.findings ?? [];
  const typing = new Typing<ClientText>(
    findingsOf,
    (document) => {
      publish(document);
      if (documents.get(document.uri) === document) refresh();
    },
    pause,
  );
  // Without a refresh, a client would not request what was left out before the next change.
  const marksTyping = features.pullsDiagnostics && !features.refreshesDiagnostics;
  const workspace = new WorkspaceRun(
    folderFiles({
      judgementOf: (fullPath) => documents.judgementOf(fullPath),
      isOpen: (uri) => documents.get(uri) !== undefined,
      screen,
      publish: (uri, diagnostics) => client.notify('textDocument/publishDiagnostics', { uri, diagnostics }),
    }),
  );
  const inWorkspace = (uri: string) => workspace.find({ uri, fullPath: '', isText: true });

  const diagnosticsOf = (document: ClientText, findings: readonly Finding[]): lsp.Diagnostic[] => {
    const check = checker.knownOf(document) && checker.checkOf(document);
    return document.judgement ? diagnosticsIn(document.places, findings, check, document.judgement, screen) : [];
  };
  const publish = (document: ClientText): void => {
    if (features.pullsDiagnostics || documents.get(document.uri) !== document) return;
    const { uri, version } = document;
    const findings = typing.finished(document, findingsOf(document));
    client.notify('textDocument/publishDiagnostics', { uri, version, diagnostics: diagnosticsOf(document, findings) });
  };
  const refresh = (): void => {
    if (features.pullsDiagnostics && features.refreshesDiagnostics) ask('workspace/diagnostic/refresh');
  };
  /** The result of the current text, once it is known. */
  const resultOf = async (document: ClientText, token: lsp.CancellationToken): Promise<Checked | undefined> => {
    const answer = await checker.whenChecked(document, token);
    if (answer === 'cancelled') throw new Refusal(REQUEST_CANCELLED, 'The request was cancelled.');
    if (answer === 'changed') throw new Refusal(CONTENT_MODIFIED, 'The document changed in the meantime.');
    return answer;
  };
  const actionContext = (document: ClientText): ActionContext => ({
    settle: (certain) => checker.settledEdits(document, certain),
    l10n,
    features,
    whole: checker.knownOf(document),
  });
  const asked = ({ uri }: lsp.TextDocumentIdentifier, range: lsp.Range): void => {
    const document = documents.get(uri);
    if (document) typing.asked(document, spanOf(document.places, range));
  };
  const reload = (): void => {
    documents.reload();
    refresh();
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
      // Those of the document replace the findings of its file.
      const known = features.pullsDiagnostics ? inWorkspace(textDocument.uri) : undefined;
      if (known) client.notify('textDocument/publishDiagnostics', { uri: known.uri, diagnostics: [] });
    },

    didChange({ textDocument, contentChanges }: lsp.DidChangeTextDocumentParams): void {
      const document = documents.get(textDocument.uri);
      if (document === undefined) return;
      const edits = document.change(contentChanges, textDocument.version);
      if (!marksTyping) typing.edited(document, edits);
      checker.changed(document);
    },

    /** A configuration that was saved applies at once, also with a client that does not watch files. */
    didSave({ textDocument }: lsp.DidSaveTextDocumentParams): void {
      if (textDocument.uri.endsWith('.migration-terms.json')) reload();
      const document = documents.get(textDocument.uri);
      if (document) typing.stop(document);
    },

    didClose({ textDocument: { uri } }: lsp.DidCloseTextDocumentParams): void {
      const document = documents.get(uri);
      if (document === undefined) return;
      documents.close(uri);
      checker.forget(document);
      typing.stop(document);
      if (!features.pullsDiagnostics) client.notify('textDocument/publishDiagnostics', { uri, diagnostics: [] });
      const known = inWorkspace(uri);
      if (known) void workspace.renew(known);
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
      const answer = await checker.whenChecked(document, token);
      if (answer === 'cancelled') throw new Refusal(REQUEST_CANCELLED, 'The request was cancelled.');
      if (answer === 'changed')
        throw new Refusal(SERVER_CANCELLED, 'The document changed in the meantime.', { retriggerRequest: true });
      const findings = typing.finished(document, answer?.findings ?? []);
      // Of one result, either all findings are shown, or those in text that is not being typed.
      const resultId = `${checker.idOf(document)}.${findings.length}`;
      return answer !== undefined && previousResultId === resultId
        ? { kind: 'unchanged', resultId }
        : { kind: 'full', resultId, items: diagnosticsOf(document, findings) };
    },

    async hover({ textDocument, position }: lsp.HoverParams): Promise<lsp.Hover | null> {
      asked(textDocument, { start: position, end: position });
      const document = await documents.judged(textDocument.uri);
      const checked = document && checker.resultSoFar(document);
      if (checked === undefined) return null;
      const { places, judgement } = document!;
      const { termbase, language, options } = judgement!;
      const offset = places.offsetAt(position);
      const written = writtenAt(places.getText(), offset, language, spoken);
      const at = cardAt(termbase, checked, places.getText(), offset, options.messages ?? written, written);
      return at ? hoverOf(places, at, termbase, documents.settings.hover, features) : null;
    },

    async completion({ textDocument, position }: lsp.CompletionParams): Promise<lsp.CompletionList | null> {
      asked(textDocument, { start: position, end: position });
      const document = await documents.judged(textDocument.uri);
      if (document === undefined || !checker.isChecked(document)) return null;
      const judgement = document.judgement!;
      const offset = document.places.offsetAt(position);
      const lang = writtenAt(document.getText(), offset, judgement.language, spoken);
      const found = completionsAt({ ...forCore(document, judgement), lang }, offset, judgement.termbase);
      return found ? completionListOf(document.places, found) : null;
    },

    async codeActions(action: lsp.CodeActionParams, token: lsp.CancellationToken): Promise<lsp.CodeAction[]> {
      // Clients request actions for the whole file, or for each diagnostic, without the cursor.
      if (!isForWholeFile(action) && action.context.triggerKind !== AUTOMATIC) asked(action.textDocument, action.range);
      const document = await documents.judged(action.textDocument.uri);
      if (document === undefined) return [];
      const checked = isForWholeFile(action) ? await resultOf(document, token) : checker.resultSoFar(document);
      if (checked === undefined) return [];
      return actionsFor(document, checked, action, actionContext(document));
    },

    async resolve(action: lsp.CodeAction, token: lsp.CancellationToken): Promise<lsp.CodeAction> {
      const data = dataOf(action);
      if (data === undefined) return action;
      const document = await documents.judged(data.uri);
      const checked = document && (await resultOf(document, token));
      const resolved = checked && resolveAction(document, checked, action, actionContext(document));
      if (resolved === undefined)
        throw new Refusal(CONTENT_MODIFIED, l10n.t('The document changed in the meantime; nothing was fixed.'));
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
        const outcome = await workspace.start(
          (isEnded) => filesIn(documents.folders, isEnded),
          (done, all) => shown.report(done / all, l10n.t('{0} of {1}', done + 1, all)),
          () => token.isCancellationRequested || shown.isCancelled,
        );
        const { all } = workspace;
        const findings = all.reduce((sum, { result }) => sum + result.findings, 0);
        // Word documents, and files that are too large, are not text or cannot be read, are not checked.
        const { unread = [], isCancelled = true } = outcome ?? {};
        return { files: all.length, findings, unread: unread.length, isCancelled };
      } finally {
        shown.done();
      }
    },
  };
}

/** Between two slices, the server answers other messages. */
const PACE: Pace<ClientText> = { slice: 8, patience: () => 50, later: (run) => void setImmediate(run) };

/** The trigger of a request for actions that nobody has chosen. */
const AUTOMATIC = 2;

/** The types of messages. */
const ERROR = 1;
const WARNING = 2;
