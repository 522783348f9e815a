// Runs the suites in a real VS Code: once in the Node extension host, once in the web extension host.
//
// node test/vscode/run.mjs [--only node|web] [--extension DIR] [--bench]     (--bench: the cost of checking in the
// host)
//
// Uses the desktop VS Code if one is installed (VSCODE_PATH, or the usual places; with
// MIGRATION_TERMS_DESKTOP=1 it is downloaded), else the host of test/host. Without either this fails.
// Counts go to dist/test/result-node.json and dist/test/result-web.json, which scripts/test.mjs adds up.
import { runTests } from '@vscode/test-electron';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../host/install.mjs';
import { bundleSuites } from './bundle.mjs';
import { findOrDownloadDesktop } from './desktop.mjs';
import { installModels, MODELS } from './models.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    extension: { type: 'string', default: root },
    bench: { type: 'boolean', default: false },
  },
});
const extension = path.resolve(values.extension);
const hosts = values.only ? [values.only] : ['node', 'web'];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'terms-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));
for (const host of hosts) fs.rmSync(resultFile(host), { force: true });

try {
  const executable = await chooseVSCode();
  let failed = false;
  for (const host of hosts) failed = !(await runHost(host, executable)) || failed;
  process.exitCode = failed ? 1 : 0;
} catch (error) {
  console.error(`The VS Code suites did not run: ${error.message}`);
  process.exitCode = 1;
}

/** Prints which VS Code is used. */
async function chooseVSCode() {
  const { executable, why } = await findOrDownloadDesktop(root);
  if (executable) {
    console.log(`VS Code: the desktop one, ${executable}`);
    return executable;
  }
  console.log(`VS Code: the server and browser window of test/host, because ${why}.`);
  await ensureInstalled();
  const host = path.join(root, 'test/host/code-host.mjs');
  fs.chmodSync(host, 0o755); // An archive of the sources may have lost the executable bit.
  return host;
}

/** Whether every test passed. Each run has a fresh profile and a copy of the samples as its workspace. */
async function runHost(host, vscodeExecutablePath) {
  console.log(`\nSuites in the ${host} extension host`);
  const workspace = path.join(folder, host, 'workspace');
  const samples = path.join(root, 'test/samples');
  fs.mkdirSync(workspace, { recursive: true });
  if (fs.existsSync(samples)) fs.cpSync(samples, workspace, { recursive: true });
  const extensions = path.join(folder, host, 'extensions');
  // A window in a worker gets no models from another host.
  if (host === 'node') installModels(extensions);
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: host === 'node' ? extension : [extension, MODELS],
      extensionTestsPath: await bundleSuites(host, extension, values.bench ? ['bench'] : undefined),
      launchArgs: [
        workspace,
        `--user-data-dir=${path.join(folder, host, 'user')}`,
        `--extensions-dir=${extensions}`,
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
  } catch (error) {
    console.error(error.message);
  }
  return keepResult(host, path.join(folder, host, 'result.json'));
}

/** A missing result, or one without any test, is a failure. */
function keepResult(host, file) {
  const result = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : noResult('the suites did not finish');
  if (result.passes + result.failures === 0) Object.assign(result, noResult('there was no test to run'));
  fs.mkdirSync(path.dirname(resultFile(host)), { recursive: true });
  fs.writeFileSync(resultFile(host), JSON.stringify(result, null, 2));
  console.log(`${host} extension host: ${result.passes} passed, ${result.failures} failed`);
  return result.failures === 0;
}

function noResult(message) {
  return { passes: 0, failures: 1, pending: 0, failed: [{ title: 'suites', message }] };
}

function resultFile(host) {
  return path.join(root, 'dist/test', `result-${values.bench ? 'bench-' : ''}${host}.json`);
}
