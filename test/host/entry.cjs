'use strict';
// Runs in the Node extension host in place of the suite's own entry.
// What the suite prints goes to a file that code-host.mjs prints from, so that the report comes out untouched:
// the workbench's own channel mixes it with the workbench's log.
// The result file is written only when run() has settled: VS Code reports exit code 0 also when the extension host dies.
const fs = require('fs');
const { Writable } = require('stream');
const { pathToFileURL } = require('url');

const { CODE_HOST_OUTPUT: output, CODE_HOST_RESULT: result, CODE_HOST_TESTS: tests } = process.env;

exports.run = async () => {
  redirectOutput(fs.openSync(output, 'a'));
  try {
    await runSuite(await loadSuite());
    fs.writeFileSync(result, 'passed');
  } catch (error) {
    fs.writeFileSync(result, 'failed');
    throw error;
  }
};

function redirectOutput(file) {
  const stream = () => Object.assign(new Writable({
    write(chunk, _encoding, done) {
      fs.writeSync(file, chunk);
      done();
    },
  }), { fd: 1 });
  const stdout = stream();
  const stderr = stream();
  globalThis.console = new console.Console({ stdout, stderr, colorMode: 'auto' });
  for (const [name, value] of Object.entries({ stdout, stderr })) {
    Object.defineProperty(process, name, { value, configurable: true, enumerable: true });
  }
}

async function loadSuite() {
  try {
    return require(tests);
  } catch (error) {
    if (error.code !== 'ERR_REQUIRE_ESM') throw error;
    return import(pathToFileURL(tests).href);
  }
}

/** A suite exports run(), which returns a promise, or in the older form run(path, callback). */
async function runSuite(suite) {
  const run = suite.run ?? suite.default?.run;
  if (typeof run !== 'function') throw new Error(`${tests} exports no function run()`);
  if (run.length < 2) return run();
  return new Promise((resolve, reject) => {
    run(tests, (error, failures) => {
      if (error || failures) reject(error ?? new Error(`${failures} tests failed.`));
      else resolve();
    });
  });
}
