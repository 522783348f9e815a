import * as vscode from 'vscode';
import { askModel, type Asked } from '../../../src/vscode/review/askModel';
import { budgetFor } from '../../../src/vscode/review/reviewDocument';
import { assert } from './assert';
import { answerTo, BRIEF, GENEVA, MEMBERS, only, remarksOn, section, talking, unlike } from './reviewing';
import { actionsOn, activated, show, until } from './support';

suite('a review in any chat window', () => {
  suiteSetup(() => activated());
  teardown(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  test('is copied as a prompt, and its answer is pasted', async () => {
    const { document } = await show(unlike(BRIEF));
    assert.match(only((await talking('copyReview', [])).texts), /^The review is copied\./);
    const prompt = await vscode.env.clipboard.readText();
    assert.ok(prompt.includes('A seat in its Council is open to all 168 members'), prompt.slice(-300));
    assert.match(only((await talking('pasteReview', [])).texts), /^The clipboard still contains the prompt\./);
    await vscode.env.clipboard.writeText('Nice text!');
    assert.match(only((await talking('pasteReview', [])).texts), /^The clipboard contains no answer to a review\./);
    await vscode.env.clipboard.writeText(
      `Here you are:\n\`\`\`json\n${answerTo(prompt, MEMBERS)}\n\`\`\`\nAnything else?`,
    );
    assert.deepEqual((await talking('pasteReview', [])).texts, ['The answer is read: 1 remark.']);
    assert.equal(only(remarksOn(document)).source, 'Migration Terms · a chat window');
  });

  test('of several parts says which, takes their answers in any order, and survives a fix between them', async () => {
    const text = `# Report 5\n\n${section('Birth', 'IOM was born at a conference in Geneva.')}${section('Seats', 'All 168 members of IOM have one vote.')}`;
    const { document } = await show(text);
    const first = await talking('copyReview', []);
    assert.match(only(first.texts), /^Part 1 of 2 is copied\./);
    const prompt = await vscode.env.clipboard.readText();
    await vscode.env.clipboard.writeText(answerTo(prompt, MEMBERS));
    const second = await talking('pasteReview', []);
    assert.deepEqual(second.texts, ['Part 2 of 2 is read: 1 remark.']);
    assert.deepEqual(second.buttons, ['Copy Part 1', 'Show']);
    const [fix] = await actionsOn(document, only(remarksOn(document)).range, vscode.CodeActionKind.QuickFix);
    await vscode.workspace.applyEdit(fix!.edit!);
    assert.match(only((await talking('copyReview', [])).texts), /^Part 1 of 2 is copied\./);
    await vscode.env.clipboard.writeText(answerTo(await vscode.env.clipboard.readText(), GENEVA));
    assert.deepEqual((await talking('pasteReview', [])).texts, ['Part 1 of 2 is read: 1 remark.']);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () =>
        remarksOn(document)
          .map(({ range }) => document.getText(range))
          .join() === 'Geneva'
          ? true
          : undefined,
      'the remark on the first part alone',
    );
  });
});

suite('asking a model', () => {
  const never = new Promise<never>(() => undefined);
  const modelOf = (response: unknown): Asked => ({ sendRequest: () => response as never });
  const { token } = new vscode.CancellationTokenSource();

  test('that never answers ends after a while', async () => {
    const reply = await askModel(modelOf(never), 'x', token, 1);
    assert.deepEqual([reply.kind, reply.kind === 'failure' && reply.failure], ['failure', 'stalled']);
  });

  test('that stops writing keeps what came', async () => {
    async function* text() {
      yield '{"remarks": [';
      await never;
    }
    const reply = await askModel(modelOf(Promise.resolve({ text: text() })), 'x', token, 20);
    assert.deepEqual(reply.kind === 'failure' && [reply.failure, reply.text], ['stalled', '{"remarks": [']);
  });

  test('that writes without end is cut off', async () => {
    async function* text() {
      for (;;) yield 'x'.repeat(100_000);
    }
    const reply = await askModel(modelOf(Promise.resolve({ text: text() })), 'x', token, 10_000);
    assert.ok(reply.kind === 'answer' && reply.text.length < 1_000_000, reply.kind);
  });

  test('leaves room for instructions and a passage', () => {
    assert.equal(budgetFor({ maxInputTokens: 4_096 }), undefined);
    assert.equal(budgetFor({ maxInputTokens: 1_000_000 }), 80_000);
    assert.ok(budgetFor({ maxInputTokens: 16_000 })! < 40_000);
  });
});
