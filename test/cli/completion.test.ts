import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { helpOn } from '../../src/cli/help';

/** What bash offers for the last of these words; `undefined` where there is no bash. */
function offered(...words: readonly string[]): readonly string[] | undefined {
  const line = words.map((word) => `'${word}'`).join(' ');
  const { stdout, error } = spawnSync(
    'bash',
    [
      '-c',
      `${helpOn('completion')}COMP_WORDS=(migration-terms ${line}); COMP_CWORD=${words.length}; _migration_terms; printf '%s\\n' "\${COMPREPLY[@]}"`,
    ],
    { encoding: 'utf8' },
  );
  return error ? undefined : stdout.split('\n').filter(Boolean);
}

describe('the completion in a shell', () => {
  for (const [line, expected] of [
    ['ch', ['check']],
    ['check --ba', ['--baseline']],
    ['check --update', ['--update-baseline']],
    ['check a.md --format s', ['sarif']],
    ['lookup --format ', ['text', 'json']],
    ['review --lang f', ['fr']],
    ['export --to bib', ['bibtex']],
    ['lsp --', ['--stdio', '--help']],
    ['check dra', []],
    ['lookup --fail', []],
  ] as const)
    it(`offers ${expected.join(', ') || 'nothing of its own'} for "${line}"`, function () {
      const found = offered(...line.split(' '));
      if (found === undefined) this.skip();
      assert.deepEqual(found, expected);
    });
});
