import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../core/document';
import type { Edit } from '../core/finding';

/** The source of every diagnostic. */
export const PRODUCT = 'Migration Terms';

/** A text with an address, which is not necessarily open. */
export type Places = Pick<TextDocument, 'uri' | 'positionAt'>;

export function rangeOf(places: Places, { start, end }: Span): Range {
  return { start: places.positionAt(start), end: places.positionAt(end) };
}

/** The offsets of a range; one that ends before its start is turned round. */
export function spanOf(places: Pick<TextDocument, 'offsetAt'>, { start, end }: Range): Span {
  const offsets = [places.offsetAt(start), places.offsetAt(end)];
  return { start: Math.min(...offsets), end: Math.max(...offsets) };
}

/** The change of one document; with its version if the client can compare it. */
export function workspaceEdit(places: TextDocument, edits: readonly Edit[], withVersion: boolean): WorkspaceEdit {
  const changes: TextEdit[] = edits.map((edit) => ({ range: rangeOf(places, edit), newText: edit.newText }));
  return withVersion
    ? { documentChanges: [{ textDocument: { uri: places.uri, version: places.version }, edits: changes }] }
    : { changes: { [places.uri]: changes } };
}
