import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { builtinTermbase } from '../../../src/core/termbase/builtin';
import { insertCited } from '../../../src/vscode/commands/insertCited';
import { obstacleTo } from '../../../src/vscode/files/ownFile';
import { assert } from '../suite/assert';
import { replaced } from '../suite/support';

// A workspace from somebody else may contain links to the writer's own files.

suite('a bibliography that is reached through a link', () => {
  const workspace = vscode.workspace.workspaceFolders![0]!.uri.fsPath;
  const folder = path.join(workspace, 'links');
  const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'terms-elsewhere-'));
  const shell = path.join(elsewhere, 'startup');

  setup(() => {
    fs.mkdirSync(folder);
    fs.writeFileSync(shell, '# mine\n');
    fs.writeFileSync(path.join(folder, 'real.bib'), '');
    fs.mkdirSync(path.join(elsewhere, 'inner'));
    fs.writeFileSync(path.join(elsewhere, 'inner/refs.bib'), '');
    fs.symlinkSync(shell, path.join(folder, 'refs.bib'));
    fs.symlinkSync('real.bib', path.join(folder, 'within.bib'));
    fs.symlinkSync(path.join(elsewhere, 'inner'), path.join(folder, 'inner'));
    fs.symlinkSync(path.join(elsewhere, 'gone'), path.join(folder, 'gone.bib'));
  });
  teardown(() => {
    fs.rmSync(folder, { recursive: true });
    fs.rmSync(path.join(elsewhere, 'inner'), { recursive: true });
  });
  suiteTeardown(() => fs.rmSync(elsewhere, { recursive: true }));

  const uri = (name: string) => vscode.Uri.file(path.join(folder, name));

  test('is distinguished from one that is in the folder', async () => {
    const found = await Promise.all(
      [
        'real.bib',
        'refs.bib',
        'within.bib',
        'inner/refs.bib',
        'inner/none.bib',
        'gone.bib',
        'none.bib',
        '../../x.bib',
        '.',
      ].map(async (name) => [
        name,
        await obstacleTo(vscode.Uri.joinPath(uri('draft.md'), '..', name), uri('draft.md')),
      ]),
    );
    assert.deepEqual(found, [
      ['real.bib', undefined],
      ['refs.bib', 'link'],
      ['within.bib', 'link'],
      ['inner/refs.bib', 'link'],
      ['inner/none.bib', 'link'],
      ['gone.bib', found[5]![1]],
      ['none.bib', 'missing'],
      ['../../x.bib', 'outside'],
      ['.', 'missing'],
    ]);
    assert.ok(['link', 'missing'].includes(String(found[5]![1])));
    assert.equal(await obstacleTo(uri('real.bib'), vscode.Uri.file(path.join(elsewhere, 'draft.md'))), 'outside');
  });

  for (const name of ['refs.bib', 'inner/refs.bib']) {
    test(`is not opened, changed or saved: ${name}`, async () => {
      const draft = uri(`draft-${name.replace('/', '-')}.md`);
      fs.writeFileSync(draft.fsPath, `---\nbibliography: ${name}\n---\n\n`);
      const editor = await vscode.window.showTextDocument(draft, { preview: false });
      editor.selection = new vscode.Selection(4, 0, 4, 0);
      const fact = [...builtinTermbase().facts.values()].find(({ sources }) => sources.length > 0)!;
      const stated: string[] = [];
      await replaced(
        vscode.window,
        'showInformationMessage',
        (text: string) => void stated.push(text),
        () => insertCited(editor, builtinTermbase(), fact, 'en'),
      );
      assert.match(stated.join(), new RegExp(`${name} is a link or is reached through one`));
      assert.match(await vscode.env.clipboard.readText(), /^@misc\{migration-terms-/);
      assert.match(editor.document.getText(), /\[@migration-terms-/);
      assert.ok(
        !vscode.workspace.textDocuments.some(({ uri: opened }) => opened.path === uri(name).path),
        'it was opened',
      );
      assert.equal(fs.readFileSync(shell, 'utf8'), '# mine\n');
      assert.equal(fs.readFileSync(path.join(elsewhere, 'inner/refs.bib'), 'utf8'), '');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }

  test('a pipe is not a file', async function () {
    if (process.platform === 'win32') return this.skip();
    const { execFileSync } = await import('node:child_process');
    execFileSync('mkfifo', [uri('pipe.bib').fsPath]);
    assert.equal(await obstacleTo(uri('pipe.bib'), uri('draft.md')), 'missing');
  });
});
