import * as vscode from 'vscode';
import type { DocumentNode } from '../../../src/vscode/views/documentNodes';
import type { Api } from '../../../src/vscode/extension';
import { assert } from './assert';
import { activated, diagnostics, show, until } from './support';

suite('the page that explains a name', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activated<Api>();
  });
  // Not after each test: the page would still be closing when the next test opens it.
  suiteTeardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  /** The arguments of the first link that runs a command; `undefined` without one. */
  const linkTo = (command: string): unknown[] | undefined => {
    const [, argument] =
      new RegExp(`"command:migrationTerms\\.${command}\\?([^"]*)"`).exec(api.explanation.html!) ?? [];
    return argument === undefined ? undefined : (JSON.parse(decodeURIComponent(argument)) as unknown[]);
  };

  async function explained(text: string, name: string): Promise<vscode.TextDocument> {
    const { document } = await show(text);
    await diagnostics(document, 1);
    const start = document.getText().indexOf(name);
    await vscode.commands.executeCommand('migrationTerms.explain', document.uri.toString(), start);
    return document;
  }

  test('has no script, and loads nothing but its style', async () => {
    await explained('ICEM assists migrants in forty countries.\n', 'ICEM');
    const html = api.explanation.html!.replaceAll('&#39;', "'");
    assert.match(html, /content="default-src 'none'; style-src [^;]+; base-uri 'none'; form-action 'none'"/);
    assert.ok(!/<script|<img|<iframe| on\w+=/.test(html), html);
  });

  test('follows its place while the text is edited, and its link fixes there', async () => {
    const document = await explained('ICEM assists migrants in forty countries.\n', 'ICEM');
    assert.deepEqual(linkTo('fixHere'), [document.uri.toString(), 0, 'Replace with “IOM”']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '# A note\n\n');
    await vscode.workspace.applyEdit(edit);
    const link = await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (linkTo('fixHere')?.[1] === 10 ? linkTo('fixHere') : undefined),
      'a link to the new place',
    );
    await vscode.commands.executeCommand('migrationTerms.fixHere', ...link);
    assert.match(document.getText(), /^IOM assists/m);
    assert.equal(vscode.window.activeTextEditor?.document, document, 'the focus is not in the text');
    await diagnostics(document, 0);
    assert.equal(linkTo('fixHere'), undefined, 'it offers a fix of what is right');
  });

  test('ignores a finding, and then offers no fix', async () => {
    const document = await explained('The Global Compact for Migration has 24 objectives.\n', '24');
    await vscode.commands.executeCommand('migrationTerms.ignoreHere', ...linkTo('ignoreHere')!);
    await diagnostics(document, 0);
    assert.match(api.explanation.html!, /Nothing is reported here any more/);
    assert.equal(linkTo('fixHere'), undefined);
    assert.equal(document.getText(), 'The Global Compact for Migration has 24 objectives.\n');
    // The window remembers what is ignored in untitled text, also for the other tests.
    const group = ((await api.document.getChildren()) as DocumentNode[]).find(({ kind }) => kind === 'all-accepted');
    const [ignored] = (await api.document.getChildren(group)) as DocumentNode[];
    await vscode.commands.executeCommand('migrationTerms.reportAgain', ignored);
    await diagnostics(document, 1);
  });
});
