import * as vscode from 'vscode';
import type { WindowChecker, Result } from '../../../src/vscode/checking/windowChecker';
import { WorkspaceCheck } from '../../../src/vscode/checking/workspaceCheck';
import { assert } from './assert';
import { listeningParts, type Parts } from './parts';
import { activated, ourDiagnostics } from './support';

const OLD = 'ICEM assists migrants in forty countries.\n';

/** Covers events that interrupt a check of files. */
suite('a check of the workspace that is interrupted', () => {
  let parts: Parts;
  let uris: readonly vscode.Uri[];

  suiteSetup(async () => {
    await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    uris = await Promise.all([1, 2, 3].map((n) => write(`${n}.md`)));
    parts = listeningParts();
  });
  teardown(() => parts.workspace.clear());
  suiteTeardown(async () => {
    parts.dispose();
    await vscode.workspace.fs.delete(file(''), { recursive: true, useTrash: false });
  });

  const marked = () => uris.map((uri) => ourDiagnostics(uri).length);

  test('ends when it is cleared, and shows nothing', async () => {
    assert.equal(await parts.workspace.run({ report: () => parts.workspace.clear() }), undefined);
    assert.deepEqual([parts.workspace.files.length, ...marked()], [0, 0, 0, 0]);
  });

  test('is superseded by a later one', async () => {
    const [first, second] = await Promise.all([parts.workspace.run(), parts.workspace.run()]);
    assert.equal(first, undefined);
    assert.ok(second !== undefined && !second.isCancelled, 'the later one did not finish');
    assert.deepEqual(marked(), [1, 1, 1]);
  });

  test('keeps the known findings of a long document until its check is complete', async () => {
    const stated = new vscode.EventEmitter<Result>();
    const checker = Object.create(parts.checker, { onDidCheck: { value: stated.event } }) as WindowChecker;
    const workspace = new WorkspaceCheck(
      checker,
      parts.settings,
      vscode.Uri.parse('none:/'),
      {} as vscode.LogOutputChannel,
      { of: () => undefined },
      { ofOriginal: () => undefined },
    );
    try {
      await workspace.run();
      const count = () => workspace.files.find(({ uri }) => uri.path === uris[0]!.path)?.findings.length;
      const result = {
        document: { uri: uris[0] } as vscode.TextDocument,
        checked: { findings: [], allowed: [], setAside: () => [], allowedNameCount: 0 },
      };
      const before = count();
      assert.ok(before !== undefined && before > 0, 'there is nothing to keep');
      stated.fire({ ...result, isComplete: false });
      assert.equal(count(), before);
      stated.fire({ ...result, isComplete: true });
      assert.equal(count(), 0);
    } finally {
      workspace.dispose();
      stated.dispose();
    }
  });

  test('leaves a file that was opened while it was read to the editor', async () => {
    const files = new SlowFiles();
    const provider = vscode.workspace.registerFileSystemProvider('slow', files);
    try {
      const uri = vscode.Uri.parse('slow:/a.md');
      const found = parts.workspace.findingsIn(uri);
      await files.asked;
      const document = await vscode.workspace.openTextDocument(uri);
      files.goOn();
      assert.equal((await found)?.places, document);
    } finally {
      provider.dispose();
    }
  });
});

function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'interrupted', path);
}

async function write(path: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(OLD));
  return file(path);
}

/** Files, the first of which waits to be read until it is released. */
class SlowFiles implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  goOn!: () => void;
  private isAsked!: () => void;
  private readonly waiting = new Promise<void>((resolve) => {
    this.goOn = resolve;
  });
  readonly asked = new Promise<void>((resolve) => {
    this.isAsked = resolve;
  });
  private reads = 0;
  watch = () => new vscode.Disposable(() => undefined);
  stat = () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: OLD.length });
  async readFile(): Promise<Uint8Array> {
    if (++this.reads === 1) {
      this.isAsked();
      await this.waiting;
    }
    return new TextEncoder().encode(OLD);
  }
  readDirectory = () => [];
  createDirectory = () => undefined;
  writeFile = () => undefined;
  delete = () => undefined;
  rename = () => undefined;
}
