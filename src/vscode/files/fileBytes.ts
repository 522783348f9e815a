import * as vscode from 'vscode';

/** The content of a file, or why it is not read. A missing file is `unreadable`. */
export type FileBytes =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'problem'; readonly why: 'large' | 'no file' }
  | { readonly kind: 'problem'; readonly why: 'unreadable'; readonly reason: string };

/**
 * Reads a regular file, or the target of a link to one, of at most `most` bytes. Never throws. The editor can only read
 * a whole file, and would block on a pipe or read a device forever, so the type of the file is checked first.
 */
export async function readFileBytes(uri: vscode.Uri, most: number): Promise<FileBytes> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0) return { kind: 'problem', why: 'no file' };
    if (size > most) return { kind: 'problem', why: 'large' };
    // Files such as those of /proc report a size of zero, and may be endless.
    if (size === 0 && uri.scheme === 'file') return { kind: 'read', bytes: new Uint8Array() };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.length > most ? { kind: 'problem', why: 'large' } : { kind: 'read', bytes };
  } catch (error) {
    return { kind: 'problem', why: 'unreadable', reason: error instanceof Error ? error.message : String(error) };
  }
}
