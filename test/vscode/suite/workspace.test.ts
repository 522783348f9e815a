import * as vscode from 'vscode';
import type { Finding } from '../../../src/core/finding';
import { readFileText } from '../../../src/vscode/files/fileText';
import { reportOf } from '../../../src/vscode/views/workspaceReport';
import { assert } from './assert';
import { actionsOn, activated, diagnostics, ourDiagnostics, rangeOf, until, withSetting } from './support';

const OLD = 'ICEM assists migrants in forty countries.\n';

suite('the workspace', () => {
  suiteSetup(async () => {
    await activated();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  teardown(async () => {
    await vscode.commands.executeCommand('migrationTerms.report', 'clear');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(file('many'), { recursive: true, useTrash: false });
  });

  test('files are checked without being opened, and again when they change', async () => {
    const old = await write('many/old.md', OLD);
    const deep = await write('many/deep/old.tex', '\\section{Work}\n\nICEM assists migrants.\n');
    const isOpen = () => vscode.workspace.textDocuments.some(({ uri }) => uri.path.includes('/many/'));
    const result = await vscode.commands.executeCommand<{ files: number; findings: number; isCancelled: boolean }>(
      'migrationTerms.checkWorkspace',
    );
    assert.ok(result.files > 2 && result.findings > 2 && !result.isCancelled, JSON.stringify(result));
    assert.equal(ourDiagnostics(old).length, 1);
    assert.equal(ourDiagnostics(deep)[0]?.range.start.line, 2);
    assert.ok(!isOpen(), 'a file was opened');

    await write('many/old.md', `${OLD}\nMigrants turn to ICEM for help.\n`);
    await stated(old, 2);
    await vscode.workspace.fs.delete(old);
    await stated(old, 0);
    await vscode.commands.executeCommand('migrationTerms.report', 'clear');
    assert.equal(ourDiagnostics(deep).length, 0);
  });

  test('files are checked whatever their encoding, and whatever the case of their extensions', async () => {
    const bytes = (mark: number, at: (code: number) => readonly [number, number]) =>
      Uint8Array.from([mark, ...[...OLD].map((sign) => sign.charCodeAt(0))].flatMap(at));
    const uris = [file('many/little.md'), file('many/big.md'), file('many/README.MD'), file('many/read.Md')];
    const texts = [
      bytes(0xfeff, (code) => [code & 0xff, code >> 8]),
      bytes(0xfeff, (code) => [code >> 8, code & 0xff]),
      new TextEncoder().encode(OLD),
      new TextEncoder().encode(`\uFEFF${OLD}`),
    ];
    await Promise.all(uris.map((uri, i) => vscode.workspace.fs.writeFile(uri, texts[i]!)));
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    assert.deepEqual(
      uris.map((uri) => ourDiagnostics(uri).map(({ range: { start, end } }) => [start.character, end.character])),
      uris.map(() => [[0, 4]]),
    );
    const unmarked = file('many/unmarked.md');
    await vscode.workspace.fs.writeFile(unmarked, texts[0]!.slice(2));
    assert.equal(await readFileText(unmarked, 'markdown'), undefined, 'UTF-16 without a mark is taken for UTF-8');
    await vscode.workspace.fs.delete(unmarked);
    await vscode.workspace.fs.writeFile(
      uris[2]!,
      new TextEncoder().encode(`${OLD}\nMigrants turn to ICEM for help.\n`),
    );
    await stated(uris[2]!, 2);
  });

  test('an open document is marked once, and remains marked when it is closed', async () => {
    const old = await write('many/old.md', OLD);
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    const { document } = await vscode.window.showTextDocument(old);
    await diagnostics(document, 1);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await stated(old, 1);
  });

  for (const pattern of ['many/archive/**', 'many/archive', '**/{archive,old}/o?d.md']) {
    test(`what the setting excludes as ${pattern} is not checked, open or not`, async () => {
      const old = await write('many/archive/old.md', OLD);
      const kept = await write('many/kept.md', OLD);
      await withSetting('exclude', [pattern], async () => {
        await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
        assert.deepEqual([ourDiagnostics(old).length, ourDiagnostics(kept).length], [0, 1]);
        await vscode.window.showTextDocument(old);
        await vscode.commands.executeCommand('migrationTerms.checkDocument');
        assert.equal(ourDiagnostics(old).length, 0);
      });
      await stated(old, 1);
    });
  }

  test('the report lists the findings and is not marked itself', async () => {
    await write('many/old.md', OLD);
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    await vscode.commands.executeCommand('migrationTerms.report', 'open');
    // Its preview has the focus.
    const document = vscode.workspace.textDocuments.find(
      (each) => each.isUntitled && each.getText().startsWith('# Migration Terms: report'),
    )!;
    assert.match(
      document.getText(),
      /## \[many\/old\.md\]\(<many\/old\.md>\)\n\n- \[line 1\]\(<many\/old\.md#L1>\): “ICEM” is a former name .*\(Former name\)/,
    );
    await vscode.commands.executeCommand('migrationTerms.checkDocument');
    assert.equal(ourDiagnostics(document.uri).length, 0);
  });

  test('the report is saved as a table that spreadsheets open safely, or as a document', async () => {
    await write('many/=old.md', `${OLD}\n**“International Office of Migration”** is wrong.\n`);
    await write('many/été.md', OLD);
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    const save = async (path: string) => {
      await vscode.commands.executeCommand('migrationTerms.report', 'save', file(path));
      // A decoder that keeps the byte order mark.
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(file(path)));
    };
    const rows = (await save('many/report.csv')).split('\r\n');
    assert.equal(
      rows[0],
      '\uFEFFFile,Line,Column,Paragraph,Level,Certainty,Rule,Text,Finding,Reason,Replacement,Sources',
    );
    assert.match(
      rows.find((row) => row.includes('=old')) ?? '',
      /^many\/=old\.md,1,1,,warning,certain,superseded-name,ICEM,.*,IOM,/,
    );
    assert.ok(
      rows.some((row) => row.startsWith('many/été.md,1,1,')),
      rows.join('\n'),
    );
    assert.match(await save('many/report.md'), /^# Migration Terms: report on the workspace\n/);
  });

  test('the links of a saved report are relative to its folder, and none reveals the path of the workspace', async () => {
    await write('many/old one.md', OLD);
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    await vscode.workspace.fs.createDirectory(file('many/reports'));
    await vscode.commands.executeCommand('migrationTerms.report', 'save', file('many/reports/report.md'));
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(file('many/reports/report.md')));
    assert.match(
      saved,
      /## \[many\/old one\.md\]\(<\.\.\/old%20one\.md>\)\n\n- \[line 1\]\(<\.\.\/old%20one\.md#L1>\): “/,
    );
    assert.ok(!saved.includes(file('').scheme + ':'), 'an address of the machine is in it');
  });

  test('a report that is saved elsewhere has no links', async () => {
    const uri = await write('many/old.md', OLD);
    const finding = { message: '“ICEM” is a former name.', rule: 'superseded-name' } as Finding;
    const report = reportOf(
      [
        {
          uri,
          findings: [{ finding, range: new vscode.Range(0, 0, 0, 4), place: undefined }],
          heldBack: { count: 2, because: '2 names and values are not judged as of today: the text is of 2019' },
        },
      ],
      [],
      vscode.Uri.file('/elsewhere'),
    );
    assert.match(
      report,
      /\n## Not judged as of today: 2\n\nTo have them judged, .*\n\n- many\/old\.md: 2 names .* of 2019\.\n/,
    );
    assert.match(report, /\n## many\/old\.md\n\n- line 1: “ICEM” is a former name/);
  });

  test('a folder that is deleted while it is checked does no harm', async () => {
    for (let n = 0; n < 40; n++) await write(`many/going/${n}.md`, OLD);
    const kept = await write('many/kept.md', OLD);
    const check = vscode.commands.executeCommand<{ isCancelled: boolean }>('migrationTerms.checkWorkspace');
    await vscode.workspace.fs.delete(file('many/going'), { recursive: true, useTrash: false });
    assert.equal((await check).isCancelled, false);
    assert.equal(ourDiagnostics(kept).length, 1);
    for (let n = 0; n < 40; n++) await stated(file(`many/going/${n}.md`), 0);
  });

  test('what a folder’s configuration excludes is not checked, open or not', async () => {
    const old = await write('many/archive/old.md', OLD);
    const kept = await write('many/kept.md', OLD);
    await write('many/.migration-terms.json', '{ "exclude": ["archive"] }');
    const { document } = await vscode.window.showTextDocument(old);
    await stated(old, 0);
    await vscode.commands.executeCommand('migrationTerms.checkWorkspace');
    assert.deepEqual([ourDiagnostics(old).length, ourDiagnostics(kept).length], [0, 1]);
    await vscode.workspace.fs.delete(file('many/.migration-terms.json'));
    await diagnostics(document, 1);
  });

  test('all of one name is fixed in every file, or chosen in the preview', async () => {
    const one = await write('many/one.md', OLD);
    const two = await write('many/two.md', 'Migrants turn to ICEM for help.\n');
    const { document } = await vscode.window.showTextDocument(one);
    await diagnostics(document, 1);
    const action = (await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix)).find(
      ({ title }) => title === 'Fix all of “ICEM” in the workspace…',
    );
    assert.ok(action?.command, 'it is not offered');
    const fix = (how: string) =>
      vscode.commands.executeCommand<boolean>(action.command!.command, ...(action.command!.arguments ?? []), how);

    // The preview opens asynchronously; closing it before that does nothing.
    const preview = fix('review');
    const close = setInterval(
      () => void vscode.commands.executeCommand('refactorPreview.discard').then(undefined, () => undefined),
      200,
    );
    try {
      assert.equal(await preview, false, 'it was fixed without a preview');
    } finally {
      clearInterval(close);
    }
    assert.equal(document.getText(), OLD);

    assert.ok(await fix('all'), 'the edit was refused');
    assert.equal((await vscode.workspace.openTextDocument(two)).getText(), 'Migrants turn to IOM for help.\n');
    assert.match(document.getText(), /^IOM assists/);
    await vscode.workspace.saveAll();
  });

  test('the preview of a fix has every change ticked, so that it can be applied at once', async () => {
    const { document } = await vscode.window.showTextDocument(await write('many/one.md', OLD));
    const two = await write('many/two.md', 'Migrants turn to ICEM for help.\n');
    const { range } = (await diagnostics(document, 1))[0]!;
    vscode.window.activeTextEditor!.selection = new vscode.Selection(range.start, range.start);
    const fixed = vscode.commands.executeCommand<boolean>('migrationTerms.fixNameInWorkspace', 'icem', 'review');
    const apply = setInterval(
      () => void vscode.commands.executeCommand('refactorPreview.apply').then(undefined, () => undefined),
      200,
    );
    try {
      assert.equal(await fixed, true);
    } finally {
      clearInterval(apply);
    }
    assert.match(document.getText(), /^IOM assists/);
    assert.equal((await vscode.workspace.openTextDocument(two)).getText(), 'Migrants turn to IOM for help.\n');
    await vscode.workspace.saveAll();
  });
});

function file(path: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
}

async function write(path: string, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(file(path), new TextEncoder().encode(text));
  return file(path);
}

function stated(uri: vscode.Uri, count: number): Promise<true> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => ourDiagnostics(uri).length === count || undefined,
    `${count} diagnostics on ${uri.path}, there are ${ourDiagnostics(uri).length}`,
  );
}
