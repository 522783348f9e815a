import * as vscode from 'vscode';
import { assert } from './assert';

suite('smoke', () => {
  test('the extension is installed and a Markdown document activates it', async () => {
    const extension = vscode.extensions.getExtension('migration-terms.migration-policy-terms');
    assert.ok(extension, 'the extension is not installed');
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# Draft\n' });
    assert.equal(document.languageId, 'markdown');
    await extension.activate();
    assert.ok(extension.isActive, 'the extension is not active');
  });
});
