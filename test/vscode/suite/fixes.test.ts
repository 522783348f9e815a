import * as vscode from 'vscode';
import { registerCodeActions } from '../../../src/vscode/commands/codeActions';
import { assert } from './assert';
import { listeningParts } from './parts';
import { actionsOn, diagnostics, rangeOf, replaced, show } from './support';

const TWICE = 'ICEM assists migrants in forty countries.\n\nMigrants turn to ICEM for help.\n';
/** Forms that were never a name: only these are fixed unasked. */
const MISNOMERS =
  'The International Office of Migration is in Geneva.\n\nMigrants turn to the International Office of Migration.\n';
const CORRECTED = MISNOMERS.replaceAll('Office of', 'Organization for');
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('migrationTerms');

suite('fixes', () => {
  test('the preferred quick fix writes the current name and removes the diagnostic', async () => {
    const { document } = await show('ICEM assists migrants in forty countries.\n');
    await diagnostics(document, 1);
    const actions = await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix);
    const preferred = actions.filter(({ isPreferred }) => isPreferred);
    assert.equal(preferred.length, 1);
    await apply(preferred[0]!);
    assert.equal(document.getText(), 'IOM assists migrants in forty countries.\n');
    await diagnostics(document, 0);
  });

  test('fixes of all of one name, and of the whole file, are also offered', async () => {
    const { document } = await show(`${TWICE}\n${MISNOMERS}`);
    await diagnostics(document, 4);
    const actions = await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix);
    const ofName = named(actions, /^Fix all 2 of “ICEM” in the file$/);
    const ofFile = named(actions, /^Fix the 2 wrong forms of names in the file$/);
    await inPreview('apply', () => chosen(ofName));
    assert.equal(document.getText(), `${TWICE.replaceAll('ICEM', 'IOM')}\n${MISNOMERS}`);
    assert.ok(ofFile.edit, 'no edit');
  });

  test('a fix of all of one name is offered even if none is applied unasked', async () => {
    const { document } = await show(TWICE);
    await diagnostics(document, 2);
    const [action] = await actionsOn(document, new vscode.Range(0, 0, document.lineCount, 0), FIX_ALL);
    assert.equal(action, undefined);
    const ofName = named(
      await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix),
      /^Fix all 2 of “ICEM” in the file$/,
    );
    await inPreview('discard', () => chosen(ofName));
    assert.equal(document.getText(), TWICE, 'it was fixed without the preview');
    await inPreview('apply', () => chosen(ofName));
    assert.equal(document.getText().includes('ICEM'), false);
  });

  test('source.fixAll.migrationTerms applies all certain fixes, and only on request', async () => {
    const { document } = await show(`${MISNOMERS}\n${TWICE}`);
    await diagnostics(document, 4);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const lightBulb = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      whole,
    );
    assert.ok(
      lightBulb.every(({ kind }) => kind === undefined || !FIX_ALL.contains(kind)),
      'the light bulb has a source action',
    );
    const [action, ...more] = await actionsOn(document, whole, FIX_ALL);
    assert.ok(action, 'there is no action');
    assert.equal(more.length, 0);
    await apply(action);
    assert.equal(document.getText(), `${CORRECTED}\n${TWICE}`);
    await diagnostics(document, 2);
  });

  test('the command applies all certain fixes, and says how many findings need a choice', async () => {
    const { document } = await show(`${MISNOMERS}\n${TWICE}`);
    await diagnostics(document, 4);
    const messages: unknown[] = [];
    await replaced(
      vscode.window,
      'showInformationMessage',
      async (...shown: unknown[]) => void messages.push(shown),
      () => vscode.commands.executeCommand('migrationTerms.fixAll'),
    );
    assert.deepEqual(messages, [['Migration Terms: 2 fixed, 2 need your choice.', 'Show']]);
    assert.equal(document.getText(), `${CORRECTED}\n${TWICE}`);
    await diagnostics(document, 2);
  });

  test('ignoring a finding inserts a comment before the line, and the finding disappears', async () => {
    const { document } = await show(TWICE);
    await diagnostics(document, 2);
    await ignoreWith('as engraved -->\non the wall', document);
    assert.match(
      document.getText(),
      /^<!-- migration-terms-disable-next-line superseded-name: as engraved –> on the wall -->\nICEM assists/,
    );
    await diagnostics(document, 1);
  });

  test('within a list the comment follows the words, so that it does not split the list', async () => {
    const { document } = await show('- IOM helps.\n- ICEM assists migrants.\n- Others do.\n');
    await diagnostics(document, 1);
    await ignoreWith('', document);
    assert.match(
      document.getText(),
      /\n- ICEM assists migrants\. <!-- migration-terms-disable-line superseded-name -->\n- Others/,
    );
    await diagnostics(document, 0);
  });

  test('plain text has no comments: the rule can be switched off instead', async () => {
    const { document } = await show('ICEM assists migrants in forty countries.\n', 'plaintext');
    await diagnostics(document, 1);
    const actions = await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix);
    assert.ok(!actions.some(({ title }) => title.endsWith('with a comment')), 'a comment is offered');
    const action = named(actions, /^Switch off the rule superseded-name/);
    assert.equal(action.command?.command, 'migrationTerms.switchOffRule');
  });

  test('two fixes come first, then ignoring the finding here, then what is wanted less often', async () => {
    const { document } = await show('ICEM assists migrants in forty countries.\n');
    await diagnostics(document, 1);
    const actions = await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix);
    assert.deepEqual(
      actions.map(({ title }) => title.replace(/ (?:with )?“.*$/, '')),
      ['Replace', 'Keep and explain:', 'Ignore', 'Replace and explain:', 'Ignore', 'Explain'],
    );
    assert.equal(actions[2]!.title, 'Ignore “ICEM” here');
  });

  test('fixes of many findings are not applied to a text that has changed since they were offered', async () => {
    const parts = listeningParts();
    let provider!: vscode.CodeActionProvider;
    const keep = (_: vscode.DocumentSelector, registered: vscode.CodeActionProvider) => (provider = registered);
    await replaced(vscode.languages, 'registerCodeActionsProvider', keep, async () =>
      registerCodeActions(parts.checker, parts.settings),
    );
    try {
      const editor = await show(`${TWICE}\n${MISNOMERS}`);
      parts.checker.resultOf(editor.document);
      const { token } = new vscode.CancellationTokenSource();
      const offered = async () => {
        const context = { diagnostics: [], only: undefined, triggerKind: vscode.CodeActionTriggerKind.Invoke };
        return named(
          (await provider.provideCodeActions(
            editor.document,
            rangeOf(editor.document, 'ICEM'),
            context,
            token,
          )) as vscode.CodeAction[],
          /^Fix the 2 wrong forms/,
        );
      };
      const [early, late] = [await offered(), await offered()];
      assert.ok((await provider.resolveCodeAction!(early, token))?.edit, 'it has no edit while the text is the same');
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A line before.\n\n'));
      assert.equal((await provider.resolveCodeAction!(late, token))?.edit, undefined);
    } finally {
      parts.dispose();
    }
  });

  test('nothing is offered if nothing is wrong', async () => {
    const { document } = await show('In 1965, ICEM chartered ten ships for migrants.\n');
    assert.deepEqual(await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix), []);
  });
});

