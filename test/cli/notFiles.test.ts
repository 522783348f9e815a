import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { readBytes } from '../../src/cli/readBytes';
import { readAll } from '../../src/cli/readText';
import { program } from '../support/programs';
import { CLEAN, folder, MISNOMER, RIGHT, WRONG, type Folder } from './run';

// Only regular files are read: anything else might never end, block forever, or have an effect when it is opened.
describe('anything but a regular file', () => {
  let at: Folder;
  afterEach(() => at.remove());

  const pipe = (test: Mocha.Context, name: string): void => {
    if (process.platform === 'win32' || spawnSync('mkfifo', [join(at.path, name)]).status !== 0) test.skip(); // The system has no named pipes.
  };
  const device = (test: Mocha.Context, name: string): void => {
    if (!existsSync('/dev/zero')) test.skip(); // The system has no such device.
    symlinkSync('/dev/zero', join(at.path, name));
  };
  const MAKERS = [
    ['a pipe', pipe],
    ['a link to a device', device],
  ] as const;

  it('is a full disk: what cannot be written is said, whatever was found', function () {
    if (!existsSync('/dev/full')) this.skip(); // The system has no such device.
    at = folder({ 'a.md': MISNOMER });
    for (const args of [['check', 'a.md'], ['fix', 'a.md'], ['lookup', 'IOM'], ['help']]) {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [program('cli'), ...args], {
        cwd: at.path,
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      });
      closeSync(full);
      assert.equal(status, 2, args[0]);
      assert.match(stderr, /^migration-terms: the output cannot be written: no space left on the disk$/m);
    }
  });

  for (const [what, make] of MAKERS) {
    const kind = what === 'a pipe' ? 'a pipe' : 'a device';

    it(`is ${what}: named as a document, it is reported on one line, and the others are checked`, async function () {
      at = folder({ 'a.md': MISNOMER });
      make(this, 'odd.md');
      for (const command of ['check', 'fix']) {
        const { code, out, err } = await at.run(command, 'odd.md', 'a.md');
        assert.equal(code, 2);
        assert.match(err, new RegExp(`^odd\\.md: is ${kind}, not a file[^\\n]*\\n$`));
        assert.match(out, /a\.md/);
      }
    });

    it(`is ${what}: in a folder, it is skipped`, async function () {
      at = folder({ 'a.md': CLEAN });
      make(this, 'odd.md');
      assert.deepEqual(await at.run('check', '.'), { code: 0, out: 'No findings; 1 file checked.\n', err: '' });
    });

    it(`is ${what}: as a configuration, it is reported on one line, and another configuration applies`, async function () {
      at = folder({
        'a.md': WRONG,
        'in/a.md': WRONG,
        'in/.migration-terms.json': '{ "rules": { "anachronistic-name": "off" } }',
      });
      make(this, '.migration-terms.json');
      const { code, out, err } = await at.run('check', '.');
      assert.equal(code, 2);
      assert.equal(err, `.migration-terms.json: cannot read the configuration: is ${kind}, not a file\n`);
      assert.match(out, /^a\.md:1:1 warning/);
      assert.doesNotMatch(out, /in.a\.md/);
      assert.deepEqual((await at.run('check', '--config', '.migration-terms.json', 'a.md')).code, 2);
    });

    it(`is ${what}: as a termbase, it is reported on one line, and another termbase is used`, async function () {
      at = folder({ 'a.md': WRONG, 'set/good.migration-terms.json': '{ "retire": ["icem"] }' });
      make(this, 'odd.migration-terms.json');
      const { code, out, err } = await at.run('check', '.');
      assert.equal(code, 2);
      assert.match(
        err,
        new RegExp(
          `^odd\\.migration-terms\\.json: This termbase cannot be read: is ${kind}, not a file\\. It is skipped;[^\\n]*\\n$`,
        ),
      );
      assert.match(out, /^No findings/);
      assert.equal((await at.run('lookup', 'IOM')).code, 2);
    });

    it(`is ${what}: it cannot be imported`, async function () {
      at = folder();
      make(this, 'odd.csv');
      const { code, err } = await at.run('import', 'odd.csv');
      assert.equal(code, 2);
      assert.match(err, new RegExp(`^odd\\.csv: is ${kind}, not a file[^\\n]*\\n$`));
    });
  }

  it('is a socket', async function () {
    if (process.platform === 'win32') this.skip(); // The system has no sockets in folders.
    at = folder({ 'a.md': CLEAN });
    const server: Server = createServer();
    await new Promise<void>((ready) => server.listen(join(at.path, 's.md'), ready));
    const { code, err } = await at.run('check', 's.md', '.');
    await new Promise((closed) => server.close(closed));
    assert.deepEqual([code, err], [2, 's.md: is a socket, not a file\n']);
  });

  it('may be a pipe that the user wants to read: the line says how', async function () {
    at = folder();
    pipe(this, 'odd.md');
    assert.equal(
      (await at.run('check', 'odd.md')).err,
      'odd.md: is a pipe, not a file. To read from one, write - as the path and send the text to standard input.\n',
    );
  });
});

