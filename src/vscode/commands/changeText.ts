import * as vscode from 'vscode';
import type { Edit } from '../../core/finding';
import { workspaceEdit } from '../convert';
import { wordOfText } from '../word/wordUri';

// The text of a Word document cannot be changed: its edits are collected for a copy of the document.

/** Makes edits in a document; false if the editor does not allow them. */
export async function changeText(document: vscode.TextDocument, edits: readonly Edit[]): Promise<boolean> {
  if (wordOfText(document.uri) === undefined) return vscode.workspace.applyEdit(workspaceEdit(document, edits));
  await vscode.commands.executeCommand('migrationTerms.collectFix', document.uri.toString(), edits);
  return true;
}

/** Lets an action make edits in a document. */
export function changeBy(action: vscode.CodeAction, document: vscode.TextDocument, edits: readonly Edit[]): void {
  if (wordOfText(document.uri) === undefined) action.edit = workspaceEdit(document, edits);
  else
    action.command = {
      title: action.title,
      command: 'migrationTerms.collectFix',
      arguments: [document.uri.toString(), edits],
    };
}
