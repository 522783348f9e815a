import * as vscode from 'vscode';
import type { Api } from '../../../src/vscode/extension';
import type { FactsNode } from '../../../src/vscode/factsTree';
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

  test('the document view lists what the document mentions, with findings', async () => {
    const { document: tree } = await activated<Api>();
    await vscode.commands.executeCommand('migrationTerms.groupByConcept');
    const { document } = await show(
      'ICEM assists migrants in forty countries. Ask the International Organization for Migration.\n\nThe UN Network on Migration met.\n',
    );
    await diagnostics(document, 1);
    const concepts = await children(tree);
    const items = await Promise.all(concepts.map(async (node) => tree.getTreeItem(node)));
    const iom = items.findIndex((item) => item.label === 'IOM');
    assert.ok(iom >= 0, items.map(labelOf).join('; '));
    assert.equal(items[iom]!.description, 'International Organization for Migration · 2 mentions · 1 finding');
    const [first] = await children(tree, concepts[iom]);
    const place = await tree.getTreeItem(first!);
    assert.equal(place.label, 'ICEM');
    assert.equal(place.command?.command, 'vscode.open');
  });

  test('the document view can also group by rule, and remembers the choice', async () => {
    const { document: tree } = await activated<Api>();
    const { document } = await show(
      'ICEM assists migrants. In 1995 ICEM helped refugees. Ask the International Organization for Migration.\n',
    );
    await diagnostics(document, 2);
    await vscode.commands.executeCommand('migrationTerms.groupByRule');
    const rules = await children(tree);
    assert.deepEqual(await Promise.all(rules.map(async (node) => labelOf(await tree.getTreeItem(node)))), [
      'Former name',
      'Wrong for that year',
      'Mentioned correctly',
    ]);
    const [place] = await children(tree, rules[1]);
    assert.match(String((await tree.getTreeItem(place!)).description), /^line 1\b/);
    assert.equal(await tree.getParent?.(place!), rules[1]);
    await vscode.commands.executeCommand('migrationTerms.groupByConcept');
    const concepts = await children(tree);
    assert.ok((await Promise.all(concepts.map(async (node) => labelOf(await tree.getTreeItem(node))))).includes('IOM'));
  });

  test('a row of the document view fixes its finding', async () => {
    const { document: tree } = await activated<Api>();
    await vscode.commands.executeCommand('migrationTerms.groupByRule');
    const { document } = await show('ICEM assists migrants. Ask the International Organization for Migration.\n');
    await diagnostics(document, 1);
    const [rule] = await children(tree);
    const [place] = await children(tree, rule);
    assert.equal((await tree.getTreeItem(place!)).contextValue, 'finding.withFix');
    await vscode.commands.executeCommand('migrationTerms.fixHere', place);
    assert.match(document.getText(), /^IOM assists migrants/);
  });

  test('the facts about the name at the cursor can be shown from the keyboard', async () => {
    await activated<Api>();
    const editor = await show('The UN Network on Migration met.\n');
    editor.selection = new vscode.Selection(0, 8, 0, 8);
    await vscode.commands.executeCommand('migrationTerms.showHere');
    await vscode.commands.executeCommand('migrationTerms.copyFact');
    assert.match(await vscode.env.clipboard.readText(), /Network/);
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
