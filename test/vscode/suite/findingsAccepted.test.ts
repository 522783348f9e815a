import * as vscode from 'vscode';
import { assert } from './assert';
import { actionsOn, activated, diagnostics, rangeOf, replaced } from './support';
import { TestFolder } from './testFolder';
import type { Api } from '../../../src/vscode/extension';

const TEXT =
  'The choir of the ICEM veterans sings to migrants each year.\n\nICEM assists migrants in forty countries.\n';
const folder = new TestFolder('accept');

suite('accepting a finding', () => {
  suiteSetup(() => activated());
  setup(() => folder.begin());
  teardown(() => folder.end());

  test('at its place is recorded in the folder’s file, and the document is unchanged', async () => {
    await folder.write('.migration-terms.json', '{\n  "language": "en"\n}\n');
    const document = await folder.open('a.md', TEXT);
    await diagnostics(document, 2);
    const actions = await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix);
    const action =
      actions.find(({ title }) => title === 'Accept “ICEM” here') ??
      assert.fail(`it is not offered, only ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    await diagnostics(document, 1);
    assert.equal(document.getText(), TEXT);
    assert.deepEqual(JSON.parse(await folder.read('.migration-terms.json')), {
      language: 'en',
      accepted: [
        {
          rule: 'superseded-name',
          text: 'ICEM',
          around: 'The choir of the ICEM veterans sings to migrants each year.',
        },
      ],
    });
  });

  test('in the whole folder, listed in the view and revoked there', async () => {
    await folder.write('.migration-terms.json', '{}\n');
    const document = await folder.open('a.md', TEXT);
    await diagnostics(document, 2);
    await vscode.commands.executeCommand(
      'migrationTerms.acceptInFolder',
      document.uri.toString(),
      TEXT.indexOf('ICEM'),
    );
    await diagnostics(document, 0);
    assert.deepEqual(JSON.parse(await folder.read('.migration-terms.json')).accepted, [
      { rule: 'superseded-name', text: 'ICEM' },
    ]);
    const { document: tree } = await activated<Api>();
    const group =
      ((await tree.getChildren()) ?? []).find(({ kind }) => kind === 'all-accepted') ??
      assert.fail('the view does not list it');
    const [entry] = (await tree.getChildren(group)) ?? [];
    const item = await tree.getTreeItem(entry!);
    assert.equal(`${String(item.label)}, ${String(item.description)}`, 'ICEM, Former name · wherever it occurs');
    await vscode.commands.executeCommand('migrationTerms.revokeAccepted', entry);
    await diagnostics(document, 2);
    assert.deepEqual(JSON.parse(await folder.read('.migration-terms.json')).accepted, []);
  });

  test('refuses to change a file that is not JSON', async () => {
    await folder.write('.migration-terms.json', '{ "language": \n');
    const document = await folder.open('a.md', TEXT);
    await diagnostics(document, 2);
    let stated = '';
    const tell = async (message: string): Promise<void> => void (stated = message);
    await replaced(vscode.window, 'showWarningMessage', tell, () =>
      vscode.commands.executeCommand('migrationTerms.acceptHere', document.uri.toString(), TEXT.indexOf('ICEM')),
    );
    assert.match(stated, /is not valid JSON\. Repair it/);
    assert.equal(await folder.read('.migration-terms.json'), '{ "language": \n');
  });
});
