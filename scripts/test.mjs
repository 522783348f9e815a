// The whole test run: type check, lint, units and cases, properties, the command line, build, and the suites in a real
// VS Code.
//
//   node scripts/test.mjs [--only types,lint,changed,build,vscode,path,panel,built,cases,core,properties,cli]
//
// `npm run test:fast` runs types, changed, core and cases. The stages run in two lanes side by side.
// The last line is `N passed, N failed`; the exit code is 1 when anything failed.
// Type check and lint count as one test each, any other stage that fails counts as one failure.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = path.join(root, 'dist/test');
const { values } = parseArgs({ options: { only: { type: 'string' } } });
const MINUTES = 60_000;
const CASES = ['test/cases.test.ts', 'test/check.test.ts'];
const STAGES_OF_THEIR_OWN = [
  'test/host',
  'test/vscode',
  'test/built',
  'test/properties',
  'test/cli',
  'test/mcp',
  'test/lsp',
];

/** The stages that share one start of VS Code. */
const WINDOWS = ['path', 'panel'];
let windowRun;

/** Each lane runs its stages one after the other, next to the other lane: VS Code often waits. */
const LANES = [
  [
    { name: 'types', says: 'Type check', run: runTypeCheck },
    { name: 'lint', says: 'Lint', run: () => lint(['.']) },
    { name: 'changed', says: 'Lint of changed files', run: lintChanged, isPart: true },
    { name: 'build', says: 'Build', run: runBuild },
    { name: 'vscode', says: 'Suites in VS Code', run: runVSCodeSuites },
    { name: 'path', says: "A writer's path by keyboard in the window of VS Code", run: () => runInWindow('path') },
    { name: 'panel', says: 'History panel in the window of VS Code', run: () => runInWindow('panel') },
    {
      name: 'built',
      says: 'The built command line',
      run: () => runOnBuild('result-built.json', testFiles('test/built')),
    },
    { name: 'cases', says: 'Cases', run: () => runMocha('result-cases.json', CASES) },
  ],
  [
    { name: 'core', says: 'Units', run: () => runMocha('result-core.json', units()) },
    {
      name: 'properties',
      says: 'Properties',
      run: () => runMocha('result-properties.json', testFiles('test/properties')),
    },
    {
      name: 'cli',
      says: 'The command line',
      run: () => runMocha('result-cli.json', ['test/cli', 'test/mcp', 'test/lsp'].flatMap(testFiles)),
    },
  ],
];
const STAGES = LANES.flat();

const wanted = values.only?.split(',') ?? STAGES.filter(({ isPart }) => !isPart).map((stage) => stage.name);
const unknown = wanted.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0)
  throw new Error(`unknown stage ${unknown.join(', ')}; there are ${STAGES.map((stage) => stage.name).join(', ')}`);

