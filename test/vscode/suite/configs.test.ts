import * as vscode from 'vscode';
import { assert } from './assert';
import { listeningParts } from './parts';
import { activated, diagnostics, ourDiagnostics, until } from './support';
import { TestFolder } from './testFolder';

const OLD = 'ICEM assists migrants in forty countries.\n';
const folder = new TestFolder('configured');

suite('the configuration of a folder', () => {
  suiteSetup(() => activated());

  setup(() => folder.begin());
  teardown(() => folder.end());

  test('applies to the folders below, and an inner one overrides an outer one', async () => {
    await folder.write('.migration-terms.json', '{ "rules": { "superseded-name": "off" } }');
    await folder.write('inner/.migration-terms.json', '{ "rules": { "superseded-name": "error" } }');
    const outer = await folder.open('a.md', OLD);
    const inner = await folder.open('inner/b.md', OLD);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () =>
        ourDiagnostics(inner.uri)[0]?.severity === vscode.DiagnosticSeverity.Error &&
        ourDiagnostics(outer.uri).length === 0
          ? true
          : undefined,
      'the levels that the files set',
    );
    await vscode.workspace.fs.delete(folder.file('.migration-terms.json'));
    await diagnostics(outer, 1);
  });

  test('problems are reported in the file, and the rest of it applies', async () => {
    const document = await folder.open('a.md', OLD);
    await diagnostics(document, 1);
    const config = await folder.write(
      '.migration-terms.json',
      '{\n  "rules": { "superseded-name": "off", "nonsense": "off" }\n}',
    );
    await diagnostics(document, 0);
    const [problem] = ourDiagnostics(config);
    assert.equal(problem!.range.start.line, 1);
    assert.match(problem!.message, /^There is no rule "nonsense"/);
    assert.equal(ourDiagnostics(config).length, 1, 'it is also read as a termbase');
  });

  test('problems are reported for each document that the file applies to, with the command that opens the line', async () => {
    const document = await folder.open('a.md', OLD);
    const config = await folder.write('.migration-terms.json', '{\n  "rules": { "nonsense": "off" }\n}');
    const parts = listeningParts();
    try {
      await new Promise<void>((resolve) => parts.configs.onDidChange(() => resolve()));
      const { text, repair } = parts.settings.problemsOf(document)[0]!;
      assert.match(text, /\.migration-terms\.json, line 2: there is no rule "nonsense"/);
      assert.equal(repair.command, 'vscode.open');
      const [uri, { selection }] = repair.arguments as [vscode.Uri, { readonly selection: vscode.Range }];
      assert.equal(uri.toString(), config.toString());
      assert.equal(selection.start.line, 1);
    } finally {
      parts.dispose();
    }
  });

  test('a termbase that it names is used', async () => {
    const document = await folder.open('a.md', OLD);
    await diagnostics(document, 1);
    await folder.write('house.json', '{ "retire": ["icem"] }');
    await folder.write('.migration-terms.json', '{ "termbases": ["house.json"] }');
    await diagnostics(document, 0);
    await vscode.workspace.fs.delete(folder.file('.migration-terms.json'));
    await diagnostics(document, 1);
  });
});

suite('the search for configurations of a document', () => {
  test('finds nothing if its URI has no path, such as that of a search editor', async () => {
    const parts = listeningParts();
    try {
      await parts.configs.lookAbove(vscode.Uri.parse('search-editor:#0.5'));
    } finally {
      parts.dispose();
    }
  });
});
