import * as vscode from 'vscode';
import { check } from '../../../src/core/check';
import { DEFAULT_OPTIONS } from '../../../src/core/options';
import { LANGUAGE_IDS } from '../../../src/core/prose/languageIds';
import type { WindowChecker, Result } from '../../../src/vscode/checking/windowChecker';
import { registerDiagnostics } from '../../../src/vscode/checking/diagnostics';
import { isWritten } from '../../../src/vscode/languages';
import { assert } from './assert';
import { listeningParts } from './parts';
import { diagnostics, ourDiagnostics, rangeOf, ruleOf, show, until, withSetting } from './support';

const OLD_NAME = 'ICEM assists migrants in forty countries.\n';

suite('diagnostics', () => {
  test('a former name used as if current is marked at its place', async () => {
    const { document } = await show(`# Draft\n\n${OLD_NAME}`);
    const [diagnostic] = await diagnostics(document, 1);
    assert.equal(ruleOf(diagnostic!), 'superseded-name');
    assert.equal(diagnostic!.severity, vscode.DiagnosticSeverity.Warning);
    assert.equal(document.getText(diagnostic!.range), 'ICEM');
    assert.match(diagnostic!.message, /IOM|International Organization for Migration/);
  });

  test('the code links to a page about the rule that can be opened', async () => {
    const { document } = await show(OLD_NAME);
    const { code } = (await diagnostics(document, 1))[0]!;
    assert.ok(typeof code === 'object', 'the code has no link');
    const page = await vscode.workspace.openTextDocument(code.target);
    assert.match(page.getText(), /superseded-name/);
    await vscode.window.showTextDocument(page);
    await diagnostics(page, 0);
    assert.ok(!isWritten(page), 'the page is checked');
  });

  test('a year on another line in which the name was not valid is linked', async () => {
    const { document } = await show('# In 1995\n\nICEM opened offices for migrants in Kenya.\n');
    const [diagnostic] = await diagnostics(document, 1);
    assert.equal(ruleOf(diagnostic!), 'anachronistic-name');
    const [related] = diagnostic!.relatedInformation ?? [];
    assert.ok(related, 'there is no related information');
    assert.equal(document.getText(related.location.range), '1995');
    assert.match(related.message, /1995 is outside the time of ICEM \(1952–1980\)/);
    assert.ok(!diagnostic!.message.includes('\n'), 'a finding has more than one line in Problems');
  });

  test('a year next to the name is not repeated in a row of its own', async () => {
    const { document } = await show('In 1995, ICEM opened offices for migrants in Kenya.\n');
    assert.deepEqual((await diagnostics(document, 1))[0]!.relatedInformation, []);
  });

  test('they follow the text: they move, disappear and return', async () => {
    const editor = await show(OLD_NAME);
    await diagnostics(editor.document, 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A line before.\n\n'));
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => ourDiagnostics(editor.document.uri)[0]?.range.start.line === 2 || undefined,
      'the move',
    );
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, 'ICEM'), 'IOM'));
    await diagnostics(editor.document, 0);
    await editor.edit((edit) => edit.replace(rangeOf(editor.document, 'IOM'), 'ICEM'));
    await diagnostics(editor.document, 1);
  });

  test('they disappear when the language of the document changes', async () => {
    const { document } = await show(OLD_NAME);
    await diagnostics(document, 1);
    await vscode.languages.setTextDocumentLanguage(document, 'json');
    await diagnostics(document, 0);
  });

  test('they disappear when the document is closed', async () => {
    const { document } = await show(OLD_NAME);
    await diagnostics(document, 1);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await diagnostics(document, 0);
  });

  test('switching off a rule or everything removes them, and switching it on restores them', async () => {
    const { document } = await show(OLD_NAME);
    await diagnostics(document, 1);
    await withSetting('enable', false, async () => void (await diagnostics(document, 0)));
    await diagnostics(document, 1);
    await withSetting('rules', { 'superseded-name': 'off' }, async () => void (await diagnostics(document, 0)));
    await diagnostics(document, 1);
  });

  test('an invalid setting is ignored, and the others apply', async () => {
    const { document } = await show(`${OLD_NAME}\nIn 1995, ICEM opened offices for migrants in Kenya.\n`);
    await diagnostics(document, 2);
    await withSetting('rules', { 'superseded-name': 'loud', 'anachronistic-name': 'off' }, async () => {
      const [diagnostic] = await diagnostics(document, 1);
      assert.equal(ruleOf(diagnostic!), 'superseded-name');
    });
  });

  test('with checkOn: save, typing changes nothing', async () => {
    const ofPlainText = vscode.workspace.getConfiguration('migrationTerms', { languageId: 'plaintext' });
    await ofPlainText.update('checkOn', 'type', vscode.ConfigurationTarget.Global, true);
    try {
      await withSetting('checkOn', 'save', async () => {
        const [first, second] = [await show('Nothing here.\n'), await show('Nothing here.\n', 'plaintext')].map(
          ({ document }) => document,
        );
        for (const { uri } of [first!, second!]) {
          const edit = new vscode.WorkspaceEdit();
          edit.insert(uri, new vscode.Position(0, 0), OLD_NAME);
          assert.ok(await vscode.workspace.applyEdit(edit));
        }
        // The check of the second document was requested later than one of the first would have been, and takes as
        // long.
        await diagnostics(second!, 1);
        assert.equal(ourDiagnostics(first!.uri).length, 0);
      });
    } finally {
      await ofPlainText.update('checkOn', undefined, vscode.ConfigurationTarget.Global, true);
    }
  });

  test('many are handed over unchanged while the text is edited, and disappear all at once', async () => {
    // A language that the extension does not check, so that all diagnostics come from this test.
    const { document } = await show(OLD_NAME.repeat(90), 'json');
    const parts = listeningParts();
    const stated = new vscode.EventEmitter<Result>();
    const checker = Object.create(parts.checker, { onDidCheck: { value: stated.event } }) as WindowChecker;
    const shown = registerDiagnostics(checker, parts.settings, vscode.Uri.parse('none:/'));
    try {
      const checked = check(
        { text: document.getText(), languageId: 'plaintext', lang: 'en' },
        parts.checker.termbase(),
        DEFAULT_OPTIONS,
      );
      let moved = 0;
      const written = Object.create(document, {
        positionAt: { value: (offset: number) => document.positionAt(offset).translate(moved) },
      }) as vscode.TextDocument;
      stated.fire({ document: written, checked, isComplete: true });
      moved = 5;
      const there = await diagnostics(document, 90);
      assert.deepEqual(
        there.map(({ range }) => range.start.line),
        Array.from({ length: 90 }, (_, line) => line),
      );
      stated.fire({
        document: written,
        checked: { findings: [], allowed: [], setAside: () => [], allowedNameCount: 0 },
        isComplete: true,
      });
      await diagnostics(document, 0);
    } finally {
      shown.dispose();
      stated.dispose();
      parts.dispose();
    }
  });

  test('every language that the core reads starts the extension', () => {
    const manifest = vscode.extensions.getExtension('migration-terms.migration-policy-terms')?.packageJSON;
    const missing = LANGUAGE_IDS.filter((id) => !(manifest.activationEvents as string[]).includes(`onLanguage:${id}`));
    assert.deepEqual(missing, []);
  });
});
