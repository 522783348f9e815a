import * as vscode from 'vscode';

/** All that is in a file, or why it is not read. A file that is not there is `unreadable`. */
export type FileBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'problem'; readonly why: 'large' | 'no file' }
  | { readonly kind: 'problem'; readonly why: 'unreadable'; readonly reason: string };

/**
 * Reads a regular file, or what a link to one leads to, that holds no more than `most` bytes. Never throws. The editor
 * reads files as a whole alone, and would wait for a pipe, or read a device for ever: so it is asked first what it is.
 */
export async function readFileBytes(uri: vscode.Uri, most: number): Promise<FileBytes> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return { kind: 'problem', why: 'no file' };
    if (size > most) return { kind: 'problem', why: 'large' };
    // The files in which a system describes itself say that they are empty, and may have no end.
    if (size === 0 && uri.scheme === 'file') return { kind: 'read', bytes: new Uint8Array() };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > most ? { kind: 'problem', why: 'large' } : { kind: 'read', bytes };
  } catch (error) {
    return { kind: 'problem', why: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
