// Finds the VS Code that is installed on this machine.
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const DOWNLOADS = '.vscode-test';
const RELEASES = 'https://update.code.visualstudio.com/api/releases/stable';

/** The executable of a desktop VS Code that can show a window here, or why there is none: `{ executable, why }`. */
export function findDesktop(root) {
  const named = process.env.VSCODE_PATH;
  if (named) {
    const executable = executableOf(named);
    return executable ? { executable } : { why: `VSCODE_PATH names ${named}, which does not exist` };
  }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { why: 'there is no display for a desktop window' };
  }
  const executable = [...usualPlaces(), ...onPath(), ...downloaded(root)].map(executableOf).find(Boolean);
  return executable ? { executable } : { why: 'no desktop VS Code is installed here' };
}

/**
 * As {@link findDesktop}, and with MIGRATION_TERMS_DESKTOP=1 downloads VS Code where none is installed.
 * The server is probed for four seconds first, because a download without a network would wait much longer.
 */
export async function findOrDownloadDesktop(root) {
  const found = findDesktop(root);
  if (found.executable || process.env.MIGRATION_TERMS_DESKTOP !== '1' || process.env.VSCODE_PATH) return found;
  try {
    await fetch(RELEASES, { signal: AbortSignal.timeout(4000) });
  } catch {
    return { why: `${found.why}, and VS Code's download server cannot be reached` };
  }
  return { executable: await downloadAndUnzipVSCode({ version: 'stable', cachePath: path.join(root, DOWNLOADS) }) };
}

function usualPlaces() {
  const home = os.homedir();
  if (process.platform === 'darwin') {
    const name = 'Visual Studio Code.app';
    return [path.join('/Applications', name), path.join(home, 'Applications', name)];
  }
  if (process.platform === 'win32') {
    const programs = [
      path.join(process.env.LOCALAPPDATA ?? home, 'Programs'),
      process.env.ProgramFiles ?? 'C:\\Program Files',
    ];
    return programs.map((folder) => path.join(folder, 'Microsoft VS Code', 'Code.exe'));
  }
  return ['/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code'];
}

/** `code` on the PATH is a script that returns at once; the executable is one folder above it. */
function onPath() {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'code'))
    .filter((file) => fs.existsSync(file))
    .map((file) =>
      path.join(path.dirname(fs.realpathSync(file)), '..', process.platform === 'win32' ? 'Code.exe' : 'code'),
    );
}

/** The complete earlier downloads of @vscode/test-electron. */
function downloaded(root) {
  const folder = path.join(root, DOWNLOADS);
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder)
    .filter((name) => name.startsWith('vscode-') && fs.existsSync(path.join(folder, name, 'is-complete')))
    .sort()
    .reverse()
    .flatMap((name) => ['code', 'Code.exe', 'Visual Studio Code.app'].map((file) => path.join(folder, name, file)));
}

/**
 * The file itself; for a macOS application, the executable inside, which is `Code`, or `Electron` in older versions.
 */
function executableOf(file) {
  const candidates = file.endsWith('.app')
    ? ['Code', 'Electron'].map((name) => path.join(file, 'Contents/MacOS', name))
    : [file];
  return candidates.find((candidate) => fs.statSync(candidate, { throwIfNoEntry: false })?.isFile());
}
