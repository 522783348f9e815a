import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { parseConfig } from '../../src/cli/config';
import { CLEAN, WRONG, folder, type Folder } from './run';

describe('bad input', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('is named, and the others are still checked', async () => {
    at = folder({ 'a.md': WRONG, 'picture.md': Buffer.from([0x89, 0x50, 0x00, 0x01]) });
    const { code, out, err } = await at.run('check', 'missing.md', 'picture.md', 'a.md');
    assert.equal(code, 2);
    assert.equal(err, 'missing.md: no such file or folder\npicture.md: not a text file\n');
    assert.match(out, /^a\.md:1:1 warning/);
  });

  it('in UTF-16 without a byte order mark is named as such', async () => {
    const text = Buffer.from('L’OIM compte 175 États membres\r\n— “a Compact”.\n'.repeat(300), 'utf16le');
    const zeros = Buffer.alloc(64);
    at = folder({
      'little.md': text,
      'big.md': Buffer.from(text).swap16(),
      'odd.md': text.subarray(0, 601),
      'zeros.md': zeros,
      'table.md': Buffer.from([1, 0, 2, 0, 65, 0]),
      'mixed.md': Buffer.concat([Buffer.from('IOM'), zeros]),
    });
    const { code, err } = await at.run('check', 'little.md', 'big.md', 'odd.md', 'zeros.md', 'table.md', 'mixed.md');
    assert.equal(code, 2);
    const unmarked = 'UTF-16 without a byte order mark; save it as UTF-8, or as UTF-16 with the mark';
    assert.equal(
      err,
      `${['little', 'big', 'odd'].map((name) => `${name}.md: ${unmarked}\n`).join('')}${['zeros', 'table', 'mixed'].map((name) => `${name}.md: not a text file\n`).join('')}`,
    );
  });

  it('in UTF-32 is no UTF-16, although its mark begins like it', async () => {
    const wide = Buffer.concat(
      [...`\uFEFF${WRONG}`].map((each) => Buffer.from([...Buffer.from(each, 'utf16le'), 0, 0])),
    );
    at = folder({ 'wide.md': wide });
    const { code, err } = await at.run('check', 'wide.md');
    assert.deepEqual([code, err], [2, 'wide.md: not a text file, or UTF-32; save it as UTF-8\n']);
  });

  it('leaves the JSON complete', async () => {
    at = folder({ 'a.md': CLEAN });
    const { code, out } = await at.run('check', '--format', 'json', 'missing.md', 'a.md');
    assert.equal(code, 2);
    assert.deepEqual(
      JSON.parse(out).files.map(({ path }: { path: string }) => path),
      ['a.md'],
    );
  });

  it('may be empty', async () => {
    at = folder({ 'a.md': '', 'b.txt': '\uFEFF' });
    assert.deepEqual(await at.run('check', '.'), { code: 0, out: 'No findings; 2 files checked.\n', err: '' });
  });

  it('may be a folder without a readable file: a line says so, and which types are read', async () => {
    at = folder({
      'word/report.xlsx': 'PK',
      'word/deep/data.csv': 'a,b',
      'docs/a.md': CLEAN,
      'old/a.md': WRONG,
      '.migration-terms.json': '{ "exclude": ["old"] }',
    });
    for (const command of ['check', 'fix']) {
      for (const path of ['word', 'old']) {
        const { code, out, err } = await at.run(command, path);
        assert.deepEqual([code, out], [2, ''], `${command} ${path}`);
        assert.match(
          err,
          new RegExp(
            `^${path}: it contains no file that can be read\\. Files that end in \\.md, [^\\n]*\\.docx, \\.docm, \\.ipynb are read, unless a configuration excludes them\\.\\n$`,
          ),
        );
      }
    }
    const both = await at.run('check', 'word', 'docs', 'docs/a.md', 'docs');
    assert.deepEqual([both.code, both.out, both.err.split('\n').length], [2, 'No findings; 1 file checked.\n', 2]);
  });

  it('may be the current folder, which was not named, without a readable file: there is only a line that says so', async () => {
    at = folder({ 'report.xlsx': 'PK' });
    for (const [format, expected] of [
      ['text', ''],
      ['json', '{"version":1,"files":[]}\n'],
    ]) {
      const { code, out, err } = await at.run('check', '--format', format!);
      assert.deepEqual([code, out], [0, expected]);
      assert.match(err, /^Nothing was checked in this folder: it contains no file that can be read\. [^\n]*\n$/);
    }
  });

  it('may contain bytes that are not UTF-8: a warning gives the place', async () => {
    const text = Buffer.concat([Buffer.from('Été '), Buffer.from([0xe9, 0x20]), Buffer.from(WRONG)]);
    at = folder({ 'a.md': text });
    const { code, out, err } = await at.run('check', '--format', 'json', 'a.md');
    assert.equal(code, 1);
    assert.equal(err, 'a.md: warning: not valid UTF-8 at byte 6; read as \uFFFD\n');
    assert.equal(JSON.parse(out).files[0].findings[0].start, 6);
  });

  it('may be Latin-1: it is read as Windows-1252, and a line says so', async () => {
    at = folder({
      'a.md': Buffer.from(`L\x92\xe9t\xe9. ${WRONG}`, 'latin1'),
      'b.md': Buffer.from(
        'In 1995 the Comit\xe9 intergouvernemental pour les migrations europ\xe9ennes moves.\n',
        'latin1',
      ),
    });
    const { code, out, err } = await at.run('check', '--format', 'json', '.');
    assert.equal(code, 1);
    assert.match(err, /^a\.md: warning: not valid UTF-8; read as Windows-1252 [^\n]*\nb\.md: warning: [^\n]*\n$/);
    const [a, b] = JSON.parse(out).files;
    assert.deepEqual([a.findings[0].start, a.findings[0].text], [7, 'ICEM']);
    assert.equal(b.findings[0].text, 'Comité intergouvernemental pour les migrations européennes');
  });

  it('may have a byte order mark for UTF-8 or UTF-16, which offsets do not count', async () => {
    const little = Buffer.from(`\uFEFF${WRONG}`, 'utf16le');
    at = folder({ 'a.md': `\uFEFF${WRONG}`, 'b.md': little, 'c.md': Buffer.from(little).swap16() });
    const { out, err } = await at.run('check', '--format', 'json', '.');
    assert.equal(err, '');
    assert.deepEqual(
      JSON.parse(out).files.map(({ findings }: { findings: { start: number }[] }) => findings[0]!.start),
      [0, 0, 0],
    );
  });

  it('may be a circular link', async function () {
    at = folder({ 'a.md': CLEAN });
    try {
      symlinkSync('loop', join(at.path, 'loop'));
    } catch {
      this.skip(); // Some systems do not allow every user to create links.
    }
    const { code, err } = await at.run('check', 'loop', 'a.md');
    assert.deepEqual([code, err], [2, 'loop: a circular link\n']);
  });

  it('in the arguments: one line suggests the correction', async () => {
    at = folder();
    const { code, out, err } = await at.run('check', '--rule', 'superseded-nam=off', '.');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^migration-terms: There is no rule "superseded-nam"\. Did you mean "superseded-name"\?/);
  });

  it('in the configuration: nothing is checked', async () => {
    at = folder({ 'a.md': WRONG, 'c.json': '{\n  "rules": { "superseded-nme": "off" }\n}', 'dir/x': '' });
    const { code, out, err } = await at.run('check', '--config', 'c.json', 'a.md');
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^c\.json:2:14: there is no rule "superseded-nme"\. Did you mean "superseded-name"\?/);
    assert.match(
      (await at.run('check', '--config', 'no.json', 'a.md')).err,
      /^no\.json: cannot read the configuration: no such file/,
    );
    assert.equal((await at.run('check', '--config', 'dir', 'a.md')).code, 2);
  });
});

