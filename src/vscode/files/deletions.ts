import * as vscode from 'vscode';

/** Calls back for each deleted file and folder. For a folder, the editor reports none of the files in it. */
export function onDidDelete(tell: (deleted: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**', true, true, false);
  return vscode.Disposable.from(watcher, watcher.onDidDelete(tell));
}

/** Whether a URI is the folder itself or is in it. */
export function isWithin(folder: vscode.Uri, uri: vscode.Uri): boolean {
  if (folder.scheme !== uri.scheme || folder.authority !== uri.authority) return false;
  return uri.path === folder.path || uri.path.startsWith(folder.path.endsWith('/') ? folder.path : `${folder.path}/`);
}
