import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderOfKeptCode, runKept } from '../../src/cli/keptCode';

describe('kept code', () => {
  let folder: string;
  let bundle: string;
  let kept: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migration-terms-kept-'));
    bundle = join(folder, 'bundle.js');
    kept = join(folder, 'kept');
    writeFileSync(bundle, "exports.says = () => 'one'; exports.place = [__filename, typeof require('node:fs').readFileSync];");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (): { says: string; place: unknown; keep: () => void } => {
    const { exports, keep } = runKept(bundle, kept);
    const { says, place } = exports as { says: () => string; place: unknown };
    return { says: says(), place, keep };
  };
  const content = (): Buffer => readFileSync(join(kept, readdirSync(kept)[0]!));

  it('is run as the bundle itself, and written once', () => {
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

  it('is that of what is written in other letters than those of ASCII too', () => {
    writeFileSync(bundle, "exports.says = () => (/^“é$/.test('\\u201c\\u00e9') ? 'read' : 'misread');");
    for (let i = 0; i < 2; i++) {
      const { says, keep } = run();
      assert.equal(says, 'read');
      keep();
    }
  });

  it('is not taken for that of a bundle that has changed', () => {
    run().keep();
    const written = content();
    rmSync(bundle);
    writeFileSync(bundle, "exports.says = () => 'two'; exports.place = [__filename, typeof require('node:fs').readFileSync];");
    const second = run();
    assert.equal(second.says, 'two');
    second.keep();
    assert.notDeepEqual(content(), written);
    assert.equal(run().says, 'two');
  });

  for (const [what, damaged] of [
    ['damaged', (whole: Buffer) => { const copy = Buffer.from(whole); copy[whole.length / 2]! ^= 0xff; return copy; }],
    ['cut off', (whole: Buffer) => whole.subarray(0, whole.length - 7)],
    ['empty', () => Buffer.alloc(0)],
    ['of another Node', (whole: Buffer) => {
      // The first words of V8's own head, in both copies.
      const copy = Buffer.from(whole);
      const half = (whole.length - 24) / 2;
      for (const at of [24, 24 + half]) copy.fill(0xab, at, at + 16);
      return copy;
    }],
  ] as const) {
    it(`is written anew where it is ${what}`, () => {
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

  it('is done without where it cannot be written, and where no folder is given', () => {
    writeFileSync(kept, 'a file where the folder should be');
    const { says, keep } = run();
    keep();
    assert.equal(says, 'one');
    assert.equal(readFileSync(kept, 'utf8'), 'a file where the folder should be');
    assert.equal((runKept(bundle, undefined).exports as { says: () => string }).says(), 'one');
  });

  it('stands in the folder that the system has for such things', () => {
    assert.equal(folderOfKeptCode({ HOME: '/home/ana' }, 'linux'), join('/home/ana', '.cache', 'migration-terms'));
    assert.equal(folderOfKeptCode({ HOME: '/home/ana', XDG_CACHE_HOME: '/var/ana' }, 'linux'), join('/var/ana', 'migration-terms'));
    assert.equal(folderOfKeptCode({ HOME: '/home/ana', XDG_CACHE_HOME: 'not/absolute' }, 'linux'), undefined);
    assert.equal(folderOfKeptCode({ HOME: '/Users/ana' }, 'darwin'), join('/Users/ana', 'Library', 'Caches', 'migration-terms'));
    assert.equal(folderOfKeptCode({ LOCALAPPDATA: '/c/ana' }, 'win32'), join('/c/ana', 'migration-terms'));
    assert.equal(folderOfKeptCode({}, 'linux'), undefined);
    assert.equal(folderOfKeptCode({ HOME: '/home/ana', NODE_DISABLE_COMPILE_CACHE: '1' }, 'linux'), undefined);
  });
});
