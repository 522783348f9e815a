import { isAscii } from 'node:buffer';
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** What a bundle beside the program exports. The build puts this in place of an import of a command, with a hash of the bundle. */
export function requireKept(file: string, hash: string): unknown {
  // Node from 22.8 on keeps what it has compiled by itself.
  if (enableCompileCache) return module.createRequire(file)(file);
  const { exports, keep } = runKept(file, hash, folderOfKeptCode(process.env, process.platform));
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
 * so that what was compiled on the way is kept too; a long run, which has compiled more, takes the place of a short one. No
 * trouble with the folder is one: it only makes the next start slower.
 */
export function runKept(file: string, hash: string, folder: string | undefined): { readonly exports: unknown; readonly keep: () => void } {
  const require = module.createRequire(file);
  if (folder === undefined) return { exports: require(file), keep: () => {} };
  const state = stateOf(file);
  const bytes = fs.readFileSync(file);
  const name = path.basename(file);
  const place = path.join(folder, `${name}-${hash}-${process.version}-${process.arch}`);
  const kept = readKept(place, state);
  // The bundles are in ASCII, which is read in half the time. The wrapper is the one that Node puts around a module.
  const script = new vm.Script(module.wrap(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')), { filename: file, cachedData: kept });
  const loaded: { exports: unknown } = { exports: {} };
  (script.runInThisContext() as (...given: unknown[]) => void)(loaded.exports, require, loaded, file, path.dirname(file));
  const known = script.cachedDataRejected === false ? kept!.length : 0;
  const keep = (): void => {
    if (known > 0 && process.uptime() < LONG_RUN) return;
    const code = script.createCachedData();
    if (code.length > known * MORE) write(place, name, state, code);
  };
  return { exports: loaded.exports, keep };
}

/** In seconds. */
const LONG_RUN = 1;
/** So much more is worth writing again. */
const MORE = 1.2;

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

/** What tells, beside its hash, that a bundle is as it was built; always as long. */
function stateOf(file: string): Buffer {
  const { size, mtimeMs } = fs.statSync(file);
  return Buffer.from(new Float64Array([size, mtimeMs]).buffer);
}

function readKept(place: string, state: Buffer): Buffer | undefined {
  try {
    if (!isOwn(fs.statSync(path.dirname(place))) || !isOwn(fs.statSync(place))) return undefined;
    const kept = fs.readFileSync(place);
    const [first, second] = [state.length, (state.length + kept.length) / 2];
    const code = kept.subarray(first, second);
    return kept.subarray(0, first).equals(state) && kept.subarray(second).equals(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** Of this user, and written by no other: a folder that was shared, or that of somebody who became root, is not trusted. */
function isOwn({ uid, mode }: fs.Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/**
 * Whole or not at all, as another start may be reading it. The code is written twice: Node crashes on code that a disk has
 * damaged, and to compare two copies is the quickest way to find out. What older bundles left goes with it.
 */
function write(place: string, name: string, state: Buffer, code: Buffer): void {
  const draft = `${place}.${process.pid}`;
  const folder = path.dirname(place);
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOwn(fs.statSync(folder))) return;
    fs.writeFileSync(draft, Buffer.concat([state, code, code]), { mode: 0o600 });
    fs.renameSync(draft, place);
    removeOld(folder, name, place);
  } catch {
    try { fs.rmSync(draft, { force: true }); } catch { /* No folder, so no draft either. */ }
  }
}

function removeOld(folder: string, name: string, place: string): void {
  for (const other of fs.readdirSync(folder)) {
    const file = path.join(folder, other);
    if (other.startsWith(`${name}-`) && file !== place && Date.now() - fs.statSync(file).mtimeMs > OLD) fs.rmSync(file, { force: true });
  }
}

/** A month, in milliseconds: two installations side by side may take turns. */
const OLD = 30 * 24 * 60 * 60 * 1000;
