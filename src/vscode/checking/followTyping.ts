import * as vscode from 'vscode';
import type { Typing } from '../../session/typing';
import { editsOf } from '../convert';

/** Tells the session where the writer is typing in the window. */
export function followTyping(typing: Typing<vscode.TextDocument>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      // Text from an undo, or in a document that is not active, was not typed.
      const isByHand = vscode.window.activeTextEditor?.document === document && reason === undefined;
      if (isByHand) typing.edited(document, editsOf(contentChanges));
      else if (contentChanges.length > 0) typing.stop(document);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor: { document }, selections }) =>
      typing.moved(document, document.offsetAt(selections[0]!.active)),
    ),
    vscode.window.onDidChangeActiveTextEditor(() => typing.stop()),
    vscode.workspace.onDidSaveTextDocument((document) => typing.stop(document)),
  );
}
