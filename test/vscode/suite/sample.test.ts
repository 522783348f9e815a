import * as vscode from 'vscode';
import { assert } from './assert';
import { ourDiagnostics } from './support';

suite('the sample document', () => {
  const open = async (): Promise<vscode.TextDocument> => {
    await vscode.commands.executeCommand('migrationTerms.openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document, 'no document');
    return document;
  };
  teardown(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  test('opens untitled, and is checked', async () => {
    const document = await open();
    assert.ok(document.isUntitled, 'not untitled');
    assert.equal(document.languageId, 'markdown');
    await vscode.commands.executeCommand('migrationTerms.checkDocument');
    assert.ok(ourDiagnostics(document.uri).length >= 6, `${ourDiagnostics(document.uri).length} findings`);
  });

  test('is opened only once', async () => {
    assert.equal(await open(), await open());
  });
});
