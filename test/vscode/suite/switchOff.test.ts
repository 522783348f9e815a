import * as vscode from 'vscode';
import { ruleOffEdit, switchOffTitle } from '../../../src/vscode/commands/switchOff';
import { assert } from './assert';
import { listeningParts } from './parts';
import { actionsOn, activated, diagnostics, ourDiagnostics, rangeOf, replaced, until } from './support';
import { TestFolder } from './testFolder';

// Plain text has no comments, so switching the rule off is offered instead.
const OLD = 'ICEM assists migrants in forty countries.\n';
const folder = new TestFolder('switched');

suite('switching off a rule', () => {
  suiteSetup(() => activated());
  setup(() => folder.begin());
  teardown(async () => {
    await vscode.workspace
      .getConfiguration('migrationTerms')
      .update('rules', undefined, vscode.ConfigurationTarget.Workspace);
    await folder.end();
  });

  test('is written into the innermost file that sets it, and changes nothing else in that file', async () => {
    const outer = '{ "rules": { "superseded-name": "warning" } }';
    await folder.write('.migration-terms.json', outer);
    await folder.write(
      'in/.migration-terms.json',
      '{\n\t"language": "en",\n\t"rules": { "wrong-status": "hint", "superseded-name" : "error" }\n}\n',
    );
    const { document, action } = await offered('in/a.txt', vscode.DiagnosticSeverity.Error);
    assert.match(action.title, /^Switch off the rule superseded-name in .*in\/\.migration-terms\.json$/);
    await run(action);
    await diagnostics(document, 0);
    assert.equal(
      await folder.read('in/.migration-terms.json'),
      '{\n\t"language": "en",\n\t"rules": { "wrong-status": "hint", "superseded-name" : "off" }\n}\n',
    );
    assert.equal(await folder.read('.migration-terms.json'), outer);
    assert.equal(inSettings(), undefined);
  });

  test('is written into the settings if no file sets it', async () => {
    await folder.write('.migration-terms.json', '{ "rules": { "wrong-status": "hint" } }');
    const { document, action } = await offered('a.txt', vscode.DiagnosticSeverity.Warning);
    assert.equal(action.title, 'Switch off the rule superseded-name in this workspace');
    await run(action);
    await diagnostics(document, 0);
    assert.deepEqual(inSettings(), { 'superseded-name': 'off' });
  });

  test('leaves a file with unsaved changes of the writer unsaved', async () => {
    const config = await folder.write('.migration-terms.json', '{ "rules": { "superseded-name": "error" } }');
    const { document, action } = await offered('a.txt', vscode.DiagnosticSeverity.Error);
    const editor = await vscode.window.showTextDocument(config, { preview: false });
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 1), ' "language": "en",'));
    await run(action);
    assert.equal(editor.document.getText(), '{ "language": "en", "rules": { "superseded-name": "off" } }');
    assert.ok(editor.document.isDirty, 'it was saved');
    assert.equal(ourDiagnostics(document.uri).length, 1);
    await editor.document.save();
    await diagnostics(document, 0);
  });
});

suite('the edit that switches off a rule', () => {
  test('is located in the text of the file, or not', () => {
    const edited = (text: string): string | undefined => {
      const edit = ruleOffEdit(text, 'superseded-name');
      return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
    };
    assert.equal(edited('{"rules":{"superseded-name":"error"}}'), '{"rules":{"superseded-name":"off"}}');
    assert.equal(
      edited('{"x":{"superseded-name":"error"},"rules":{"superseded-name":\n"hint"}}'),
      '{"x":{"superseded-name":"error"},"rules":{"superseded-name":\n"off"}}',
    );
    for (const text of [
      '',
      '{',
      '{"rules":{}}',
      '{"rules":{"superseded-name":1}}',
      '{"rules":{"superseded-name":"hint","superseded-name":"error"}}',
    ]) {
      assert.equal(edited(text), undefined, text);
    }
  });
});

suite('the title of switching off a rule', () => {
  test('says that the writer’s own settings change if no folder is open', async () => {
    const parts = listeningParts();
    try {
      const title = await replaced(vscode.workspace, 'workspaceFolders', undefined, async () =>
        switchOffTitle('superseded-name', vscode.Uri.parse('untitled:a.txt'), parts.configs),
      );
      assert.equal(title, 'Switch off the rule superseded-name in your own settings');
    } finally {
      parts.dispose();
    }
  });
});

/** The action that is offered for a finding of this severity. */
async function offered(
  path: string,
  severity: vscode.DiagnosticSeverity,
): Promise<{ document: vscode.TextDocument; action: vscode.CodeAction }> {
  const document = await folder.open(path, OLD);
  await until(
    vscode.languages.onDidChangeDiagnostics,
    () => ourDiagnostics(document.uri)[0]?.severity === severity || undefined,
    `a finding of severity ${severity}`,
  );
  const action = (await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix)).find(
    ({ command }) => command?.command === 'migrationTerms.switchOffRule',
  );
  assert.ok(action, 'it is not offered');
  return { document, action };
}

async function run({ command }: vscode.CodeAction): Promise<void> {
  await vscode.commands.executeCommand(command!.command, ...(command!.arguments ?? []));
}

function inSettings(): unknown {
  return vscode.workspace.getConfiguration('migrationTerms').inspect('rules')?.workspaceValue;
}
