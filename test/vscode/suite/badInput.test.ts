import * as vscode from 'vscode';
import { assert } from './assert';
import { listeningParts, type Parts } from './parts';
import { activated, diagnostics, ourDiagnostics, until } from './support';
import { TestFolder } from './testFolder';

const OLD = 'ICEM assists migrants in forty countries.\n';
const folder = new TestFolder('bad');

// workspace.test.ts covers a folder that is deleted during a check, and the Node suites cover a workspace folder.
suite('bad input in the editor', () => {
  let parts: Parts;

  suiteSetup(() => activated());

  setup(async () => {
    await folder.begin();
    parts = listeningParts();
  });

  teardown(async () => {
    await folder.end();
    parts.dispose();
    assert.deepEqual(parts.log, [], 'something was logged');
  });

  // Both sets of parts report each finding.
  const findings = (document: vscode.TextDocument, count: number) => diagnostics(document, count * 2);

  test('a configuration file that is not JSON is reported in the file, and settings apply until it is repaired', async () => {
    const document = await folder.open('a.md', OLD);
    const config = await folder.write('.migration-terms.json', '{ "rules": { "superseded-name": "off", } }');
    const [problem] = await stated(config, 2);
    assert.equal(problem!.range.start.character, 39);
    assert.match(problem!.message, /^Not valid JSON here; look for a missing or extra comma/);
    await findings(document, 1);
    await folder.write('.migration-terms.json', '{ "rules": { "superseded-name": "off" } }');
    await stated(config, 0);
    await findings(document, 0);
    await folder.write('.migration-terms.json', '');
    await stated(config, 2);
    await findings(document, 1);
    await vscode.workspace.fs.delete(config);
    await stated(config, 0);
  });

  test('a termbase that is deleted while it is open leaves the built-in one, and its text', async () => {
    const document = await folder.open('a.md', OLD);
    await findings(document, 1);
    const house = await folder.write('house.migration-terms.json', '{ "retire": ["icem"], "facts": [{ "id": "f" }] }');
    const { document: shown } = await vscode.window.showTextDocument(house, { preview: false });
    await stated(house, 2);
    await findings(document, 0);
    await vscode.workspace.fs.delete(house);
    await stated(house, 0);
    await findings(document, 1);
    assert.match(shown.getText(), /"retire"/);
  });

  test('a document that is renamed while it is checked is marked under its new name only', async () => {
    const document = await folder.open('a.md', OLD);
    await typed(document, '\nMigrants turn to ICEM for help.\n');
    await document.save();
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(document.uri, folder.file('b.md'));
    assert.ok(await vscode.workspace.applyEdit(edit), 'it was not renamed');
    const renamed = await vscode.workspace.openTextDocument(folder.file('b.md'));
    await findings(renamed, 2);
    await stated(folder.file('a.md'), 0);
  });

  test('a document that is deleted while it is checked keeps its text, and its marks until it is closed', async () => {
    // Opened as a person does: a document that an extension opens is held by the editor for minutes after it was
    // closed.
    await vscode.commands.executeCommand('vscode.open', await folder.write('a.md', OLD), { preview: false });
    const { document } = vscode.window.activeTextEditor!;
    await typed(document, '\nMigrants turn to ICEM for help.\n');
    await vscode.workspace.fs.delete(document.uri);
    await findings(document, 2);
    assert.match(document.getText(), /turn to ICEM/);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await stated(folder.file('a.md'), 0);
  });
});

async function typed(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), text);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
}

function stated(uri: vscode.Uri, count: number): Promise<readonly vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const ours = ourDiagnostics(uri);
      return ours.length === count ? ours : undefined;
    },
    `${count} diagnostics on ${uri.path}, there are ${ourDiagnostics(uri).length}`,
  );
}
