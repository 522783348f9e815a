import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS } from '../../src/core/options';
import { builtinTermbase } from '../../src/core/termbase/builtin';
import type { Termbase } from '../../src/core/termbase/termbase';
import { Checker, type Cancellation, type Unanswered } from '../../src/session/checker';
import type { LiveText } from '../../src/session/openDocument';

const WRONG = 'The International Office of Migration paid in 1995.';
const RIGHT = 'The International Organization for Migration paid in 1995.';
const LONG = `${WRONG}\n\n`.repeat(400);

/** A text whose version an edit increments. */
class Text implements LiveText {
  readonly languageId = 'markdown';
  version = 1;
  constructor(
    readonly name: string,
    private text: string,
  ) {}
  getText(): string {
    return this.text;
  }
  write(text: string): void {
    this.text = text;
    this.version++;
  }
}

/** An editor whose turns a test takes one by one; no slice is longer than one step of work. */
class Editor {
  readonly reports: string[] = [];
  readonly unchecked = new Set<Text>();
  readonly unknown = new Set<Text>();
  visible: { readonly start: number; readonly end: number } | undefined;
  termbase: Termbase = builtinTermbase();
  private readonly turns: (() => void)[] = [];

  readonly checker = new Checker<Text>(
    {
      isToBeChecked: (document) => (this.unknown.has(document) ? 'unknown' : !this.unchecked.has(document)),
      judgementOf: () => ({ termbase: this.termbase, options: DEFAULT_OPTIONS, language: 'en', dates: {} }),
      visibleIn: () => this.visible,
      checked: ({ name, version }, { findings }, isComplete) =>
        void this.reports.push(`${name}${version}: ${findings.length}${isComplete ? '' : ' visible'}`),
      unchecked: ({ name }) => void this.reports.push(`${name}: not checked`),
      progressed: () => {},
      failed: ({ name }) => void this.reports.push(`${name}: failed`),
    },
    { slice: -1, patience: () => -1, later: (run) => void this.turns.push(run) },
  );

  /** Lets the checker work until it is done; returns the reports, in their order. */
  toEnd(): readonly string[] {
    while (this.turns.length > 0) this.turns.shift()!();
    return this.reports.splice(0);
  }

  turn(): void {
    this.turns.shift()?.();
  }
}

const NEVER: Cancellation = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };

describe('the checks of the open documents', () => {
  it('give each document its turn, so that a long one delays no other', () => {
    const editor = new Editor();
    editor.checker.begin(new Text('long', LONG));
    editor.checker.begin(new Text('short', WRONG));
    assert.deepEqual(editor.toEnd(), ['short1: 1', 'long1: 400']);
  });

  it('report the visible part of a long document first, once for each version', () => {
    const editor = new Editor();
    const text = new Text('long', LONG);
    editor.visible = { start: LONG.length - 200, end: LONG.length };
    editor.checker.begin(text);
    const reports = editor.toEnd();
    assert.equal(reports.length, 2);
    assert.match(reports[0]!, /^long1: \d+ visible$/);
    assert.equal(reports[1], 'long1: 400');
  });

  it('know a result only for the version that it was computed from', () => {
    const editor = new Editor();
    const text = new Text('a', WRONG);
    assert.equal(editor.checker.knownOf(text), undefined);
    assert.equal(editor.checker.resultOf(text)?.findings.length, 1);
    const id = editor.checker.idOf(text);
    text.write(RIGHT);
    assert.equal(editor.checker.knownOf(text), undefined);
    assert.equal(editor.checker.resultOf(text)?.findings.length, 0);
    assert.notEqual(editor.checker.idOf(text), id);
  });

  it('forget a text that changed, even if the editor gave it the same version', () => {
    const editor = new Editor();
    const text = new Text('a', WRONG);
    editor.checker.resultOf(text);
    text.write(RIGHT);
    text.version--;
    editor.checker.changed(text);
    assert.equal(editor.checker.suspend(text), true);
    assert.equal(editor.checker.resultOf(text)?.findings.length, 0);
  });

  it('hold no result of a document that is closed', () => {
    const editor = new Editor();
    const text = Object.assign(new Text('a', WRONG), { isClosed: true });
    assert.equal(editor.checker.resultOf(text)?.findings.length, 1);
    assert.equal(editor.checker.knownOf(text), undefined);
  });

  it('fail once, and are tried again when the text has changed', () => {
    const editor = new Editor();
    const text = new Text('a', WRONG);
    editor.termbase = undefined as unknown as Termbase;
    editor.checker.begin(text);
    assert.deepEqual(editor.toEnd(), ['a: failed', 'a: not checked']);
    assert.equal(editor.checker.hasFailed(text), true);
    assert.equal(editor.checker.resultSoFar(text), undefined);
    editor.checker.soon(text);
    assert.deepEqual(editor.toEnd(), ['a: not checked']);
    editor.termbase = builtinTermbase();
    text.write(`${WRONG} `);
    editor.checker.soon(text);
    assert.deepEqual(editor.toEnd(), ['a2: 1']);
  });

  it('end without a result for a document that is not to be checked', () => {
    const editor = new Editor();
    const text = new Text('a', WRONG);
    editor.unchecked.add(text);
    editor.checker.begin(text);
    assert.deepEqual(editor.toEnd(), ['a: not checked']);
    assert.equal(editor.checker.resultOf(text), undefined);
  });
});

describe('a request that waits for a check', () => {
  const asked = (editor: Editor, text: Text, cancellation = NEVER) => {
    const answers: string[] = [];
    void editor.checker
      .whenChecked(text, cancellation)
      .then((answer) => answers.push(typeof answer === 'object' ? String(answer.findings.length) : String(answer)));
    return answers;
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('comes before all other documents', () => {
    const editor = new Editor();
    editor.checker.begin(new Text('other', LONG));
    asked(editor, new Text('wanted', LONG));
    assert.deepEqual(editor.toEnd(), ['wanted1: 400', 'other1: 400']);
  });

  it('waits until it is known how to judge the document', async () => {
    const editor = new Editor();
    const text = new Text('a', WRONG);
    editor.unknown.add(text);
    const answers = asked(editor, text);
    assert.deepEqual(editor.toEnd(), []);
    await settled();
    assert.deepEqual(answers, []);
    editor.unknown.clear();
    editor.checker.begin(text);
    editor.toEnd();
    await settled();
    assert.deepEqual(answers, ['1']);
  });

  const ends: readonly [Unanswered, string, (editor: Editor, text: Text) => void][] = [
    ['changed', 'an edit', ({ checker }, text) => checker.changed(text)],
    ['changed', 'the end of the document', ({ checker }, text) => checker.forget(text)],
    ['cancelled', 'its cancellation', () => {}],
  ];
  for (const [why, title, end] of ends) {
    it(`ends with “${why}” by ${title}`, async () => {
      const editor = new Editor();
      const text = new Text('a', LONG);
      const listeners: (() => void)[] = [];
      const answers = asked(editor, text, {
        isCancellationRequested: false,
        onCancellationRequested: (listener) => ({ dispose: () => {}, count: listeners.push(listener) }),
      });
      editor.turn();
      end(editor, text);
      for (const cancel of listeners) cancel();
      editor.checker.suspend(text);
      await settled();
      assert.deepEqual(answers, [why]);
    });
  }
});
