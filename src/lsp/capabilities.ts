import type { InitializeParams, ServerCapabilities } from 'vscode-languageserver';

/** What the client can do, as far as the server depends on it. */
export interface Features {
  /** Whether the client requests diagnostics; otherwise the server sends them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly deprecatedTag: boolean;
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

export function featuresOf({ capabilities: { textDocument, workspace, window } }: InitializeParams): Features {
  const { diagnostic, publishDiagnostics, codeAction, hover } = textDocument ?? {};
  return {
    pullsDiagnostics: diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: (diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation) === true,
    deprecatedTag: (diagnostic?.tagSupport ?? publishDiagnostics?.tagSupport)?.valueSet.includes(2) === true,
    markdownHover: hover?.contentFormat?.includes('markdown') === true,
    resolvesEdits: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workDoneProgress: window?.workDoneProgress === true,
  };
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
