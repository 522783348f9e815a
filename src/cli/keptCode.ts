import { isAscii } from 'node:buffer';
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** What a bundle beside the program exports. The build puts this in place of an import of a command. */
export function requireKept(file: string): unknown {
  // Node from 22.8 on keeps what it has compiled by itself.
  if (enableCompileCache) return module.createRequire(file)(file);
  const { exports, keep } = runKept(file, folderOfKeptCode(process.env, process.platform));
  // A command that was refused or stopped has not compiled what the next one needs.
  process.on('exit', (code) => { if (code <= 1) keep(); });
  return exports;
}

/** Has Node keep what it compiles from now on, where it can. */
export function keepCode(): void {
  enableCompileCache?.();
}

const { enableCompileCache } = module as { enableCompileCache?: () => void };

/**
 * What a bundle exports, run from what Node compiled of it at an earlier start, as compiling takes longer than checking a
 * page. `folder` is where that is kept; without one the bundle is compiled. `keep` is to be called when the work is done,
 * so that what was compiled on the way is kept too. No trouble with the folder is one: it only makes the next start slower.
 */
export function runKept(file: string, folder: string | undefined): { readonly exports: unknown; readonly keep: () => void } {
  const require = module.createRequire(file);
  if (folder === undefined) return { exports: require(file), keep: () => {} };
  const bytes = fs.readFileSync(file);
  const state = stateOf(file);
  const place = path.join(folder, `${path.basename(file)}-${process.version}-${process.arch}`);
  const kept = readKept(place, state);
  // The bundles are in ASCII, which is read in half the time. The wrapper is the one that Node puts around a module.
  const script = new vm.Script(module.wrap(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')), { filename: file, cachedData: kept });
  const loaded: { exports: unknown } = { exports: {} };
  (script.runInThisContext() as (...given: unknown[]) => void)(loaded.exports, require, loaded, file, path.dirname(file));
  const isKept = kept !== undefined && script.cachedDataRejected === false;
  return { exports: loaded.exports, keep: () => { if (!isKept) write(place, state, script.createCachedData()); } };
}

/**
 * The user's own folder for what programs keep, so that nobody else can put code there. `undefined` where there is none,
 * and where the variable by which Node is told to keep no compiled code says so.
 */
export function folderOfKeptCode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const inHome = (...names: string[]): string | undefined => (env.HOME ? path.join(env.HOME, ...names) : undefined);
  const caches = platform === 'win32' ? env.LOCALAPPDATA : platform === 'darwin' ? inHome('Library', 'Caches') : env.XDG_CACHE_HOME || inHome('.cache');
  return caches && path.isAbsolute(caches) ? path.join(caches, 'migration-terms') : undefined;
}

/** By what a bundle is known to be the one that was compiled; always as long. */
function stateOf(file: string): Buffer {
  const { size, mtimeMs, ino } = fs.statSync(file);
  return Buffer.from(new Float64Array([size, mtimeMs, ino]).buffer);
}

function readKept(place: string, state: Buffer): Buffer | undefined {
  try {
    const kept = fs.readFileSync(place);
    const [first, second] = [state.length, (state.length + kept.length) / 2];
    const code = kept.subarray(first, second);
    return kept.subarray(0, first).equals(state) && kept.subarray(second).equals(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whole or not at all, as another start may be reading it. The code is written twice: Node crashes on code that a disk has
 * damaged, and to compare two copies is the quickest way to find out.
 */
function write(place: string, state: Buffer, code: Buffer): void {
  const draft = `${place}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });
    fs.writeFileSync(draft, Buffer.concat([state, code, code]), { mode: 0o600 });
    fs.renameSync(draft, place);
  } catch {
    try { fs.rmSync(draft, { force: true }); } catch { /* No folder, so no draft either. */ }
  }
}
