import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/**
 * The path of a program as one script, for tests that start it in a process of its own: from a script it starts several
 * times as fast as from its sources. All are bundled when the first is requested.
 */
export function program(name: 'cli' | 'checkHere' | 'killedAt'): string {
  folder ??= bundled();
  return join(folder, `${name}.js`);
}

function bundled(): string {
  const path = mkdtempSync(join(tmpdir(), 'migration-terms-programs-'));
  process.once('exit', () => rmSync(path, { recursive: true, force: true }));
  execFileSync(process.execPath, [join(__dirname, 'bundlePrograms.mjs'), path]);
  return path;
}
