import { isAscii } from 'node:buffer';
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/**
 * Returns the exports of a bundle next to the program. The build replaces the import of a command by this, with a hash
 * of the bundle.
 */
export function requireKept(file: string, hash: string): unknown {
  // From 22.8 on, Node caches compiled code itself.
  if (enableCompileCache) return module.createRequire(file)(file);
  const { exports, keep } = runKept(file, hash, folderOfKeptCode(process.env, process.platform));
  // A command that failed or was stopped has not compiled all the code that the next run needs.
  process.on('exit', (code) => {
    if (code <= 1) keep();
  });
  return exports;
}

/** Makes Node cache the code that it compiles from now on, if it can. */
export function keepCode(): void {
  enableCompileCache?.();
}

const { enableCompileCache } = module as { enableCompileCache?: () => void };

/**
 * Returns the exports of a bundle, run from code that was compiled and cached at an earlier start, as compiling takes
 * longer than checking a page. `folder` is the cache; without one the bundle is compiled. Call `keep` when the work is
 * done, to cache also the functions that were compiled during the run; a long run, which has compiled more, replaces
 * the cache of a short one. Errors in the folder are ignored: they only make the next start slower.
 */
export function runKept(
  file: string,
  hash: string,
  folder: string | undefined,
): { readonly exports: unknown; readonly keep: () => void } {
  const require = module.createRequire(file);
  if (folder === undefined) return { exports: require(file), keep: () => {} };
  const state = stateOf(file);
  const bytes = fs.readFileSync(file);
  const name = path.basename(file);
  const place = path.join(folder, `${name}-${hash}-${process.version}-${process.arch}`);
  const kept = readKept(place, state);
  // The bundles are in ASCII, which is read in half the time. The wrapper is the one that Node uses for a module.
  const script = new vm.Script(module.wrap(bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8')), {
    filename: file,
    cachedData: kept,
  });
  const loaded: { exports: unknown } = { exports: {} };
  (script.runInThisContext() as (...given: unknown[]) => void)(
    loaded.exports,
    require,
    loaded,
    file,
    path.dirname(file),
  );
  const known = script.cachedDataRejected === false ? kept!.length : 0;
  const keep = (): void => {
    if (known > 0 && process.uptime() < LONG_RUN) return;
    const code = script.createCachedData();
    if (code.length > known * MORE) write(place, name, state, code);
  };
  return { exports: loaded.exports, keep };
}

/** The duration, in seconds, from which a run counts as long. */
const LONG_RUN = 1;
/** The growth of the compiled code from which the cache is written again. */
const MORE = 1.2;

/**
 * The user's own cache folder, so that nobody else can put code there. `undefined` if there is none, or if the variable
 * that disables Node's compile cache is set.
 */
export function folderOfKeptCode(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const inHome = (...names: string[]): string | undefined => (env.HOME ? path.join(env.HOME, ...names) : undefined);
  const caches =
    platform === 'win32'
      ? env.LOCALAPPDATA
      : platform === 'darwin'
        ? inHome('Library', 'Caches')
        : env.XDG_CACHE_HOME || inHome('.cache');
  return caches && path.isAbsolute(caches) ? path.join(caches, 'migration-terms') : undefined;
}

/** The state that, together with its hash, identifies an unchanged bundle; of fixed length. */
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

/** Whether only this user owns and can write it. A shared folder is not trusted, nor that of a user who became root. */
function isOwn({ uid, mode }: fs.Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/**
 * Writes the cache atomically, as another start may be reading it. The code is written twice: Node crashes on code that
 * the disk has damaged, and comparing two copies is the fastest way to detect that. Caches of older bundles are
 * removed.
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
    try {
      fs.rmSync(draft, { force: true });
    } catch {
      /* Without a folder there is no draft either. */
    }
  }
}

function removeOld(folder: string, name: string, place: string): void {
  for (const other of fs.readdirSync(folder)) {
    const file = path.join(folder, other);
    if (other.startsWith(`${name}-`) && file !== place && Date.now() - fs.statSync(file).mtimeMs > OLD)
      fs.rmSync(file, { force: true });
  }
}

/** A month, in milliseconds: two installations may be used in turn. */
const OLD = 30 * 24 * 60 * 60 * 1000;
