import * as vscode from 'vscode';
import { assert } from './assert';
import { listeningParts, type Parts } from './parts';
import { diagnostics, ourDiagnostics, show, until } from './support';

const SENTENCE = 'ICEM assists migrants in forty countries';

suite('a sentence that is being written', () => {
  let parts: Parts;
  let checkedText = '';
  let listener: vscode.Disposable;

  setup(() => {
    parts = listeningParts();
    checkedText = '';
    // The parts show the findings before this listener is called.
    listener = parts.checker.onDidCheck(
      ({ document, isComplete }) => void (checkedText = isComplete ? document.getText() : checkedText),
    );
  });

  teardown(() => {
    listener.dispose();
    parts.dispose();
    assert.deepEqual(parts.log, [], 'something was logged');
  });

  const checkOf = (document: vscode.TextDocument): Promise<true> =>
    until(
      parts.checker.onDidCheck,
      () => (checkedText === document.getText() ? true : undefined),
      'the check of what was written',
    );

  test('is not marked before its full stop', async () => {
    const { document } = await show('');
    await write(SENTENCE);
    assert.equal(document.getText(), SENTENCE);
    await checkOf(document);
    assert.equal(
      parts.checker.knownOf(document)?.findings.some(({ rule }) => rule === 'superseded-name'),
      true,
      'it was not found at all',
    );
    assert.deepEqual(ourDiagnostics(document.uri), []);
    await write('.');
    // Both sets of parts report each finding.
    await diagnostics(document, 2);
  });

  test('is marked when the cursor leaves it', async () => {
    const editor = await show('\n\nNothing here.\n');
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await write(SENTENCE);
    await checkOf(editor.document);
    assert.deepEqual(ourDiagnostics(editor.document.uri), []);
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await diagnostics(editor.document, 2);
  });

  test('is marked at once if it is pasted', async () => {
    const { document } = await show('');
    await vscode.env.clipboard.writeText(SENTENCE);
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await diagnostics(document, 2);
  });
});

/** Types as a person does: one letter at a time, at the cursor. */
async function write(text: string): Promise<void> {
  for (const letter of text) await vscode.commands.executeCommand('type', { text: letter });
}
