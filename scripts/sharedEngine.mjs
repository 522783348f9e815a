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
export const ENGINE_BESIDE = `var ${ENGINE_NAME} = typeof require === 'function' ? require('./${ENGINE_FILE}') : globalThis.migrationTerms;
if (!${ENGINE_NAME}) throw new Error('${SERVICES_FILE} needs ${ENGINE_FILE}: load that first.');`;

/**
 * Plugins for bundles that take the modules of `src/core` from the two bundles next to them: for programs, and for
 * these two. What the services contain is known once the programs are built, and what the engine contains once the
 * services are. The services also export `library`, the module for other programs.
 */
export function sharedEngine(root) {
  const core = path.join(root, 'src/core') + path.sep;
  const engine = new Map();
  const services = new Map();
  const isService = (file) => SERVICES.includes(file.slice(core.length).split(path.sep)[0]);
  const redirect = (isOfThisBundle, moduleOf) => ({
    name: 'shared-engine',
    setup(bundle) {
      bundle.onResolve({ filter: /^\.\.?\// }, ({ path: module, resolveDir }) => {
        const file = `${path.resolve(resolveDir, module)}.ts`;
        return file.startsWith(core) && !isOfThisBundle(file) && fs.existsSync(file)
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
    // A module in both bundles would have its state twice.
    enginePlugin: {
      name: 'engine-alone',
      setup(bundle) {
        bundle.onResolve({ filter: /^\.\.?\// }, ({ path: module, resolveDir, importer }) => {
          const file = path.resolve(resolveDir, module);
          if (!file.startsWith(core) || !isService(file)) return undefined;
          return { errors: [{ text: `${importer} imports ${file}, which belongs to ${SERVICES_FILE}.` }] };
        });
      },
    },
    servicesContents: () => `${exportsOf(services)}\nexport * as library from './src/library/index';`,
    engineContents: () => exportsOf(engine),
  };
}

function nameIn(names, file) {
  if (!names.has(file)) names.set(file, `m${names.size}`);
  return names.get(file);
}

function exportsOf(names) {
  return [...names].map(([file, name]) => `export * as ${name} from ${JSON.stringify(file)};`).join('\n');
}
