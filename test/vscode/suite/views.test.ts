import * as vscode from 'vscode';
import type { Api } from '../../../src/vscode/extension';
import type { FactsNode } from '../../../src/vscode/views/factsTree';
import { assert } from './assert';
import { activated, diagnostics, show, until, withSetting } from './support';

suite('views', () => {
  test('the facts view has sections, and facts with label, date and sources', async () => {
    const { facts } = await activated<Api>();
    const sections = await children(facts);
    const labels = await Promise.all(sections.map(async (node) => labelOf(await facts.getTreeItem(node))));
    assert.equal(labels[0], 'History and names');
    assert.ok(labels.includes('UN Network on Migration'), labels.join('; '));
    const ids = new Set<string>();
    const visit = async (parent: FactsNode) => {
      for (const node of await children(facts, parent)) {
        const item = await facts.getTreeItem(node);
        assert.ok(item.id !== undefined && !ids.has(item.id), `the id ${item.id} is missing or used twice`);
        ids.add(item.id);
        assert.ok(item.accessibilityInformation?.label, `${item.id} has no accessible label`);
        assert.equal(await facts.getParent?.(node), parent);
        assert.equal(item.tooltip, undefined, 'the tooltip is created before it is requested');
        await visit(node);
      }
    };
    for (const section of sections) await visit(section);
    assert.ok(ids.size > 100, `there are only ${ids.size} facts`);
    const [node] = await children(facts, sections[0]);
    const item = await facts.resolveTreeItem?.(
      await facts.getTreeItem(node!),
      node!,
      new vscode.CancellationTokenSource().token,
    );
    assert.match((item?.tooltip as vscode.MarkdownString).value, /Sources: /);
  });

  test('the facts view changes its language when the settings do', async () => {
    const { facts } = await activated<Api>();
    const title = async () => labelOf(await facts.getTreeItem((await children(facts))[0]!));
    let looks = 0;
    const refreshed = until(
      facts.onDidChangeTreeData!,
      () => (looks++ > 0 ? true : undefined),
      'the view to be refreshed',
    );
    const english = await title();
    await withSetting('language', 'fr', async () => {
      await refreshed;
      assert.ok((await title()) !== english, `it still says ${english}`);
    });
  });

  test('a value that changed over time is one row with the newest value, which expands to the earlier ones', async () => {
    const { facts } = await activated<Api>();
    const below = (await Promise.all((await children(facts)).map((section) => children(facts, section)))).flat();
    const rows = (
      await Promise.all(below.map(async (row) => (row.kind === 'topic' ? children(facts, row) : [row])))
    ).flat();
    const members = rows.filter(
      (row) => row.kind === 'fact' && row.fact.property === 'member-states' && row.fact.subject === 'iom',
    );
    assert.equal(members.length, 1);
    const dates = (await children(facts, members[0])).map((row) =>
      row.kind === 'fact' ? (row.fact.asOf ?? row.fact.from ?? '') : '',
    );
    assert.ok(dates.length > 2, 'there are no earlier values');
    assert.deepEqual(dates, [...dates].sort().reverse());
  });

  test('the findings are listed in the order of the document, with what to write instead, then the other names', async () => {
    const { document: tree } = await activated<Api>();
    const { document } = await show(
      '# A note\n\nThe Global Compact for Migration has 24 objectives.\nICEM assists migrants in forty countries.\n\nThe UN Network on Migration met.\n',
    );
    await diagnostics(document, 2);
    const rows = await children(tree);
    const items = await Promise.all(rows.map(async (node) => tree.getTreeItem(node)));
    assert.deepEqual(
      items.map((item) => `${labelOf(item)} | ${String(item.description)}`),
      ['24 → 23 objectives | line 3', 'ICEM → IOM | line 4', 'Mentioned correctly | 2'],
    );
    assert.equal(items[0]!.command?.command, 'vscode.open');
    assert.deepEqual(
      (await children(tree, rows.at(-1))).map((row) => (row.kind === 'place' ? row.mention.text : row.kind)),
      ['Global Compact for Migration', 'UN Network on Migration'],
    );
  });

  test('the icon shows the level: a hint has no triangle', async () => {
    const { document: tree } = await activated<Api>();
    const { document } = await show(
      'ICEM assists migrants. The IMRF met. The International Migration Review Forum (IMRF) reviews the Global Compact for Migration.\n',
    );
    await diagnostics(document, 1);
    const items = await Promise.all((await children(tree)).slice(0, 2).map(async (node) => tree.getTreeItem(node)));
    assert.deepEqual(
      items.map(({ iconPath }) => (iconPath as vscode.ThemeIcon).id),
      ['warning', 'lightbulb'],
    );
  });

  test('the findings stay while the focus is in a page of the product, and go with the document', async () => {
    const { document: tree } = await activated<Api>();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { document } = await show('ICEM assists migrants. Ask the International Organization for Migration.\n');
    await diagnostics(document, 1);
    const labels = async () =>
      Promise.all((await children(tree)).map(async (node) => labelOf(await tree.getTreeItem(node))));
    const before = await labels();
    assert.equal(before[0], 'ICEM → IOM');
    await vscode.commands.executeCommand('migrationTerms.showHistory');
    await until(
      vscode.window.onDidChangeActiveTextEditor,
      () => (vscode.window.activeTextEditor === undefined ? true : undefined),
      'the focus to leave the text',
    );
    assert.deepEqual(await labels(), before);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    let looks = 0;
    await until(
      tree.onDidChangeTreeData!,
      () => (looks++ > 0 || vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0) ? true : undefined),
      'the view to be refreshed',
    );
    assert.deepEqual(await labels(), []);
  });

  test('a row of the document view fixes its finding', async () => {
    const { document: tree } = await activated<Api>();
    const { document } = await show('ICEM assists migrants. Ask the International Organization for Migration.\n');
    await diagnostics(document, 1);
    const [place] = await children(tree);
    assert.equal((await tree.getTreeItem(place!)).contextValue, 'finding.withFix');
    await vscode.commands.executeCommand('migrationTerms.fixHere', place);
    assert.match(document.getText(), /^IOM assists migrants/);
  });

  test('a fact can be copied and inserted', async () => {
    const { facts } = await activated<Api>();
    const editor = await show('\n');
    const [section] = await children(facts);
    const [node] = await children(facts, section);
    await vscode.commands.executeCommand('migrationTerms.insertFact', node);
    const text = editor.document.getText().trim();
    assert.ok(text.length > 20, `“${text}” was inserted`);
    await vscode.commands.executeCommand('migrationTerms.copyFact', node);
    assert.equal(await vscode.env.clipboard.readText(), text);
  });

  test('every command of the manifest is registered', async () => {
    await activated<Api>();
    const known = new Set(await vscode.commands.getCommands(true));
    const manifest = vscode.extensions.getExtension('migration-terms.migration-policy-terms')?.packageJSON;
    const missing = (manifest.contributes.commands as { command: string }[]).filter(
      ({ command }) => !known.has(command),
    );
    assert.deepEqual(
      missing.map(({ command }) => command),
      [],
    );
  });
});

async function children<Node>(tree: vscode.TreeDataProvider<Node>, node?: Node): Promise<readonly Node[]> {
  return (await tree.getChildren(node)) ?? [];
}

function labelOf({ label }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : (label?.label ?? '');
}
