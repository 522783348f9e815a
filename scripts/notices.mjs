// The licences of what is bundled, as their texts ask to be passed on with it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the bundles, in the extension and in the package of the command line alike. */
export const NOTICES_FILE = 'ThirdPartyNotices.txt';

/** The texts of packages that bring none. */
const KEPT = fileURLToPath(new URL('licences', import.meta.url));

/**
 * The packages of which something is in a bundle, by what esbuild says of its outputs: those that are only looked at, or
 * whose code is dropped, are none of them. `metafiles` have paths from `root`. Throws where a package has no licence text.
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
  return [...folders].map(([folder, bundles]) => ({ ...readPackage(path.join(root, folder)), bundles: [...bundles].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

export function noticesText(packages) {
  const head = 'Migration Terms is under the licence in LICENSE. Its bundles contain parts of the packages below, which are\nunder licences of their own.\n';
  return [head, ...packages.map(({ name, version, license, bundles, texts }) => [
    `${'='.repeat(80)}\n${name} ${version} (${license}), in ${bundles.join(', ')}\n${'='.repeat(80)}\n`, ...texts,
  ].join('\n'))].join('\n');
}

/** The innermost package that a file belongs to; `undefined` for one of this project's own. */
function packageFolder(file) {
  return /^.*(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

function readPackage(folder) {
  const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const own = fs.readdirSync(folder).sort().filter((file) => /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i.test(file));
  // A package may come without: https://github.com/lddubeau/saxes/issues/117
  const kept = path.join(KEPT, `${name.replace('/', '-')}.txt`);
  const files = own.length > 0 ? own.map((file) => path.join(folder, file)) : fs.existsSync(kept) ? [kept] : [];
  if (files.length === 0) throw new Error(`${name} ${version} is bundled, but brings no licence text. Put the one of its sources into ${path.basename(path.dirname(KEPT))}/${path.basename(KEPT)}, or bundle another package.`);
  return { name, version, license, texts: files.map((file) => `${fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`) };
}
