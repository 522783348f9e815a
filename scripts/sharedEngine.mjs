import fs from 'node:fs';
import path from 'node:path';

/**
 * The bundles that contain the modules of `src/core` once, for the command line and the library: what checks a text,
 * and the rest, which a run that only checks texts does not load.
 */
export const ENGINE_FILE = 'engine.js';
export const SERVICES_FILE = 'services.js';

/** The folders of `src/core` in the second bundle. */
const SERVICES = ['assistants', 'completion', 'review', 'search', 'word'];

/** The exports of the engine's bundle, within the other one. */
const ENGINE_NAME = 'migrationTermsEngine';

/** The beginning of the second bundle. A page, which has no modules of this kind, has loaded the engine before. */
export const ENGINE_BESIDE = `var ${ENGINE_NAME} = typeof require === 'function' ? require('./${ENGINE_FILE}') : globalThis.migrationTerms;`;

/**
 * Plugins for bundles that take the modules of `src/core` from the two bundles next to them: for programs, and for the
 * second bundle itself. The code of the two is known once all other bundles are built. The second also exports
 * `library`, the module for other programs.
 */
export function sharedEngine(root) {
  const core = path.join(root, 'src/core') + path.sep;
  const engine = new Map();
  const services = new Map();
  const isService = (file) => SERVICES.includes(file.slice(core.length).split(path.sep)[0]);
  const redirect = (isBuiltIn, moduleOf) => ({
    name: 'shared-engine',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.\.?\// }, ({ path: module, resolveDir }) => {
        const file = `${path.resolve(resolveDir, module)}.ts`;
        return file.startsWith(core) && !isBuiltIn(file) && fs.existsSync(file)
          ? { path: file, namespace: 'engine' }
          : undefined;
      });
      bundle.onLoad({ filter: /.*/, namespace: 'engine' }, ({ path: file }) => ({
        contents: `module.exports = ${moduleOf(file)};`,
        resolveDir: root,
      }));
    },
  });
  return {
    plugin: redirect(
      () => false,
      (file) =>
        isService(file)
          ? `require('./${SERVICES_FILE}').${nameIn(services, file)}`
          : `require('./${ENGINE_FILE}').${nameIn(engine, file)}`,
    ),
    servicesPlugin: redirect(isService, (file) => `${ENGINE_NAME}.${nameIn(engine, file)}`),
    servicesContents: () => `${exportsOf(services)}\nexport * as library from './src/library/index';`,
    contents: () => exportsOf(engine),
  };
}

function nameIn(names, file) {
  if (!names.has(file)) names.set(file, `m${names.size}`);
  return names.get(file);
}

function exportsOf(names) {
  return [...names].map(([file, name]) => `export * as ${name} from ${JSON.stringify(file)};`).join('\n');
}
