import * as vscode from 'vscode';
import { assert } from './assert';
import { listeningParts } from './parts';
import { activated, diagnostics, ourDiagnostics, until } from './support';

const OLD = 'ICEM assists migrants in forty countries.\n';

suite('the configuration of a folder', () => {
  suiteSetup(() => activated());

  // A folder that goes and comes again within a moment may be told of by no event at all: each test has its own.
  setup(() => void (turn += 1));

  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(''), { recursive: true, useTrash: false });
  });

  test('holds for what is below it, and an inner one comes before', async () => {
    await write('.migration-terms.json', '{ "rules": { "superseded-name": "off" } }');
    await write('inner/.migration-terms.json', '{ "rules": { "superseded-name": "error" } }');
    const outer = await open('a.md');
    const inner = await open('inner/b.md');
    await until(vscode.languages.onDidChangeDiagnostics, () => (
      ourDiagnostics(inner.uri)[0]?.severity === vscode.DiagnosticSeverity.Error && ourDiagnostics(outer.uri).length === 0 ? true : undefined
    ), 'what the files say');
    await vscode.workspace.fs.delete(file('.migration-terms.json'));
    await diagnostics(outer, 1);
  });

  test('what is wrong is told in the file, and the rest holds', async () => {
    const document = await open('a.md');
    await diagnostics(document, 1);
    const config = await write('.migration-terms.json', '{\n  "rules": { "superseded-name": "off", "nonsense": "off" }\n}');
    await diagnostics(document, 0);
    const [problem] = ourDiagnostics(config);
    assert.equal(problem.range.start.line, 1);
    assert.match(problem.message, /^There is no rule "nonsense"/);
    assert.equal(ourDiagnostics(config).length, 1, 'it is read as a termbase, too');
  });

  test('a termbase that it names is used', async () => {
    const document = await open('a.md');
    await diagnostics(document, 1);
    await write('house.json', '{ "retire": ["icem"] }');
    await write('.migration-terms.json', '{ "termbases": ["house.json"] }');
    await diagnostics(document, 0);
    await vscode.workspace.fs.delete(file('.migration-terms.json'));
    await diagnostics(document, 1);
  });
});

suite('what is looked for around a document', () => {
  test('is nothing where its address has no path, as that of a search editor', async () => {
    const parts = listeningParts();
    try {
      await parts.configs.lookAbove(vscode.Uri.parse('search-editor:#0.5'));
    } finally {
      parts.dispose();
    }
  });
});

let turn = 0;

function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0].uri, `configured-${turn}`, path);
}

async function write(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  return file(path);
}

async function open(path: string): Promise<vscode.TextDocument> {
  return (await vscode.window.showTextDocument(await write(path, OLD), { preview: false })).document;
}
