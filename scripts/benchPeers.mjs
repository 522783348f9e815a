// Measures other programs on the same texts as this one, in one run: `npm run bench:peers -- --sizes 100,1000`.
// They are installed in test/bench/peers, from a package file of their own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { build } from 'esbuild';

const FOLDER = 'test/bench/peers';
if (!existsSync(`${FOLDER}/node_modules`))
  run('npm', ['install', '--no-audit', '--no-fund'], { cwd: FOLDER, shell: process.platform === 'win32' });
mkdirSync('dist/test', { recursive: true });
await build({
  entryPoints: ['test/bench/ours.ts'],
  bundle: true,
  minify: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  target: 'node20',
  outfile: 'dist/test/ours.js',
  logLevel: 'error',
});
run(process.execPath, [`${FOLDER}/peers.mjs`, ...process.argv.slice(2)]);

function run(command, argv, options = {}) {
  const { status } = spawnSync(command, argv, { stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
}
