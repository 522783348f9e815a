import * as vscode from 'vscode';
import { readWord } from '../../../src/core/word/readWord';
import type { Api } from '../../../src/vscode/extension';
import type { DocumentNode } from '../../../src/vscode/views/documentNodes';
import { docx, line } from '../../support/docx';
import { assert } from './assert';
import {
  BRIEF,
  GENEVA,
  MEMBERS,
  offerModels,
  only,
  remarksOn,
  requests,
  script,
  section,
  setSetting,
  talking,
  REMARKS,
  rows,
  unlike,
  withReviewModels,
} from './reviewing';
import { actionsOn, activated, diagnostics, rangeOf, replaced, show, until } from './support';
import { TestFolder } from './testFolder';

const folder = new TestFolder('review');

suite('a review with a model of the editor', () => {
  withReviewModels(folder);

  test('asks once for consent, says what is sent to whom, and shows the remarks with the name of the model', async () => {
    await script(REMARKS(GENEVA, MEMBERS, { quote: 'at the invitation', find: '^(F0)', always: true }));
    const { document } = await show(unlike(BRIEF));
    const refused = await talking('review', []);
    assert.match(refused.texts[0]!, /^Let Test Model review “Untitled-\d+”\?$/);
    const lines = refused.details[0]!.split('\n\n');
    assert.equal(lines.length, 5);
    for (const [i, pattern] of [
      /^Sent: the text of this document.* 1 request of about [\d,]+ tokens\.$/,
      /^To: Test Model \(migration-terms-tests\)/,
      /^Not sent: file names/,
      /^Shown: only what the record proves/,
      /^Changed: nothing/,
    ].entries())
      assert.match(lines[i]!, pattern);
    assert.deepEqual(refused.buttons, ['Start the Review', 'Choose Another Model…']);
    assert.equal((await requests()).length, 0, 'sent without consent');

    const { texts } = await talking('review');
    assert.deepEqual(texts.slice(1), ['Test Model read 1 passage: 2 remarks.']);
    const [geneva, members] = remarksOn(document);
    assert.equal(geneva!.source, 'Migration Terms · Test Model');
    assert.match(geneva!.message, /^“Geneva” disagrees with the record: .*Brussels/);
    assert.equal(document.getText(members!.range), '168');
    const { request } = only(await requests());
    assert.ok(request.includes('A seat in its Council is open to all 168 members'), 'the passage is sent');
    assert.ok(!request.includes('Untitled'), 'the name of the file is sent');
  });

  test('fixes nothing unasked, offers the fix, and keeps the other remarks when one is fixed', async () => {
    await script(REMARKS(GENEVA, MEMBERS));
    const { document } = await show(unlike(BRIEF));
    const text = document.getText();
    await talking('review');
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('migrationTerms.fixAll');
    assert.equal(document.getText(), text, 'Fix All changes what a review reported');
    const actions = await actionsOn(document, remarksOn(document)[0]!.range, vscode.CodeActionKind.QuickFix);
    const [fix] = actions;
    assert.match(fix!.title, /Brussels/);
    assert.ok(fix!.isPreferred !== true, 'it is preferred');
    assert.ok(
      actions.some(({ title }) => title === 'Ignore “Geneva” here'),
      'it cannot be ignored',
    );
    await vscode.workspace.applyEdit(fix!.edit!);
    assert.ok(document.getText().includes('a conference in Brussels in 1951'), document.getText());
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (remarksOn(document).length === 1 ? true : undefined),
      'the other remark alone',
    );
    assert.deepEqual(await rows(), ['168 → 175 members', 'Changed since: 1 passage']);
  });

  test('is a group of the view: remarks, what changed since, what was dropped', async () => {
    await script(REMARKS(GENEVA, { quote: 'Nowhere', find: '^(F1) ', always: true }, { ...MEMBERS, sure: 0.2 }));
    await show(unlike(BRIEF));
    await talking('review');
    assert.deepEqual(await rows(), ['Geneva → Brussels', 'Dropped: 2']);
    const { document: tree } = await activated<Api>();
    const [group] = (await tree.getChildren()) as DocumentNode[];
    const item = await tree.getTreeItem(group!);
    assert.match(String(item.description), /^1 remark · Test Model, /);
    const dropped = ((await tree.getChildren(group)) as DocumentNode[]).at(-1)!;
    assert.equal((await tree.getTreeItem(dropped)).description, 'not in the text 1, unsure 1');
  });

  test('is explained: sentence, fact, sources, model and day', async () => {
    await script(REMARKS(GENEVA));
    const { document } = await show(unlike(BRIEF));
    await talking('review');
    const start = document.getText().indexOf('Geneva');
    await vscode.commands.executeCommand('migrationTerms.explain', document.uri.toString(), start);
    const { explanation } = await activated<Api>();
    const page = explanation.html!;
    assert.match(
      page,
      /<blockquote>The International .* traces its birth to a conference in <b>Geneva<\/b> in 1951, at/,
    );
    assert.match(page, /<h2>Sources<\/h2><ul><li><a href="https:/);
    assert.match(page, /Found in the review by Test Model on \d+ \w+ 20\d\d; compared with the record\./);
    assert.match(page, /<a href="command:migrationTerms\.fixHere\?[^"]*">Replace with “Brussels”/);
  });

  test('a finding of a rule stays, and says that the model agrees', async () => {
    await script(
      REMARKS({ quote: 'UNHCR', find: '^(F\\d+) IOM coordinates the United Nations Network', right: 'IOM' }),
    );
    const { document } = await show(unlike('The UN Network on Migration is coordinated by UNHCR.\n'));
    await talking('review');
    const both = only(remarksOn(document));
    assert.equal(both.message.split('\n')[0], 'The Network is coordinated by IOM, not UNHCR.');
    assert.deepEqual(await rows(), ['Found by the rules as well: 1']);
  });

  test('a second review after an edit asks about one passage, and one without an edit about none', async () => {
    const text = `# Report 1\n\n${section('Birth', 'IOM was born at a conference in Geneva.')}${section('Seats', 'All 168 members of IOM have one vote.')}${section('Staff', 'IOM has staff.')}`;
    await script(REMARKS(GENEVA, MEMBERS));
    const { document } = await show(text);
    await talking('review');
    const first = (await requests()).length;
    assert.ok(first >= 3, `${first} passages`);
    const count = remarksOn(document).length;
    assert.equal(count, 2);
    await script(REMARKS(GENEVA, MEMBERS));
    await talking('review');
    assert.equal((await requests()).length, 0, 'asked again about the same text');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, 'IOM has staff'), 'IOM has many staff');
    await vscode.workspace.applyEdit(edit);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (remarksOn(document).length === count ? true : undefined),
      'the remarks on the other passages',
    );
    assert.ok((await rows()).includes('Changed since: 1 passage'), (await rows()).join());
    await talking('review');
    assert.equal((await requests()).length, 1);
    assert.equal(remarksOn(document).length, count);
  });

  test('an edit of a passage drops its remarks only', async () => {
    const text = `# Report 2\n\n${section('Birth', 'IOM was born at a conference in Geneva.')}${section('Seats', 'All 168 members of IOM have one vote.')}`;
    await script(REMARKS(GENEVA, MEMBERS));
    const { document } = await show(text);
    await talking('review');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, rangeOf(document, 'IOM was born').start, 'Long ago, ');
    await vscode.workspace.applyEdit(edit);
    const left = await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (remarksOn(document).length === 1 ? remarksOn(document)[0] : undefined),
      'one remark',
    );
    assert.equal(document.getText(left.range), '168');
  });

  test('without a model names the ways that need none', async () => {
    await offerModels();
    await show(unlike(BRIEF));
    const { texts, buttons } = await talking('review', []);
    assert.match(only(texts), /^This editor offers no language model to extensions\. Two ways need none/);
    assert.deepEqual(buttons, ['Copy Review Prompt', 'About Reviews']);
  });

  test('the first time, the writer chooses the model, and the setting remembers it', async () => {
    await setSetting('reviewModel', undefined);
    await script(REMARKS(MEMBERS));
    const { document } = await show(unlike(BRIEF));
    const { texts } = await talking('review', ['Small Model', 'Second Model', 'Start the Review']);
    assert.equal(texts[0], 'Small Model reads too little at once for a review. Choose another model.');
    assert.equal(only(remarksOn(document)).source, 'Migration Terms · Second Model');
    assert.equal(
      vscode.workspace.getConfiguration('migrationTerms').get('reviewModel'),
      'migration-terms-tests/second',
    );
  });

  test('a document that names nothing is not sent', async () => {
    await script(REMARKS());
    await show('The weather was fine all week.\n');
    const { texts } = await talking('review');
    assert.match(only(texts), /names nothing that the record knows.*Nothing was sent\.$/);
    assert.equal((await requests()).length, 0);
  });

  test('is off where the setting or the folder says so', async () => {
    await script(REMARKS(GENEVA));
    await setSetting('review', 'off');
    await show(unlike(BRIEF));
    for (const command of ['review', 'copyReview', 'pasteReview'])
      assert.match(only((await talking(command, [])).texts), /^Review is switched off in the settings/);
    await setSetting('review', undefined);
    await folder.write('.migration-terms.json', '{ "review": "off" }\n');
    const document = await folder.open('a.md', unlike(BRIEF));
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (vscode.window.activeTextEditor?.document === document ? true : undefined),
      'the document',
    );
    await configured();
    await script(REMARKS(GENEVA));
    assert.match(only((await talking('review')).texts), /\.migration-terms\.json says that the documents/);
    assert.equal((await requests()).length, 0);
  });

  test('is off in Restricted Mode, and says so', async () => {
    await script(REMARKS(GENEVA));
    await show(unlike(BRIEF));
    const { texts, buttons } = await replaced(vscode.workspace, 'isTrusted', false, () => talking('review', []));
    assert.match(only(texts), /^In Restricted Mode, documents are not reviewed\./);
    assert.deepEqual(buttons, ['Manage Workspace Trust']);
    assert.equal((await requests()).length, 0);
  });

  test('an ignored remark is not reported again', async () => {
    await script(REMARKS(GENEVA, MEMBERS));
    await folder.write('.migration-terms.json', '{}\n');
    const document = await folder.open('a.md', unlike(BRIEF));
    await talking('review');
    assert.equal(remarksOn(document).length, 2);
    const start = document.getText().indexOf('Geneva');
    await vscode.commands.executeCommand('migrationTerms.ignore', document.uri.toString(), start, 'here');
    const left = await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (remarksOn(document).length === 1 ? remarksOn(document)[0] : undefined),
      'one remark',
    );
    assert.equal(document.getText(left.range), '168');
  });

  test('the remarks on a Word document are comments in its copy, and their fixes changes', async () => {
    await script(REMARKS(GENEVA, MEMBERS));
    const [, first, second] = BRIEF.split('\n\n');
    const body = line(first!) + line(second!) + line(unlike('').trim());
    const file = await folder.write('brief.docx', docx({ body }));
    await vscode.commands.executeCommand('migrationTerms.openWord', file);
    const { document } = vscode.window.activeTextEditor!;
    await diagnostics(document, 0);
    const { texts } = await talking('review');
    assert.match(texts.at(-1)!, /read 1 passage: 2 remarks\.$/);
    const [geneva] = await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (remarksOn(document).length === 2 ? remarksOn(document) : undefined),
      'the remarks',
    );
    const [fix] = await actionsOn(document, geneva!.range, vscode.CodeActionKind.QuickFix);
    await vscode.commands.executeCommand(fix!.command!.command, ...fix!.command!.arguments!);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (remarksOn(document).length === 1 && document.getText().includes('Brussels') ? true : undefined),
      'the other remark',
    );
    const copy = folder.file('copy.docx');
    await vscode.commands.executeCommand('migrationTerms.writeCopy', document.uri, copy, 'comments');
    const written = readWord(await vscode.workspace.fs.readFile(copy));
    assert.ok(written.kind === 'document', 'the copy can be read');
    const part = (name: string) => new TextDecoder().decode(written.parts.get(name));
    assert.equal([...part('word/comments.xml').matchAll(/<w:comment /g)].length, 2);
    assert.match(part('word/comments.xml'), /disagrees with the record/);
    assert.match(part('word/document.xml'), /<w:del\b[^]*Geneva/);
  });
});

/** Ends when the extension has read a configuration file. */
async function configured(): Promise<void> {
  const { activeTextEditor } = vscode.window;
  for (let n = 0; n < 100; n++) {
    const { texts } = await talking('review', []);
    if (/migration-terms\.json/.test(texts[0] ?? '')) return;
  }
  assert.fail(`the configuration is not read: ${activeTextEditor?.document.uri.toString()}`);
}
