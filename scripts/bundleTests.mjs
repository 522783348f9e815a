import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';

/**
 * Bundles test files into one script: Node starts it faster than it compiles the sources. For each file the script
 * calls the global `load(file, run)`. Packages stay outside, so that each is loaded once.
 */
export async function bundleTests(files, outfile) {
  await build({
    stdin: {
      contents: files.map((file) => `load(${quoted(file)}, () => require(${quoted(path.resolve(file))}));`).join('\n'),
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    outfile,
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    plugins: [ownFolders],
  });
}

/** A module finds the files next to it by the path of its source. */
const ownFolders = {
  name: 'own-folders',
  setup(bundle) {
    bundle.onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
      const contents = fs.readFileSync(file, 'utf8');
      if (!/\b__(?:dir|file)name\b/.test(contents)) return undefined;
      const places = `const __dirname = ${quoted(path.dirname(file))}, __filename = ${quoted(file)};`;
      return { contents: `${places} ${contents}`, loader: 'ts' };
    });
  },
};

const quoted = JSON.stringify;
