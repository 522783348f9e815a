import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedDiff } from '../../src/cli/unifiedDiff';
import { CLEAN, folder, MISNOMER, MISNOMER_FIXED, WRONG, type Folder } from './run';

describe('fix', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('shows a diff and changes nothing', async () => {
    at = folder({ 'a.md': `# Note\n\n${MISNOMER}\nEnd.`, 'b.md': CLEAN });
    const { code, out, err } = await at.run('fix', '.');
    assert.equal(
      out,
      [
        '--- a.md',
        '+++ a.md',
        '@@ -1,5 +1,5 @@',
        ' # Note',
        ' ',
        `-${MISNOMER.trim()}`,
        `+${MISNOMER_FIXED.trim()}`,
        ' ',
        ' End.',
        '\\ No newline at end of file',
        '',
      ].join('\n'),
    );
    assert.deepEqual([code, err], [0, '']);
    assert.equal(at.bytes('a.md').toString(), `# Note\n\n${MISNOMER}\nEnd.`);
  });

  it('writes with --write, after which there is nothing to fix', async () => {
    at = folder({ 'a.md': MISNOMER + MISNOMER, 'b.md': CLEAN });
    chmodSync(join(at.path, 'a.md'), 0o640);
    const { code, out, err } = await at.run('fix', '--write', '.');
    assert.deepEqual([code, out, err], [0, '', '2 fixed in 1 file: a.md.\n']);
    assert.equal(at.bytes('a.md').toString(), MISNOMER_FIXED + MISNOMER_FIXED);
    assert.equal(statSync(join(at.path, 'a.md')).mode & 0o777, process.platform === 'win32' ? 0o666 : 0o640);
    assert.deepEqual(readdirSync(at.path), ['a.md', 'b.md']);
    assert.equal((await at.run('fix', '.')).out, '');
  });

  it('leaves what may be right at the time of the text, and lists it as a choice', async () => {
    at = folder({ 'a.md': MISNOMER + WRONG, 'b.md': WRONG + WRONG });
    const choices = [
      '3 findings need your choice:',
      '  a.md:2:1  “ICEM” was the name from 1952 to 1980, not in 2026. Then it was “IOM”.',
      '  b.md:1:1  “ICEM” was the name from 1952 to 1980, not in 2026. Then it was “IOM”.',
      '  b.md:2:1  “ICEM” was the name from 1952 to 1980, not in 2026. Then it was “IOM”.',
      '',
    ].join('\n');
    const diff = await at.run('fix', '.');
    assert.deepEqual([diff.code, diff.err], [0, choices]);
    assert.doesNotMatch(diff.out, /^[-+]ICEM|b\.md/m);
    const { code, out, err } = await at.run('fix', '--write', '.');
    assert.deepEqual([code, out, err], [0, '', `1 fixed in 1 file: a.md.\n${choices}`]);
    assert.deepEqual(
      ['a.md', 'b.md'].map((name) => at.bytes(name).toString()),
      [MISNOMER_FIXED + WRONG, WRONG + WRONG],
    );
  });

  it('says why a finding is left that has no choice', async () => {
    at = folder({
      'a.md': '# Proposal for an International Office of Migration\n\nIOM works outside the UN system.\n',
    });
    assert.equal(
      (await at.run('fix', '.')).err,
      [
        '2 findings need your choice:',
        '  a.md:1:19  “International Office of Migration” was never its name. Write “International Organization for Migration”.',
        '  a.md:3:11  IOM has been part of the United Nations system since 2016. (No fix: the sentence has to be rewritten.)',
        '  1 wrong form may be quoted, proposed, listed as a key or of another time: decide there.',
        '',
      ].join('\n'),
    );
  });

  it('lists the first choices only, and says how many there are', async () => {
    at = folder({ 'a.md': WRONG.repeat(15), 'b.md': WRONG.repeat(15) });
    const lines = (await at.run('fix', '.')).err.trimEnd().split('\n');
    assert.equal(lines[0], '30 findings need your choice:');
    assert.deepEqual([lines.length, lines.at(-2)?.slice(0, 10)], [22, '  b.md:5:1']);
    assert.equal(lines.at(-1), '  … and 10 more; "check" lists all of them.');
  });

  it('keeps byte order marks, encodings and line ends', async () => {
    const crlf = MISNOMER.replace('\n', '\r\n');
    const fixed = MISNOMER_FIXED.replace('\n', '\r\n');
    const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
    at = folder({ 'a.md': `\uFEFF${crlf}`, 'b.md': utf16(crlf), 'c.md': utf16(crlf).swap16() });
    await at.run('fix', '--write', '.');
    assert.equal(at.bytes('a.md').toString(), `\uFEFF${fixed}`);
    assert.deepEqual(at.bytes('b.md'), utf16(fixed));
    assert.deepEqual(at.bytes('c.md'), utf16(fixed).swap16());
  });

  it('does not write a file that it could not write back without loss', async () => {
    const damaged = Buffer.concat([Buffer.from('Été'), Buffer.from([0xe9, 0x20]), Buffer.from(MISNOMER)]);
    const latin = Buffer.from(`\xc9t\xe9 ${MISNOMER}`, 'latin1');
    at = folder({ 'a.md': damaged, 'b.md': latin });
    const { code, err } = await at.run('fix', '--write', 'a.md', 'b.md');
    assert.equal(code, 2);
    assert.match(err, /a\.md: not changed, because writing it would lose/);
    assert.match(err, /b\.md: not changed, because its encoding, Windows-1252, is only a guess\. Save it as UTF-8/);
    assert.deepEqual([at.bytes('a.md'), at.bytes('b.md')], [damaged, latin]);
  });

  it('writes the fixed text of standard input to standard output', async () => {
    at = folder();
    assert.equal((await at.pipe(MISNOMER, 'fix', '--write', '-')).out, MISNOMER_FIXED);
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
