import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import module from 'node:module';
import { isAscii } from 'node:buffer';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { main } from '../../src/cli/main';

// What people run is the build: bundled, made small, in ASCII, and from the second time on from code that was kept. It
// is to say the very same as the sources, of every document of the tests, with a reason for each name that is let
// through.

const ROOT = resolve(__dirname, '../..');
const ARGV = ['check', '--format', 'json', '--explain', 'test/check', 'test/samples'];

describe('the command line as it is built', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'migration-terms-built-'));
  let expected = '';

  before(async () => {
    const code = await main({
      argv: ARGV,
      cwd: ROOT,
      env: {},
      stdin: (async function* () {
        /* Nothing is read from it. */
      })(),
      stdout: { write: (text) => (expected += text) },
      stderr: { write: (text) => assert.fail(text) },
    });
    assert.equal(code, 1);
    assert.ok(JSON.parse(expected).files.length > 100);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (env: NodeJS.ProcessEnv, ...more: string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...ARGV, ...more], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, NODE_COMPILE_CACHE: folder, ...env },
    });
    assert.equal(stderr, '');
    assert.equal(status, 1);
    return stdout;
  };

  for (const [when, env, more] of [
    ['the first time', {}, []],
    ['the second time', {}, []],
    ['without a cache of compiled code', { NODE_DISABLE_COMPILE_CACHE: '1' }, []],
    ['with threads', {}, ['--threads', '2']],
  ] as const) {
    // Node 20 keeps no compiled code, so that each run is the first.
    const isSame = !('enableCompileCache' in module) && more.length === 0 && when !== 'the first time';
    (isSame ? it.skip : it)(`says what the sources say, ${when}`, () =>
      assert.ok(run(env, ...more) === expected, 'it says something else'),
    );
  }

  for (const [what, args] of [
    ['text', ['check', 'test/check']],
    ['a long line', ['check', '--format', 'json', 'test/check']],
    ['facts', ['lookup']],
    ['the record', ['export', 'json']],
  ] as const) {
    it(`says nothing if the reader of ${what} has enough, as \`head\` has`, async () => {
      const child = spawn(process.execPath, ['dist/cli.js', ...args], { cwd: ROOT });
      let said = '';
      child.stderr.on('data', (text) => (said += String(text)));
      child.stdout.once('data', () => child.stdout.destroy());
      const [code] = await once(child, 'close');
      assert.deepEqual([code, said], [0, '']);
    });
  }

  it('keeps its exit code if nobody reads its messages', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'fix', 'test/check', 'missing.md'], { cwd: ROOT });
    child.stderr.destroy();
    child.stdout.resume();
    const [code] = await once(child, 'close');
    assert.equal(code, 2);
  });

  it('checks and fixes a text with nothing loaded but the engine and the record', () => {
    for (const name of ['cli.js', 'cli-check.js', 'cli-fix.js', 'engine.js', 'data.js'])
      copyFileSync(join(ROOT, 'dist', name), join(folder, name));
    const run = (...argv: string[]): unknown => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'cli.js'), ...argv], {
        encoding: 'utf8',
        input: 'IOM stands for the International Organisation for Migrations.',
      });
      return [status, stderr, stdout.includes('International Organization for Migration')];
    };
    assert.deepEqual(run('check', '-'), [1, '', true]);
    assert.deepEqual(run('fix', '-'), [0, '', true]);
  });

  it('is in ASCII, which is quicker to read', () => {
    const bundles = readdirSync(join(ROOT, 'dist')).filter((name) => /^(?:cli.*|engine|services|data)\.js$/.test(name));
    assert.ok(bundles.length > 6);
    assert.deepEqual(
      bundles.filter((name) => !isAscii(readFileSync(join(ROOT, 'dist', name)))),
      [],
    );
  });
});
