// Bundles the suites for one extension host: dist/test/node.js or dist/test/web.js.
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = path.join(folder, '../..');

const OPTIONS = {
  // mocha is external: it loads its parts in ways that a bundle does not support.
  node: { platform: 'node', target: 'node18', external: ['vscode', 'mocha'], mainFields: ['module', 'main'] },
  web: {
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    define: { global: 'globalThis', GREP: JSON.stringify(process.env.GREP ?? '') },
  },
};

/**
 * The suites that also run in the web extension host: what unpacks data and documents, reads files and opens pages
 * without Node. The code is otherwise the same in both hosts.
 */
const IN_WEB = ['diagnostics', 'sample', 'smoke', 'termbases', 'timeline', 'word', 'workspaceCheck'];

/**
 * Returns the bundle's path. It contains the suites of the folders `places`, in the order of their names.
 * The web bundle is in the extension's folder: VS Code runs a web suite only in the extension that contains its file.
 * The Node bundle is in this project, where it finds mocha.
 */
export async function bundleSuites(host, extension, places = ['suite', host]) {
  const outfile = path.join(host === 'web' ? extension : root, 'dist/test', `${host}.js`);
  const suites = places.flatMap((place) =>
    fs
      .readdirSync(path.join(folder, place))
      .filter((name) => name.endsWith('.test.ts'))
      .filter((name) => host === 'node' || place !== 'suite' || IN_WEB.includes(path.basename(name, '.test.ts')))
      .sort()
      .map((name) => `./${place}/${name}`),
  );
  const entry = `
    import { runSuites } from './${host}/run.ts';
    export const run = () => runSuites(async () => {
      ${suites.map((suite) => `await import(${JSON.stringify(suite)});`).join('\n')}
    });`;
  await build({
    ...OPTIONS[host],
    stdin: { contents: entry, resolveDir: folder, sourcefile: `${host}-suites.ts`, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    sourcemap: host === 'node' ? 'inline' : false,
    logLevel: 'warning',
  });
  return outfile;
}
