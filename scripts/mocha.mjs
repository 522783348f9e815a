// Runs mocha on the given files, with its dot report for people and a result as JSON: the counts for scripts/test.mjs,
// and the tests that took longest, with their milliseconds.
//
//   node --import tsx scripts/mocha.mjs OUTPUT.json FILE …
import Mocha from 'mocha';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [output, ...files] = process.argv.slice(2);
const mocha = new Mocha({ ui: 'bdd', reporter: 'dot', timeout: 60_000, forbidOnly: process.env.CI === 'true' });
const LISTED = 40;
const durations = [];
for (const file of files) await load(file);
const runner = mocha.run((failures) => {
  const { passes, pending } = runner.stats;
  fs.mkdirSync(path.dirname(output), { recursive: true });
  const slowest = durations.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, LISTED);
  fs.writeFileSync(output, JSON.stringify({ passes, failures, pending, slowest }, null, 2));
  process.exitCode = failures > 0 ? 1 : 0;
});
runner.on('test end', (test) => durations.push({ title: test.fullTitle(), milliseconds: test.duration ?? 0 }));

/** A file that cannot be loaded counts as a failed test; the others still run. */
async function load(file) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  try {
    await import(pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    mocha.suite.addTest(
      new Mocha.Test(`${file} can be loaded`, () => {
        throw error;
      }),
    );
  }
}
