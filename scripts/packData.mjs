import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { build, transform } from 'esbuild';

/** The module next to the engine that contains the packed data, for all bundles but those that stand alone. */
export const DATA_FILE = 'data.js';

/**
 * Packs the files of data/ into a bundle, as one text that is unpacked when a termbase is first requested. This takes a
 * quarter of the bytes, and no work when the bundle is loaded. Data that only tests and editors of the files need is
 * omitted. The files are checked here once, so that no start has to check them; a problem ends the build.
 */
export const packData = {
  name: 'pack-data',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]termbase[\\/]builtin\.ts$/ }, async ({ path: module }) => {
      const files = builtinFiles(module);
      text ??= read(files, path.dirname(module));
      const contents = UNPACKED(
        bundle.initialOptions.banner?.js === DATA_BESIDE ? DATA_NAME : JSON.stringify(packed(await text)),
      );
      return { contents, loader: 'ts', resolveDir: path.dirname(module), watchFiles: files.map(({ from }) => from) };
    });
  },
};

/**
 * Writes the other files of data/ into a bundle as text that is parsed when the bundle is loaded, which takes half the
 * time of the same value as code. A bundle that does not use a file omits it.
 */
export const dataAsText = {
  name: 'data-as-text',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]data[\\/].*\.json$/ }, async ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8');
      // A duplicate key hides its first value.
      await transform(text, { loader: 'json', sourcefile: file, logOverride: { 'duplicate-object-key': 'error' } });
      const packed = JSON.stringify(JSON.parse(text), (key, value) => (key === '$comment' ? undefined : value));
      return { contents: `export default /* @__PURE__ */ JSON.parse(${JSON.stringify(packed)});`, loader: 'js' };
    });
  },
};

/** Writes the words of relations into a bundle; collecting them would take a tenth of the first check. */
export const packWordRows = {
  name: 'pack-word-rows',
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]claims[\\/]wordRows\.ts$/ }, async ({ path: module }) => {
      const resolveDir = path.dirname(module);
      rows ??= runBundled("export { wordRows } from './wordRows'; export { LANGS } from '../document';", resolveDir);
      const { wordRows, LANGS } = await rows;
      const texts = Object.fromEntries(LANGS.map((lang) => [lang, JSON.stringify(wordRows(lang))]));
      const contents = `import { perLang } from '../document';
        const ROWS = ${JSON.stringify(texts)};
        export const wordRows = perLang((lang) => JSON.parse(ROWS[lang]));`;
      return { contents, loader: 'ts', resolveDir };
    });
  },
};

/** The same for all bundles. */
let rows;

const DATA_NAME = 'packedMigrationTerms';

/** The beginning of a bundle that reads the data from {@link DATA_FILE}. */
export const DATA_BESIDE = `var ${DATA_NAME} = typeof require === 'function' ? require('./${DATA_FILE}') : globalThis.${DATA_NAME};`;

/** The text of {@link DATA_FILE}, once a bundle has requested the data. */
export async function dataText() {
  return exported(JSON.stringify(packed(await text)), DATA_NAME);
}

/** Exports a value from a script for Node and bundlers; a page, which has no modules of this kind, gets a global. */
export function exported(value, name) {
  return `(function (value) {\nif (typeof module === 'object' && module.exports) module.exports = value;\nelse globalThis.${name} = value;\n})(${value});\n`;
}

function packed(text) {
  return zlib.deflateRawSync(Buffer.from(inLatin1(text), 'latin1'), { level: 9 }).toString('base64');
}

/**
 * Escapes non-ASCII letters of code or of JSON, which must occur only in strings and regular expressions. Node reads
 * the result as bytes, in half the memory.
 */
export function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The accents of French and Spanish are one byte each, and Node reads the whole as bytes. */
function inLatin1(json) {
  return json.replace(/[^\0-\xff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The same for all bundles. */
let text;

async function read(files, termbase) {
  const { hoistSources, loadTermbase } = await runBundled(
    "export { loadTermbase } from './load'; export { hoistSources } from './inlineSources';",
    termbase,
  );
  const named = files.map(({ file, from }) => ({
    file,
    content: hoistSources(without(JSON.parse(fs.readFileSync(from, 'utf8')))),
  }));
  const { problems } = loadTermbase(named);
  if (problems.length > 0)
    throw new Error(
      `data/ cannot be packed:\n${problems.map(({ file, place, message }) => `${file} ${place}: ${message}`).join('\n')}`,
    );
  return JSON.stringify(named.map((file) => ({ ...file, isChecked: true })));
}

/** Bundles code that imports modules of the product, runs it, and returns what it exports. */
async function runBundled(contents, resolveDir) {
  const {
    outputFiles: [{ text: code }],
  } = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/**
 * Exports the same names as the module that it replaces, except the list itself, which only tests read. Node's own
 * `inflate` is faster than that of the library, whose tables take time as soon as it is loaded; the extension, one
 * bundle for Node and browsers, uses it if it exists.
 */
const UNPACKED = (packed) => `
import { loadTermbase } from './load';
const zlib = globalThis.process?.getBuiltinModule?.('node:zlib');
const unpack = (packed) =>
  zlib ? zlib.inflateRawSync(Buffer.from(packed, 'base64')).toString('latin1') : require('./unpack').unpack(packed);
let files;
let builtin;
export const builtinFiles = () => (files ??= JSON.parse(unpack(${packed})));
export const builtinTermbase = () => (builtin ??= loadTermbase(builtinFiles()).termbase);
`;

/** The data files that the module imports, under the names in its list. */
function builtinFiles(module) {
  return [...fs.readFileSync(module, 'utf8').matchAll(/^import \w+ from '(.*\/data\/(.*\.json))';/gm)].map(
    ([, from, file]) => ({ file, from: path.resolve(path.dirname(module), from) }),
  );
}

function without(content) {
  const { $schema: _schema, ...file } = content;
  for (const { names } of file.concepts ?? []) for (const name of names) delete name.examples;
  return file;
}
