import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { build } from 'esbuild';

/**
 * Puts the files of data/ into a bundle packed, as one text that is unpacked when a termbase is first asked for: a quarter
 * of the bytes, and nothing to build when the bundle is loaded. What only tests and editors of the files need stays out.
 * The files are checked here, once, so that nobody waits for that at each start; a problem ends the build.
 */
export const packData = {
  name: 'pack-data',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]termbase[\\/]builtin\.ts$/ }, async ({ path: module }) => {
      const files = builtinFiles(module);
      packed ??= pack(files, path.dirname(module));
      return { contents: MODULE(await packed, bundle.initialOptions.platform === 'node'), loader: 'ts', resolveDir: path.dirname(module), watchFiles: files.map(({ from }) => from) };
    });
  },
};

/** The same for all bundles. */
let packed;

async function pack(files, termbase) {
  const { formsOf, loadTermbase, termsIn } = await engine(termbase);
  const named = files.map(({ file, from }) => ({ file, content: without(JSON.parse(fs.readFileSync(from, 'utf8'))) }));
  const { problems } = loadTermbase(named);
  if (problems.length > 0) throw new Error(`data/ cannot be packed:\n${problems.map(({ file, place, message }) => `${file} ${place}: ${message}`).join('\n')}`);
  const text = JSON.stringify(named.map(({ file, content }) => ({ file, content, forms: termsIn(content).map((term) => (term.text.includes('{') ? formsOf(term) : null)) })));
  return zlib.deflateRawSync(text, { level: 9 }).toString('base64');
}

/** What reads the data in the product reads it here as well. */
async function engine(termbase) {
  const { outputFiles: [{ text }] } = await build({
    stdin: { contents: "export { formsOf, loadTermbase } from './load'; export { termsIn } from './merge';", resolveDir: termbase, loader: 'ts' },
    bundle: true, write: false, format: 'esm', platform: 'node',
  });
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

/**
 * The same names as the module it stands for, but for the list itself, which only tests read. Node has an `inflate` of its
 * own, which spares a cold start the time to warm ours up; the extension is one bundle for Node and browsers, and asks for it.
 */
const MODULE = (packed, isNode) => `
import { loadTermbase } from './load';
${isNode ? "import * as zlib from 'node:zlib';" : "import { unpack as unpackSlowly } from './unpack';\nconst zlib = globalThis.process?.getBuiltinModule?.('node:zlib');"}
const unpackByNode = (packed) => zlib.inflateRawSync(Buffer.from(packed, 'base64')).toString();
const unpack = ${isNode ? 'unpackByNode' : 'zlib ? unpackByNode : unpackSlowly'};
let files;
let builtin;
export const builtinFiles = () => (files ??= JSON.parse(unpack(${JSON.stringify(packed)})));
export const builtinTermbase = () => (builtin ??= loadTermbase(builtinFiles()).termbase);
`;

/** The data files that the module imports, under the names that its list calls them by. */
function builtinFiles(module) {
  return [...fs.readFileSync(module, 'utf8').matchAll(/^import \w+ from '(.*\/data\/(.*\.json))';/gm)]
    .map(([, from, file]) => ({ file, from: path.resolve(path.dirname(module), from) }));
}

function without(content) {
  const { $schema: _schema, ...file } = content;
  for (const { names } of file.concepts ?? []) for (const name of names) delete name.examples;
  return file;
}
