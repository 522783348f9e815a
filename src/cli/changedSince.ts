import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Invocation } from './invocation';

/**
 * Returns a test for files that have changed since the working folder's branch left a commit, branch or tag: committed,
 * staged, unstaged, and untracked unless git ignores them. Without a common ancestor, as in a shallow clone, files that
 * differ from that commit. Git runs without a shell, changes nothing, and runs no program that the configuration of the
 * repository names. Throws if git cannot say.
 */
export async function changedSince(
  ref: string,
  { cwd, env }: Pick<Invocation, 'cwd' | 'env'>,
): Promise<(fullPath: string) => Promise<boolean>> {
  let quiet: Invocation['env'] = { ...env, ...NO_TRANSPORT };
  const git = (folder: string, ...argv: string[]): Promise<string> => run(['-C', folder, ...argv], quiet);
  const root = await git(cwd, 'rev-parse', '--show-toplevel').then(lineOf, (error: GitError) => {
    throw /not a git repository|work tree/i.test(error.message)
      ? new GitError('--changed-since requires a git repository, and this folder is in none.')
      : error;
  });
  quiet = {
    ...quiet,
    ...(await git(root, 'config', '--name-only', '-z', '--get-regexp', FILTERS).then(unset, unset)),
  };
  const commit = await git(root, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`).then(
    lineOf,
    (error: GitError) => {
      if (error.isMissing) throw error;
      return '';
    },
  );
  // Git also accepts "^REF", which excludes a commit.
  if (!/^[0-9a-f]{40,}$/.test(commit))
    throw new GitError(
      `git knows no commit, branch or tag "${ref}". Fetch it first, in an automatic check with its full history.`,
    );
  const base = await git(root, 'merge-base', commit, 'HEAD').then(lineOf, () => commit);
  const listed = await Promise.all([
    git(
      ...[root, 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', '--no-ext-diff'],
      // For a submodule, git would run itself there, with the configuration of the submodule.
      ...['--ignore-submodules=all', base, '--'],
    ),
    git(root, 'ls-files', '--others', '--exclude-standard', '-z'),
  ]);
  const folder = await realpath(root);
  const paths = new Set(listed.flatMap((names) => names.split('\0').filter(Boolean)).map((name) => join(folder, name)));
  return (fullPath) => hasEither(paths, fullPath);
}

/** Git lists a link by its own name, and the file to which it leads by the name of that file. */
async function hasEither(paths: ReadonlySet<string>, fullPath: string): Promise<boolean> {
  if (paths.has(fullPath)) return true;
  try {
    return (
      paths.has(join(await realpath(dirname(fullPath)), basename(fullPath))) || paths.has(await realpath(fullPath))
    );
  } catch {
    return false;
  }
}

/** The settings that name a program which git runs to compare a file. */
const FILTERS = '^filter\\..*\\.(clean|process|required)$';

/** Variables that unset the settings: a file that a filter would change is then compared as it is. */
function unset(names: string | GitError): Record<string, string> {
  const keys = typeof names === 'string' ? [...new Set(names.split('\0').filter(Boolean))] : [];
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(keys.length)],
    ...keys.flatMap((key, i) => [
      [`GIT_CONFIG_KEY_${i}`, key],
      [`GIT_CONFIG_VALUE_${i}`, key.endsWith('.required') ? 'false' : ''],
    ]),
  ]);
}

/** Missing objects of a partial clone are not fetched, because the repository names the program that fetches them. */
const NO_TRANSPORT = { GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/** Settings that come before those of the repository. */
const SETTINGS = ['core.fsmonitor=', 'core.hooksPath=/dev/null', 'safe.bareRepository=explicit'];

class GitError extends Error {
  readonly isMissing: boolean;

  constructor(message: string, isMissing = false) {
    super(message);
    this.isMissing = isMissing;
  }
}

function run(argv: readonly string[], env: Invocation['env']): Promise<string> {
  return new Promise((done, fail) => {
    execFile(
      'git',
      ['--no-optional-locks', ...SETTINGS.flatMap((setting) => ['-c', setting]), ...argv],
      // In English, as the reasons are recognized by their words.
      { env: { ...env, LC_ALL: 'C' }, maxBuffer: MOST_OUTPUT, windowsHide: true },
      (error, stdout, stderr) => {
        if (!error) done(stdout);
        else if (error.code === 'ENOENT')
          fail(new GitError('--changed-since requires git, which is not installed or not in PATH.', true));
        else fail(new GitError(`git failed: ${(stderr || error.message).trim().split('\n', 1)[0]!}`));
      },
    );
  });
}

const MOST_OUTPUT = 1 << 28;

function lineOf(output: string): string {
  return output.replace(/\r?\n$/, '');
}
