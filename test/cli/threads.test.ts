import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { CHECK_FORMATS } from '../../src/cli/sharedOptions';
import { NO_CONFIG } from '../../src/core/config/config';
import type { Found } from '../../src/cli/files';
import { progressOn } from '../../src/cli/report/progress';
import type { FileReport } from '../../src/cli/threads/checkFile';
import { inOrder } from '../../src/cli/threads/inOrder';
import { program } from '../support/programs';
import { CLEAN, RIGHT, WRONG, folder, type Folder } from './run';

const FILES = 100;

describe('many files', function () {
  this.timeout(60_000);
  let cli: string;
  let files: Folder;

  before(() => {
    // Threads run the bundle.
    cli = program('cli');
    // The sizes differ, so that later files are ready before earlier ones.
    files = folder(
      Object.fromEntries(
        Array.from({ length: FILES }, (_, n) => [
          `d${n % 7}/n${n}.md`,
          (n % 11 === 0 ? CLEAN : n % 3 === 0 ? RIGHT : WRONG).repeat(n % 50 === 0 ? 100 : 1 + (n % 5)),
        ]),
      ),
    );
  });
  after(() => files.remove());

  const run = (...argv: string[]): { code: number | null; out: string; err: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...argv], {
      cwd: files.path,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    return { code: status, out: stdout, err: stderr };
  };

  for (const format of CHECK_FORMATS) {
    it(`give the same ${format} from threads as from one, in the same order`, async () => {
      const explain = ['text', 'json'].includes(format) ? ['--explain'] : [];
      const argv = ['check', '--format', format, ...explain, '.', 'missing.md'];
      const alone = await files.run(...argv);
      const threads = run(...argv, '--threads', '3');
      assert.equal(threads.out, alone.out);
      assert.equal(threads.err, alone.err);
      assert.equal(threads.code, 2);
      if (format === 'json') assert.equal(JSON.parse(threads.out).files.length, FILES);
    });
  }

  it('are judged in threads by the options, the configuration and the own termbase', async () => {
    const own = folder({
      'c.json': '{ "rules": { "anachronistic-name": "hint" } }',
      'own.migration-terms.json': JSON.stringify({
        prefer: [
          { name: 'gcm', lang: 'en', form: 'short', text: 'Global Compact for Migration', others: 'information' },
        ],
      }),
      'a.md': WRONG,
      'b.md': 'States adopted the Marrakech Compact on Migration.\n',
    });
    const argv = ['check', '--format', 'json', '--config', 'c.json', '--rule', 'anachronistic-name=error', '.'];
    const alone = await own.run(...argv);
    const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...argv, '--threads', '2'], {
      cwd: own.path,
      encoding: 'utf8',
    });
    own.remove();
    assert.equal(stdout, alone.out);
    assert.equal(stderr, alone.err);
    assert.equal(status, alone.code);
    assert.match(stdout, /“Global Compact for Migration”/);
  });

  it('are judged in threads by the configurations of their folders', async () => {
    const own = folder({
      '.migration-terms.json': '{ "rules": { "anachronistic-name": "off" }, "exclude": ["old"] }',
      'a.md': WRONG,
      'old/a.md': WRONG,
      'in/.migration-terms.json': '{ "rules": { "anachronistic-name": "error" }, "termbases": ["house.json"] }',
      'in/b.md': WRONG,
      'in/house.json': JSON.stringify({
        prefer: [
          { name: 'gcm', lang: 'en', form: 'short', text: 'Global Compact for Migration', others: 'information' },
        ],
      }),
      'in/c.md': 'States adopted the Marrakech Compact on Migration.\n',
    });
    for (const format of ['text', 'json', 'csv']) {
      const argv = ['check', '--format', format, '.'];
      const alone = await own.run(...argv);
      const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...argv, '--threads', '2'], {
        cwd: own.path,
        encoding: 'utf8',
      });
      assert.deepEqual([stdout, stderr, status], [alone.out, alone.err, alone.code]);
      assert.match(stdout, /“Global Compact for Migration”/);
      assert.match(stdout, /anachronistic-name/);
      assert.doesNotMatch(stdout, /^a\.md|old/m);
    }
    own.remove();
  });

  it('show no progress without a terminal', () => {
    assert.equal(run('check', '--threads', '2').err, '');
  });

  it('stop cleanly at Ctrl+C', async function () {
    // Windows has no such signal.
    if (process.platform === 'win32') this.skip();
    const large = folder(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.md`, WRONG.repeat(2_000)])));
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json', '--threads', '2', '.'], {
      cwd: large.path,
    });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.stdout.resume();
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve) =>
      child.on('close', (...ended) => resolve(ended)),
    );
    large.remove();
    assert.deepEqual([code, signal], [130, null]);
    assert.match(err, /^migration-terms: stopped after \d+ files?\.\n$/);
  });
});

describe('reports in order', () => {
  const found = (n: number): Found => ({
    kind: 'file',
    path: `${n}`,
    fullPath: `/${n}`,
    languageId: 'markdown',
    config: NO_CONFIG,
  });
  const report = ({ path }: Found): FileReport => ({ out: path, err: '', counts: {} });
  async function* many(count: number): AsyncGenerator<Found> {
    for (let n = 0; n < count; n++) yield found(n);
  }

  it('follow the order of the files, with few in progress', async () => {
    let now = 0;
    let most = 0;
    let isClosed = false;
    const pool = {
      size: 2,
      check: async (each: Found) => {
        most = Math.max(most, ++now);
        await new Promise((done) => setTimeout(done, Number(each.path) % 3));
        now--;
        return report(each);
      },
      close: async () => {
        isClosed = true;
      },
    };
    const out: string[] = [];
    for await (const { out: path } of inOrder(
      many(100),
      { here: async (each) => report(each), pool: () => pool },
      undefined,
    ))
      out.push([...path].join(''));
    assert.deepEqual(
      out,
      Array.from({ length: 100 }, (_, n) => `${n}`),
    );
    assert.ok(most <= 32, `${most} under way`);
    assert.ok(isClosed);
  });

  it('end when the user stops them', async () => {
    const stop = new AbortController();
    const out: string[] = [];
    for await (const { out: path } of inOrder(
      many(100),
      { here: async (each) => report(each), pool: () => undefined },
      stop.signal,
    )) {
      out.push([...path].join(''));
      if (out.length === 5) stop.abort();
    }
    assert.equal(out.length, 5);
  });
});

describe('progress', () => {
  it('is shown on a terminal at intervals, and removed', () => {
    let clock = 0;
    const written: string[] = [];
    const progress = progressOn({ isTTY: true, write: (text) => written.push(text) }, () => clock);
    progress.say(1, 0);
    clock = 600;
    progress.say(2, 3);
    clock = 610;
    progress.say(3, 3);
    progress.clear();
    assert.deepEqual(written, ['\r\u001b[K2 files checked, 3 findings …', '\r\u001b[K']);
  });
});
