import * as vscode from 'vscode';
import type { WindowChecker } from '../checking/windowChecker';
import { findingsAt } from '../convert';
import { tell } from '../tell';

/**
 * Offers the fixes at the cursor of a text that cannot be changed, where the editor's own menu does not open. They are
 * collected for the copy of the Word document.
 */
export function registerChooseFix(checker: WindowChecker): vscode.Disposable {
  return vscode.commands.registerCommand('migrationTerms.chooseFix', async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selection } = editor;
    const here = findingsAt(document, checker.resultOf(document)?.findings ?? [], selection);
    const offered = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selection,
      vscode.CodeActionKind.QuickFix.value,
    );
    const rows = offered.flatMap(({ title, command }) => (command ? [{ label: title, command }] : []));
    if (here.length === 0 || rows.length === 0) return tell(vscode.l10n.t('There is no finding at the cursor.'));
    const choice = await vscode.window.showQuickPick(rows, { title: here[0]!.message });
    if (choice) await vscode.commands.executeCommand(choice.command.command, ...(choice.command.arguments ?? []));
  });
}
