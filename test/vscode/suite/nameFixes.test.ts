import * as vscode from 'vscode';
import { assert } from './assert';
import { activated, diagnostics, replaced } from './support';

const OLD = 'ICEM assists migrants in forty countries.\n';
const NAME = 'icem';

/** Covers texts that change while the writer is asked whether to fix a name in all of them. */
suite('fixing a name in the workspace', () => {
  suiteSetup(async () => {
    await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
  teardown(async () => {
    await vscode.workspace.saveAll();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file(''), { recursive: true, useTrash: false });
  });

  test('texts that change while the question is open are fixed in their new version', async () => {
    const [open, closed, gone] = [
      await write('open.md', OLD),
      await write('closed.md', OLD),
      await write('gone.md', OLD),
    ];
    const editor = await vscode.window.showTextDocument(open);
    const { range } = (await diagnostics(editor.document, 1))[0]!;
    const ask = async () => {
      await editor.edit((edit) => edit.insert(range.start, 'A line before.\n\nSo '));
      await write('closed.md', `Now another text: ${OLD}`);
      await write('gone.md', 'Nothing to fix here any more.\n');
      return 'Fix All';
    };
    assert.equal(
      await replaced(vscode.window, 'showInformationMessage', ask, () =>
        vscode.commands.executeCommand('migrationTerms.fixNameInWorkspace', NAME),
      ),
      true,
    );
    assert.equal(editor.document.getText(), 'A line before.\n\nSo IOM assists migrants in forty countries.\n');
    assert.equal(
      (await vscode.workspace.openTextDocument(closed)).getText(),
      'Now another text: IOM assists migrants in forty countries.\n',
    );
    assert.equal((await vscode.workspace.openTextDocument(gone)).getText(), 'Nothing to fix here any more.\n');
  });

  test('a change that the editor refuses is reported', async () => {
    await write('refused.md', OLD);
    const stated: string[] = [];
    await replaced(
      vscode.window,
      'setStatusBarMessage',
      (text: string) => void stated.push(text),
      () =>
        replaced(
          vscode.workspace,
          'applyEdit',
          async () => false,
          async () => {
            assert.equal(await vscode.commands.executeCommand('migrationTerms.fixNameInWorkspace', NAME, 'all'), false);
          },
        ),
    );
    assert.equal(stated.length, 1);
    assert.match(stated[0]!, /^Migration Terms: The editor refused the change: .+ Nothing was fixed\.$/);
  });
});

function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'fixed-names', path);
}

async function write(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  return file(path);
}
