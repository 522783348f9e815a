// Runs mocha on the given files, with its dot report for people and the counts as JSON for scripts/test.mjs.
//
//   node --import tsx scripts/mocha.mjs OUTPUT.json FILE …
import Mocha from 'mocha';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [output, ...files] = process.argv.slice(2);
const mocha = new Mocha({ ui: 'bdd', reporter: 'dot', timeout: 60_000, forbidOnly: process.env.CI === 'true' });
for (const file of files) await load(file);
const runner = mocha.run((failures) => {
  const { passes, pending } = runner.stats;
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.writeFileSync(output, JSON.stringify({ passes, failures, pending }));
  process.exitCode = failures > 0 ? 1 : 0;
});

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
