import * as vscode from 'vscode';
import { registerStatus } from '../../../src/vscode/views/status';
import { generate } from '../../bench/generate';
import { assert } from './assert';
import { listeningParts } from './parts';
import { activated, ourDiagnostics, replaced, show, until, withSetting } from './support';

/** Long enough, and with enough names, to take many slices of work. */
const { text, wrong } = generate(600_000, 0.9);

suite('a long document', () => {
  test('is checked completely, the visible part first, and again after each edit', async () => {
    await activated();
    const counts: number[] = [];
    let document!: vscode.TextDocument;
    let editor!: vscode.TextEditor;
    const count = (): number => {
      const { length } = ourDiagnostics(document.uri);
      if (length !== counts.at(-1)) counts.push(length);
      return length;
    };
    let turns!: vscode.Disposable;
    // The check must begin after the window knows what is visible, however fast the machine is.
    await withSetting('enable', false, async () => {
      document = await vscode.workspace.openTextDocument({
        language: 'markdown',
        content: `PICMME helps migrants today.\n\n${text}`,
      });
      editor = await vscode.window.showTextDocument(document);
      await until(
        vscode.window.onDidChangeTextEditorVisibleRanges,
        () => (editor.visibleRanges.length > 0 ? true : undefined),
        'the visible lines',
      );
      assert.equal(count(), 0);
      turns = eachTurn(count);
    });
    const there = (expected: number) =>
      until(
        vscode.languages.onDidChangeDiagnostics,
        () => (count() === expected ? true : undefined),
        `${expected} findings, after ${counts.join(', ')}`,
      );
    await there(wrong + 1);
    const inSight = counts.find((one) => one > 0)!;
    assert.ok(inSight < wrong, `what was shown first were ${inSight} of ${wrong} findings`);

    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), 'In 1995 ICEM helped refugees return home.\n\n'),
    );
    await there(wrong + 2);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 4, 0)));
    await there(wrong);
    const last = ourDiagnostics(document.uri).at(-1)!;
    assert.match(document.getText(last.range), /IC?E?M|Office|Organi[sz]ation|Network|Compact/);
    turns.dispose();
  }).timeout(60_000);

  test('shows all of more than a thousand findings, and removes them again', async () => {
    const many = 1_300;
    const editor = await show('PICMME helps migrants today.\n\n'.repeat(many));
    const there = (expected: number) =>
      until(
        vscode.languages.onDidChangeDiagnostics,
        () => (ourDiagnostics(editor.document.uri).length === expected ? true : undefined),
        `${expected} findings`,
      );
    await there(many);
    const lines = ourDiagnostics(editor.document.uri).map(({ range }) => range.start.line);
    assert.deepEqual(
      lines,
      Array.from({ length: many }, (_, i) => 2 * i),
    );
    await editor.edit((edit) => edit.delete(new vscode.Range(20, 0, 2 * many, 0)));
    await there(10);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 20, 0)));
    await there(0);
  }).timeout(60_000);

  test('that is checked on save is not reported as being checked while it is edited', async () => {
    const item = { busy: false, text: '' } as vscode.LanguageStatusItem;
    const parts = listeningParts();
    const status = await replaced(
      vscode.languages,
      'createLanguageStatusItem',
      () => item,
      async () => registerStatus(parts.checker, parts.settings),
    );
    try {
      await withSetting('checkOn', 'save', async () => {
        let editor!: vscode.TextEditor;
        await withSetting('enable', false, async () => void (editor = await show(text + text)));
        const isSaid = (wanted: string) =>
          until(
            parts.checker.onDidProgress,
            () => (item.text.startsWith(wanted) ? true : undefined),
            `the status “${wanted}”`,
          );
        await isSaid('Checking … ');
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'More.\n\n'));
        await isSaid('To be checked when you save');
        assert.equal(item.busy, false);
      });
    } finally {
      status.dispose();
      parts.dispose();
    }
  }).timeout(60_000);
});

/**
 * Calls `look` whenever other work gets its turn. The host reports diagnostics later, when the remaining ones may be
 * there.
 */
function eachTurn(look: () => void): vscode.Disposable {
  let turn: ReturnType<typeof setTimeout>;
  const next = (): void => {
    look();
    turn = setTimeout(next, 0);
  };
  next();
  return new vscode.Disposable(() => clearTimeout(turn));
}
