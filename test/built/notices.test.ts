import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listFiles } from '@vscode/vsce';

// Whoever gets a bundle gets the licences of what is in it.

const ROOT = resolve(__dirname, '../..');
const NOTICES = 'dist/ThirdPartyNotices.txt';
/** A script of the build, which is no TypeScript. */
const MODULE = pathToFileURL(join(ROOT, 'scripts/notices.mjs')).href;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim();

describe('the licences of what is bundled', function () {
  // What would be packed is looked for among all files here, installed packages too.
  this.timeout(120_000);
  const notices = read(NOTICES);

  for (const [name, text] of [
    ['fflate', 'node_modules/fflate/LICENSE'],
    ['fuse.js', 'node_modules/fuse.js/LICENSE'],
    ['jsonc-parser', 'node_modules/jsonc-parser/LICENSE.md'],
    ['xmlchars', 'node_modules/xmlchars/LICENSE'],
    ['saxes', 'scripts/licences/saxes.txt'],
    ['@modelcontextprotocol/sdk', 'node_modules/@modelcontextprotocol/sdk/LICENSE'],
    ['zod', 'node_modules/zod/LICENSE'],
  ] as const) {
    it(`have the text of ${name}`, () => {
      const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`));
      assert.ok(notices.includes(`\n${name} ${version} (${license}), in `), 'it is not named');
      assert.ok(notices.includes(plain(read(text))), 'its text is not there');
    });
  }

  it('are of the packages that are in the bundles, and say in which', () => {
    assert.deepEqual(
      [...notices.matchAll(/^(\S+) \S+ \([^)]+\), in (.+)$/gm)].map(([, name, bundles]) => [
        name,
        bundles!.split(', ').includes('extension.js'),
      ]),
      [
        // Of the SDK only the server is bundled: none of its packages for HTTP, and no validator.
        ['@modelcontextprotocol/sdk', false],
        ['fflate', true],
        ['fuse.js', true],
        ['jsonc-parser', true],
        ['saxes', true],
        ['vscode-jsonrpc', false],
        ['vscode-languageserver-textdocument', false],
        ['xmlchars', true],
        ['zod', true],
      ],
    );
  });

  it('are in the extension', async () => {
    const files = await listFiles({ cwd: ROOT, packageManager: 0 });
    assert.ok(files.includes('dist/extension.js') && files.includes('LICENSE'));
    assert.ok(files.includes(NOTICES));
  });

  it('are in the package of the command line and the library, with every bundle that they run', () => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: ROOT,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    const files = (JSON.parse(stdout)[0].files as { path: string }[]).map(({ path }) => path);
    assert.deepEqual(files.filter((path) => !/^dist\/cli(?:-\w+)?\.js$/.test(path)).sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/ThirdPartyNotices.txt',
      'dist/data.js',
      'dist/engine.js',
      'dist/library.cjs',
      'dist/library.d.cts',
      'dist/library.d.mts',
      'dist/library.mjs',
      'dist/services.js',
      'package.json',
    ]);
    const needed = [...read('dist/cli.js').matchAll(/"(?:\.\/)?(cli-[\w-]+\.js)"/g)].map(([, name]) => `dist/${name}`);
    assert.ok(needed.length > 5, String(needed));
    assert.deepEqual(
      ['dist/cli.js', ...needed].filter((path) => !files.includes(path)),
      [],
    );
  });
});

describe('a package that is bundled', () => {
  const folder = mkdtempSync(join(tmpdir(), 'migration-terms-notices-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const outputs = (bytes: Readonly<Record<string, number>>) => [
    {
      outputs: {
        'dist/a.js': {
          inputs: Object.fromEntries(Object.entries(bytes).map(([path, bytesInOutput]) => [path, { bytesInOutput }])),
        },
      },
    },
  ];
  const packageAt = (path: string, name: string): void =>
    write(`${path}/package.json`, JSON.stringify({ name, version: '1.0.0', license: 'MIT' }));

  it('is the innermost one, also of a scope, and only if something of it is in the bundle', async () => {
    const { bundledPackages } = await import(MODULE);
    for (const [path, name] of [
      ['node_modules/a', 'a'],
      ['node_modules/a/node_modules/@s/b', '@s/b'],
    ] as const) {
      packageAt(path, name);
      write(`${path}/LICENCE.md`, `The licence of ${name}.\r\n`);
    }
    const found = bundledPackages(
      outputs({
        'src/x.ts': 9,
        'node_modules/a/lib/x.js': 1,
        'node_modules/a/node_modules/@s/b/x.js': 1,
        'node_modules/dropped/x.js': 0,
      }),
      folder,
    );
    assert.deepEqual(
      found.map(({ name, texts, bundles }: { name: string; texts: string[]; bundles: string[] }) => [
        name,
        texts,
        bundles,
      ]),
      [
        ['@s/b', ['The licence of @s/b.\n'], ['a.js']],
        ['a', ['The licence of a.\n'], ['a.js']],
      ],
    );
  });

  it('without a licence text ends the build', async () => {
    const { bundledPackages } = await import(MODULE);
    packageAt('node_modules/bare', 'bare');
    assert.throws(
      () => bundledPackages(outputs({ 'node_modules/bare/x.js': 1 }), folder),
      /bare 1\.0\.0 is bundled, but has no licence text\. .*scripts\/licences/,
    );
  });
});
