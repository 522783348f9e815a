import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/**
 * Puts the files of data/ into a bundle packed, as one text that is unpacked when a termbase is first asked for: a quarter
 * of the bytes, and nothing to build when the bundle is loaded. What only tests and editors of the files need stays out.
 */
export const packData = {
  name: 'pack-data',
  setup(build) {
    build.onLoad({ filter: /[\\/]termbase[\\/]builtin\.ts$/ }, ({ path: module }) => {
      const files = builtinFiles(module);
      const text = JSON.stringify(files.map(({ file, from }) => ({ file, content: without(JSON.parse(fs.readFileSync(from, 'utf8'))) })));
      const packed = zlib.deflateRawSync(text, { level: 9 }).toString('base64');
      return { contents: MODULE(packed, build.initialOptions.platform === 'node'), loader: 'ts', resolveDir: path.dirname(module), watchFiles: files.map(({ from }) => from) };
    });
  },
};

/**
 * The same names as the module it stands for, but for the list itself, which only tests read. Node has an `inflate` of its
 * own, which spares a cold start the time to warm ours up.
 */
const MODULE = (packed, isNode) => `
import { loadTermbase } from './load';
${isNode ? "import { inflateRawSync } from 'node:zlib';\nconst unpack = (packed) => inflateRawSync(Buffer.from(packed, 'base64')).toString();" : "import { unpack } from './unpack';"}
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
