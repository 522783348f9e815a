import * as vscode from 'vscode';
import { builtinTermbase } from '../../../src/core/termbase/builtin';
import { FactDrag } from '../../../src/vscode/views/factDrag';
import type { Api } from '../../../src/vscode/extension';
import type { FactsNode } from '../../../src/vscode/views/factsTree';
import { insertCited } from '../../../src/vscode/commands/insertCited';
import { searchIn } from '../../../src/core/search/search';
import { obstacleTo } from '../../../src/vscode/files/ownFile';
import { assert } from './assert';
import { activated, replaced, show } from './support';

const insert = (node: FactsNode) => vscode.commands.executeCommand('migrationTerms.insertFactWithSource', node);

suite('inserting and filtering facts', () => {
  teardown(() => vscode.commands.executeCommand('migrationTerms.clearFilter'));

  test('in Markdown a fact is inserted with one footnote at the end', async () => {
    const node = await factNode();
    const { document, selection } = await cursorBehind('Before. ', '\n\nAfter.\n');
    await insert(node);
    const id = node.fact.id;
    const text = document.getText();
    assert.match(text, new RegExp(`^Before\\. .+\\[\\^${id}\\]\\n\\nAfter\\.\\n\\n\\[\\^${id}\\]: .+\\.\\n$`));
    assert.ok(
      vscode.window.activeTextEditor!.selection.active.isAfter(selection.active),
      'the cursor is before the text',
    );
    await insert(node);
    assert.equal(document.getText().split(`[^${id}]:`).length, 2, 'the footnote is written twice');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text, 'one undo does not remove it');
  });

  test('in LaTeX the footnote is inline', async () => {
    const { document } = await cursorBehind('\\begin{document}\n', '\n\\end{document}\n', 'latex');
    await insert(await factNode());
    assert.match(document.getText(), /^\\begin\{document\}\n.+\\footnote\{.+\}\n\\end/);
  });

  test('if the document names a bibliography, the fact is cited by key, and the entry is added, shown and left unsaved', async () => {
    const bibliography = await writtenIn('own.bib', '@misc{mine,\n  title = {Mine}\n}\n');
    const draft = await writtenIn('cited.md', '---\nbibliography: own.bib\n---\n\n');
    try {
      const editor = await vscode.window.showTextDocument(draft, { preview: false });
      editor.selection = new vscode.Selection(4, 0, 4, 0);
      const node = await factNode();
      await insert(node);
      assert.match(editor.document.getText(), /\[@migration-terms-[^\]]+\]\.?$/);
      const { document: entries } =
        vscode.window.visibleTextEditors.find(({ document }) => document.uri.path === bibliography.path) ??
        assert.fail('it is not shown');
      const text = entries.getText();
      assert.match(text, /^@misc\{mine,[^@]+@misc\{migration-terms-/);
      assert.ok(entries.isDirty, 'it was saved');
      assert.equal(await onDisk(bibliography), '@misc{mine,\n  title = {Mine}\n}\n');
      assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the cursor is elsewhere');
      await insert(node);
      assert.equal(entries.getText(), text, 'the entry is there twice');
    } finally {
      await closedAndDeleted(bibliography, draft);
    }
  });

  test('a bibliography outside the workspace is not touched: the entry is copied', async () => {
    const outside = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, '../outside.bib');
    const draft = await writtenIn('outside.md', '---\nbibliography: ../outside.bib\n---\n\n');
    await write(outside, '@misc{mine}\n');
    try {
      await vscode.window.showTextDocument(draft, { preview: false });
      const stated = await toldBy(async () => insert(await factNode()));
      assert.match(stated, /\.\.\/outside\.bib is outside the workspace folder/);
      assert.match(await vscode.env.clipboard.readText(), /^@misc\{migration-terms-/);
      assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.path === outside.path), 'it was opened');
      assert.equal(await onDisk(outside), '@misc{mine}\n');
    } finally {
      await closedAndDeleted(draft);
      await vscode.workspace.fs.delete(outside);
    }
  });

  test('in Restricted Mode the source is given in a footnote, and no other file is touched', async () => {
    const bibliography = await writtenIn('restricted.bib', '');
    const draft = await writtenIn('restricted.md', '---\nbibliography: restricted.bib\n---\n\n');
    try {
      const { document } = await vscode.window.showTextDocument(draft, { preview: false });
      const node = await factNode();
      const stated = await replaced(vscode.workspace, 'isTrusted', false, () => toldBy(() => insert(node)));
      assert.match(stated, /^In Restricted Mode .* not in restricted\.bib\./);
      assert.match(document.getText(), new RegExp(`\\[\\^${node.fact.id}\\]: `));
      assert.ok(!vscode.workspace.textDocuments.some(({ uri }) => uri.path === bibliography.path), 'it was opened');
      const trouble = await replaced(vscode.workspace, 'isTrusted', false, () => obstacleTo(bibliography, draft));
      assert.equal(trouble, 'restricted');
    } finally {
      await closedAndDeleted(draft);
      await vscode.workspace.fs.delete(bibliography);
    }
  });

  test('a fact without its source is inserted as text', async () => {
    const { document } = await cursorBehind('', '', 'latex');
    const { fact } = await factNode();
    const node = { kind: 'fact', fact: { ...fact, statement: { en: '\\input{x}' } } };
    await vscode.commands.executeCommand('migrationTerms.insertFact', node);
    assert.equal(document.getText(), '\\textbackslash{}input\\{x\\}');
  });

  test('a bibliography with unsaved changes of the writer is left unsaved', async () => {
    const bibliography = await writtenIn('unsaved.bib', '@misc{mine}\n');
    const draft = await writtenIn('unsaved.md', '---\nbibliography: unsaved.bib\n---\n\n');
    try {
      const { document } = await dirtied(bibliography);
      await vscode.window.showTextDocument(draft);
      await insert(await factNode());
      assert.match(document.getText(), /^% mine\n@misc\{mine\}\n\n@misc\{migration-terms-/);
      assert.ok(document.isDirty, 'it was saved');
    } finally {
      await closedAndDeleted(draft, bibliography);
    }
  });

  test('the bibliography of a notebook cell is next to the notebook', async () => {
    const bibliography = await writtenIn('beside.bib', '');
    const { document: text } = await show('---\nbibliography: beside.bib\n---\n\n');
    const notebook = await writtenIn('cited.ipynb', '');
    const document: vscode.TextDocument = Object.create(text, {
      uri: { value: notebook.with({ scheme: 'vscode-notebook-cell', fragment: 'W0' }) },
    });
    const editor = {
      document,
      selection: new vscode.Selection(4, 0, 4, 0),
      edit: async () => true,
    } as unknown as vscode.TextEditor;
    try {
      const { fact } = await factNode();
      await replaced(vscode.workspace, 'notebookDocuments', [{ uri: notebook, getCells: () => [{ document }] }], () =>
        insertCited(editor, builtinTermbase(), fact, 'en'),
      );
      assert.match((await vscode.workspace.openTextDocument(bibliography)).getText(), /^@misc\{migration-terms-/);
    } finally {
      await vscode.workspace.fs.delete(notebook);
      await closedAndDeleted(bibliography);
    }
  });

  test('a document that was never saved has no bibliography: the entry is copied', async () => {
    const editor = await show('---\nbibliography: not-there-yet.bib\n---\n\n');
    const copied: string[] = [];
    const stated: string[] = [];
    await replaced(
      vscode.window,
      'showInformationMessage',
      (text: string) => void stated.push(text),
      async () => {
        await insert(await factNode());
        copied.push(await vscode.env.clipboard.readText());
      },
    );
    assert.match(copied[0]!, /^@misc\{migration-terms-/);
    assert.match(stated[0]!, /not-there-yet\.bib could not be written/);
    assert.equal(editor.document.isUntitled, true);
  });

  test('a filter keeps the facts that contain all its words, in any language, with their sections expanded', async () => {
    const { facts } = await activated<Api>();
    const all = await rows();
    await vscode.commands.executeCommand('migrationTerms.filterFacts', 'etats membres OIM');
    const left = await rows();
    assert.ok(left.length > 0 && left.length < all.length / 4, `${left.length} of ${all.length} facts are left`);
    assert.ok(left.some((row) => row.kind === 'fact' && row.fact.property === 'member-states'));
    const [section] = (await facts.getChildren()) ?? [];
    const item = await facts.getTreeItem(section!);
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Expanded);
    await vscode.commands.executeCommand('migrationTerms.filterFacts', 'zzzzqqqq');
    assert.equal((await rows()).length, 0);
    await vscode.commands.executeCommand('migrationTerms.clearFilter');
    assert.equal((await rows()).length, all.length);
  });

  test('names displace no fact in a list of facts', () => {
    const query = 'migration';
    const amongAll = searchIn(builtinTermbase(), 'en').find(query).rows;
    assert.ok(
      amongAll.slice(0, 100).some(({ entry }) => entry.kind === 'term'),
      'there are too few names to be in the way',
    );
    const facts = searchIn(builtinTermbase(), 'en', 'facts').find(query).rows;
    const among = amongAll.filter(({ entry }) => entry.kind === 'fact').length;
    assert.ok(facts.length >= Math.max(among, 1), `there are ${facts.length}, and ${among} among all`);
    assert.ok(facts.every(({ entry }) => entry.kind === 'fact'));
  });

  test('a dragged fact is a sentence in the language of the text', async () => {
    const node = await factNode();
    const drag = new FactDrag(() => 'fr');
    const transfer = new vscode.DataTransfer();
    drag.handleDrag([node], transfer);
    assert.equal(await transfer.get('text/plain')?.asString(), node.fact.statement.fr ?? node.fact.statement.en);
  });
});

