// Bundles the benchmark and runs it, so that the measured code is the code that ships: `npm run bench -- --sizes
// 10,100,1000`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

mkdirSync('dist/test', { recursive: true });
await build({
  entryPoints: ['test/bench/bench.ts'],
  bundle: true,
  minify: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  // That of the engine. For `node20`, a regular expression with `\p` would be constructed at each use.
  target: 'es2022',
  outfile: 'dist/test/bench.js',
  logLevel: 'error',
});
process.exit(
  spawnSync(process.execPath, ['dist/test/bench.js', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1,
);
