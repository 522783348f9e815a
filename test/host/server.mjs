// Starts the VS Code server that the npm package code-server carries.
// Its server-main.js is started directly: code-server's own entry refuses options that this host needs.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { prepareServer, serverMain, serverNode, verbose, vscodeFolder } from './installed.mjs';

/** A window that opens quietly: no chat, no welcome, no network, no trust question. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'chat.agentHost.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Built-in extensions left out: those that reach for the network, an account, git or a debugger. */
const LEFT_OUT = new Set(process.env.CODE_HOST_WITHOUT?.split(',') ?? [
  'copilot', 'debug-auto-launch', 'debug-server-ready', 'emmet', 'git', 'git-base', 'github', 'github-authentication',
  'grunt', 'gulp', 'jake', 'mermaid-markdown-features', 'microsoft-authentication', 'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion', 'ms-vscode.vscode-js-profile-table', 'npm', 'simple-browser', 'terminal-suggest',
  'tunnel-forwarding',
]);

/**
 * A running server: `address(window)` is the page to open, `ended` resolves with the reason once it has stopped.
 * `options`: `userData`, `extensionsFolder`, `settings` (user settings beside the quiet ones), `env`.
 */
export async function startServer(run, options = {}) {
  prepareServer();
  const userData = path.resolve(options.userData ?? path.join(run.folder, 'user-data'));
  writeSettings(userData, options.settings);
  // On a machine that several people use, the token keeps the others out; in a file, as command lines can be read.
  const token = randomUUID();
  const tokenFile = path.join(run.folder, 'token');
  fs.writeFileSync(tokenFile, token, { mode: 0o600 });
  const server = spawn(serverNode(), [
    serverMain, '--host', '127.0.0.1', '--port', String(options.port ?? 0), '--connection-token-file', tokenFile,
    // Without this a built VS Code ignores the extensionDevelopmentPath of the page's address.
    '--enable-smoke-test-driver',
    '--disable-workspace-trust', '--disable-update-check',
    '--force-disable-user-env', // No login shell is asked for its environment.
    '--builtin-extensions-dir', chooseBuiltin(run),
    ...commonArguments(run, { userData, extensionsFolder: options.extensionsFolder }),
  ], { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: serverEnvironment(run, options.env) });
  run.own(server.pid);

  let log = '';
  let end;
  const ended = new Promise((resolve) => (end = resolve));
  const port = await new Promise((resolve, reject) => {
    const read = (data) => {
      log = (log + data).slice(-200_000);
      if (verbose) process.stderr.write(data);
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.on('error', reject);
    server.on('exit', (code, signal) => {
      const why = `the VS Code server ended (${code ?? signal})`;
      reject(new Error(`${why}\n${log}`));
      end(why);
    });
  });
  return { port, ended, log: () => log, address: (window) => pageAddress(port, token, window) };
}

/** The arguments that a server and its command line (--install-extension …) share. */
export function commonArguments(run, { userData, extensionsFolder }) {
  return [
    '--accept-server-license-terms', '--disable-telemetry',
    '--user-data-dir', path.resolve(userData ?? path.join(run.folder, 'user-data')),
    '--server-data-dir', path.join(run.folder, 'server'),
    '--extensions-dir', path.resolve(extensionsFolder ?? path.join(run.folder, 'extensions')),
  ];
}

/** The environment goes through to the extension host, so coverage and settings of a suite do too. */
export function serverEnvironment(run, more = {}) {
  const env = { ...process.env, ...more };
  env.XDG_RUNTIME_DIR = run.folder; // Sockets belong to the run as well.
  env.EXTENSIONS_GALLERY = '{}'; // No gallery is asked.
  delete env.NODE_OPTIONS;
  delete env.ELECTRON_RUN_AS_NODE;
  return env;
}

/** A user-data folder that already has settings keeps them, unless others are asked for. */
function writeSettings(userData, settings) {
  const file = path.join(userData, 'User/settings.json');
  if (!settings && fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
}

function chooseBuiltin(run) {
  const chosen = path.join(run.folder, 'builtin');
  fs.mkdirSync(chosen);
  for (const name of fs.readdirSync(path.join(vscodeFolder, 'extensions'))) {
    const folder = path.join(vscodeFolder, 'extensions', name);
    if (LEFT_OUT.has(name) || !fs.existsSync(path.join(folder, 'package.json'))) continue;
    fs.symlinkSync(folder, path.join(chosen, name), 'dir');
  }
  return chosen;
}

/** `window`: `folder`, `development` (extension folders), `tests` (a suite's entry), `payload` (further pairs). */
function pageAddress(port, token, { folder, development = [], tests, payload = [] }) {
  const authority = `127.0.0.1:${port}`;
  const remote = (file) => `vscode-remote://${authority}${encodePath(file)}`;
  const pairs = [['skipWelcome', 'true'], ...payload, ...development.map((each) => ['extensionDevelopmentPath', remote(each)])];
  if (tests) pairs.push(['extensionTestsPath', remote(tests)]);
  const query = new URLSearchParams({ tkn: token });
  if (!folder) query.set('ew', 'true');
  else query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', path.resolve(folder));
  query.set('payload', JSON.stringify(pairs));
  return `http://${authority}/?${query}`;
}

function encodePath(file) {
  return path.resolve(file).split(path.sep).map(encodeURIComponent).join('/');
}
