import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderOfKeptCode, runKept } from '../../src/cli/keptCode';

describe('cached code', () => {
  let folder: string;
  let bundle: string;
  let kept: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migration-terms-kept-'));
    bundle = join(folder, 'bundle.js');
    kept = join(folder, 'kept');
    writeFileSync(
      bundle,
      "exports.says = () => 'one'; exports.place = [__filename, typeof require('node:fs').readFileSync];",
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (hash = 'abc'): { says: string; place: unknown; keep: () => void } => {
    const { exports, keep } = runKept(bundle, hash, kept);
    const { says, place } = exports as { says: () => string; place: unknown };
    return { says: says(), place, keep };
  };
  const content = (): Buffer => readFileSync(join(kept, readdirSync(kept)[0]!));

  it('runs like the bundle itself, and is written once', () => {
    const first = run();
    assert.deepEqual([first.says, first.place], ['one', [bundle, 'function']]);
    first.keep();
    const written = content();
    const second = run();
    assert.deepEqual([second.says, second.place], ['one', [bundle, 'function']]);
    writeFileSync(join(kept, readdirSync(kept)[0]!), written);
    second.keep();
    assert.deepEqual(content(), written);
  });

  it('also works for a bundle with characters outside ASCII', () => {
    writeFileSync(bundle, "exports.says = () => (/^“é$/.test('\\u201c\\u00e9') ? 'read' : 'misread');");
    for (let i = 0; i < 2; i++) {
      const { says, keep } = run();
      assert.equal(says, 'read');
      keep();
    }
  });

  it('is not used for a bundle that has changed', () => {
    run().keep();
    const written = content();
    rmSync(bundle);
    writeFileSync(
      bundle,
      "exports.says = () => 'two'; exports.place = [__filename, typeof require('node:fs').readFileSync];",
    );
    const second = run();
    assert.equal(second.says, 'two');
    second.keep();
    assert.notDeepEqual(content(), written);
    assert.equal(run().says, 'two');
  });

  for (const [what, damaged] of [
    [
      'damaged',
      (whole: Buffer) => {
        const copy = Buffer.from(whole);
        copy[whole.length / 2]! ^= 0xff;
        return copy;
      },
    ],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 7)],
    ['empty', () => Buffer.alloc(0)],
    [
      'of another Node',
      (whole: Buffer) => {
        // The first words of V8's own header, in both copies.
        const copy = Buffer.from(whole);
        const half = (whole.length - 16) / 2;
        for (const at of [16, 16 + half]) copy.fill(0xab, at, at + 16);
        return copy;
      },
    ],
  ] as const) {
    it(`is written again if it is ${what}`, () => {
      run().keep();
      const written = content();
      const place = join(kept, readdirSync(kept)[0]!);
      writeFileSync(place, damaged(written));
      const again = run();
      assert.equal(again.says, 'one');
      again.keep();
      assert.equal(content().length, written.length);
    });
  }

  it('of one build is not run for another, and is removed when it is old', () => {
    run('abc').keep();
    const [first] = readdirSync(kept);
    run('def').keep();
    assert.equal(readdirSync(kept).length, 2);
    utimesSync(join(kept, first!), 0, 0);
    run('ghi').keep();
    assert.deepEqual(
      readdirSync(kept).map((name) => name.split('-')[1]),
      ['def', 'ghi'],
    );
  });

  it('is neither run nor written in a folder that others may write', function () {
    if (process.getuid === undefined) this.skip();
    run().keep();
    const place = join(kept, readdirSync(kept)[0]!);
    const shared = Buffer.from('whatever somebody put there');
    writeFileSync(place, shared);
    chmodSync(kept, 0o777);
    run().keep();
    assert.deepEqual(content(), shared);
    chmodSync(kept, 0o700);
    run().keep();
    assert.notDeepEqual(content(), shared);
    chmodSync(place, 0o666);
    assert.equal(run().says, 'one');
  });

  it('is not needed: it may be impossible to write, or have no folder', () => {
    writeFileSync(kept, 'a file where the folder should be');
    const { says, keep } = run();
    keep();
    assert.equal(says, 'one');
    assert.equal(readFileSync(kept, 'utf8'), 'a file where the folder should be');
    assert.equal((runKept(bundle, 'abc', undefined).exports as { says: () => string }).says(), 'one');
  });

  it('is in the cache folder of the system', () => {
    assert.equal(folderOfKeptCode({ HOME: '/home/ana' }, 'linux'), join('/home/ana', '.cache', 'migration-terms'));
    assert.equal(
      folderOfKeptCode({ HOME: '/home/ana', XDG_CACHE_HOME: '/var/ana' }, 'linux'),
      join('/var/ana', 'migration-terms'),
    );
    assert.equal(folderOfKeptCode({ HOME: '/home/ana', XDG_CACHE_HOME: 'not/absolute' }, 'linux'), undefined);
    assert.equal(
      folderOfKeptCode({ HOME: '/Users/ana' }, 'darwin'),
      join('/Users/ana', 'Library', 'Caches', 'migration-terms'),
    );
    assert.equal(folderOfKeptCode({ LOCALAPPDATA: '/c/ana' }, 'win32'), join('/c/ana', 'migration-terms'));
    assert.equal(folderOfKeptCode({}, 'linux'), undefined);
    assert.equal(folderOfKeptCode({ HOME: '/home/ana', NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux'), undefined);
  });
});
