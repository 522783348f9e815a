import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chownSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { WRONG, WRONG_FIXED, folder, type Folder } from './run';

const BEFORE = WRONG.repeat(2000);
const AFTER = WRONG_FIXED.repeat(2000);

describe('fix --write that is killed', function () {
  this.timeout(120_000);
  let at: Folder;
  let work: Folder;
  before(() => (work = folder({ before: BEFORE, after: AFTER })));
  after(() => work.remove());
  beforeEach(() => (at = folder({ 'a.md': BEFORE })));
  afterEach(() => at.remove());

  const path = (name: string): string => join(at.path, name);
  const text = (): string => at.bytes('a.md').toString();
  /** Whether there were so many steps that it was killed at this one. */
  const isKilledAt = (step: number): boolean => {
    const argv = ['--import', 'tsx', resolve(__dirname, 'killedAt.ts'), path('a.md'), join(work.path, 'before'), join(work.path, 'after'), String(step)];
    const { status, signal, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    assert.ok(status === 0 || signal === 'SIGKILL' || process.platform === 'win32', stderr);
    return status !== 0;
  };
  /** Kills it when a part of the file is written; gives the path of the safety copy. */
  let between = 0;
  const killInBetween = (): string => {
    for (; isKilledAt(between); between++) {
      if (text() !== BEFORE) break;
      for (const name of readdirSync(at.path)) if (name !== 'a.md') rmSync(path(name));
    }
    assert.ok(text() !== BEFORE && text() !== AFTER, 'it was never written in part');
    const [copy, ...others] = readdirSync(at.path).filter((name) => name !== 'a.md');
    assert.deepEqual(others, []);
    return path(copy!);
  };

  it('at any step: the next run leaves the file right, and nothing beside it', async () => {
    const states = new Set<string>();
    let step = 0;
    for (; isKilledAt(step); step++) {
      const state = text() === BEFORE ? 'before' : text() === AFTER ? 'after' : 'between';
      states.add(`${state}, ${readdirSync(at.path).length - 1} left`);
      const { code, err } = await at.run('fix', '--write', 'a.md');
      assert.equal(code, 0, `step ${step}: ${err}`);
      assert.equal(/^a\.md: an earlier run was stopped while it wrote this file; it was put back as it was before\.\n/.test(err), state === 'between', `step ${step}: ${err}`);
      assert.ok(text() === AFTER, `step ${step}: it is another text`);
      assert.deepEqual(readdirSync(at.path), ['a.md'], `step ${step}`);
      writeFileSync(path('a.md'), BEFORE);
    }
    assert.deepEqual([...states].sort(), ['after, 1 left', 'before, 1 left', 'between, 1 left']);
    assert.ok(step > 6, `${step} steps`);
    assert.deepEqual([readdirSync(at.path), text() === AFTER], [['a.md'], true]);
  });

  it('and whose file was changed since: both are left, and a line says so', async () => {
    const copy = killInBetween();
    const mine = `${text()}And more.\n`;
    writeFileSync(path('a.md'), mine);
    for (let run = 0; run < 2; run++) {
      const { code, err } = await at.run('fix', '--write', '.');
      assert.equal(code, 2);
      assert.match(err, /^a\.md: not changed, because an earlier run was stopped while it wrote it, and it was changed since\. [^\n]*\.tmp\n0 changes/);
      assert.ok(text() === mine && readFileSync(copy, 'utf8').includes(BEFORE));
    }
    rmSync(copy);
    assert.equal((await at.run('fix', '--write', '.')).code, 0);
  });

  it('is told from one that is still at work', async () => {
    const copy = killInBetween();
    const part = text();
    writeFileSync(copy, readFileSync(copy, 'utf8').replace(/"pid":\d+/, `"pid":${process.ppid}`));
    const { code, err } = await at.run('fix', '--write', '.');
    assert.equal(code, 2);
    assert.match(err, /^a\.md: not changed, because another run is writing it, with this safety copy: [^\n]*\n/);
    assert.equal(text(), part);
    // So old that the number must have gone to another program.
    utimesSync(copy, new Date(2020, 1, 1), new Date(2020, 1, 1));
    assert.equal((await at.run('fix', '--write', '.')).code, 0);
    assert.ok(text() === AFTER);
  });

  it('leaves its safety copy to its owner’s eyes alone', () => {
    if (process.platform === 'win32') return assert.ok(statSync(killInBetween()).isFile());
    assert.equal(statSync(killInBetween()).mode & 0o777, 0o600);
  });

  it('is not made up by somebody else who can write into the folder', async function () {
    if (process.getuid?.() !== 0) this.skip(); // Only root can make a file of somebody else.
    const copy = killInBetween();
    const part = text();
    chownSync(copy, 65534, 65534);
    const { code, err } = await at.run('fix', '--write', '.');
    assert.equal(code, 2);
    assert.match(err, /^a\.md: not changed, because somebody else has put something where its safety copy goes: /);
    assert.equal(text(), part);
  });

  it('touches no file by a safety copy without --write', async () => {
    const copy = killInBetween();
    const part = text();
    for (const command of ['check', 'fix']) await at.run(command, '.');
    assert.ok(text() === part && statSync(copy).isFile());
  });
});