describe('configuration', () => {
  const problems = (text: string): string => parseConfig('c.json', text).lines.join('\n');

  for (const [text, place] of [
    ['', /^c\.json:1:1: not valid JSON/],
    ['{ "rules": { "superseded-name": "off", } }', /^c\.json:1:40: not valid JSON/],
    ['{\n  // quiet\n  "rules": {}\n}', /^c\.json:2:3: not valid JSON/],
    ['{ "rules": {} "language": "en" }', /^c\.json:1:15: not valid JSON/],
    ['{ "rules": {}', /^c\.json:1:14: not valid JSON/],
    ["{ 'rules': {} }", /^c\.json:1:3: not valid JSON/],
    ['{ "language": "en" } x', /^c\.json:1:22: not valid JSON/],
    ['[]', /^c\.json:1:1: the configuration must be an object/],
    ['{ "rule": {} }', /^c\.json:1:3: there is no setting "rule"\. Did you mean "rules"/],
    ['{ "rules": [] }', /^c\.json:1:3: "rules" must be an object/],
    ['{ "language": "de" }', /^c\.json:1:3: "language" cannot be "de"; it is one of auto, en, fr, es/],
    ['{ "rules": {\n "wrong-status": 3 } }', /^c\.json:2:2: "wrong-status" cannot be 3; it is one of error/],
  ] as const) {
    it(`reports the place in ${JSON.stringify(text)}`, () => assert.match(problems(text), place));
  }

  it('reports all problems at once', () => {
    assert.equal(problems('{ "lang": 1, "rules": { "a": "off", "wrong-status": "on" } }').split('\n').length, 3);
  });
});
