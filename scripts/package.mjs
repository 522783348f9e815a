// Builds the extension and packs it: migration-policy-terms-<version>.vsix.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { name, version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = `${name}-${version}.vsix`;

run('scripts/build.mjs');
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies', // All code is in the bundles.
  '--allow-missing-repository',
  '--no-rewrite-relative-links', // The project has no public repository URL.
  '--out',
  file,
);
console.log(`${file}  ${(fs.statSync(path.join(root, file)).size / 1024).toFixed(1)} KB`);

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
