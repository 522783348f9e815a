// Collects the licences of bundled packages, which must be distributed with the bundles.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file is next to the bundles, both in the extension and in the package of the command line. */
export const NOTICES_FILE = 'ThirdPartyNotices.txt';

/** The licence texts of packages that do not include one. */
const KEPT = fileURLToPath(new URL('licences', import.meta.url));

/**
 * The packages with code in a bundle, according to esbuild's metadata; packages whose code is dropped are not included.
 * `metafiles` have paths relative to `root`. Throws if a package has no licence text.
 */
export function bundledPackages(metafiles, root) {
  const folders = new Map();
  for (const { outputs } of metafiles) {
    for (const [output, { inputs }] of Object.entries(outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = packageFolder(input);
        if (folder === undefined || bytesInOutput === 0) continue;
        const bundles = folders.get(folder) ?? new Set();
        folders.set(folder, bundles.add(path.basename(output)));
      }
    }
  }
  return [...folders]
    .map(([folder, bundles]) => ({ ...readPackage(path.join(root, folder)), bundles: [...bundles].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export function noticesText(packages) {
  const head =
    'Migration Terms is under the licence in LICENSE. Its bundles contain parts of the packages below, which are\nunder licences of their own.\n';
  return [
    head,
    ...packages.map(({ name, version, license, bundles, texts }) =>
      [
        `${'='.repeat(80)}\n${name} ${version} (${license}), in ${bundles.join(', ')}\n${'='.repeat(80)}\n`,
        ...texts,
      ].join('\n'),
    ),
  ].join('\n');
}

/** The innermost package that a file belongs to; `undefined` for one of this project's own. */
function packageFolder(file) {
  return /^.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const own = fs
    .readdirSync(folder)
    .sort()
    .filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file));
  // A package may have no licence file: https://github.com/lddubeau/saxes/issues/117
  const kept = path.join(KEPT, `${name.replace('/', '-')}.txt`);
  const files = own.length > 0 ? own.map((file) => path.join(folder, file)) : fs.existsSync(kept) ? [kept] : [];
  if (files.length === 0)
    throw new Error(
      `${name} ${version} is bundled, but has no licence text. Put the one from its sources into ${path.basename(path.dirname(KEPT))}/${path.basename(KEPT)}, or bundle another package.`,
    );
  return {
    name,
    version,
    license,
    texts: files.map((file) => `${fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`),
  };
}
