#!/usr/bin/env node
// Stands in for the VS Code executable that @vscode/test-electron starts: runs an extension's suite in the
// extension host of a real VS Code, prints what the suite prints, and exits with its code.
//
//   code-host.mjs [FOLDER] --extensionDevelopmentPath=DIR … --extensionTestsPath=FILE
//                 [--extensionDevelopmentKind=web] [--user-data-dir=DIR] [--extensions-dir=DIR]
//   code-host.mjs --install-extension=X.vsix | --uninstall-extension=ID | --list-extensions | --version
//
// Environment: CODE_HOST_TIMEOUT (ms, default 420000), CODE_HOST_VERBOSE=1, CODE_HOST_SHOT=FILE.png,
// CODE_HOST_CHROMIUM and CODE_HOST_NODE (executables), CODE_HOST_WITHOUT (built-in extensions to leave out).
// Exit codes: the suite's (0, 1), 124 no result in time, 70 the host broke.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareServer, serverMain, serverNode } from './installed.mjs';
import { createRunFolder } from './runFolder.mjs';
import { commonArguments, serverEnvironment } from './server.mjs';
import { runSuite } from './suiteRun.mjs';

const ONLY_COMMAND_LINE = ['install-extension', 'uninstall-extension', 'list-extensions', 'version', 'help'];

process.on('uncaughtException', broke);
process.on('unhandledRejection', broke);

// When the test run that started this one is gone, nobody reads the result.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(129), 1000).unref();

const { options, development, positional } = readArguments(process.argv.slice(2));
const places = { userData: options.get('user-data-dir'), extensionsFolder: options.get('extensions-dir') };
const run = createRunFolder();
if (ONLY_COMMAND_LINE.some((name) => options.has(name))) process.exit(runCommandLine());
if (!options.has('extensionTestsPath')) broke('no --extensionTestsPath');
process.exit(await runSuite(run, {
  ...places,
  development,
  tests: path.resolve(options.get('extensionTestsPath')),
  web: options.get('extensionDevelopmentKind') === 'web',
  folder: options.has('folder-uri') ? fileURLToPath(options.get('folder-uri')) : positional[0],
  timeout: Number(process.env.CODE_HOST_TIMEOUT ?? 420_000),
  picture: process.env.CODE_HOST_SHOT,
}));

/** Unknown options are taken and left alone: test-electron passes several that only the desktop knows. */
function readArguments(words) {
  const options = new Map();
  const development = [];
  const positional = [];
  for (const word of words) {
    const option = /^--([^=]+)(?:=(.*))?$/s.exec(word);
    if (!option) positional.push(word);
    else if (option[1] === 'extensionDevelopmentPath') development.push(option[2]);
    else options.set(option[1], option[2] ?? true);
  }
  return { options, development, positional };
}

function runCommandLine() {
  prepareServer();
  const own = process.argv.slice(2).filter((word) => !/^--(user-data-dir|extensions-dir)=/.test(word));
  const args = [serverMain, ...own, ...commonArguments(run, places)];
  return spawnSync(serverNode(), args, { stdio: 'inherit', env: serverEnvironment(run) }).status ?? 70;
}

function broke(error) {
  process.stderr.write(`code-host: ${error?.stack ?? error}\n`);
  process.exit(70);
}
