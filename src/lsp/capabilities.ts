import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as the server depends on it. */
export interface Features {
  /** Whether the client requests diagnostics; otherwise the server sends them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly markdownHover: boolean;
  /** Whether the edits of a code action may be computed when it is chosen. */
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  readonly watchesFiles: boolean;
  readonly workDoneProgress: boolean;
}

/** The kind to name in a request for the certain fixes, for example on each save. */
export const FIX_ALL = 'source.fixAll.migrationTerms';

export const CHECK_WORKSPACE = 'migrationTerms.checkWorkspace';
export const CLEAR_WORKSPACE = 'migrationTerms.clearWorkspace';

/** Reads the capabilities of the client; those that have another type than the protocol defines are left out. */
export function featuresOf(params: Partial<InitializeParams> | null | undefined): Features {
  const { textDocument, workspace, window } = params?.capabilities ?? {};
  const { diagnostic, publishDiagnostics, codeAction, hover } = textDocument ?? {};
  return {
    pullsDiagnostics: typeof diagnostic === 'object' && diagnostic !== null,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true,
    markdownHover: lists(hover?.contentFormat, 'markdown'),
    resolvesEdits: codeAction?.dataSupport === true && lists(codeAction.resolveSupport?.properties, 'edit'),
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
  };
}

function lists(values: unknown, value: unknown): boolean {
  return Array.isArray(values) && values.includes(value);
}

export function capabilitiesFor({ pullsDiagnostics }: Features): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    // Incremental changes, and notices of saving without the text.
    textDocumentSync: { openClose: true, change: 2, save: { includeText: false } },
    ...(pullsDiagnostics && {
      diagnosticProvider: {
        identifier: 'migrationTerms',
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    }),
    hoverProvider: true,
    completionProvider: {},
    codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL], resolveProvider: true },
    executeCommandProvider: { commands: [CHECK_WORKSPACE, CLEAR_WORKSPACE], workDoneProgress: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
