import { renameSync } from 'node:fs';
import * as vscode from 'vscode';
import { assert } from '../suite/assert';
import { listeningParts, type Parts } from '../suite/parts';
import { activated, diagnostics } from '../suite/support';

// This suite runs last: watchers of a folder that was deleted may not find it again.
suite('a workspace folder that vanishes', () => {
  const folder = () => vscode.workspace.workspaceFolders![0]!.uri;
  let parts: Parts;

  suiteSetup(async () => {
    await activated();
    renameSync(folder().fsPath, `${folder().fsPath}-away`);
    parts = listeningParts();
  });

  suiteTeardown(() => {
    parts.dispose();
    renameSync(`${folder().fsPath}-away`, folder().fsPath);
  });

  test('leaves nothing to check, and causes no error', async () => {
    const { files, unread, isCancelled } = (await parts.workspace.run())!;
    assert.deepEqual([files.length, unread.length, isCancelled], [0, 0, false]);
    assert.deepEqual(parts.log, []);
  });

  test('does not prevent documents from being checked, or commands from running', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: 'ICEM assists migrants in forty countries.\n',
    });
    await diagnostics(document, 2);
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    await vscode.commands.executeCommand('migrationTerms.report', 'clear');
    assert.deepEqual(parts.log, []);
  });
});