/** Runs the command of an action. */
function chosen({ title, command }: vscode.CodeAction): Thenable<unknown> {
  assert.ok(command, `“${title}” has no command`);
  return vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Applies or discards the preview of changes that `body` opens; it opens asynchronously. */
async function inPreview(how: 'apply' | 'discard', body: () => Thenable<unknown>): Promise<void> {
  const done = body();
  const close = setInterval(
    () => void vscode.commands.executeCommand(`refactorPreview.${how}`).then(undefined, () => undefined),
    200,
  );
  try {
    await done;
  } finally {
    clearInterval(close);
  }
}

/** Ignores the finding on “ICEM” with a comment, for a reason that is typed. */
async function ignoreWith(reason: string, document: vscode.TextDocument): Promise<void> {
  const actions = await actionsOn(document, rangeOf(document, 'ICEM'), vscode.CodeActionKind.QuickFix);
  await replaced(
    vscode.window,
    'showInputBox',
    async () => reason,
    () => chosen(named(actions, /^Ignore “ICEM” with a comment$/)),
  );
}

async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `“${action.title}” has no edit`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was refused');
}

function named(actions: readonly vscode.CodeAction[], title: RegExp): vscode.CodeAction {
  const action = actions.find((candidate) => title.test(candidate.title));
  return action ?? assert.fail(`no action ${title} among: ${actions.map((candidate) => candidate.title).join('; ')}`);
}
