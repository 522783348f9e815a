import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArguments, type CheckCommand } from '../../src/cli/arguments';
import { CHECK_FORMATS } from '../../src/cli/sharedOptions';
import { LANGUAGE_ID_BY_END, NOTEBOOK_ENDS, WORD_ENDS } from '../../src/core/prose/languageIds';
import { SEVERITIES } from '../../src/core/rules';
import { program } from '../support/programs';
import { CLEAN, WRONG, folder, type Folder } from './run';

// No parser of YAML is installed: the files are plain enough to read them line by line.

const ROOT = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n');
const PAGE = read('docs/ci.md');
const ACTION = read('action.yml');
const HOOKS = read('.pre-commit-hooks.yaml');

/** The blocks of `run: |`, without their indentation. */
const SCRIPTS = [...ACTION.matchAll(/^( +)run: \|\n((?:\1 +.*\n)+)/gm)].map(([, indent, lines]) =>
  lines!.replaceAll(`\n${indent}  `, '\n').trimStart(),
);
/** The names and defaults of the inputs. */
const INPUTS = new Map(
  [...ACTION.matchAll(/^ {2}([a-z-]+):\n {4}description: .+\n {4}default: (.+)$/gm)].map(([, name, value]) => [
    name!,
    value!.replace(/^"(.*)"$/, '$1'),
  ]),
);

function checkOf(line: string): CheckCommand {
  const command = parseArguments(line.trim().split(/\s+/));
  assert.ok(command.kind === 'check', `${line}: ${command.kind === 'mistake' ? command.message : command.kind}`);
  return command;
}