let passed = 0;
let failed = 0;
const failedStages = [];
const chosen = STAGES.filter(({ name }) => wanted.includes(name));
await Promise.all(LANES.map((stages) => runInTurn(stages.filter((stage) => chosen.includes(stage)))));
if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.map((stage) => stage.says).join(', ')}`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

async function runInTurn(stages) {
  for (const stage of stages) {
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
    console.log(
      `── ${stage.says}: ${count.failures > 0 ? 'FAILED' : 'passed'} (${count.passes} passed, ${count.failures} failed, ${seconds} s)`,
    );
  }
}

/** Only the pages of panels use browser types: two checks, one test. */
async function runTypeCheck() {
  const check = (project, info) =>
    oneTest(
      'node_modules/typescript-native/bin/tsc',
      '--noEmit',
      '-p',
      project,
      '--incremental',
      '--tsBuildInfoFile',
      path.join(results, info),
    );
  const [all, pages] = [await check('.', 'types.tsbuildinfo'), await check('src/webview', 'pages.tsbuildinfo')];
  return { passes: Math.min(all.passes, pages.passes), failures: Math.max(all.failures, pages.failures) };
}

async function oneTest(...command) {
  const ok = await succeeds(5 * MINUTES, ...command);
  return { passes: ok ? 1 : 0, failures: ok ? 0 : 1 };
}

/** The code's rules and its layout: one test. */
async function lint(files) {
  const [rules, layout] = [
    await oneTest('node_modules/eslint/bin/eslint.js', ...files),
    await oneTest('node_modules/prettier/bin/prettier.cjs', '--check', '--cache', '--log-level', 'warn', ...files),
  ];
  return { passes: Math.min(rules.passes, layout.passes), failures: Math.max(rules.failures, layout.failures) };
}

/** Lints the files that git lists as changed or new; all files where there is no git. */
async function lintChanged() {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain', '--untracked-files=all', '--no-renames'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files =
    status !== 0
      ? ['.']
      : stdout
          .split('\n')
          .map((line) => line.slice(3))
          .filter((file) => /\.(ts|mjs)$/.test(file) && fs.existsSync(path.join(root, file)));
  return files.length === 0 ? { passes: 1, failures: 0 } : lint(files);
}

async function runOnBuild(result, files) {
  if (failedStages.some((stage) => stage.name === 'build')) throw new Error('Not run, as the build failed.');
  return runMocha(result, files);
}

async function runMocha(result, files) {
  if (files.length === 0) throw new Error('There are no test files.');
  const output = path.join(results, result);
  fs.rmSync(output, { force: true });
  const ok = await succeeds(20 * MINUTES, 'scripts/mocha.mjs', output, ...files);
  const { passes, failures } = countsIn(output);
  return sum(ok, passes, failures);
}

function units() {
  return testFiles('test').filter((file) => !CASES.includes(file));
}

/** Files are found here instead of by a mocha pattern, which would walk through the thousands of files in test/host. */
function testFiles(folder) {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return file.endsWith('.test.ts') ? [file] : [];
      return STAGES_OF_THEIR_OWN.includes(file) || path.basename(file) === 'node_modules' ? [] : testFiles(file);
    });
}

/** A successful build does not count as a test, but a failed one is a failure. */
async function runBuild() {
  return { passes: 0, failures: (await succeeds(5 * MINUTES, 'scripts/build.mjs')) ? 0 : 1 };
}

async function runVSCodeSuites() {
  if (failedStages.some((stage) => stage.name === 'build')) throw new Error('Not run, as the build failed.');
  // Installing the host over a slow network is part of this stage.
  const ok = await succeeds(30 * MINUTES, 'test/vscode/run.mjs');
  const [node, web] = ['node', 'web'].map((host) => countsIn(path.join(results, `result-${host}.json`)));
  return sum(ok, node.passes + web.passes, node.failures + web.failures);
}

/** The chosen tests in the window of VS Code share one start. A test without a result was not reached: one failure. */
async function runInWindow(name) {
  if (failedStages.some((stage) => stage.name === 'build')) throw new Error('Not run, as the build failed.');
  windowRun ??= startWindows(chosen.map((stage) => stage.name).filter((each) => WINDOWS.includes(each)));
  const isOk = await windowRun;
  const output = windowResult(name);
  if (!fs.existsSync(output)) return { passes: 0, failures: 1 };
  const { passes, failures } = JSON.parse(fs.readFileSync(output, 'utf8'));
  return { passes, failures: failures === 0 && passes === 0 && !isOk ? 1 : failures };
}

function startWindows(names) {
  for (const name of names) fs.rmSync(windowResult(name), { force: true });
  return succeeds(30 * MINUTES, 'test/vscode/windows.mjs', '--only', names.join());
}

function windowResult(name) {
  return path.join(results, `result-${name}.json`);
}

/** A run that failed before it could count, or that ran no test, is one failure. */
function countsIn(file) {
  if (!fs.existsSync(file)) return { passes: 0, failures: 1 };
  const { passes, failures } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passes, failures: passes + failures === 0 ? 1 : failures };
}

/** A run that ended with an error although no test failed is also one failure. */
function sum(ok, passes, failures) {
  return { passes, failures: failures === 0 && !ok ? 1 : failures };
}

/** Whether the script, run by this Node, succeeds within the time. */
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
