// Runs mocha on the given files, with its dot report for people and a result as JSON: the counts for scripts/test.mjs,
// and the tests that took longest, in milliseconds of the processor, which do not depend on what else the machine does.
//
//   [GREP=TITLE] [SEED=NUMBER] node scripts/mocha.mjs OUTPUT.json FILE …
//
// GREP runs only the tests whose title contains the text. SEED is that of all properties that do not name their own.
import Mocha from 'mocha';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { bundleTests } from './bundleTests.mjs';

const require = createRequire(import.meta.url);
// The tests require their own copy of fast-check: a setting of the imported copy does not reach it.
const fc = require('fast-check');
const SLOWEST = 40;
const [output, ...files] = process.argv.slice(2);
const mocha = new Mocha({ ui: 'bdd', reporter: 'dot', timeout: 60_000, forbidOnly: process.env.CI === 'true' });
if (process.env.GREP) mocha.fgrep(process.env.GREP);
if (process.env.SEED) fc.configureGlobal({ seed: Number(process.env.SEED) });
process.setSourceMapsEnabled(true);
const script = path.resolve(`dist/test/${path.parse(output).name}-${process.pid}.cjs`);
globalThis.load = load;
await bundleTests(files, script).then(
  () => require(script),
  (error) => addFailure('the files can be bundled', error),
);
fs.rmSync(script, { force: true });
const durations = [];
let started = process.cpuUsage();
const runner = mocha.run((failures) => {
  const { passes, pending } = runner.stats;
  if (process.env.GREP && passes + failures === 0) {
    console.error(`No test has “${process.env.GREP}” in its title.`);
    failures = 1;
  }
  const slowest = durations.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, SLOWEST);
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.writeFileSync(output, JSON.stringify({ passes, failures, pending, slowest }, null, 2));
  process.exitCode = failures > 0 ? 1 : 0;
});
runner.on('test', () => (started = process.cpuUsage()));
runner.on('test end', (test) => {
  const { user, system } = process.cpuUsage(started);
  durations.push({ title: test.fullTitle(), milliseconds: Math.round((user + system) / 1000) });
});

/** A file that cannot be loaded counts as a failed test; the others still run. One that cannot be bundled fails all. */
function load(file, run) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  try {
    run();
  } catch (error) {
    addFailure(`${file} can be loaded`, error);
  }
}

function addFailure(title, error) {
  mocha.suite.addTest(
    new Mocha.Test(title, () => {
      throw error;
    }),
  );
}
