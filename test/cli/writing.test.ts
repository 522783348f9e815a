import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeText } from '../../src/cli/writeText';
import { folder, MISNOMER, MISNOMER_FIXED, type Folder } from './run';

/** Runs `body` as a user other than root, who owns the folder. */
async function asAnybody<T>(at: Folder, body: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return body();
  for (const path of [at.path, ...readdirSync(at.path).map((name) => join(at.path, name))])
    chownSync(path, NOBODY, NOBODY);
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

describe('fix --write writes only to the given files', () => {
  let at: Folder;
  afterEach(() => at.remove());

  const link = (test: Mocha.Context, target: string, name: string): void => {
    try {
      symlinkSync(target, join(at.path, name));
    } catch {
      test.skip(); // Some systems do not allow every user to create links.
    }
  };

  it('does not follow a link out of a folder, and names its target', async function () {
    at = folder({ 'docs/b.md': MISNOMER, 'notes.md': MISNOMER });
    link(this, '../notes.md', 'docs/a.md');
    const { code, err } = await at.run('fix', '--write', 'docs');
    assert.equal(code, 2);
    assert.equal(
      err.replaceAll('\\', '/'),
      `docs/a.md: not changed, because a link leads to ${realpathSync(join(at.path, 'notes.md'))}, outside the given paths. Name that file to have it changed.\n1 fixed in 1 file: docs/b.md.\n`,
    );
    assert.deepEqual([at.bytes('notes.md').toString(), at.bytes('docs/b.md').toString()], [MISNOMER, MISNOMER_FIXED]);
    assert.equal((await at.run('fix', '--write', 'docs', 'notes.md')).code, 0);
    assert.equal(at.bytes('notes.md').toString(), MISNOMER_FIXED);
  });

  it('does not follow a named link out of the working folder, nor a path through a linked folder', async function () {
    at = folder();
    const there = folder({ 'a.md': MISNOMER });
    try {
      link(this, join(there.path, 'a.md'), 'a.md');
      link(this, there.path, 'docs');
      for (const path of ['a.md', 'docs', 'docs/a.md', join(at.path, 'a.md'), '.']) {
        const { code, err } = await at.run('fix', '--write', path);
        assert.equal(code, 2, path);
        assert.ok(
          err.includes(
            `not changed, because a link leads to ${realpathSync(join(there.path, 'a.md'))}, outside the given paths. Name that file`,
          ),
          err,
        );
        assert.equal(there.bytes('a.md').toString(), MISNOMER);
      }
      assert.equal((await at.run('fix', '--write', there.path)).code, 0);
      assert.equal(there.bytes('a.md').toString(), MISNOMER_FIXED);
    } finally {
      there.remove();
    }
  });

  it('follows a link within the given paths, and keeps the link', async function () {
    at = folder({ 'docs/b.md': MISNOMER });
    link(this, 'b.md', 'docs/a.md');
    assert.deepEqual(await at.run('fix', '--write', 'docs'), {
      code: 0,
      out: '',
      err: '1 fixed in 1 file: docs/a.md.\n',
    });
    assert.equal(at.bytes('docs/b.md').toString(), MISNOMER_FIXED);
    assert.ok(lstatSync(join(at.path, 'docs/a.md')).isSymbolicLink());
  });

  it('does not follow a link that has replaced the file in the meantime', async function () {
    at = folder({ 'secret.md': MISNOMER });
    link(this, 'secret.md', 'a.md');
    assert.notEqual(
      await writeText(join(at.path, 'a.md'), Buffer.from(MISNOMER), Buffer.from(MISNOMER_FIXED)),
      undefined,
    );
    assert.equal(at.bytes('secret.md').toString(), MISNOMER);
  });

  it('does not change a file that was changed after it was read, and says so', async () => {
    at = folder({ 'a.md': MISNOMER });
    for (const now of [`${MISNOMER}More.\n`, MISNOMER.toLowerCase(), '']) {
      writeFileSync(join(at.path, 'a.md'), now);
      assert.equal(
        await writeText(join(at.path, 'a.md'), Buffer.from(MISNOMER), Buffer.from(MISNOMER_FIXED)),
        'it has changed in the meantime. Run this again',
      );
      assert.equal(at.bytes('a.md').toString(), now);
      assert.deepEqual(readdirSync(at.path), ['a.md']);
    }
  });
});

describe('fix --write preserves everything but the text of a file', () => {
  let at: Folder;
  afterEach(() => at.remove());
  const path = (name: string): string => join(at.path, name);

  it('its mode, its identity and its other names', async () => {
    at = folder({ 'a.md': MISNOMER, 'b.md': MISNOMER.repeat(3) });
    chmodSync(path('a.md'), 0o604);
    mkdirSync(path('elsewhere'));
    linkSync(path('a.md'), path('elsewhere/other.txt'));
    const before = statSync(path('a.md'));
    assert.equal((await at.run('fix', '--write', 'a.md', 'b.md')).code, 0);
    const { ino, mode, nlink, birthtimeMs } = statSync(path('a.md'));
    assert.deepEqual([ino, mode, nlink, birthtimeMs], [before.ino, before.mode, 2, before.birthtimeMs]);
    assert.equal(at.bytes('elsewhere/other.txt').toString(), MISNOMER_FIXED);
    assert.equal(at.bytes('b.md').toString(), MISNOMER_FIXED.repeat(3));
  });

  it('its owner and group', async function () {
    at = folder({ 'a.md': MISNOMER });
    const groups = process.getgroups?.().filter((group) => group !== process.getegid!()) ?? [];
    const [uid, gid] = process.getuid?.() === 0 ? [NOBODY, 1] : [process.getuid?.(), groups[0]];
    if (uid === undefined || gid === undefined) this.skip(); // There is no other group that could own the file.
    chownSync(path('a.md'), uid, gid);
    assert.equal((await at.run('fix', '--write', 'a.md')).code, 0);
    const stats = statSync(path('a.md'));
    assert.deepEqual([stats.uid, stats.gid, at.bytes('a.md').toString()], [uid, gid, MISNOMER_FIXED]);
  });

  it('its extended attributes', async function () {
    at = folder({ 'a.md': MISNOMER });
    const python = (code: string): string | undefined => {
      const { status, stdout } = spawnSync(
        'python3',
        ['-c', `import os, sys; p = sys.argv[1]; ${code}`, path('a.md')],
        { encoding: 'utf8' },
      );
      return status === 0 ? stdout : undefined;
    };
    if (python('os.setxattr(p, "user.note", b"kept")') === undefined) this.skip(); // The system has no such attributes, or no means to set them.
    assert.equal((await at.run('fix', '--write', 'a.md')).code, 0);
    assert.equal(at.bytes('a.md').toString(), MISNOMER_FIXED);
    assert.equal(python('print(os.getxattr(p, "user.note").decode(), end="")'), 'kept');
  });

  it('in every encoding, however its length changes', async () => {
    at = folder({ 'a.md': `Start. ${MISNOMER}End.`, 'b.md': Buffer.from(`\uFEFFStart. ${MISNOMER}End.`, 'utf16le') });
    assert.equal((await at.run('fix', '--write', '.')).code, 0);
    assert.equal(at.bytes('a.md').toString(), `Start. ${MISNOMER_FIXED}End.`);
    assert.deepEqual(at.bytes('b.md'), Buffer.from(`\uFEFFStart. ${MISNOMER_FIXED}End.`, 'utf16le'));
    for (const [before, after] of [
      ['', 'abc'],
      ['abc', ''],
      ['abc', 'abd'],
      ['abc', 'abcd'],
      ['abcd', 'bcd'],
    ] as const) {
      writeFileSync(path('a.md'), before);
      assert.equal(await writeText(path('a.md'), Buffer.from(before), Buffer.from(after)), undefined);
      assert.equal(at.bytes('a.md').toString(), after);
    }
  });

  it('a name of the maximum length', async () => {
    const name = `${'n'.repeat(252)}.md`;
    at = folder({ [name]: MISNOMER });
    assert.deepEqual(await at.run('fix', '--write', '.'), { code: 0, out: '', err: `1 fixed in 1 file: ${name}.\n` });
    assert.deepEqual([readdirSync(at.path), at.bytes(name).toString()], [[name], MISNOMER_FIXED]);
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
    at = folder({ 'a.md': MISNOMER, 'b.md': MISNOMER });
    chmodSync(path('a.md'), 0o444);
    const expected = {
      code: 2,
      out: '',
      err: 'a.md: not changed, because it is read-only\n1 fixed in 1 file: b.md.\n',
    };
    assert.deepEqual(await at.run('fix', '--write', '.'), expected);
    writeFileSync(path('b.md'), MISNOMER);
    assert.deepEqual(await asAnybody(at, () => at.run('fix', '--write', '.')), expected);
    assert.equal(readFileSync(path('a.md'), 'utf8'), MISNOMER);
    assert.deepEqual(readdirSync(at.path), ['a.md', 'b.md']);
    chmodSync(path('a.md'), 0o644);
  });

  it('a file of somebody else', async function () {
    if (process.getuid?.() !== 0) this.skip(); // Only root can create one.
    at = folder({ 'a.md': MISNOMER });
    const { code, err } = await asAnybody(at, async () => {
      process.seteuid!(0);
      chownSync(path('a.md'), 0, 0);
      process.seteuid!(NOBODY);
      return at.run('fix', '--write', '.');
    });
    assert.deepEqual(
      [code, err],
      [2, 'a.md: not changed, because there is no permission to write it\n0 fixed in 0 files.\n'],
    );
    assert.equal(at.bytes('a.md').toString(), MISNOMER);
  });

  it('in a folder where no safety copy can be created', async function () {
    if (process.platform === 'win32') this.skip(); // Windows has no such mode for folders.
    at = folder({ 'a.md': MISNOMER });
    const { code, err } = await asAnybody(at, () => {
      chmodSync(at.path, 0o500);
      return at.run('fix', '--write', '.');
    });
    assert.deepEqual(
      [code, err],
      [2, 'a.md: not changed, because no safety copy can be created next to it: no permission\n0 fixed in 0 files.\n'],
    );
    assert.equal(at.bytes('a.md').toString(), MISNOMER);
  });

  it('text for which the disk has no space: the file keeps its content, and nothing is left next to it', async function () {
    at = folder({ 'disk/x': '' });
    const disk = path('disk');
    // Of sixteen pages, the file takes one, the safety copy eight and another file four: the six more that it needs are
    // missing.
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', disk]).status !== 0) this.skip(); // Only root on Linux can mount such a small disk.
    try {
      const [before, after] = [Buffer.alloc(4000, 'a'), Buffer.alloc(28_000, 'b')];
      writeFileSync(join(disk, 'a.md'), before);
      writeFileSync(join(disk, 'other'), Buffer.alloc(4 * 4096));
      assert.equal(
        await writeText(join(disk, 'a.md'), before, after),
        'it cannot be written: no space left on the disk',
      );
      assert.deepEqual([readFileSync(join(disk, 'a.md')), readdirSync(disk)], [before, ['a.md', 'other']]);
      writeFileSync(join(disk, 'other'), Buffer.alloc(12 * 4096));
      assert.equal(
        await writeText(join(disk, 'a.md'), before, after),
        'no safety copy can be created next to it: no space left on the disk',
      );
      assert.deepEqual([readFileSync(join(disk, 'a.md')), readdirSync(disk)], [before, ['a.md', 'other']]);
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
