import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chownSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../support/programs';
import { folder, MISNOMER, MISNOMER_FIXED, type Folder } from './run';

const BEFORE = MISNOMER.repeat(2000);
const AFTER = MISNOMER_FIXED.repeat(2000);

describe('a killed fix --write', function () {
  this.timeout(120_000);
  let at: Folder;
  let work: Folder;
  before(() => (work = folder({ before: BEFORE, after: AFTER })));
  after(() => work.remove());
  beforeEach(() => (at = folder({ 'a.md': BEFORE })));
  afterEach(() => at.remove());

  const path = (name: string): string => join(at.path, name);
  const text = (): string => at.bytes('a.md').toString();
  /** Whether the run had this step and was killed at it. */
  const isKilledAt = (step: number): boolean => {
    const argv = [program('killedAt'), path('a.md'), join(work.path, 'before'), join(work.path, 'after'), String(step)];
    const { status, signal, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    assert.ok(status === 0 || signal === 'SIGKILL' || process.platform === 'win32', stderr);
    return status !== 0;
  };
  /** Kills the run when the file is partly written; returns the path of the safety copy. */
  let between = 0;
  const killInBetween = (): string => {
    for (; isKilledAt(between); between++) {
      if (text() !== BEFORE) break;
      for (const name of readdirSync(at.path)) if (name !== 'a.md') rmSync(path(name));
    }
    assert.ok(text() !== BEFORE && text() !== AFTER, 'the file was never partly written');
    const [copy, ...others] = readdirSync(at.path).filter((name) => name !== 'a.md');
    assert.deepEqual(others, []);
    return path(copy!);
  };

  it('at any step: the next run completes the file, and leaves nothing next to it', async () => {
    const states = new Set<string>();
    let step = 0;
    for (; isKilledAt(step); step++) {
      const state = text() === BEFORE ? 'before' : text() === AFTER ? 'after' : 'between';
      states.add(`${state}, ${readdirSync(at.path).length - 1} left`);
      const { code, err } = await at.run('fix', '--write', 'a.md');
      assert.equal(code, 0, `step ${step}: ${err}`);
      assert.equal(
        /^a\.md: an earlier run was stopped while writing this file; its earlier content was restored\.\n/.test(err),
        state === 'between',
        `step ${step}: ${err}`,
      );
      assert.ok(text() === AFTER, `step ${step}: the text differs`);
      assert.deepEqual(readdirSync(at.path), ['a.md'], `step ${step}`);
      writeFileSync(path('a.md'), BEFORE);
    }
    assert.deepEqual([...states].sort(), ['after, 1 left', 'before, 1 left', 'between, 1 left']);
    assert.ok(step > 6, `${step} steps`);
    assert.deepEqual([readdirSync(at.path), text() === AFTER], [['a.md'], true]);
  });

  it('whose file was changed since: both files are kept, and a line says so', async () => {
    const copy = killInBetween();
    const mine = `${text()}And more.\n`;
    writeFileSync(path('a.md'), mine);
    for (let run = 0; run < 2; run++) {
      const { code, err } = await at.run('fix', '--write', '.');
      assert.equal(code, 2);
      assert.match(
        err,
        /^a\.md: not changed, because an earlier run was stopped while writing it, and it was changed since\. [^\n]*\.tmp\n0 fixed/,
      );
      assert.ok(text() === mine && readFileSync(copy, 'utf8').includes(BEFORE));
    }
    rmSync(copy);
    assert.equal((await at.run('fix', '--write', '.')).code, 0);
  });

  it('is distinguished from a run that is still active', async () => {
    const copy = killInBetween();
    const part = text();
    writeFileSync(copy, readFileSync(copy, 'utf8').replace(/"pid":\d+/, `"pid":${process.ppid}`));
    const { code, err } = await at.run('fix', '--write', '.');
    assert.equal(code, 2);
    assert.match(err, /^a\.md: not changed, because another run is writing it and uses this safety copy: [^\n]*\n/);
    assert.equal(text(), part);
    // So old that the process id must have been reused.
    utimesSync(copy, new Date(2020, 1, 1), new Date(2020, 1, 1));
    assert.equal((await at.run('fix', '--write', '.')).code, 0);
    assert.ok(text() === AFTER);
  });

  it('leaves a safety copy that only its owner can read', () => {
    if (process.platform === 'win32') return assert.ok(statSync(killInBetween()).isFile());
    assert.equal(statSync(killInBetween()).mode & 0o777, 0o600);
  });

  it('cannot be faked by somebody else who can write to the folder', async function () {
    if (process.getuid?.() !== 0) this.skip(); // Only root can create a file for another user.
    const copy = killInBetween();
    const part = text();
    chownSync(copy, 65534, 65534);
    const { code, err } = await at.run('fix', '--write', '.');
    assert.equal(code, 2);
    assert.match(
      err,
      /^a\.md: not changed, because somebody else has created a file with the name of its safety copy: /,
    );
    assert.equal(text(), part);
  });

  it('restores no file from a safety copy without --write', async () => {
    const copy = killInBetween();
    const part = text();
    for (const command of ['check', 'fix']) await at.run(command, '.');
    assert.ok(text() === part && statSync(copy).isFile());
  });
});
