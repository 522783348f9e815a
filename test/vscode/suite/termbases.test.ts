import * as vscode from 'vscode';
import { assert } from './assert';
import { diagnostics, ourDiagnostics, show, until } from './support';

suite('a termbase of one’s own', () => {
  const file = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'house.migration-terms.json');
  const write = (content: unknown) =>
    vscode.workspace.fs.writeFile(
      file(),
      new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    );
  const stated = (count: number) =>
    until(
      vscode.languages.onDidChangeDiagnostics,
      () => (ourDiagnostics(file()).length === count ? ourDiagnostics(file()) : undefined),
      `${count} diagnostics in the file`,
    );

  test('is used when it is saved, has its problems reported, and is dropped when it is deleted', async () => {
    const { document } = await show('ICEM assists migrants in forty countries.\n');
    await diagnostics(document, 1);

    await write({ retire: ['icem'] });
    await diagnostics(document, 0);

    await write('{\n  "retire": ["icem"],\n  "facts": [ { "id": "f" } ]\n}');
    const [problem] = await stated(1);
    assert.equal(problem!.range.start.line, 2);
    assert.match(problem!.message, /needs "subject"/);
    assert.equal(ourDiagnostics(document.uri).length, 0);

    await write('{ "retire": ["icem"], ');
    assert.match((await stated(1))[0]!.message, /not valid JSON|needs "subject"/);
    await diagnostics(document, 1);

    await vscode.workspace.fs.delete(file());
    await stated(0);
    assert.equal(ourDiagnostics(document.uri).length, 1);
  });
});
