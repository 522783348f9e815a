import assert from 'node:assert/strict';
import { expandPaths } from '../../src/cli/expandPaths';
import { folder, WRONG } from './run';

describe('a path that is a pattern', () => {
  const at = folder({
    'a.md': WRONG,
    'docs/b.md': WRONG,
    'docs/c.txt': WRONG,
    'docs/data.bin': '',
    'docs/sub/d.md': WRONG,
    'docs/.hidden/e.md': WRONG,
    'docs/[x]*.md': WRONG,
    'node_modules/f.md': WRONG,
  });
  after(() => at.remove());

  const rows: readonly (readonly [pattern: string, paths: readonly string[]])[] = [
    ['docs/*.md', ['docs/[x]*.md', 'docs/b.md']],
    ['./docs/?.md', ['docs/b.md']],
    ['**/*.md', ['a.md', 'docs/[x]*.md', 'docs/b.md', 'docs/sub/d.md']],
    ['docs/**/d.md', ['docs/sub/d.md']],
    ['docs/{b,c}.{md,txt}', ['docs/b.md', 'docs/c.txt']],
    ['d*', ['docs']],
    ['docs/*', ['docs/[x]*.md', 'docs/b.md', 'docs/c.txt', 'docs/sub']],
    ['docs/[x]*.md', ['docs/[x]*.md']],
    ['none/*.md', ['none/*.md']],
    ['a.md', ['a.md']],
  ];
  for (const [pattern, paths] of rows)
    it(`${pattern} is expanded as by a shell`, async () =>
      assert.deepEqual(await expandPaths([pattern], at.path), paths));

  it('may start at the root, or above the folder', async () => {
    assert.deepEqual(await expandPaths([`${at.path}/docs/*.txt`], '/'), [`${at.path}/docs/c.txt`]);
    assert.deepEqual(await expandPaths(['../*.md'], `${at.path}/docs`), ['../a.md']);
  });

  it('is checked with the configuration of its folder, and is an error if nothing matches', async () => {
    const { code, out } = await at.run('check', 'docs/*.md');
    assert.equal(code, 1);
    assert.match(out, /2 files checked\.\n$/);
    const none = await at.run('check', 'none/*.md');
    assert.deepEqual([none.code, none.err], [2, 'none/*.md: no such file or folder\n']);
  });
});
