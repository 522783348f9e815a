import * as vscode from 'vscode';
import { isWithin } from './deletions';
import { fileOf } from '../languages';

/** Why a file that a document names, or that applies to it, is not changed for the writer. */
export type Obstacle = 'restricted' | 'outside' | 'link' | 'missing';

/**
 * What prevents a change to a file next to a document: it has to be a regular file in the document's workspace
 * folder, with no link on the path to it, and the workspace has to be trusted. Otherwise a crafted workspace could have
 * any of the writer's files changed. `undefined` if nothing prevents it.
 */
export async function obstacleTo(file: vscode.Uri, document: vscode.Uri): Promise<Obstacle | undefined> {
  if (!vscode.workspace.isTrusted) return 'restricted';
  const own = fileOf(document);
  if (own.scheme === 'untitled') return 'missing';
  const folder = vscode.workspace.getWorkspaceFolder(own)?.uri;
  const names =
    folder && isWithin(folder, file)
      ? file.path
          .slice(folder.path.length)
          .split('/')
          .filter((name) => name !== '')
      : [];
  if (folder === undefined || names.length === 0 || names.includes('..')) return 'outside';
  let place = folder;
  for (const name of names) {
    place = vscode.Uri.joinPath(place, name);
    const type = await typeOf(place);
    if (type === undefined) return 'missing';
    if (type & vscode.FileType.SymbolicLink) return 'link';
    // A device or a pipe is neither a file nor a folder.
    if (type !== (place.path === file.path ? vscode.FileType.File : vscode.FileType.Directory)) return 'missing';
  }
  return undefined;
}

/** `undefined` if nothing exists there, including the target of a link. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}
