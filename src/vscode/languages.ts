import * as vscode from 'vscode';
import { globMatcher } from '../core/config/glob';
import { LANGUAGE_IDS } from '../core/prose/languageIds';
import { wordOfText } from './word/wordUri';

/** The documents for which the extension offers hovers and fixes: every language that the core reads. */
export const DOCUMENT_SELECTOR: vscode.DocumentSelector = LANGUAGE_IDS.map((language) => ({ language }));

export function isReadable(document: vscode.TextDocument): boolean {
  return LANGUAGE_IDS.includes(document.languageId);
}

/**
 * The file that contains a text: the notebook of a cell, the Word document of its text; otherwise the URI itself.
 */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  return uri.scheme === CELL ? (notebookOf(uri)?.uri ?? uri) : (wordOfText(uri) ?? uri);
}

/** All cells of the notebook of a cell, in their order; `undefined` for any other text. */
export function cellsOf(uri: vscode.Uri): readonly vscode.TextDocument[] | undefined {
  return notebookOf(uri)
    ?.getCells()
    .map(({ document }) => document);
}

function notebookOf(uri: vscode.Uri): vscode.NotebookDocument | undefined {
  if (uri.scheme !== CELL) return undefined;
  const cell = uri.toString();
  return vscode.workspace.notebookDocuments.find((each) =>
    each.getCells().some(({ document }) => document.uri.toString() === cell),
  );
}

/**
 * Whether a person writes the document here: the pages of this extension are only read. Output panels, the message box
 * of source control, the old side of a diff and search results may have a supported language, too; they have schemes of
 * their own and are not checked.
 */
export function isWritten(document: vscode.TextDocument): boolean {
  // A cell on the old side of a diff has the same scheme as any cell; the scheme of its notebook differs.
  const { scheme, path } = fileOf(document.uri);
  const own = vscode.extensions.getExtension(EXTENSION)?.extensionUri;
  if (own?.scheme === scheme && path.startsWith(`${own.path}/docs/`)) return false;
  // A virtual workspace has a scheme that no list can anticipate.
  return (
    SCHEMES.has(scheme) || (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme)
  );
}

/** Whether the setting `migrationTerms.exclude` excludes a file. Its patterns are relative to the workspace folder. */
export function isExcluded(address: vscode.Uri, exclude: readonly string[]): boolean {
  const uri = fileOf(address);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && globMatcher(exclude)(uri.path.slice(folder.uri.path.length));
}

const EXTENSION = 'migration-terms.migration-policy-terms';

const CELL = 'vscode-notebook-cell';

const SCHEMES: ReadonlySet<string> = new Set([
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  CELL,
  'vscode-test-web',
  'vscode-userdata',
]);
