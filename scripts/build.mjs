// Builds dist/: the extension, as one bundle for Node and the browser, the page of the history panel, the command line,
// and the licences of the bundled packages.
//
//   node scripts/build.mjs [--dev]     (--dev: not minified, with source maps)
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryTypes } from './libraryTypes.mjs';
import { bundledPackages, NOTICES_FILE, noticesText } from './notices.mjs';
import { DATA_FILE, dataText, inAscii, packData } from './packData.mjs';
import { packRulePages } from './packRulePages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = process.argv.includes('--dev');

/**
 * The command line loads each command from a bundle next to it, and only when it runs that command; the server for
 * assistants loads the record in the same way.
 */
const commandsApart = {
  name: 'commands-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^(?:\.\/commands\/\w+|\.\.\/assistants)$/ }, ({ path: module, resolveDir }) => ({
      path: path.basename(module),
      namespace: 'apart',
      pluginData: resolveDir,
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'apart' }, ({ path: command, pluginData: resolveDir }) => ({
      contents: `module.exports = require('node:module').createRequire(__filename)('./cli-${command}.js');`,
      resolveDir,
    }));
  },
};

/** The language server loads its service from a bundle next to it, once it has answered the handshake. */
const serviceApart = {
  name: 'service-apart',
  setup(bundle) {
    bundle.onResolve({ filter: /^\.\/service$/ }, ({ resolveDir }) => ({
      path: 'service',
      namespace: 'apart',
      pluginData: resolveDir,
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'apart' }, ({ pluginData: resolveDir }) => ({
      contents: "module.exports = require('node:module').createRequire(__filename)('./cli-service.js');",
      resolveDir,
    }));
  },
};

/**
 * The SDK includes a validator that compiles code at run time, and a converter of schemas. A server needs the one only
 * for what a client answers to questions, and this one asks none; the other only for schemas that are not yet JSON.
 */
const serverOnly = {
  name: 'server-only',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]validation[\\/]ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
    }));
    // Most schemas of the protocol are for clients. Building one has no effects, which the bundler cannot know.
    bundle.onLoad({ filter: /[\\/]sdk[\\/]dist[\\/]esm[\\/]types\.js$/ }, ({ path: module }) => ({
      contents: fs
        .readFileSync(module, 'utf8')
        .replace(/(?<![\w.'"`])(?:z|\w+Schema)\s*\.\s*(?=[a-z]+\()/gi, '/* @__PURE__ */ $&'),
    }));
    bundle.onResolve({ filter: /^zod-to-json-schema$/ }, () => ({ path: 'zod-to-json-schema', namespace: 'left-out' }));
    bundle.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'export const zodToJsonSchema = undefined;',
    }));
  },
};

/**
 * In ASCII, which Node reads in half the time; the only other letters that esbuild keeps are in regular expressions.
 */
const forNode = (entry, outfile) => ({
  entry,
  outfile,
  platform: 'node',
  target: 'node20',
  external: [],
  charset: 'ascii',
  isAscii: !dev,
});

const BUNDLES = [
  {
    entry: 'src/vscode/extension.ts',
    outfile: 'dist/extension.js',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
  },
  {
    entry: 'src/webview/timeline.ts',
    outfile: 'dist/timeline.js',
    platform: 'browser',
    target: 'es2022',
    external: [],
    format: 'iife',
  },
  ...fs.readdirSync(path.join(root, 'src/cli/commands')).map((file) => ({
    ...forNode(`src/cli/commands/${file}`, `dist/cli-${path.parse(file).name}.js`),
    ...(file === 'lsp.ts' && { plugins: [serviceApart], supported: { 'dynamic-import': false } }),
    ...(file === 'mcp.ts' && { plugins: [commandsApart, serverOnly], supported: { 'dynamic-import': false } }),
  })),
  forNode('src/lsp/service.ts', 'dist/cli-service.js'),
  forNode('src/cli/assistants.ts', 'dist/cli-assistants.js'),
  forNode('src/cli/threads/thread.ts', 'dist/cli-thread.js'),
  // `vscode` is deliberately not external: this build fails as soon as the command line imports the editor's API.
  {
    ...forNode('src/cli/bin.ts', 'dist/cli.js'),
    plugins: [commandsApart],
    supported: { 'dynamic-import': false },
    executable: true,
  },
  // Without "type": "module" in package.json, which is also that of the extension, a module must end in .mjs.
  ...[
    { outfile: 'dist/library.mjs', format: 'esm' },
    { outfile: 'dist/library.cjs', format: 'cjs' },
  ].map((bundle) => ({
    entry: 'src/library/index.ts',
    platform: 'browser',
    target: 'es2022',
    external: [],
    ...bundle,
  })),
];

try {
  checkLanguageData();
  const metafiles = [];
  for (const bundle of BUNDLES) metafiles.push(await write(bundle));
  fs.writeFileSync(path.join(root, 'dist', NOTICES_FILE), noticesText(bundledPackages(metafiles, root)));
  fs.writeFileSync(path.join(root, 'dist', DATA_FILE), await dataText());
  const types = libraryTypes(path.join(root, 'src/library'));
  // One for each way of import, as TypeScript takes the kind of a module from the end of its name.
  for (const end of ['mts', 'cts']) fs.writeFileSync(path.join(root, `dist/library.d.${end}`), types);
} catch (error) {
  // esbuild has already reported its own errors.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
}

/** Fails the build if a grammar or a relation has a fault, which has been reported. */
function checkLanguageData() {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path.join(root, 'scripts/languageData.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('data/grammar or data/relations has a fault; see above.');
}

/** Returns esbuild's metadata about the bundle. */
async function write({
  entry,
  outfile,
  plugins = [],
  executable = false,
  isAscii = false,
  format = 'cjs',
  charset = 'utf8',
  ...options
}) {
  const { metafile } = await build({
    ...options,
    // A duplicate key in a data file hides its first value.
    logOverride: { 'duplicate-object-key': 'error' },
    metafile: true,
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format,
    minify: !dev,
    sourcemap: dev,
    plugins: [packData, packRulePages, ...plugins],
    charset,
    // For an error that a program does not handle, Node prints the whole line.
    lineLimit: 200,
    legalComments: 'none',
    banner: executable && !startsWithShebang(entry) ? { js: '#!/usr/bin/env node' } : {},
    logLevel: 'warning',
  });
  const file = path.join(root, outfile);
  if (isAscii) fs.writeFileSync(file, inAscii(fs.readFileSync(file, 'utf8')));
  if (executable) fs.chmodSync(file, 0o755);
  console.log(`${outfile.padEnd(22)} ${sizeOf(file)}`);
  return metafile;
}

function startsWithShebang(entry) {
  return fs.readFileSync(path.join(root, entry), 'utf8').startsWith('#!');
}

function sizeOf(file) {
  return `${(fs.statSync(file).size / 1024).toFixed(1).padStart(7)} KB`;
}
