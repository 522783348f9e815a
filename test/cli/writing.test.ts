import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, linkSync, lstatSync, mkdirSync, readFileSync, readdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeText } from '../../src/cli/writeText';
import { WRONG, WRONG_FIXED, folder, type Folder } from './run';

/** Runs `body` as somebody who is not root, with the folder theirs. */
async function asAnybody<T>(at: Folder, body: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return body();
  for (const path of [at.path, ...readdirSync(at.path).map((name) => join(at.path, name))]) chownSync(path, NOBODY, NOBODY);
  process.setegid!(NOBODY);
  process.seteuid!(NOBODY);
  try {
    return await body();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
  }
}

const NOBODY = 65534;

describe('fix --write keeps to what it was given', () => {
  let at: Folder;
  afterEach(() => at.remove());

  const link = (test: Mocha.Context, target: string, name: string): void => {
    try {
      symlinkSync(target, join(at.path, name));
    } catch {
      test.skip(); // Not every system lets everyone make links.
    }
  };

  it('does not follow a link out of a folder, and says which file it leads to', async function () {
    at = folder({ 'docs/b.md': WRONG, 'notes.md': WRONG });
    link(this, '../notes.md', 'docs/a.md');
    const { code, err } = await at.run('fix', '--write', 'docs');
    assert.equal(code, 2);
    assert.equal(err.replaceAll('\\', '/'), `docs/a.md: not changed, because a link leads out of what was named, to ${realpathSync(join(at.path, 'notes.md'))}. Name that file to have it changed.\n1 change in 1 file.\n`);
    assert.deepEqual([at.bytes('notes.md').toString(), at.bytes('docs/b.md').toString()], [WRONG, WRONG_FIXED]);
    assert.equal((await at.run('fix', '--write', 'docs', 'notes.md')).code, 0);
    assert.equal(at.bytes('notes.md').toString(), WRONG_FIXED);
  });

  it('does not follow a link out of the working folder, though it is named, nor through a linked folder', async function () {
    at = folder();
    const there = folder({ 'a.md': WRONG });
    try {
      link(this, join(there.path, 'a.md'), 'a.md');
      link(this, there.path, 'docs');
      for (const path of ['a.md', 'docs', 'docs/a.md', join(at.path, 'a.md'), '.']) {
        const { code, err } = await at.run('fix', '--write', path);
        assert.equal(code, 2, path);
        assert.ok(err.includes(`not changed, because a link leads out of what was named, to ${realpathSync(join(there.path, 'a.md'))}. Name that file`), err);
        assert.equal(there.bytes('a.md').toString(), WRONG);
      }
      assert.equal((await at.run('fix', '--write', there.path)).code, 0);
      assert.equal(there.bytes('a.md').toString(), WRONG_FIXED);
    } finally {
      there.remove();
    }
  });

  it('follows a link within what was given, and the link stays one', async function () {
    at = folder({ 'docs/b.md': WRONG });
    link(this, 'b.md', 'docs/a.md');
    assert.deepEqual(await at.run('fix', '--write', 'docs'), { code: 0, out: '', err: '1 change in 1 file.\n' });
    assert.equal(at.bytes('docs/b.md').toString(), WRONG_FIXED);
    assert.ok(lstatSync(join(at.path, 'docs/a.md')).isSymbolicLink());
  });

  it('leaves a link that took the place of the file meanwhile', async function () {
    at = folder({ 'secret.md': WRONG });
    link(this, 'secret.md', 'a.md');
    assert.notEqual(await writeText(join(at.path, 'a.md'), Buffer.from(WRONG), Buffer.from(WRONG_FIXED)), undefined);
    assert.equal(at.bytes('secret.md').toString(), WRONG);
  });

  it('leaves a file that was changed after it was read, and says so', async () => {
    at = folder({ 'a.md': WRONG });
    for (const now of [`${WRONG}More.\n`, WRONG.toLowerCase(), '']) {
      writeFileSync(join(at.path, 'a.md'), now);
      assert.equal(await writeText(join(at.path, 'a.md'), Buffer.from(WRONG), Buffer.from(WRONG_FIXED)), 'it was changed meanwhile. Run this again');
      assert.equal(at.bytes('a.md').toString(), now);
      assert.deepEqual(readdirSync(at.path), ['a.md']);
    }
  });
});

