// Runs the tests that inspect VS Code's window: the writer's path and the history panel. They share one server and one
// browser, each in a page and a folder of its own.
//
//   node test/vscode/windows.mjs [--only path,panel] [--extension DIR] [--slower 10]
//
// `--slower` simulates a machine that many times slower, for the path. The counts go to dist/test/result-path.json and
// dist/test/result-panel.json, which scripts/test.mjs adds up.
// A desktop window cannot be inspected, and the host of test/host supports one system only: elsewhere this says so and
// counts nothing.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled } from '../host/install.mjs';
import { openWindow } from '../host/window.mjs';
import { panel } from './panel.mjs';
import { writersPath } from './path.mjs';
import { installModels } from './models.mjs';
import { createChecks, extension, only, root } from './windowTest.mjs';

// The panel comes last, because it changes the color theme.
const TESTS = [writersPath, panel].filter(({ name }) => only?.includes(name) ?? true);

if (process.platform === 'linux' && process.arch === 'x64') {
  await ensureInstalled();
  process.exit((await runAll()) ? 0 : 1);
}
console.log(`Not run: the host of test/host is for Linux on x64, and this is ${process.platform} on ${process.arch}.`);
for (const test of TESTS) keepResult(test, { passes: 0, failures: 0 });

/** Whether every check passed. */
async function runAll() {
  const folders = TESTS.map((test) => test.prepare());
  const extensionsFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'terms-extensions-'));
  installModels(extensionsFolder);
  const window = await openWindow({
    folder: folders[0],
    development: [extension],
    extensionsFolder,
    settings: Object.assign({}, ...TESTS.map(({ settings }) => settings)),
    viewport: TESTS[0].viewport,
  });
  try {
    let { page } = window;
    let allPassed = true;
    for (const [i, test] of TESTS.entries()) {
      console.log(`\nIn a window: ${test.name}`);
      if (i === 0) await window.open();
      else {
        await page.close();
        page = await window.openAnother(folders[i], test.viewport);
      }
      const checks = createChecks();
      await test.run(page, folders[i], checks);
      if (checks.result.passes + checks.result.failures === 0) checks.fail(test.name, new Error('no check was run'));
      keepResult(test, checks.result);
      allPassed &&= checks.result.failures === 0;
    }
    return allPassed;
  } finally {
    await window.close();
    fs.rmSync(extensionsFolder, { recursive: true, force: true });
    TESTS.forEach((test, i) => test.remove(folders[i]));
  }
}

function keepResult({ name }, result) {
  const file = path.join(root, `dist/test/result-${name}.json`);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(result));
}