describe('a file that is too large', () => {
  let at: Folder;
  afterEach(() => at.remove());

  it('is not read: a configuration, a termbase, a document', async () => {
    at = folder({ 'in/.migration-terms.json': '', 'big.migration-terms.json': '', 'in/a.md': WRONG, 'large.md': '' });
    truncateSync(join(at.path, 'in/.migration-terms.json'), 2_000_000);
    truncateSync(join(at.path, 'big.migration-terms.json'), 9_000_000);
    truncateSync(join(at.path, 'large.md'), 3_000_000_000); // A sparse file takes no space on the disk.
    const { code, out, err } = await at.run('check', '.');
    assert.equal(code, 2);
    assert.deepEqual(err.replaceAll('\\', '/').split('\n'), [
      'in/.migration-terms.json: cannot read the configuration: is larger than 1 MB',
      'big.migration-terms.json: This termbase is larger than 8 MB. Divide it, or remove what is not needed. It is skipped; the built-in termbase is used without it.',
      'large.md: too large to read at once',
      '',
    ]);
    assert.match(out.replaceAll('\\', '/'), /^in\/a\.md:1:1 warning/);
  });

  it('is detected by reading it, whatever its reported size', async function () {
    at = folder();
    // A file that reports a size of zero, but is not empty.
    const file = '/proc/self/environ';
    if (!existsSync(file) || readFileSync(file).length < 2) this.skip(); // The system has no such file.
    assert.deepEqual(await readBytes(file, 1), { kind: 'problem', message: 'is larger than 1 byte', isTooLarge: true });
    const read = await readBytes(file, 10_000_000);
    assert.deepEqual(read.kind === 'read' && read.bytes, readFileSync(file));
  });

  it('may come from an endless pipe: reading stops at the limit', async () => {
    at = folder();
    let given = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        given += 1000;
        yield Buffer.from(RIGHT.repeat(1000).slice(0, 1000));
      }
    }
    assert.deepEqual(await readAll(endless(), 4500), { kind: 'problem', message: 'is too large', isTooLarge: true });
    assert.equal(given, 5000);
  });
});

describe('a machine-generated file', () => {
  const DEEP = '['.repeat(8000);
  const KEYS = `{ ${Array.from({ length: 100_000 }, (_, i) => `"${i.toString(36)}_":1`).join()} }`;
  let at: Folder;
  afterEach(() => at.remove());

  for (const [what, text, config, termbase] of [
    [
      'nested deep',
      DEEP,
      /:1:101: brackets are nested more than 100 deep here/,
      /:1:101: Not valid JSON for a termbase: brackets are nested more than 100 deep here\. It is skipped/,
    ],
    [
      'nested deep and closed',
      DEEP + ']'.repeat(8000),
      /:1:101: brackets are nested/,
      /:1:101: Not valid JSON for a termbase/,
    ],
    [
      'full of unknown keys',
      KEYS,
      /:1:3: there are 100000 settings here that are not known/,
      /:1:3: warning: There are 100000 lists that no termbase has/,
    ],
  ] as const) {
    it(`and ${what} is reported on one line, and the others work`, async () => {
      at = folder({
        'in/.migration-terms.json': text,
        'in/a.md': WRONG,
        'out/.migration-terms.json': '{ "rules": { "anachronistic-name": "error" } }',
        'out/a.md': WRONG,
        'odd.migration-terms.json': text,
        'good.migration-terms.json': '{ "sources": [{ "id": "house", "title": "House style" }] }',
      });
      const { code, out, err } = await at.run('check', '.');
      const lines = err.replaceAll('\\', '/').split('\n');
      assert.equal(code, 2);
      assert.equal(lines.length, 3, err.slice(0, 500));
      assert.match(lines[0]!, new RegExp(`^in/\\.migration-terms\\.json${config.source}`));
      assert.match(lines[1]!, new RegExp(`^odd\\.migration-terms\\.json${termbase.source}`));
      assert.match(out.replaceAll('\\', '/'), /^in\/a\.md:1:1 warning[^]*\nout\/a\.md:1:1 error/);
      assert.ok((await at.run('export', 'bibtex')).out.includes('House style'), 'the other termbase is not used');
    });
  }
});
