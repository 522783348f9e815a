import * as vscode from 'vscode';

/**
 * The place to which the links on the way to a file lead; `undefined` if there are none, or where the editor cannot
 * tell. Its interface cannot, and a bundle that also runs in browsers cannot import what can, so Node is asked for it.
 */
export async function realUri(uri: vscode.Uri): Promise<vscode.Uri | undefined> {
  if (uri.scheme !== 'file') return undefined;
  try {
    const path = await files()?.realpath(uri.fsPath);
    return path === undefined || path === uri.fsPath ? undefined : vscode.Uri.file(path);
  } catch {
    return undefined;
  }
}

/** The folders above a place, the innermost first; none above untitled text. */
export function foldersAbove(place: vscode.Uri): readonly vscode.Uri[] {
  if (!place.path.startsWith('/') || place.path === '/') return [];
  const folder = vscode.Uri.joinPath(place, '..');
  return [folder, ...foldersAbove(folder)];
}

interface Files {
  realpath(path: string): Promise<string>;
}

function files(): Files | undefined {
  const { process } = globalThis as { process?: { getBuiltinModule?: (id: string) => unknown } };
  return process?.getBuiltinModule?.('node:fs/promises') as Files | undefined;
}
