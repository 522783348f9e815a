import fs from 'node:fs';
import path from 'node:path';

/** The bundle that contains the modules of `src/core` once, for the command line and the library. */
export const ENGINE_FILE = 'engine.js';

/**
 * A plugin for bundles that take the modules of `src/core` from the engine's bundle next to them, and the code of that
 * bundle, once all others are built. The engine also exports `library`, the module for other programs.
 */
export function sharedEngine(root) {
  const core = path.join(root, 'src/core') + path.sep;
  const names = new Map();
  const plugin = {
    name: 'shared-engine',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.\.?\// }, ({ path: module, resolveDir }) => {
        const file = `${path.resolve(resolveDir, module)}.ts`;
        return file.startsWith(core) && fs.existsSync(file) ? { path: file, namespace: 'engine' } : undefined;
      });
      bundle.onLoad({ filter: /.*/, namespace: 'engine' }, ({ path: file }) => {
        if (!names.has(file)) names.set(file, `m${names.size}`);
        return { contents: `module.exports = require('./${ENGINE_FILE}').${names.get(file)};`, resolveDir: root };
      });
    },
  };
  const contents = () =>
    [...names]
      .map(([file, name]) => `export * as ${name} from ${JSON.stringify(file)};`)
      .concat("export * as library from './src/library/index';")
      .join('\n');
  return { plugin, contents };
}
