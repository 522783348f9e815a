import * as vscode from 'vscode';
import { assert } from './assert';
import { show, withSetting } from './support';

suite('completion', () => {
  test('the beginning of a name is completed, with its abbreviation at first use', async () => {
    const items = await offered('The International Org');
    const [first] = items;
    assert.equal(first?.insertText, 'International Organization for Migration (IOM)');
    assert.equal((first!.range as vscode.Range).start.character, 4);
    assert.ok(items.some(({ insertText }) => insertText === 'International Organization for Migration'));
  });

  test('the language of the text determines the language of the name', async () => {
    const [first] = await offered('Le siège de la commission est à Genève, et le Pacte mondial pour des migr');
    assert.match(String(first?.insertText), /^Pacte mondial pour des migrations sûres/);
  });

  test('objectives and symbols are offered', async () => {
    const [objective] = await offered('States act under objective 7');
    assert.equal(objective?.insertText, '7 (Address and reduce vulnerabilities in migration)');
    const symbol = (await offered('See resolution A/RES/73/1')).find(({ insertText }) => insertText === 'A/RES/73/195');
    assert.match(String((symbol?.label as vscode.CompletionItemLabel | undefined)?.description), /Global Compact/);
  });

  test('nothing is offered elsewhere, and completion can be switched off', async () => {
    assert.deepEqual(
      (await offered('The organization works')).map(({ insertText }) => insertText),
      [],
    );
    await withSetting('completion', false, async () =>
      assert.equal((await offered('The International Org')).length, 0),
    );
  });
});

/** Our completions at the end of a text. */
async function offered(text: string): Promise<readonly vscode.CompletionItem[]> {
  const { document } = await show(text);
  const end = document.positionAt(text.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    end,
  );
  // The description of a symbol is its title.
  return list.items.filter(
    ({ label, kind }) =>
      typeof label === 'object' &&
      (label.description === 'Migration Terms' || kind === vscode.CompletionItemKind.Reference),
  );
}
