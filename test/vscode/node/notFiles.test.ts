import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import * as vscode from 'vscode';
import { assert } from '../suite/assert';
import { listeningParts, type Parts } from '../suite/parts';
import { activated, diagnostics, ourDiagnostics, until } from '../suite/support';

const OLD = 'ICEM assists migrants in forty countries.\n';

// Only regular files are read: anything else might never end, or block forever.
suite('anything but a regular file, in the editor', () => {
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
  const write = (path: string, text: string) => vscode.workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
  const stated = (path: string) =>
    until(
      vscode.languages.onDidChangeDiagnostics,
      () => {
        const ours = ourDiagnostics(at(path));
        return ours.length === 2 ? ours : undefined;
      },
      `2 diagnostics on ${path}`,
    );
  let parts: Parts;

  suiteSetup(() => activated());
  setup(() => void (parts = listeningParts()));
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of ['.migration-terms.json', 'odd', 'good.json', 'odd.migration-terms.json'])
      rmSync(at(path).fsPath, { force: true });
    parts.dispose();
    assert.deepEqual(parts.log, [], 'something was logged');
  });

  for (const [what, make] of [
    ['a pipe', (path: string) => spawnSync('mkfifo', [path]).status === 0],
    ['a link to a device', (path: string) => existsSync('/dev/zero') && symlinkSync('/dev/zero', path) === undefined],
  ] as const) {
    test(`${what} that is named as a termbase is reported, and another termbase is used`, async function () {
      if (!make(at('odd').fsPath)) this.skip(); // The system has no such file.
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: OLD });
      await diagnostics(document, 2);
      await write('good.json', '{ "retire": ["icem"] }');
      await write('.migration-terms.json', '{ "termbases": ["odd", "good.json"] }');
      await diagnostics(document, 0);
      const [problem] = await stated('odd');
      assert.match(problem!.message, /^This is a folder, a pipe or a device, not a file/);
    });
  }

  test('machine-generated termbases and configurations are each reported once, and another termbase is used', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: OLD });
    await diagnostics(document, 2);
    await write('good.json', '{ "retire": ["icem"] }');
    await write('odd.migration-terms.json', '['.repeat(8000));
    const keys = Array.from({ length: 100_000 }, (_, i) => `"${i.toString(36)}_":1`).join();
    await write('.migration-terms.json', `{"termbases":["good.json"],${keys}}`);
    await diagnostics(document, 0);
    assert.match(
      (await stated('odd.migration-terms.json'))[0]!.message,
      /^Brackets are nested more than 100 deep in this file/,
    );
    assert.match(
      (await stated('.migration-terms.json'))[0]!.message,
      /^There are 100000 settings here that are not known/,
    );
    await write('.migration-terms.json', '['.repeat(8000));
    await diagnostics(document, 2);
    assert.match((await stated('.migration-terms.json'))[0]!.message, /^Brackets are nested more than 100 deep here/);
  });
});
