import * as vscode from 'vscode';
import { assert } from './assert';
import { actionsOn, activated, diagnostics, rangeOf, replaced, show, until } from './support';
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
          name: 'icem',
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
      { rule: 'superseded-name', text: 'ICEM', name: 'icem' },
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

  test('of a number names what is counted, and hides the number of this fact only', async () => {
    await folder.write('.migration-terms.json', '{}\n');
    const text = 'The Compact has 5 objectives. The International Migration Review Forum takes place every 5 years.\n';
    const document = await folder.open('a.md', text);
    await diagnostics(document, 2);
    const actions = await actionsOn(document, rangeOf(document, '5'), vscode.CodeActionKind.QuickFix);
    const action =
      actions.find(({ title }) => title === 'Ignore “5 objectives” in this folder') ??
      assert.fail(`it is not offered, only ${actions.map(({ title }) => title).join(', ')}`);
    await vscode.commands.executeCommand(action.command!.command, ...action.command!.arguments!);
    const [left] = await diagnostics(document, 1);
    assert.match(left!.message, /every 4 years/);
    assert.deepEqual(JSON.parse(await folder.read('.migration-terms.json')).accepted, [
      { rule: 'fact-mismatch', text: '5', name: 'gcm-objectives' },
    ]);
    const { document: tree } = await activated<Api>();
    const group = ((await tree.getChildren()) ?? []).find(({ kind }) => kind === 'all-accepted');
    const [entry] = (await tree.getChildren(group)) ?? [];
    assert.match(
      String((await tree.getTreeItem(entry!)).description),
      /^Wrong fact · wherever it occurs · .*23 objectives/,
    );
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

  test('that an earlier version recorded is renewed on request, where one fact is meant', async () => {
    const old = { rule: 'fact-mismatch', text: '5' };
    await folder.write('.migration-terms.json', JSON.stringify({ accepted: [old, { ...old, text: '24' }] }));
    let offered = 0;
    const choose = async (_: string, ...choices: readonly string[]): Promise<string | undefined> => {
      if (choices[0] === 'Renew') offered++;
      return choices[0];
    };
    await replaced(vscode.window, 'showInformationMessage', choose, async () => {
      const document = await folder.open(
        'a.md',
        'The Global Compact for Migration has 5 objectives. The Compact has 24 objectives. IOM was founded in 1949.\n',
      );
      await diagnostics(document, 1);
      await until(
        vscode.workspace.onDidSaveTextDocument,
        () => vscode.workspace.textDocuments.find((each) => !each.isDirty && /"24"[^}]*"name"/.test(each.getText())),
        'the renewed file',
      );
      const { accepted } = JSON.parse(await folder.read('.migration-terms.json')) as { accepted: object[] };
      assert.deepEqual(accepted, [
        { ...old, name: 'gcm-objectives' },
        { ...old, text: '24', name: 'gcm-objectives' },
      ]);
    });
    assert.equal(offered, 1);
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
