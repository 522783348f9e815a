import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedDiff } from '../../src/cli/unifiedDiff';
import { CLEAN, WRONG, WRONG_FIXED, folder, type Folder } from './run';

describe('fix', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('shows a diff and changes nothing', async () => {
    at = folder({ 'a.md': `# Note\n\n${WRONG}\nEnd.`, 'b.md': CLEAN });
    const { code, out, err } = await at.run('fix', '.');
    assert.equal(
      out,
      [
        '--- a.md',
        '+++ a.md',
        '@@ -1,5 +1,5 @@',
        ' # Note',
        ' ',
        `-${WRONG.trim()}`,
        `+${WRONG_FIXED.trim()}`,
        ' ',
        ' End.',
        '\\ No newline at end of file',
        '',
      ].join('\n'),
    );
    assert.deepEqual([code, err], [0, '']);
    assert.equal(at.bytes('a.md').toString(), `# Note\n\n${WRONG}\nEnd.`);
  });

  it('writes with --write, after which there is nothing to fix', async () => {
    at = folder({ 'a.md': WRONG + WRONG, 'b.md': CLEAN });
    chmodSync(join(at.path, 'a.md'), 0o640);
    const { code, out, err } = await at.run('fix', '--write', '.');
    assert.deepEqual([code, out, err], [0, '', '2 changes in 1 file.\n']);
    assert.equal(at.bytes('a.md').toString(), WRONG_FIXED + WRONG_FIXED);
    assert.equal(statSync(join(at.path, 'a.md')).mode & 0o777, process.platform === 'win32' ? 0o666 : 0o640);
    assert.deepEqual(readdirSync(at.path), ['a.md', 'b.md']);
    assert.equal((await at.run('fix', '.')).out, '');
  });

  it('keeps byte order marks, encodings and line ends', async () => {
    const crlf = WRONG.replace('\n', '\r\n');
    const fixed = WRONG_FIXED.replace('\n', '\r\n');
    const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
    at = folder({ 'a.md': `\uFEFF${crlf}`, 'b.md': utf16(crlf), 'c.md': utf16(crlf).swap16() });
    await at.run('fix', '--write', '.');
    assert.equal(at.bytes('a.md').toString(), `\uFEFF${fixed}`);
    assert.deepEqual(at.bytes('b.md'), utf16(fixed));
    assert.deepEqual(at.bytes('c.md'), utf16(fixed).swap16());
  });

  it('does not write a file that it could not write back without loss', async () => {
    const damaged = Buffer.concat([Buffer.from('Été'), Buffer.from([0xe9, 0x20]), Buffer.from(WRONG)]);
    const latin = Buffer.from(`\xc9t\xe9 ${WRONG}`, 'latin1');
    at = folder({ 'a.md': damaged, 'b.md': latin });
    const { code, err } = await at.run('fix', '--write', 'a.md', 'b.md');
    assert.equal(code, 2);
    assert.match(err, /a\.md: not changed, because writing it would lose/);
    assert.match(err, /b\.md: not changed, because its encoding, Windows-1252, is only a guess\. Save it as UTF-8/);
    assert.deepEqual([at.bytes('a.md'), at.bytes('b.md')], [damaged, latin]);
  });

  it('writes the fixed text of standard input to standard output', async () => {
    at = folder();
    assert.equal((await at.pipe(WRONG, 'fix', '--write', '-')).out, WRONG_FIXED);
  });

  it('names files so that patch changes these files and no others', async function () {
    if (process.platform === 'win32') this.skip();
    const evil = 'a\n--- other.txt\n+++ other.txt\n@@ -1,1 +1,1 @@\n-old\n+new\n--- b.md';
    const names = ['a b.md', 'tab\tname.md', '"quoted".md', 'back\\slash.md', 'é.md', ' blank.md', 'esc\u001b.md'];
    const patched = async (files: readonly string[]): Promise<number | null> => {
      at = folder({ ...Object.fromEntries(files.map((name) => [name, SLIP])), 'other.txt': 'old\n', a: 'old\n' });
      const { out } = await at.run('fix', '.');
      const { status } = spawnSync('patch', ['-p0', '--batch'], { cwd: at.path, input: out });
      assert.deepEqual([at.bytes('other.txt').toString(), at.bytes('a').toString()], ['old\n', 'old\n']);
      return status;
    };
    // Some versions of patch write no file whose name has several lines.
    if ((await patched([evil])) === null) this.skip();
    at.remove();
    assert.equal(await patched(names), 0);
    for (const name of names)
      assert.equal(at.bytes(name).toString(), SLIP.replace('Comittee', 'Committee'), JSON.stringify(name));
  });
});

const SLIP = 'The Intergovernmental Comittee for European Migration met in 1960.\n';

describe('unified diff', () => {
  const numbered = Array.from({ length: 30 }, (_, i) => `line ${i + 1}\n`).join('');
  const edit = (from: string, newText: string): { start: number; end: number; newText: string } => {
    const start = numbered.indexOf(from);
    return { start, end: start + from.length, newText };
  };
  const heads = (diff: string): string[] => diff.split('\n').filter((line) => line.startsWith('@@'));

  it('is empty without edits', () => assert.equal(unifiedDiff('a', numbered, []), ''));

  it('joins nearby changes and separates distant ones', () => {
    assert.deepEqual(
      heads(unifiedDiff('a', numbered, [edit('line 5\n', 'x\n'), edit('line 9\n', 'y\n'), edit('line 28\n', 'z\n')])),
      ['@@ -2,12 +2,12 @@', '@@ -25,6 +25,6 @@'],
    );
  });

  it('counts added and removed lines', () => {
    const edits = [edit('5\nline 6', '5 and 6'), edit('line 20', 'a\nb\nline 20')];
    assert.deepEqual(heads(unifiedDiff('a', numbered, edits)), ['@@ -2,8 +2,7 @@', '@@ -17,7 +16,9 @@']);
  });
});
