import * as vscode from 'vscode';
import { globMatcher } from '../core/config/glob';
import { LANGUAGE_IDS } from '../core/prose/languages';

/** The documents that the extension offers its hovers and fixes for: every language that the core reads. */
export const DOCUMENT_SELECTOR: vscode.DocumentSelector = LANGUAGE_IDS.map((language) => ({ language }));

export function isReadable(document: vscode.TextDocument): boolean {
  return LANGUAGE_IDS.includes(document.languageId);
}

/** The file that a text stands in: for the cell of a notebook the notebook, else the text's own. */
export function fileOf(uri: vscode.Uri): vscode.Uri {
  if (uri.scheme !== CELL) return uri;
  const cell = uri.toString();
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.getCells().some(({ document }) => document.uri.toString() === cell));
  return notebook?.uri ?? uri;
}

/**
 * Whether a document is one that a writer writes. Output panels, the message box of source control, the old side of a
 * diff and search results have languages that we read, too; they have schemes of their own and are left alone.
 */
export function isWritten(document: vscode.TextDocument): boolean {
  // A cell on the old side of a diff has the scheme of all cells; its notebook tells.
  const { scheme } = fileOf(document.uri);
  // A virtual workspace brings a scheme that no list can foresee.
  return SCHEMES.has(scheme) || (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme);
}

/** Whether the setting `migrationTerms.exclude` leaves a file out: its patterns start at the workspace folder. */
export function isExcluded(address: vscode.Uri, exclude: readonly string[]): boolean {
  const uri = fileOf(address);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && globMatcher(exclude)(uri.path.slice(folder.uri.path.length));
}

const CELL = 'vscode-notebook-cell';

const SCHEMES: ReadonlySet<string> = new Set([
  'file', 'untitled', 'vscode-remote', 'vscode-vfs', CELL, 'vscode-test-web', 'vscode-userdata',
]);