describe('fix --write keeps all of a file but its text', () => {
  let at: Folder;
  afterEach(() => at.remove());
  const path = (name: string): string => join(at.path, name);

  it('its mode, its identity and its other names', async () => {
    at = folder({ 'a.md': WRONG, 'b.md': WRONG.repeat(3) });
    chmodSync(path('a.md'), 0o604);
    mkdirSync(path('elsewhere'));
    linkSync(path('a.md'), path('elsewhere/other.txt'));
    const before = statSync(path('a.md'));
    assert.equal((await at.run('fix', '--write', 'a.md', 'b.md')).code, 0);
    const { ino, mode, nlink, birthtimeMs } = statSync(path('a.md'));
    assert.deepEqual([ino, mode, nlink, birthtimeMs], [before.ino, before.mode, 2, before.birthtimeMs]);
    assert.equal(at.bytes('elsewhere/other.txt').toString(), WRONG_FIXED);
    assert.equal(at.bytes('b.md').toString(), WRONG_FIXED.repeat(3));
  });

  it('its owner and group', async function () {
    at = folder({ 'a.md': WRONG });
    const groups = process.getgroups?.().filter((group) => group !== process.getegid!()) ?? [];
    const [uid, gid] = process.getuid?.() === 0 ? [NOBODY, 1] : [process.getuid?.(), groups[0]];
    if (uid === undefined || gid === undefined) this.skip(); // No other group to give the file to.
    chownSync(path('a.md'), uid, gid);
    assert.equal((await at.run('fix', '--write', 'a.md')).code, 0);
    const stats = statSync(path('a.md'));
    assert.deepEqual([stats.uid, stats.gid, at.bytes('a.md').toString()], [uid, gid, WRONG_FIXED]);
  });

  it('its extended attributes', async function () {
    at = folder({ 'a.md': WRONG });
    const python = (code: string): string | undefined => {
      const { status, stdout } = spawnSync('python3', ['-c', `import os, sys; p = sys.argv[1]; ${code}`, path('a.md')], { encoding: 'utf8' });
      return status === 0 ? stdout : undefined;
    };
    if (python('os.setxattr(p, "user.note", b"kept")') === undefined) this.skip(); // No such attributes there, or nothing to set them with.
    assert.equal((await at.run('fix', '--write', 'a.md')).code, 0);
    assert.equal(at.bytes('a.md').toString(), WRONG_FIXED);
    assert.equal(python('print(os.getxattr(p, "user.note").decode(), end="")'), 'kept');
  });

  it('in every encoding, however its length changes', async () => {
    at = folder({ 'a.md': `Start. ${WRONG}End.`, 'b.md': Buffer.from(`\uFEFFStart. ${WRONG}End.`, 'utf16le') });
    assert.equal((await at.run('fix', '--write', '.')).code, 0);
    assert.equal(at.bytes('a.md').toString(), `Start. ${WRONG_FIXED}End.`);
    assert.deepEqual(at.bytes('b.md'), Buffer.from(`\uFEFFStart. ${WRONG_FIXED}End.`, 'utf16le'));
    for (const [before, after] of [['', 'abc'], ['abc', ''], ['abc', 'abd'], ['abc', 'abcd'], ['abcd', 'bcd']] as const) {
      writeFileSync(path('a.md'), before);
      assert.equal(await writeText(path('a.md'), Buffer.from(before), Buffer.from(after)), undefined);
      assert.equal(at.bytes('a.md').toString(), after);
    }
  });

  it('a name of the greatest length', async () => {
    const name = `${'n'.repeat(252)}.md`;
    at = folder({ [name]: WRONG });
    assert.deepEqual(await at.run('fix', '--write', '.'), { code: 0, out: '', err: '1 change in 1 file.\n' });
    assert.deepEqual([readdirSync(at.path), at.bytes(name).toString()], [[name], WRONG_FIXED]);
  });
});

describe('fix --write does not write', () => {
  let at: Folder;
  afterEach(() => {
    if (existsSync(at.path)) chmodSync(at.path, 0o700);
    at.remove();
  });
  const path = (name: string): string => join(at.path, name);

  it('a read-only file, whoever runs it, and the others are written', async () => {
    at = folder({ 'a.md': WRONG, 'b.md': WRONG });
    chmodSync(path('a.md'), 0o444);
    const expected = { code: 2, out: '', err: 'a.md: not changed, because it is read-only\n1 change in 1 file.\n' };
    assert.deepEqual(await at.run('fix', '--write', '.'), expected);
    writeFileSync(path('b.md'), WRONG);
    assert.deepEqual(await asAnybody(at, () => at.run('fix', '--write', '.')), expected);
    assert.equal(readFileSync(path('a.md'), 'utf8'), WRONG);
    assert.deepEqual(readdirSync(at.path), ['a.md', 'b.md']);
    chmodSync(path('a.md'), 0o644);
  });

  it('a file of somebody else', async function () {
    if (process.getuid?.() !== 0) this.skip(); // Only root can make one.
    at = folder({ 'a.md': WRONG });
    const { code, err } = await asAnybody(at, async () => {
      process.seteuid!(0);
      chownSync(path('a.md'), 0, 0);
      process.seteuid!(NOBODY);
      return at.run('fix', '--write', '.');
    });
    assert.deepEqual([code, err], [2, 'a.md: not changed, because there is no permission to write it\n0 changes in 0 files.\n']);
    assert.equal(at.bytes('a.md').toString(), WRONG);
  });

  it('in a folder where no safety copy can be kept', async function () {
    if (process.platform === 'win32') this.skip(); // Folders have no such mode there.
    at = folder({ 'a.md': WRONG });
    const { code, err } = await asAnybody(at, () => {
      chmodSync(at.path, 0o500);
      return at.run('fix', '--write', '.');
    });
    assert.deepEqual([code, err], [2, 'a.md: not changed, because no safety copy can be kept beside it: no permission\n0 changes in 0 files.\n']);
    assert.equal(at.bytes('a.md').toString(), WRONG);
  });

  it('what the disk has no room for: the file holds what it held, and nothing is left beside it', async function () {
    at = folder({ 'disk/x': '' });
    const disk = path('disk');
    // Of sixteen pages, one for the file, eight for the safety copy, four for another file: the six that it grows by are not there.
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk]).status !== 0) this.skip(); // Only root on Linux can make so small a disk.
    try {
      const [before, after] = [Buffer.alloc(4000, 'a'), Buffer.alloc(28_000, 'b')];
      writeFileSync(join(disk, 'a.md'), before);
      writeFileSync(join(disk, 'other'), Buffer.alloc(4 * 4096));
      assert.equal(await writeText(join(disk, 'a.md'), before, after), 'it cannot be written: no space left on the disk');
      assert.deepEqual([readFileSync(join(disk, 'a.md')), readdirSync(disk)], [before, ['a.md', 'other']]);
      writeFileSync(join(disk, 'other'), Buffer.alloc(12 * 4096));
      assert.equal(await writeText(join(disk, 'a.md'), before, after), 'no safety copy can be kept beside it: no space left on the disk');
      assert.deepEqual([readFileSync(join(disk, 'a.md')), readdirSync(disk)], [before, ['a.md', 'other']]);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
