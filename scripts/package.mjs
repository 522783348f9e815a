// Builds everything, and packs what people install: the extension (.vsix), and the command line with the library
// (.tgz). Writes them to dist/packages, with their checksums.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packagedPage } from './packagedPage.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const { name, version } = manifest;
const output = path.join(root, 'dist/packages');
/** The names that vsce gives to files in the extension. */
const RENAMED = { 'README.md': 'readme.md', 'CHANGELOG.md': 'changelog.md', LICENSE: 'LICENSE.txt' };

fs.rmSync(output, { recursive: true, force: true });
fs.mkdirSync(output, { recursive: true });
run(process.execPath, ['scripts/build.mjs']);
packForEditor();
packForNode();
const files = fs.readdirSync(output).sort();
const sums = files.map((file) => `${sha256(path.join(output, file))}  ${file}\n`).join('');
fs.writeFileSync(path.join(output, 'SHA256SUMS'), sums);
for (const file of files)
  console.log(`dist/packages/${file}  ${(fs.statSync(path.join(output, file)).size / 1024).toFixed(1)} KB`);

function packForEditor() {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const listed = run(process.execPath, [vsce, 'ls', '--no-dependencies']).split('\n').filter(Boolean);
  const folder = stage([...listed, '.vscodeignore'], RENAMED);
  run(
    process.execPath,
    [
      ...[vsce, 'package'],
      '--no-dependencies', // All code is in the bundles.
      '--allow-missing-repository',
      '--no-rewrite-relative-links', // The project has no public repository URL.
      ...['--out', path.join(output, `${name}-${version}.vsix`)],
    ],
    folder,
  );
  fs.rmSync(folder, { recursive: true });
}

/** The files of the root's own package and the pages that they link to, no pictures, a manifest without scripts. */
function packForNode() {
  const listed = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']))[0].files;
  const docs = fs.readdirSync(path.join(root, 'docs'), { recursive: true }).filter((file) => file.endsWith('.md'));
  const pages = [...docs.map((page) => path.posix.join('docs', page)), 'SECURITY.md', 'data/README.md'];
  const folder = stage([...listed.map((each) => each.path), ...pages]);
  fs.writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifestForNode(), null, 2)}\n`);
  run('npm', ['pack', folder, '--ignore-scripts', '--pack-destination', output]);
  fs.rmSync(folder, { recursive: true });
}

/** Copies files to a folder of their own, from which they are packed; no page there has a link that leads nowhere. */
function stage(files, renamed) {
  const folder = path.join(root, 'dist/package');
  fs.rmSync(folder, { recursive: true, force: true });
  for (const file of files) {
    const copy = path.join(folder, file);
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    fs.copyFileSync(path.join(root, file), copy);
    if (file.endsWith('.md')) fs.writeFileSync(copy, packagedPage(fs.readFileSync(copy, 'utf8'), file, files, renamed));
  }
  return folder;
}

/** Without the extension's entries: nothing is built or run when the package is installed, and it needs no other. */
function manifestForNode() {
  const { description, keywords, license, types, exports, bin } = manifest;
  const { node } = manifest.engines;
  return { name, version, description, keywords, license, engines: { node }, types, exports, bin };
}

/** Returns what the program prints on standard output. */
function run(command, args, cwd = root) {
  const shell = process.platform === 'win32' && command === 'npm';
  const { status, stdout } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell,
  });
  if (status !== 0) process.exit(status ?? 1);
  return stdout;
}

function sha256(file) {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}
