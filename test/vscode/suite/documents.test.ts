import * as vscode from 'vscode';
import { assert } from './assert';
import { actionsOn, activated, diagnostics, ourDiagnostics, rangeOf, until } from './support';

const OLD = 'ICEM assists migrants in forty countries.\n';

/** Documents that are not plain files. */
suite('documents of other kinds', () => {
  suiteSetup(() => activated());
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('an untitled document is checked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: OLD });
    assert.equal(document.uri.scheme, 'untitled');
    await diagnostics(document, 1);
    const named = await vscode.workspace.openTextDocument(file('not-yet-there.md').with({ scheme: 'untitled' }));
    const editor = await vscode.window.showTextDocument(named);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), OLD));
    await diagnostics(named, 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('the old side of a diff is not checked, but the new one is', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('old-side', {
      provideTextDocumentContent: () => OLD,
    });
    const now = file('compared.md');
    await vscode.workspace.fs.writeFile(now, new TextEncoder().encode(`${OLD}\nMore.\n`));
    try {
      const before = now.with({ scheme: 'old-side' });
      await vscode.commands.executeCommand('vscode.diff', before, now, 'compared');
      const [old, written] = await Promise.all([before, now].map((uri) => vscode.workspace.openTextDocument(uri)));
      await diagnostics(written!, 1);
      assert.equal(old!.languageId, 'markdown');
      assert.deepEqual(ourDiagnostics(before), []);
      assert.deepEqual(await actionsOn(old!, rangeOf(old!, 'ICEM'), vscode.CodeActionKind.QuickFix), []);
    } finally {
      provider.dispose();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(now);
    }
  });

  suite('notebooks', () => {
    suiteSetup(function () {
      // A host without notebooks cannot run these tests.
      if (vscode.extensions.getExtension('vscode.ipynb') === undefined) this.skip();
    });

    test('a Markdown cell is checked and fixed, a code cell is not', async () => {
      const notebook = await vscode.workspace.openNotebookDocument(
        'jupyter-notebook',
        new vscode.NotebookData([
          new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, OLD, 'markdown'),
          new vscode.NotebookCellData(vscode.NotebookCellKind.Code, OLD, 'python'),
          new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'Nothing here.\n', 'markdown'),
        ]),
      );
      const [words, code, quiet] = notebook.getCells().map(({ document }) => document);
      const [diagnostic] = await diagnostics(words!, 1);
      assert.equal(words!.getText(diagnostic!.range), 'ICEM');
      assert.deepEqual(
        [code!, quiet!].flatMap(({ uri }) => [...ourDiagnostics(uri)]),
        [],
      );
      // The editor requests fixes only for a cell that is being edited.
      await vscode.window.showNotebookDocument(notebook, { selections: [new vscode.NotebookRange(0, 1)] });
      await vscode.commands.executeCommand('notebook.cell.edit');
      const fix = (await actionsOn(words!, diagnostic!.range, vscode.CodeActionKind.QuickFix)).find(
        ({ isPreferred }) => isPreferred,
      );
      assert.ok(fix?.edit, 'there is no fix');
      assert.ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
      assert.match(words!.getText(), /^IOM assists/);
      await diagnostics(words!, 0);
    });

    test('a folder’s configuration and the setting exclude apply to a cell', async () => {
      const folder = file('notebooks');
      const write = (path: string, text: string) =>
        vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
      await write('a.ipynb', NOTEBOOK);
      await write('.migration-terms.json', '{ "rules": { "superseded-name": "error" } }');
      try {
        const cell = (await vscode.workspace.openNotebookDocument(vscode.Uri.joinPath(folder, 'a.ipynb'))).cellAt(
          0,
        ).document;
        await severity(cell, vscode.DiagnosticSeverity.Error);
        await write('.migration-terms.json', '{ "exclude": ["*.ipynb"] }');
        await diagnostics(cell, 0);
      } finally {
        await vscode.workspace.fs.delete(folder, { recursive: true, useTrash: false });
      }
    });

    test('the workspace check reads a notebook, and leaves an open one to its cells', async () => {
      const uri = vscode.Uri.joinPath(file('closed-notebook'), 'a.ipynb');
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(NOTEBOOK));
      try {
        await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
        const [diagnostic] = ourDiagnostics(uri);
        assert.match(diagnostic!.message, /\(cell 1, line 1\)$/);
        const { start, end } = diagnostic!.range;
        assert.equal(NOTEBOOK.split('\n')[start.line]!.slice(start.character, end.character), 'ICEM');
        const opened = await vscode.workspace.openNotebookDocument(uri);
        await diagnostics(opened.cellAt(0).document, 1);
        assert.deepEqual(ourDiagnostics(uri), []);
      } finally {
        await vscode.commands.executeCommand('migrationTerms.report', 'clear');
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true, useTrash: false });
      }
    });

    test('the old side of a notebook’s diff is not checked', async () => {
      const old = vscode.workspace.registerFileSystemProvider('old-notebook', new OldFiles(NOTEBOOK), {
        isReadonly: true,
      });
      try {
        const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.parse('old-notebook:/a.ipynb'));
        const cell = notebook.cellAt(0).document;
        assert.equal(cell.uri.scheme, 'vscode-notebook-cell');
        const checked = await vscode.workspace.openTextDocument({ language: 'markdown', content: OLD });
        // Requested later than the check of the cell would have been.
        await diagnostics(checked, 1);
        assert.deepEqual(ourDiagnostics(cell.uri), []);
      } finally {
        old.dispose();
      }
    });
  });
});

function severity(document: vscode.TextDocument, wanted: vscode.DiagnosticSeverity): Promise<true> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => ourDiagnostics(document.uri)[0]?.severity === wanted || undefined,
    `severity ${wanted}`,
  );
}

function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
}

/** A notebook with one Markdown cell. */
const NOTEBOOK = JSON.stringify({
  cells: [{ cell_type: 'markdown', metadata: {}, source: [OLD] }],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

/** An earlier version of any file. */
class OldFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  constructor(private readonly text: string) {}
  watch = () => new vscode.Disposable(() => undefined);
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.text.length });
  readFile = () => new TextEncoder().encode(this.text);
  readDirectory = () => [];
  createDirectory = () => refuse();
  writeFile = () => refuse();
  delete = () => refuse();
  rename = () => refuse();
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}
