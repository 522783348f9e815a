import * as vscode from 'vscode';

/** Tells of each file and folder that is deleted: for a folder, the editor tells of no file in it. */
export function onDidDelete(tell: (deleted: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**', true, true, false);
  return vscode.Disposable.from(watcher, watcher.onDidDelete(tell));
}

/** Whether a file or folder is the other one, or lies in it. */
export function isWithin(folder: vscode.Uri, uri: vscode.Uri): boolean {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return false;
  return uri.path === folder.path || uri.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`);
}
