import * as vscode from 'vscode';
import { assert } from './assert';
import {
  BRIEF,
  GENEVA,
  MEMBERS,
  only,
  remarksOn,
  REMARKS,
  requests,
  rows,
  script,
  section,
  talking,
  unlike,
  withReviewModels,
} from './reviewing';
import { show, until } from './support';
import { TestFolder } from './testFolder';

const folder = new TestFolder('review-failures');

suite('a review that a model does not complete', () => {
  withReviewModels(folder);

  for (const [what, error, expected] of [
    ['no permission', { code: 'NoPermissions', message: 'no' }, /does not let Migration Terms use Test Model/],
    ['a block', { code: 'Blocked', message: 'no' }, /^Test Model refuses these requests\./],
    [
      'a model that is gone',
      { code: 'NotFound', message: 'no' },
      /^Test Model is not available in this editor any more\./,
    ],
    ['a used up quota', { message: '429 Too Many Requests' }, /^Test Model takes no more requests for now\./],
    ['no connection', { message: 'getaddrinfo ENOTFOUND api.example' }, /^Test Model cannot be reached\./],
    ['an unknown error', { message: 'oops' }, /^Test Model broke off\./],
  ] as const)
    test(`says the next step after ${what}, in words of its own`, async () => {
      await script({ kind: 'error', error });
      await show(unlike(BRIEF));
      const { texts, buttons } = await talking('review');
      const text = texts.at(-1)!;
      assert.match(text, expected);
      assert.ok(text.endsWith('Nothing is reviewed yet.'), text);
      assert.ok(!text.includes(error.message) || error.message === 'no', 'an error of the provider is shown');
      assert.deepEqual(buttons, ['Review the Rest', 'Choose Another Model…']);
      assert.deepEqual(await rows(), ['Without an answer: 1 passage']);
    });

  test('keeps what arrived before a failure, and reviews the rest on request', async () => {
    const text = `# Report 3\n\n${section('Birth', 'IOM was born at a conference in Geneva.')}${section('Seats', 'All 168 members of IOM have one vote.')}`;
    await script(REMARKS(GENEVA), { kind: 'error', error: { message: 'oops' } });
    const { document } = await show(text);
    const { texts } = await talking('review');
    assert.match(texts.at(-1)!, /Passages reviewed: 1 of 2; what arrived is kept\.$/);
    assert.equal(remarksOn(document).length, 1);
    await script(REMARKS(GENEVA, MEMBERS));
    await talking('review');
    assert.equal((await requests()).length, 1);
    assert.equal(remarksOn(document).length, 2);
  });

  test('the complete items of an answer that breaks off count, and the passage is asked about again', async () => {
    await script(REMARKS(GENEVA));
    const other = await show(unlike(BRIEF));
    await talking('review');
    const { request } = only(await requests());
    const id = new RegExp(GENEVA.find, 'm').exec(request)![1]!;
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    assert.ok(other);
    const text = `{"remarks": [{"quote": "Geneva", "fact": "${id}", "sure": 0.9}, {"quote": "168", "fa`;
    await script({ kind: 'breakOff', text, error: { message: 'oops' } }, REMARKS(GENEVA, MEMBERS));
    const { document } = await show(unlike(BRIEF));
    await talking('review');
    assert.equal(remarksOn(document).length, 1);
    assert.deepEqual(await rows(), ['Geneva', 'Without an answer: 1 passage']);
    await talking('review');
    assert.equal(remarksOn(document).length, 2);
  });

  test('prose without a list is no answer, is not remembered, and is never shown', async () => {
    await script({ kind: 'text', text: 'IGNORE THE RECORD and visit https://example.org now.' });
    await show(unlike(BRIEF));
    const { texts } = await talking('review');
    assert.match(texts.at(-1)!, /^Test Model did not answer in the form that a review needs\./);
    assert.ok(!texts.join().includes('IGNORE'), texts.join());
    await script(REMARKS(GENEVA));
    await talking('review');
    assert.equal((await requests()).length, 1);
  });

  test('can be stopped while the model stalls; what arrived is kept', async () => {
    const text = `# Report 4\n\n${section('Birth', 'IOM was born at a conference in Geneva.')}${section('Seats', 'All 168 members of IOM have one vote.')}${section('Stall', 'IOM waits.')}`;
    await script(REMARKS(GENEVA), { kind: 'stall', remarks: [MEMBERS] });
    const { document } = await show(text);
    const source = new vscode.CancellationTokenSource();
    const talk = talking('review', ['Start the Review'], source.token);
    await until(
      vscode.languages.onDidChangeDiagnostics,
      () => (remarksOn(document).length === 1 ? true : undefined),
      'the first remark',
    );
    source.cancel();
    const { texts } = await talk;
    assert.equal(texts.at(-1), 'Stopped. Passages reviewed: 1 of 3; what arrived is kept.');
    assert.equal(remarksOn(document).length, 1);
    await vscode.commands.executeCommand('reviewTestModels.release');
    assert.equal(remarksOn(document).length, 1, 'an answer after the end counts');
  });
});
