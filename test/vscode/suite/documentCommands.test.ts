import * as vscode from 'vscode';
import type { Edit, Finding } from '../../../src/core/finding';
import { combinePreferred } from '../../../src/core/findings/applyFixes';
import { fixAll } from '../../../src/vscode/commands/documentCommands';
import { assert } from './assert';
import { diagnostics, replaced, show } from './support';

suite('the messages of commands on a document', () => {
  test('fixing a name without a finding says so', async () => {
    const editor = await show('ICEM assists migrants in forty countries.\n');
    await diagnostics(editor.document, 1);
    editor.selection = new vscode.Selection(0, 20, 0, 20);
    assert.deepEqual(await utterance(() => vscode.commands.executeCommand('migrationTerms.fixName')), [
      'Migration Terms: There is no finding at the cursor.',
    ]);
    editor.selection = new vscode.Selection(0, 2, 0, 2);
    assert.deepEqual(await utterance(() => vscode.commands.executeCommand('migrationTerms.fixName')), [
      'Migration Terms: 1 fixed.',
    ]);
  });

  test('a finding that is left for the next run is not counted as fixed', async () => {
    const { document } = await show('abcdef\n');
    const findings = [
      finding({ start: 0, end: 3, newText: 'A' }),
      finding({ start: 2, end: 5, newText: 'B' }),
      finding({ start: 0, end: 3, newText: 'A' }),
    ];
    assert.deepEqual(await utterance(() => fixAll(document, findings, combinePreferred)), [
      'Migration Terms: 2 fixed, 1 needs your choice.',
    ]);
    assert.equal(document.getText(), 'Adef\n');
  });

  test('a document that cannot be changed is not reported as changed', async () => {
    const { document } = await show('abcdef\n');
    const refused = () =>
      replaced(
        vscode.workspace,
        'applyEdit',
        async () => false,
        () => fixAll(document, [finding({ start: 0, end: 3, newText: 'A' })], combinePreferred),
      );
    assert.deepEqual(await utterance(refused), [
      'Migration Terms: The editor does not allow changes to this document; nothing was fixed.',
    ]);
  });
});

/** The messages during a call, in the status bar or in a notification. */
async function utterance(body: () => Thenable<unknown>): Promise<readonly string[]> {
  const texts: string[] = [];
  await replaced(
    vscode.window,
    'setStatusBarMessage',
    (text: string) => void texts.push(text),
    () => replaced(vscode.window, 'showInformationMessage', async (text: string) => void texts.push(text), body),
  );
  return texts;
}

/** A finding with one certain fix, and only the properties that the command reads. */
function finding(...edits: readonly Edit[]): Finding {
  return { certainty: 'certain', fixes: [{ title: '', preferred: true, edits }] } as unknown as Finding;
}