async function onDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The message that `body` shows. */
async function toldBy(body: () => Thenable<unknown>): Promise<string> {
  const stated: string[] = [];
  await replaced(vscode.window, 'showInformationMessage', (text: string) => void stated.push(text), body);
  return stated.join('\n');
}

async function writtenIn(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, path);
  await write(uri, text);
  return uri;
}

/** An editor with an unsaved line of the writer's. */
async function dirtied(uri: vscode.Uri): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(uri, { preview: false });
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '% mine\n'));
  return editor;
}

async function closedAndDeleted(...uris: readonly vscode.Uri[]): Promise<void> {
  for (const uri of uris) {
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.workspace.fs.delete(uri);
  }
}

type FactRow = Extract<FactsNode, { kind: 'fact' }>;

/** A fact with a source that has an address. */
async function factNode(): Promise<FactRow> {
  const { facts } = await activated<Api>();
  for (const row of await rows()) {
    if (row.kind === 'fact' && (await facts.getTreeItem(row)).contextValue === 'fact.withSource') return row;
  }
  return assert.fail('there is no fact with a source');
}

async function rows(): Promise<readonly FactsNode[]> {
  const { facts } = await activated<Api>();
  const sections = (await facts.getChildren()) ?? [];
  return (await Promise.all(sections.map(async (section) => (await facts.getChildren(section)) ?? []))).flat();
}

/** A document with the cursor between two texts. */
async function cursorBehind(before: string, after: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const editor = await show(before + after, language);
  const at = editor.document.positionAt(before.length);
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

function write(uri: vscode.Uri, text: string): Thenable<void> {
  return vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
