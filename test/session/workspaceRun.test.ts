import assert from 'node:assert/strict';
import { WorkspaceRun } from '../../src/session/workspaceRun';

/** A workspace whose files have the result that is their text; a file without text cannot be read. */
class Workspace {
  readonly shown = new Map<string, string>();
  readonly checked: string[] = [];
  onShow = (): void => {};
  readonly run: WorkspaceRun<string, string>;

  constructor(readonly texts: Record<string, string | undefined>) {
    this.run = new WorkspaceRun({
      keyOf: (file) => file.toLowerCase(),
      check: async (file) => {
        this.checked.push(file);
        return this.texts[file];
      },
      show: (file, result) => {
        if (result === undefined) this.shown.delete(file);
        else this.shown.set(file, result);
        this.onShow();
      },
    });
  }

  start(report: (done: number, all: number) => void = () => {}, isCancelled = () => false) {
    return this.run.start(async () => Object.keys(this.texts), report, isCancelled);
  }
}

const TEXTS = { a: 'A', b: undefined, c: 'C' };
const ALL = [
  ['a', 'A'],
  ['c', 'C'],
];

describe('a check of the files of a workspace', () => {
  it('shows the results, and reports its progress and what cannot be read', async () => {
    const workspace = new Workspace(TEXTS);
    const steps: string[] = [];
    const outcome = await workspace.start((done, all) => steps.push(`${done}/${all}`));
    assert.deepEqual(outcome, { unread: ['b'], isCancelled: false });
    assert.deepEqual(steps, ['0/3', '1/3', '2/3']);
    assert.deepEqual([...workspace.shown], ALL);
    workspace.run.clear();
    assert.deepEqual([[...workspace.shown], workspace.run.all], [[], []]);
  });

  it('ends when it is cleared, and shows nothing', async () => {
    const workspace = new Workspace(TEXTS);
    assert.equal(await workspace.start(() => workspace.run.clear()), undefined);
    assert.deepEqual([[...workspace.shown], workspace.run.all], [[], []]);
  });

  it('is superseded by a later one', async () => {
    const workspace = new Workspace(TEXTS);
    const [first, second] = await Promise.all([workspace.start(), workspace.start()]);
    assert.equal(first, undefined);
    assert.equal(second?.isCancelled, false);
    assert.deepEqual([...workspace.shown], ALL);
  });

  it('keeps what it has found when it is cancelled', async () => {
    const workspace = new Workspace(TEXTS);
    let steps = 0;
    const outcome = await workspace.start(
      () => steps++,
      () => steps > 1,
    );
    assert.deepEqual(outcome, { unread: [], isCancelled: true });
    assert.deepEqual([...workspace.shown], [['a', 'A']]);
  });

  it('shows what has changed of a file, however it is addressed, and nothing of one that is gone', async () => {
    const workspace = new Workspace({ ...TEXTS });
    await workspace.start();
    assert.equal(workspace.run.find('A'), 'a');
    workspace.texts.a = 'new';
    await workspace.run.renew('a');
    workspace.texts.c = undefined;
    await workspace.run.renew('c');
    assert.deepEqual([...workspace.shown], [['a', 'new']]);
  });

  it('checks again only what is shown, once for several events', async () => {
    const workspace = new Workspace({ ...TEXTS, A: 'again' });
    workspace.run.renewSoon('a');
    await workspace.start();
    workspace.checked.length = 0;
    workspace.run.renewSoon('a');
    workspace.run.renewSoon('A');
    await new Promise<void>((resolve) => (workspace.onShow = resolve));
    assert.deepEqual(workspace.checked, ['A']);
  });
});
