import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { WRONG, folder, runIn, type Folder, type Ran } from './run';

describe('check --changed-since', function () {
  this.timeout(60_000);
  let at: Folder;
  afterEach(() => at?.remove());

  const git = (...argv: string[]): string => {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...argv],
      { cwd: at.path, encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    return stdout.trim();
  };
  const write = (name: string, text: string): void => writeFileSync(join(at.path, name), text);
  const commit = (): void => {
    git('add', '.');
    git('commit', '-q', '-m', 'x', '--allow-empty');
  };
  const repository = (files: Readonly<Record<string, string>>): void => {
    at = folder(files);
    git('init', '-q', '-b', 'main');
    commit();
  };
  const pathsIn = ({ out }: Ran): readonly string[] =>
    JSON.parse(out).files.map(({ path }: { path: string }) => path.replaceAll('\\', '/'));
  const changed = async (...argv: string[]): Promise<readonly string[]> =>
    pathsIn(await at.run('check', '--format', 'json', '--changed-since', ...argv));

  it('checks committed, staged, unstaged and new files, and no others', async () => {
    repository({ 'same.md': WRONG, 'a.md': 'A.', 'b.md': 'B.', 'c.md': 'C.', 'gone.md': 'D.', '.gitignore': 'no.md' });
    git('switch', '-q', '-c', 'work');
    write('a.md', WRONG);
    commit();
    write('b.md', WRONG);
    git('add', 'b.md');
    write('c.md', WRONG);
    write('é new.md', WRONG);
    write('no.md', WRONG);
    rmSync(join(at.path, 'gone.md'));
    assert.deepEqual(await changed('main'), ['a.md', 'b.md', 'c.md', 'é new.md']);
    assert.deepEqual(await changed('HEAD', '.'), ['b.md', 'c.md', 'é new.md']);
    assert.deepEqual(await changed('HEAD', 'same.md', 'c.md', './é new.md'), ['c.md', './é new.md']);
  });

  it('checks a renamed file, and not what has changed only on the other branch', async () => {
    repository({ 'a.md': WRONG, 'b.md': WRONG });
    git('switch', '-q', '-c', 'work');
    renameSync(join(at.path, 'a.md'), join(at.path, 'z.md'));
    commit();
    git('switch', '-q', 'main');
    write('b.md', 'B.');
    commit();
    git('switch', '-q', 'work');
    assert.deepEqual(await changed('main'), ['z.md']);
  });

  it('works in a folder of the repository, and for a path outside the folder', async () => {
    repository({ 'docs/a.md': 'A.', 'docs/b.md': WRONG, 'other/c.md': 'C.' });
    write('docs/a.md', WRONG);
    write('other/c.md', WRONG);
    let out = '';
    const write_ = (text: string): void => void (out += text);
    await main({
      argv: ['check', '--format', 'json', '--changed-since', 'HEAD', '.', '../other'],
      cwd: join(at.path, 'docs'),
      env: { PATH: process.env.PATH },
      stdin: (async function* () {})(),
      stdout: { write: write_ },
      stderr: { write: (text) => assert.fail(text) },
    });
    assert.deepEqual(pathsIn({ out, err: '', code: 0 }), ['a.md', '../other/c.md']);
  });

  it('follows links to files, and a link to the folder itself', async function () {
    if (process.platform === 'win32') this.skip();
    repository({ 'a.md': 'A.', 'b.md': WRONG });
    symlinkSync('a.md', join(at.path, 'link.md'));
    symlinkSync('b.md', join(at.path, 'same.md'));
    commit();
    write('a.md', WRONG);
    assert.deepEqual(await changed('HEAD'), ['a.md', 'link.md']);
    mkdirSync(join(at.path, 'x'));
    symlinkSync('..', join(at.path, 'x/up'));
    assert.deepEqual(await changed('HEAD', 'x/up/a.md'), ['x/up/a.md']);
  });

  it('says when nothing has changed', async () => {
    repository({ 'a.md': WRONG });
    assert.deepEqual(await at.run('check', '--changed-since', 'HEAD', '.'), {
      code: 0,
      out: '',
      err: 'No file here has changed since HEAD.\n',
    });
    const sarif = await at.run('check', '--format', 'sarif', '--changed-since', 'HEAD');
    assert.deepEqual([sarif.code, JSON.parse(sarif.out).runs[0].results], [0, []]);
  });

  it('reads standard input and reports problems as always', async () => {
    repository({ 'a.md': WRONG });
    const { code, out, err } = await at.pipe(WRONG, 'check', '--changed-since', 'HEAD', '-', 'missing.md');
    assert.deepEqual([code, err], [2, 'missing.md: no such file or folder\n']);
    assert.match(out, /^-:1:1 warning/);
  });

  for (const ref of ['missing', 'HEAD~9', 'main..HEAD', 'a b', ';touch x', '$(touch x)', '^HEAD', 'HEAD:a.md']) {
    it(`says that git does not know ${ref}`, async () => {
      repository({ 'a.md': WRONG });
      const { code, out, err } = await at.run('check', '--changed-since', ref, '.');
      assert.deepEqual([code, out], [2, '']);
      assert.equal(
        err,
        `migration-terms: git knows no commit, branch or tag "${ref}". Fetch it first, in an automatic check with its full history.\n`,
      );
    });
  }

  for (const ref of ['-x', '--output=x', '']) {
    it(`refuses ${JSON.stringify(ref)}, which git would not read as a commit`, async () => {
      repository({ 'a.md': WRONG });
      const { code, err } = await at.run('check', `--changed-since=${ref}`, '.');
      assert.equal(code, 2);
      assert.match(err, /^migration-terms: --changed-since needs a (?:commit|value)/);
    });
  }

  describe('in a repository of somebody else', () => {
    before(function () {
      // The programs are scripts of a shell.
      if (process.platform === 'win32') this.skip();
    });

    /** A program that leaves a trace. */
    const trap = (): string => {
      const name = 'migration-terms-trap';
      writeFileSync(join(at.path, `../${name}.sh`), `#!/bin/sh\ntouch "${at.path}/.git/ran-$1"\nexit 1\n`, {
        mode: 0o755,
      });
      return `${at.path}/../${name}.sh`;
    };
    const traces = (): readonly string[] =>
      readdirSync(join(at.path, '.git')).filter((name) => name.startsWith('ran-'));

    it('runs no file monitor, no hook and no filter', async () => {
      repository({ 'a.md': 'A.', 'b.x.md': 'B.', '.gitattributes': '*.x.md filter=x=y\n*.md filter=p\n' });
      const script = trap();
      const settings: readonly (readonly [string, string])[] = [
        ['core.fsmonitor', `${script} fsmonitor`],
        ['core.hooksPath', `${at.path}/hooks`],
        ['filter.x=y.clean', `${script} clean`],
        ['filter.x=y.required', 'true'],
        ['filter.p.process', `${script} process`],
        ['diff.external', `${script} diff`],
      ];
      mkdirSync(join(at.path, 'hooks'));
      for (const hook of ['post-index-change', 'reference-transaction'])
        writeFileSync(join(at.path, 'hooks', hook), `#!/bin/sh\n${script} hook\n`, { mode: 0o755 });
      for (const [key, value] of settings) git('config', key, value);
      write('a.md', WRONG);
      write('b.x.md', WRONG);
      assert.deepEqual(await changed('HEAD'), ['a.md', 'b.x.md']);
      assert.deepEqual(traces(), []);
      rmSync(script);
    });

    it('asks no submodule', async () => {
      repository({ 'a.md': 'A.', 'sub/b.md': 'B.' });
      rmSync(join(at.path, 'sub'), { recursive: true });
      git('init', '-q', 'sub');
      git('-C', 'sub', 'commit', '-q', '-m', 'x', '--allow-empty');
      git('add', 'sub');
      commit();
      const script = trap();
      git('-C', 'sub', 'config', 'core.fsmonitor', `${script} submodule`);
      write('sub/c.md', 'C.');
      write('a.md', WRONG);
      assert.deepEqual(
        (await changed('HEAD')).filter((path) => !path.startsWith('sub/')),
        ['a.md'],
      );
      assert.deepEqual(traces(), []);
      rmSync(script);
    });

    it('refuses a folder that is a bare repository within the files', async () => {
      repository({ 'a.md': WRONG, 'docs/HEAD': 'ref: refs/heads/main\n', 'docs/refs/x': '', 'docs/objects/x': '' });
      write('docs/config', `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${at.path}\n`);
      const { code, err } = await runIn(join(at.path, 'docs'), 'check', '--changed-since', 'HEAD', '.');
      assert.equal(code, 2);
      assert.match(err, /^migration-terms: .*bare repository/);
    });
  });

  it('requires a repository', async () => {
    at = folder({ 'a.md': WRONG });
    const { code, err } = await at.run('check', '--changed-since', 'HEAD', '.');
    assert.deepEqual(
      [code, err],
      [2, 'migration-terms: --changed-since requires a git repository, and this folder is in none.\n'],
    );
  });

  it('requires git', async () => {
    at = folder({ 'a.md': WRONG });
    let err = '';
    const code = await main({
      argv: ['check', '--changed-since', 'HEAD', '.'],
      cwd: at.path,
      env: { PATH: at.path },
      stdin: (async function* () {})(),
      stdout: { write: (text) => assert.fail(text) },
      stderr: { write: (text) => void (err += text) },
    });
    assert.deepEqual(
      [code, err],
      [2, 'migration-terms: --changed-since requires git, which is not installed or not in PATH.\n'],
    );
  });
});
