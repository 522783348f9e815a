import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { buildSync } from 'esbuild';
import ts from 'typescript';
import { docxParts, zipped } from '../support/docx';

// The package as another program gets it: packed, installed without a network, and used as docs/library.md shows.

const ROOT = resolve(__dirname, '../..');
const NAME = 'migration-policy-terms';

interface Example {
  readonly code: string;
  /** The lines that it prints: the comments at the beginning of a line. */
  readonly printed: readonly string[];
}

const EXAMPLES: readonly Example[] = [
  ...readFileSync(join(ROOT, 'docs/library.md'), 'utf8').matchAll(/^```js\n([^]*?)^```$/gm),
].map(([, code]) => ({ code: code!, printed: [...code!.matchAll(/^\/\/ (.*)$/gm)].map(([, line]) => line!) }));
const PRINTED = EXAMPLES.flatMap(({ printed }) => printed);

describe('the package as a library', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'migration-terms-library-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = (command: string, args: readonly string[], cwd = folder): string => {
    const shell = process.platform === 'win32' && command === 'npm';
    const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell });
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const write = (name: string, text: string | Uint8Array): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  before(() => {
    const packed = run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], ROOT);
    write('package.json', '{ "name": "program", "private": true }');
    mkdirSync(join(folder, 'cache'));
    // An empty cache and no network: a dependency would end the installation.
    const quietly = ['--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'cache')];
    run('npm', ['install', ...quietly, `./${JSON.parse(packed)[0].filename}`]);
    const body = '<w:p><w:r><w:t>The International Office of Migration pays.</w:t></w:r></w:p>';
    write('report.docx', zipped(docxParts({ body })));
  });

  it('installs nothing else', () => {
    assert.deepEqual(
      readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
      [NAME],
    );
  });

  it('has examples that print something', () => {
    assert.ok(EXAMPLES.length >= 7);
    assert.ok(EXAMPLES.every(({ code, printed }) => printed.length > 0 && code.includes(NAME)));
  });

  it('runs the examples as ECMAScript modules', () => {
    EXAMPLES.forEach(({ code }, i) => write(`example${i}.mjs`, code));
    const main = write('main.mjs', EXAMPLES.map((_, i) => `import './example${i}.mjs';\n`).join(''));
    assert.deepEqual(run(process.execPath, [main]).trimEnd().split('\n'), PRINTED);
  });

  it('runs the examples as CommonJS modules', () => {
    const required = (code: string): string =>
      code.replace(/^import (\{.*\}) from ('.*');$/gm, 'const $1 = require($2);');
    EXAMPLES.forEach(({ code }, i) => write(`example${i}.cjs`, required(code)));
    const main = write('main.cjs', EXAMPLES.map((_, i) => `require('./example${i}.cjs');\n`).join(''));
    assert.deepEqual(run(process.execPath, [main]).trimEnd().split('\n'), PRINTED);
  });

  it('shows no line of its engine for an error that a program does not handle', () => {
    for (const [end, first] of [
      ['mjs', `import { check } from '${NAME}';`],
      ['cjs', `const { check } = require('${NAME}');`],
    ] as const)
      for (const [wrong, expected] of [
        ['check(42)', /^TypeError: check: "text" must be a string\.\n +at \S*.*uncaught/m],
        ["check('', { get language() { null.x } })", /^Error: check failed\n[^]*\[cause\]: TypeError: Cannot read/m],
      ] as const) {
        const program = write(`uncaught.${end}`, `${first}\n${wrong};\n`);
        const { status, stderr } = spawnSync(process.execPath, [program], { cwd: folder, encoding: 'utf8' });
        assert.equal(status, 1);
        assert.match(stderr, expected);
        assert.match(stderr, /^\S*(?:uncaught|library)\.[cm]js:\d+\n/);
      }
  });

  it('still has the command line', () => {
    const cli = join(folder, 'node_modules/.bin/migration-terms');
    if (process.platform !== 'win32') assert.match(run(cli, ['lookup', 'ICEM']), /1952/);
  });

  for (const [how, module, moduleResolution, ends] of [
    ['Node', ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext, ['mts', 'cts']],
    ['a bundler', ts.ModuleKind.ESNext, ts.ModuleResolutionKind.Bundler, ['ts']],
    ['CommonJS of old', ts.ModuleKind.CommonJS, ts.ModuleResolutionKind.Node10, ['ts']],
  ] as const) {
    it(`has types, with which the examples compile in strict mode for ${how}`, () => {
      const files = ends.flatMap((end) => EXAMPLES.map(({ code }, i) => write(`example${i}.${end}`, code)));
      const program = ts.createProgram(files, {
        module,
        moduleResolution,
        target: ts.ScriptTarget.ES2022,
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        skipDefaultLibCheck: true,
        typeRoots: [join(ROOT, 'node_modules/@types')],
        types: ['node'],
      });
      assert.deepEqual(
        ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => [file?.fileName, messageText]),
        [],
      );
      const end = moduleResolution === ts.ModuleResolutionKind.Node10 ? 'cts' : 'mts';
      assert.ok(program.getSourceFiles().some(({ fileName }) => fileName.endsWith(`/${NAME}/dist/library.d.${end}`)));
    });
  }

  it('has types that are complete in one file, and refuse a wrong option', () => {
    const [module, common] = ['mts', 'cts'].map((end) =>
      readFileSync(join(folder, `node_modules/${NAME}/dist/library.d.${end}`), 'utf8'),
    );
    assert.equal(module, common);
    assert.doesNotMatch(module!, /\bimport\b|^export .* from /m);
    const wrong = write('wrong.mts', `import { check } from '${NAME}';\ncheck('', { language: 'de' });\n`);
    const program = ts.createProgram([wrong], {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      strict: true,
      noEmit: true,
      types: [],
    });
    assert.deepEqual(
      ts.getPreEmitDiagnostics(program).map(({ code }) => code),
      [2322],
    );
  });

  // Only what a browser also has; a browser itself is not among what the tests of the build need.
  it('runs the examples in a bundle for browsers, without the globals of Node', () => {
    const examples = EXAMPLES.map((example, i) => ({ ...example, i })).filter(({ code }) => !code.includes("'node:"));
    const main = write('page.mjs', examples.map(({ i }) => `import './example${i}.mjs';\n`).join(''));
    const { outputFiles } = buildSync({
      entryPoints: [main],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'silent',
    });
    const lines: string[] = [];
    const console = { log: (...values: unknown[]) => lines.push(values.join(' ')) };
    runInContext(outputFiles[0]!.text, createContext({ console, atob, TextDecoder, TextEncoder }));
    assert.deepEqual(
      lines,
      examples.flatMap(({ printed }) => printed),
    );
  });

  it('runs in a page without a bundler, whose scripts have no `require` and no exports', () => {
    const library = join(folder, 'node_modules', NAME, 'dist/library.mjs');
    const page = write('page.cjs', PAGE);
    assert.equal(run(process.execPath, ['--no-warnings', '--experimental-vm-modules', page, library]), '1\n');
  });
});

/** Loads a module as a browser does, and counts the findings in a text. */
const PAGE = `
const { readFileSync } = require('node:fs');
const { join, dirname } = require('node:path');
const vm = require('node:vm');
const context = vm.createContext({ atob, TextDecoder, TextEncoder });
async function load(file) {
  const module = new vm.SourceTextModule(readFileSync(file, 'utf8'), { context, identifier: file });
  await module.link((name, from) => load(join(dirname(from.identifier), name)));
  return module;
}
load(process.argv[2]).then(async (module) => {
  await module.evaluate();
  console.log(module.namespace.check('Today the ICEM helps migrants.').findings.length);
});
`;
