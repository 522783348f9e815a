// Installs the host's packages where they are missing, and says so while it lasts.
import { spawn } from 'node:child_process';
import { hostFolder, isInstalled, whyNotHere } from './installed.mjs';

/** After this the host is installed; throws, in words for people, where it cannot be. */
export async function ensureInstalled(say = console.log) {
  const problem = whyNotHere();
  if (problem) throw new Error(problem);
  if (isInstalled()) return;
  say('Installing the VS Code test host into test/host/node_modules (about 200 MB, once) …');
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  const heartbeat = setInterval(() => say(`  … still installing, ${seconds()} s`), 10_000);
  try {
    await npmCi();
  } finally {
    clearInterval(heartbeat);
  }
  if (!isInstalled()) throw new Error('npm ended well, but the VS Code test host is not complete in test/host/node_modules.');
  say(`Installed in ${seconds()} s.`);
}

function npmCi() {
  const windows = process.platform === 'win32';
  // Nothing is compiled and no script of a package runs: the host needs none of them.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawn(windows ? 'npm.cmd' : 'npm', args, { cwd: hostFolder, stdio: ['ignore', 'inherit', 'inherit'], shell: windows });
  return new Promise((resolve, reject) => {
    npm.on('error', (error) => reject(new Error(`npm could not be started (${error.message}). The VS Code test host is installed with npm.`)));
    npm.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ci in test/host ended with ${code ?? signal}: see its message above. The host needs the npm registry once.`));
    });
  });
}
