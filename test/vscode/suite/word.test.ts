import * as vscode from 'vscode';
import { readWord } from '../../../src/core/word/readWord';
import { textOfWord } from '../../../src/vscode/word/wordUri';
import type { DocumentNode } from '../../../src/vscode/views/documentNodes';
import type { Api } from '../../../src/vscode/extension';
import { docx, docxParts, line, zipped } from '../../support/docx';
import { assert } from './assert';
import { actionsOn, activated, diagnostics, ourDiagnostics, rangeOf, replaced, until } from './support';
import { TestFolder } from './testFolder';

const BODY = line('The International Office of Migration helps.') + line('In 1995 it was in Geneva.');

suite('a Word document', () => {
  const folder = new TestFolder('words');

  suiteSetup(() => activated());
  setup(() => folder.begin());
  teardown(async () => {
    await vscode.commands.executeCommand('migrationTerms.report', 'clear');
    await folder.end();
  });

  test('opens as text with its findings, and its fixes are collected for a copy', async () => {
    const bytes = docx({ body: BODY });
    const file = await folder.write('brief.docx', bytes);
    await vscode.commands.executeCommand('migrationTerms.openWord', file);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.uri.toString(), textOfWord(file).toString());
    assert.equal(document.languageId, 'markdown');
    await diagnostics(document, 1);
    const replacement = await fixOf(document, 'International Office of Migration');
    await vscode.commands.executeCommand(replacement.command, ...replacement.arguments!);
    await diagnostics(document, 0);
    assert.ok(document.getText().startsWith('The International Organization for Migration helps.'), document.getText());
    assert.ok(!document.isDirty, 'the text cannot be saved');

    const copy = folder.file('copy.docx');
    await vscode.commands.executeCommand('migrationTerms.writeCopy', document.uri, copy, 'comments');
    const written = readWord(await vscode.workspace.fs.readFile(copy));
    assert.ok(written.kind === 'document', 'the copy can be read');
    assert.ok(written.text.text.startsWith('The International Organization for Migration'), written.text.text);
    const body = new TextDecoder().decode(written.parts.get('word/document.xml'));
    assert.match(body, /<w:del\b/);
    assert.deepEqual([...(await vscode.workspace.fs.readFile(file))], [...bytes], 'the document has changed');

    await vscode.commands.executeCommand('migrationTerms.takeBackFix', document.uri.toString(), 6);
    await diagnostics(document, 1);
  });

  test('says in the view what its date holds back, and is judged by the date that the writer gives', async () => {
    const { document: view } = await activated<Api>();
    const core =
      '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2019-03-04T10:00:00Z</dcterms:created><dcterms:modified>2022-05-06T10:00:00Z</dcterms:modified></cp:coreProperties>';
    const body = line('António Vitorino is the Director General of IOM.');
    const file = await folder.write('old.docx', zipped({ ...docxParts({ body }), 'docProps/core.xml': core }));
    await vscode.commands.executeCommand('migrationTerms.openWord', file);
    const { document } = vscode.window.activeTextEditor!;
    const held = '1 name or value is not judged as of today: the file was last changed in 2022';
    const isHeld = (): boolean =>
      (view.getChildren() as DocumentNode[]).some((node) => node.kind === 'held-back' && node.text === held);
    await until(view.onDidChangeTreeData!, () => isHeld() || undefined, held);
    await vscode.commands.executeCommand('migrationTerms.textIsOf', document.uri, 'today');
    await diagnostics(document, 1);
    assert.ok(!isHeld(), 'nothing is held back');
    await vscode.commands.executeCommand('migrationTerms.textIsOf', document.uri, '');
    await diagnostics(document, 0);
  });

  test('that is saved in Word is shown again, with the fixes of the text that is the same', async () => {
    const file = await folder.write('brief.docx', docx({ body: BODY }));
    await vscode.commands.executeCommand('migrationTerms.openWord', file);
    const { document } = vscode.window.activeTextEditor!;
    await diagnostics(document, 1);
    const replacement = await fixOf(document, 'International Office of Migration');
    await vscode.commands.executeCommand(replacement.command, ...replacement.arguments!);
    await textOf(document, 'The International Organization for Migration helps.\n\nIn 1995 it was in Geneva.');
    await vscode.workspace.fs.writeFile(file, docx({ body: line('It is new.') + BODY }));
    await textOf(
      document,
      'It is new.\n\nThe International Organization for Migration helps.\n\nIn 1995 it was in Geneva.',
    );
    await vscode.workspace.fs.writeFile(file, docx({ body: line('The International Office of Migration paid.') }));
    await textOf(document, 'The International Office of Migration paid.');
  });

  test('is part of the workspace check, which names the documents that it does not read', async () => {
    const file = await folder.write('brief.docx', docx({ body: BODY }));
    await folder.write('old.doc', new Uint8Array([1]));
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    assert.equal(ourDiagnostics(textOfWord(file)).length, 1);
    const report = folder.file('report.md');
    await vscode.commands.executeCommand('migrationTerms.report', 'save', report);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(report));
    assert.match(text, /## \[words-\d+\/brief\.docx\]\(<brief\.docx>\)\n\n- paragraph 1: “International Office/);
    assert.match(text, /## Not read[^\n]*\n\n[^\n]*\n\n- words-\d+\/old\.doc\n/);
  });

  test('offers its fixes at the cursor, where the editor opens no menu', async () => {
    const file = await folder.write('brief.docx', docx({ body: BODY }));
    await vscode.commands.executeCommand('migrationTerms.openWord', file);
    const editor = vscode.window.activeTextEditor!;
    await diagnostics(editor.document, 1);
    editor.selection = new vscode.Selection(0, 8, 0, 8);
    const first = async (rows: readonly vscode.QuickPickItem[]) => rows[0];
    await replaced(vscode.window, 'showQuickPick', first, () =>
      vscode.commands.executeCommand('migrationTerms.chooseFix'),
    );
    await textOf(editor.document, 'The International Organization for Migration helps.\n\nIn 1995 it was in Geneva.');
  });

  test('has a copy that is not part of the workspace check, unless it stands alone', async () => {
    const file = await folder.write('brief.docx', docx({ body: BODY }));
    const copy = await folder.write('brief (with comments).docx', docx({ body: BODY }));
    const alone = await folder.write('other (with comments).docx', docx({ body: BODY }));
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    assert.deepEqual(
      [file, copy, alone].map((each) => ourDiagnostics(textOfWord(each)).length),
      [1, 0, 1],
    );
  });

  test('is converted to Markdown as it is read', async () => {
    const file = await folder.write('brief.docx', docx({ body: BODY }));
    const target = folder.file('brief.md');
    await vscode.commands.executeCommand('migrationTerms.convertWord', file, target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.ok(text.startsWith('The International Office of Migration helps.\n'), text);
  });

  test('that is damaged is not opened, and says why', async () => {
    const file = await folder.write('broken.docx', new Uint8Array([0x50, 0x4b, 3, 4, 9]));
    const opening = vscode.workspace.openTextDocument(textOfWord(file));
    const failure = await Promise.resolve(opening).then(
      () => '',
      (error: Error) => error.message,
    );
    assert.match(failure, /The Word document is incomplete/);
  });
});

/** The command of the first fix. The editor may cancel a request while it opens the document, so it is repeated. */
async function fixOf(document: vscode.TextDocument, text: string): Promise<vscode.Command> {
  for (let n = 0; n < 20; n++) {
    const [fix] = await actionsOn(document, rangeOf(document, text), vscode.CodeActionKind.QuickFix);
    if (fix?.command) return fix.command;
  }
  return assert.fail(`no fix of “${text}”`);
}

function textOf(document: vscode.TextDocument, text: string): Promise<true> {
  return until(
    vscode.workspace.onDidChangeTextDocument,
    () => document.getText().trimEnd() === text || undefined,
    `“${text}” instead of “${document.getText()}”`,
  );
}
