// Bundles the fuzzer and runs it: `npm run fuzz -- --documents 100000 --only latex`.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

mkdirSync('dist/test', { recursive: true });
await build({
  entryPoints: ['test/fuzz/fuzz.ts'],
  bundle: true,
  platform: 'node',
  mainFields: ['module', 'main'],
  target: 'node20',
  outfile: 'dist/test/fuzz.js',
  logLevel: 'error',
});
process.exit(
  spawnSync(process.execPath, ['dist/test/fuzz.js', ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1,
);
