// Builds dist/: the extension, as one bundle for Node and the browser, the page of the history panel, the command line,
// and the licences of the bundled packages.
//
//   node scripts/build.mjs [--dev]     (--dev: not minified, with source maps)
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { libraryTypes } from './libraryTypes.mjs';
import { bundledPackages, NOTICES_FILE, noticesText } from './notices.mjs';
import {
  DATA_BESIDE,
  DATA_FILE,
  dataAsText,
  dataText,
  exported,
  inAscii,
  packData,
  packWordRows,
} from './packData.mjs';
import { ENGINE_BESIDE, ENGINE_FILE, SERVICES_FILE, sharedEngine } from './sharedEngine.mjs';
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
  // The other kind of module in some packages requires its files by names that the bundler does not see.
  mainFields: ['module', 'main'],
  external: [`./${ENGINE_FILE}`, `./${SERVICES_FILE}`],
  charset: 'ascii',
  isAscii: !dev,
});

const engine = sharedEngine(root);
/** The commands that answer before any other bundle is loaded. */
const FIRST = ['lsp.ts', 'mcp.ts'];
/** The commands that need only the record, and little of the engine. */
const OF_RECORD = ['export.ts', 'import.ts', 'lookup.ts'];

const BUNDLES = [
  {
    entry: 'src/vscode/extension.ts',
    outfile: 'dist/extension.js',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    // The editor starts once, and a download weighs more.
    collectsWords: true,
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
    ...(OF_RECORD.includes(file) ? { banner: DATA_BESIDE } : !FIRST.includes(file) && { plugins: [engine.plugin] }),
    ...(file === 'lsp.ts' && { plugins: [serviceApart], supported: { 'dynamic-import': false } }),
    ...(file === 'mcp.ts' && { plugins: [commandsApart, serverOnly], supported: { 'dynamic-import': false } }),
  })),
  ...[
    ['src/lsp/service.ts', 'dist/cli-service.js'],
    ['src/cli/assistants.ts', 'dist/cli-assistants.js'],
    ['src/cli/threads/thread.ts', 'dist/cli-thread.js'],
  ].map(([entry, outfile]) => ({ ...forNode(entry, outfile), plugins: [engine.plugin] })),
  // `vscode` is deliberately not external: this build fails as soon as the command line imports the editor's API.
  {
    ...forNode('src/cli/bin.ts', 'dist/cli.js'),
    plugins: [commandsApart],
    supported: { 'dynamic-import': false },
    executable: true,
  },
];

/** Built last, the services before the engine; for browsers too, as the library consists of them. */
const forLibrary = (outfile, banner, globalName, page, rest) => ({
  outfile: `dist/${outfile}`,
  platform: 'browser',
  target: 'es2022',
  format: 'iife',
  globalName,
  banner,
  footer: exported(globalName, page),
  charset: 'ascii',
  isAscii: !dev,
  ...rest,
});
const SERVICES = forLibrary(SERVICES_FILE, ENGINE_BESIDE, 'services', 'migrationTermsServices', {
  external: [`./${ENGINE_FILE}`],
  plugins: [engine.servicesPlugin],
});
const ENGINE = forLibrary(ENGINE_FILE, DATA_BESIDE, 'engine', 'migrationTerms', {
  external: [],
  plugins: [engine.enginePlugin],
});

/**
 * For an error that a program does not handle, Node prints the line that it comes from. That should be none of the
 * engine. The message on a wrong argument begins with the name of the function: it comes from the program's own line.
 */
const CALL = `
function calling(name) {
  return function call(...input) {
    try {
      return library[name](...input);
    } catch (error) {
      if (!error.message.startsWith(name + ': ')) throw new Error(name + ' failed', { cause: error });
      Error.captureStackTrace?.(error, call);
      throw error;
    }
  };
}
`;

try {
  checkLanguageData();
  const metafiles = [];
  for (const bundle of BUNDLES) metafiles.push(await write(bundle));
  metafiles.push(await write({ ...SERVICES, contents: engine.servicesContents() }));
  metafiles.push(await write({ ...ENGINE, contents: engine.engineContents() }));
  fs.writeFileSync(path.join(root, 'dist', NOTICES_FILE), noticesText(bundledPackages(metafiles, root)));
  fs.writeFileSync(path.join(root, 'dist', DATA_FILE), await dataText());
  writeLibrary();
  const types = libraryTypes(path.join(root, 'src/library'));
  // One for each way of import, as TypeScript takes the kind of a module from the end of its name.
  for (const end of ['mts', 'cts']) fs.writeFileSync(path.join(root, `dist/library.d.${end}`), types);
} catch (error) {
  // esbuild has already reported its own errors.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
}

/** Without "type": "module" in package.json, which is also that of the extension, a module must end in .mjs. */
function writeLibrary() {
  const { library } = createRequire(import.meta.url)(path.join(root, 'dist', SERVICES_FILE));
  const write = (end, rows) => fs.writeFileSync(path.join(root, `dist/library.${end}`), `${rows.join('\n')}\n`);
  const names = Object.keys(library);
  write('cjs', [
    `const { library } = require('./${SERVICES_FILE}');`,
    CALL,
    ...names.map((name) => `exports.${name} = calling('${name}');`),
  ]);
  write('mjs', [
    `import './${DATA_FILE}';`,
    `import './${ENGINE_FILE}';`,
    `import * as services from './${SERVICES_FILE}';`,
    // In a page without a bundler, the scripts have no exports.
    "const { library } = services['default'] ?? globalThis.migrationTermsServices;",
    CALL,
    ...names.map((name) => `export const ${name} = /* @__PURE__ */ calling('${name}');`),
  ]);
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
  contents,
  outfile,
  plugins = [],
  executable = false,
  banner = '',
  footer = '',
  isAscii = false,
  format = 'cjs',
  collectsWords = false,
  charset = 'utf8',
  ...options
}) {
  const { metafile } = await build({
    ...options,
    metafile: true,
    absWorkingDir: root,
    ...(contents ? { stdin: { contents, resolveDir: root, loader: 'ts' } } : { entryPoints: [entry] }),
    outfile,
    bundle: true,
    format,
    minify: !dev,
    sourcemap: dev,
    plugins: [...plugins, packData, ...(collectsWords ? [] : [packWordRows]), dataAsText, packRulePages],
    charset,
    // Stack traces and editors show lines.
    lineLimit: 200,
    legalComments: 'none',
    banner: { js: banner },
    footer: { js: footer },
    logLevel: 'warning',
  });
  const file = path.join(root, outfile);
  if (isAscii) fs.writeFileSync(file, inAscii(fs.readFileSync(file, 'utf8')));
  if (executable) fs.chmodSync(file, 0o755);
  console.log(`${outfile.padEnd(22)} ${sizeOf(file)}`);
  return metafile;
}

function sizeOf(file) {
  return `${(fs.statSync(file).size / 1024).toFixed(1).padStart(7)} KB`;
}
