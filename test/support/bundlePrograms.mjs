// Bundles the command line and the programs of the tests into a folder: see programs.ts.
//
//   node test/support/bundlePrograms.mjs FOLDER
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataAsText, packData, packWordRows } from '../../scripts/packData.mjs';
import { packRulePages } from '../../scripts/packRulePages.mjs';

await build({
  absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
  entryPoints: {
    cli: 'src/cli/bin.ts',
    // By this name the command line finds it next to itself.
    'cli-thread': 'src/cli/threads/thread.ts',
    checkHere: 'test/cli/checkHere.ts',
    killedAt: 'test/cli/killedAt.ts',
  },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  mainFields: ['module', 'main'],
  outdir: path.resolve(process.argv[2]),
  plugins: [packRulePages, packData, packWordRows, dataAsText],
  logLevel: 'error',
});