describe('docs/ci.md', () => {
  it('has only valid commands', () => {
    const lines = [...PAGE.matchAll(/^.*?(?:^migration-terms|dist\/cli\.js) (check .*?)(?: > .*)?$/gm)].map(
      ([, line]) => line!,
    );
    assert.equal(lines.length, 6);
    for (const line of lines) checkOf(line);
  });

  it('names the formats, and each that it names exists', () => {
    const named = [...PAGE.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell]) => cell!.match(/[a-z]+/g)!);
    assert.deepEqual([...named, 'text'].sort(), [...CHECK_FORMATS].sort());
  });

  it('gives the action only inputs that it has, with values that are allowed', () => {
    const uses = PAGE.split('- uses: OWNER/migration-terms@v0.2.0\n        with:\n').slice(1);
    assert.equal(uses.length, 2);
    for (const use of uses) {
      const [block] = use.split(/\n(?! {10})/);
      const given = [...block!.matchAll(/^ {10}([a-z-]+): (.+)$/gm)];
      assert.ok(given.length > 2);
      for (const [, name] of given) assert.ok(INPUTS.has(name!), name);
      const options = given
        .filter(([, name]) => name !== 'paths' && name !== 'output')
        .map(([, name, value]) => `--${name}=${value}`);
      checkOf(['check', ...options].join(' '));
    }
  });

  it('names the hook as it is defined, with valid arguments', () => {
    const [, id] = /^- id: (.+)$/m.exec(HOOKS)!;
    const [, entry] = /^ {2}entry: migration-terms (.+)$/m.exec(HOOKS)!;
    const [, args] = new RegExp(`- id: ${id}\\n {8}args: \\[(.+)\\]`).exec(PAGE)!;
    checkOf(`${entry} ${args!.replaceAll(',', '')} a.md`);
    assert.match(HOOKS, /^ {2}language: node$/m);
    const { bin, scripts } = JSON.parse(read('package.json'));
    assert.ok(bin['migration-terms'] && scripts.prepare, 'npm builds the command line when pre-commit installs it');
    assert.match(read('.npmrc'), /^foreground-scripts=false$/m);
  });

  it('defines a hook for the documents that are read', () => {
    const [, ends] = /^ {2}files: '\(\?i\)\\\.\(\?:(.+)\)\$'$/m.exec(HOOKS)!;
    assert.deepEqual(ends!.split('|'), [...LANGUAGE_ID_BY_END.keys(), ...WORD_ENDS, ...NOTEBOOK_ENDS]);
  });

  it('has a script that runs', function () {
    if (process.platform === 'win32') this.skip();
    this.timeout(120_000);
    const [, script] = /```sh\n(#!\/bin\/sh\n[^]*?)```/.exec(PAGE)!;
    const at = folder({ 'docs/a.md': CLEAN, 'docs/b.md': WRONG });
    const git = (...argv: string[]) =>
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...argv], { cwd: at.path });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'x');
    writeFileSync(join(at.path, 'docs/a.md'), WRONG);
    mkdirSync(join(at.path, 'bin'));
    const command = join(at.path, 'bin/migration-terms');
    writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${program('cli')}' "$@"\n`);
    chmodSync(command, 0o755);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', script!], {
      cwd: at.path,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(at.path, 'bin')}:${process.env.PATH}` },
    });
    const table = at.bytes('findings.csv').toString();
    at.remove();
    assert.deepEqual([status, stderr], [1, '']);
    assert.match(stdout, /^docs\/a\.md:1:1 warning [^]*1 file checked\.\n$/);
    assert.match(table, /^docs\/a\.md,1,1,,warning/m);
  });
});

describe('action.yml', () => {
  it('has scripts without an expression, and passes each input by its variable', () => {
    assert.equal(SCRIPTS.length, 2);
    for (const script of SCRIPTS) assert.doesNotMatch(script, /\$\{\{/);
    const passed = new Map(
      [...ACTION.matchAll(/^ {8}([A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}$/gm)].map(([, variable, name]) => [
        name!,
        variable!,
      ]),
    );
    assert.deepEqual([...passed.keys()].sort(), [...INPUTS.keys()].sort());
    for (const variable of passed.values()) assert.match(SCRIPTS[1]!, new RegExp(`\\$\\{?${variable}\\b`));
    assert.equal([...ACTION.matchAll(/\$\{\{/g)].length, passed.size + 2);
  });

  it('has the defaults of an annotated check, and names every level', () => {
    assert.deepEqual(Object.fromEntries(INPUTS), {
      paths: '.',
      'fail-on': 'warning',
      format: 'github',
      baseline: '',
      output: '',
    });
    for (const word of [...SEVERITIES, 'never', ...CHECK_FORMATS])
      assert.match(ACTION, new RegExp(`description: ".*\\b${word}\\b`));
  });

  describe('runs the command line', function () {
    this.timeout(20_000);
    let at: Folder;
    before(function () {
      if (process.platform === 'win32') this.skip();
      // Prints its arguments instead of checking.
      at = folder({ 'tool x/dist/cli.js': 'process.stdout.write(JSON.stringify(process.argv.slice(2)))' });
    });
    after(() => at?.remove());

    const argvOf = (inputs: Readonly<Record<string, string>>): readonly string[] => {
      const variables = Object.fromEntries(
        [...INPUTS].map(([name, value]) => [`CHECK_${name.toUpperCase().replace('-', '_')}`, inputs[name] ?? value]),
      );
      const { stdout, stderr, status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail'], {
        cwd: at.path,
        input: SCRIPTS[1]!,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, ACTION_FOLDER: join(at.path, 'tool x'), ...variables },
      });
      assert.deepEqual([status, stderr], [0, '']);
      return JSON.parse(inputs.output ? at.bytes(inputs.output).toString() : stdout);
    };

    for (const [what, inputs, expected] of [
      ['with the defaults', {}, ['--format=github', '--fail-on=warning', '--', '.']],
      [
        'with several paths, with spaces and empty lines',
        { paths: 'docs\n\na b.md\r\n*.md\n' },
        ['--format=github', '--fail-on=warning', '--', 'docs', 'a b.md', '*.md'],
      ],
      [
        'with text that a shell would run',
        { paths: '$(touch x)\n`touch x`\n"; touch x\n--config=x', baseline: '$(touch x) "', format: 'sarif' },
        [
          '--format=sarif',
          '--fail-on=warning',
          '--baseline=$(touch x) "',
          '--',
          '$(touch x)',
          '`touch x`',
          '"; touch x',
          '--config=x',
        ],
      ],
      ['with no path', { paths: '' }, ['--format=github', '--fail-on=warning', '--']],
      ['into a file', { output: 'out file.sarif' }, ['--format=github', '--fail-on=warning', '--', '.']],
    ] as const) {
      it(what, () => {
        const argv = argvOf(inputs);
        assert.deepEqual(argv, ['check', ...expected]);
        assert.throws(() => at.bytes('x'));
        const command = parseArguments(argv);
        assert.ok(command.kind === 'check');
        const at_ = expected.indexOf('--' as never);
        assert.deepEqual(command.paths, expected.length === at_ + 1 ? ['.'] : expected.slice(at_ + 1));
      });
    }
  });
});
