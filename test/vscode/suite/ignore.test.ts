import * as vscode from 'vscode';
import { assert } from './assert';
import { actionsOn, activated, diagnostics, rangeOf, replaced, show } from './support';
import { TestFolder } from './testFolder';
import type { Api } from '../../../src/vscode/extension';

const TEXT =
  'The choir of the ICEM veterans sings to migrants each year.\n\nICEM assists migrants in forty countries.\n';
const folder = new TestFolder('ignore');

suite('ignoring a finding', () => {
  suiteSetup(() => activated());
  setup(() => folder.begin());
  teardown(() => folder.end());

  test('at its place is recorded in the folder’s file, and the document is unchanged', async () => {
    await folder.write('.migration-terms.json', '{\n  "language": "en"\n}\n');
    const document = await folder.open('a.md', TEXT);
    await diagnostics(document, 2);
    const actions = await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix);
    const action =
      actions.find(({ title }) => title === 'Ignore “ICEM” here') ??
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

  test('in the whole folder, listed in the view and reported again there', async () => {
    await folder.write('.migration-terms.json', '{}\n');
    const document = await folder.open('a.md', TEXT);
    await diagnostics(document, 2);
    await vscode.commands.executeCommand(
      'migrationTerms.ignore',
      document.uri.toString(),
      TEXT.indexOf('ICEM'),
      'folder',
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
    await vscode.commands.executeCommand('migrationTerms.reportAgain', entry);
    await diagnostics(document, 2);
    assert.deepEqual(JSON.parse(await folder.read('.migration-terms.json')).accepted, []);
  });

  test('in untitled text is remembered by the window, also in plain text, until it is reported again', async () => {
    const { document } = await show(TEXT, 'plaintext');
    await diagnostics(document, 2);
    await vscode.commands.executeCommand(
      'migrationTerms.ignore',
      document.uri.toString(),
      TEXT.indexOf('ICEM'),
      'here',
    );
    await diagnostics(document, 1);
    const { document: tree } = await activated<Api>();
    const group =
      ((await tree.getChildren()) ?? []).find(({ kind }) => kind === 'all-accepted') ??
      assert.fail('the view does not list it');
    const [entry] = (await tree.getChildren(group)) ?? [];
    await vscode.commands.executeCommand('migrationTerms.reportAgain', entry);
    await diagnostics(document, 2);
  });

  test('asks how at the cursor, and offers the ways that are possible', async () => {
    const { document } = await show(TEXT, 'plaintext');
    await diagnostics(document, 2);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(document.positionAt(19), document.positionAt(19));
    // Plain text has no comments, and untitled text no folder: nothing is left to ask.
    await vscode.commands.executeCommand('migrationTerms.ignore');
    await diagnostics(document, 1);
    const { document: other } = await show(TEXT);
    await diagnostics(other, 1);
    vscode.window.activeTextEditor!.selection = new vscode.Selection(other.positionAt(63), other.positionAt(63));
    let offered: readonly string[] = [];
    const pick = async (rows: readonly vscode.QuickPickItem[]) => void (offered = rows.map(({ label }) => label));
    await replaced(vscode.window, 'showQuickPick', pick, () => vscode.commands.executeCommand('migrationTerms.ignore'));
    assert.deepEqual(offered, ['Ignore “ICEM” here', 'Ignore “ICEM” with a comment']);
    const { document: tree } = await activated<Api>();
    for (const group of (await tree.getChildren()) ?? [])
      if (group.kind === 'all-accepted')
        for (const entry of (await tree.getChildren(group)) ?? [])
          await vscode.commands.executeCommand('migrationTerms.reportAgain', entry);
  });

  test('refuses to change a file that is not JSON', async () => {
    await folder.write('.migration-terms.json', '{ "language": \n');
    const document = await folder.open('a.md', TEXT);
    await diagnostics(document, 2);
    let stated = '';
    const tell = async (message: string): Promise<void> => void (stated = message);
    await replaced(vscode.window, 'showWarningMessage', tell, () =>
      vscode.commands.executeCommand('migrationTerms.ignore', document.uri.toString(), TEXT.indexOf('ICEM'), 'here'),
    );
    assert.match(stated, /is not valid JSON\. Repair it/);
    assert.equal(await folder.read('.migration-terms.json'), '{ "language": \n');
  });
});
