import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { build } from 'esbuild';

/** What the bundles of the command line read the data from: it stands beside them, once for all. */
export const DATA_FILE = 'cli-data.json';

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
      text ??= read(files, path.dirname(module));
      const contents = bundle.initialOptions.platform === 'node' ? BESIDE : PACKED(zlib.deflateRawSync(await text, { level: 9 }).toString('base64'));
      return { contents, loader: 'ts', resolveDir: path.dirname(module), watchFiles: files.map(({ from }) => from) };
    });
  },
};

/** The text of {@link DATA_FILE}, once a bundle has asked for the data. */
export async function dataText() {
  // In ASCII, as a text with other letters takes Node twice as long to read.
  return inAscii(await text);
}

/** Text in which other letters stand in strings and regular expressions only, with these written as escapes. */
export function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for all bundles. */
let text;

async function read(files, termbase) {
  const { formsOf, hoistSources, loadTermbase, termsIn } = await engine(termbase);
  const named = files.map(({ file, from }) => ({ file, content: hoistSources(without(JSON.parse(fs.readFileSync(from, 'utf8')))) }));
  const { problems } = loadTermbase(named);
  if (problems.length > 0) throw new Error(`data/ cannot be packed:\n${problems.map(({ file, place, message }) => `${file} ${place}: ${message}`).join('\n')}`);
  return JSON.stringify(named.map(({ file, content }) => ({ file, content, forms: termsIn(content).map((term) => (term.text.includes('{') ? formsOf(term) : null)) })));
}

/** What reads the data in the product reads it here as well. */
async function engine(termbase) {
  const { outputFiles: [{ text }] } = await build({
    stdin: { contents: "export { formsOf, loadTermbase } from './load'; export { hoistSources } from './inlineSources'; export { termsIn } from './merge';", resolveDir: termbase, loader: 'ts' },
    bundle: true, write: false, format: 'esm', platform: 'node',
  });
  return import(`data:text/javascript,${encodeURIComponent(text)}`);
}

/**
 * The same names as the module that it stands for, but for the list itself, which only tests read. Node has an `inflate` of
 * its own, which is faster than ours; the extension is one bundle for Node and browsers, and asks for it.
 */
const PACKED = (packed) => `
import { loadTermbase } from './load';
import { unpack as unpackSlowly } from './unpack';
const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
const unpack = zlib ? (packed) => zlib.inflateRawSync(Buffer.from(packed, 'base64')).toString() : unpackSlowly;
let files;
let builtin;
export const builtinFiles = () => (files ??= JSON.parse(unpack(${JSON.stringify(packed)})));
export const builtinTermbase = () => (builtin ??= loadTermbase(builtinFiles()).termbase);
`;

/** For the command line, which may read files: not packed, as a cold start is what people wait for. */
const BESIDE = `
import fs from 'node:fs';
import path from 'node:path';
import { loadTermbase } from './load';
let files;
let builtin;
export const builtinFiles = () => (files ??= JSON.parse(fs.readFileSync(path.join(__dirname, '${DATA_FILE}'), 'latin1')));
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
