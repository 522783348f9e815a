// The whole test run: type check, lint, core tests, build, and the suites in a real VS Code.
//
//   node scripts/test.mjs [--only types,lint,core,build,built,vscode,panel,path]
//
// The last line is `N passed, N failed`; the exit code is 1 when anything failed.
// Type check and lint count as one test each, any other stage that breaks as one failure.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = path.join(root, 'dist/test');
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const MINUTES = 60_000;

const STAGES = [
  { name: 'types', says: 'Type check', run: runTypeCheck },
  { name: 'lint', says: 'Lint', run: () => oneTest('node_modules/eslint/bin/eslint.js', '.') },
  { name: 'core', says: 'Core and command line tests', run: runCoreTests },
  { name: 'build', says: 'Build', run: runBuild },
  { name: 'built', says: 'The command line as it is built', run: () => runOnBuild('result-built.json', testFiles('test/built')) },
  { name: 'vscode', says: 'Suites in VS Code', run: runVSCodeSuites },
  { name: 'panel', says: 'History panel in the window of VS Code', run: () => runInWindow('panel') },
  { name: 'path', says: "A writer's path by keyboard in the window of VS Code", run: () => runInWindow('path') },
];

const wanted = values.only?.split(',') ?? STAGES.map((stage) => stage.name);
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) throw new Error(`unknown stage ${unknown.join(', ')}; there are ${STAGES.map((stage) => stage.name).join(', ')}`);

let passed = 0;
let failed = 0;
const failedStages = [];
for (const stage of STAGES.filter(({ name }) => wanted.includes(name))) {
  console.log(`\n── ${stage.says}`);
  const started = Date.now();
  const count = await stage.run().catch((error) => {
    console.error(error.message);
    return { passes: 0, failures: 1 };
  });
  passed += count.passes;
  failed += count.failures;
  if (count.failures > 0) failedStages.push(stage);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`── ${stage.says}: ${count.failures > 0 ? 'FAILED' : 'passed'} (${count.passes} passed, ${count.failures} failed, ${seconds} s)`);
}
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.map((stage) => stage.says).join(', ')}`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

/** The pages of panels know a browser, the rest does not: two checks, one test. */
async function runTypeCheck() {
  const [all, pages] = [await oneTest('node_modules/typescript/bin/tsc', '--noEmit'), await oneTest('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'src/webview')];
  return { passes: Math.min(all.passes, pages.passes), failures: Math.max(all.failures, pages.failures) };
}

async function oneTest(...command) {
  const ok = await succeeds(5 * MINUTES, ...command);
  return { passes: ok ? 1 : 0, failures: ok ? 0 : 1 };
}

function runCoreTests() {
  const files = testFiles('test');
  if (files.length === 0) throw new Error('There are no test files under test/.');
  return runMocha('result-core.json', files);
}

async function runOnBuild(result, files) {
  if (failedStages.some((stage) => stage.name === 'build')) throw new Error('Not run, as there is no build to run them on.');
  return runMocha(result, files);
}

async function runMocha(result, files) {
  const output = path.join(results, result);
  fs.rmSync(output, { force: true });
  const ok = await succeeds(10 * MINUTES, '--import', 'tsx', 'scripts/mocha.mjs', output, ...files);
  const { passes, failures } = countsIn(output);
  return sum(ok, passes, failures);
}

/** Found here and not by a pattern of mocha's, which would walk through the thousands of files of test/host. */
function testFiles(folder) {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return file.endsWith('.test.ts') ? [file] : [];
      return ['test/host', 'test/vscode', 'test/built'].includes(file) || path.basename(file) === 'node_modules' ? [] : testFiles(file);
    });
}

/** A build proves nothing that would count as a test, but one that breaks is a failure. */
async function runBuild() {
  return { passes: 0, failures: await succeeds(5 * MINUTES, 'scripts/build.mjs') ? 0 : 1 };
}

async function runVSCodeSuites() {
  if (failedStages.some((stage) => stage.name === 'build')) throw new Error('Not run, as there is no build to run them on.');
  // Installing the host over a slow network is part of this stage.
  const ok = await succeeds(30 * MINUTES, 'test/vscode/run.mjs');
  const [node, web] = ['node', 'web'].map((host) => countsIn(path.join(results, `result-${host}.json`)));
  return sum(ok, node.passes + web.passes, node.failures + web.failures);
}

/** Where the window cannot be opened, the script says so and counts nothing. */
async function runInWindow(name) {
  if (failedStages.some((stage) => stage.name === 'build')) throw new Error('Not run, as there is no build to run it on.');
  const output = path.join(results, `result-${name}.json`);
  fs.rmSync(output, { force: true });
  const ok = await succeeds(30 * MINUTES, `test/vscode/${name}.mjs`, output);
  if (!fs.existsSync(output)) return { passes: 0, failures: 1 };
  const { passes, failures } = JSON.parse(fs.readFileSync(output, 'utf8'));
  return sum(ok, passes, failures);
}

/** A run that broke before it could count, or that ran no test at all, is one failure. */
function countsIn(file) {
  if (!fs.existsSync(file)) return { passes: 0, failures: 1 };
  const { passes, failures } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passes, failures: passes + failures === 0 ? 1 : failures };
}

/** A run that ended badly although no test failed is one failure as well. */
function sum(ok, passes, failures) {
  return { passes, failures: failures === 0 && !ok ? 1 : failures };
}

/** Whether the script, run by this Node, ends well within the time. */
function succeeds(milliseconds, ...command) {
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  const timer = setTimeout(() => {
    console.error(`Stopped after ${milliseconds / MINUTES} minutes: ${command.join(' ')}`);
    child.kill();
  }, milliseconds);
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
