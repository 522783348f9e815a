import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { CONFIG_FILE, NO_CONFIG, excluder, nest, type Config } from '../core/config/config';
import type { Choices } from './options';
import { readConfigFile, unboundNote, type ReadConfig } from './config';
import { isOwnTermbase } from './termbases';
import { isWithin } from './within';
import { isWalked } from './files';

/** The configuration files of a run, and the configuration that results for each path. */
export interface Configs {
  /** The configuration that applies to a file. */
  readonly of: (fullPath: string) => Config;
  /** Whether a walk skips a file or folder. */
  readonly isExcluded: (fullPath: string) => boolean;
  /** The termbases that they name. Their names apply to the whole run. */
  readonly termbases: readonly string[];
  /** The termbases in the folders of the run, or next to its files. */
  readonly own: readonly string[];
  /** The problems, one line each. */
  readonly lines: readonly string[];
  /** What a writer may want to change in them; empty if nothing. */
  readonly note: string;
}

/**
 * Opens the file that the command names, or else the files `.migration-terms.json` that apply to the paths: those in
 * the folders from the working folder down to each path, and below it. For a path outside the working folder, the
 * search starts in its own folder. One walk finds them and the termbases next to them.
 */
export async function openConfigs(
  { config, checksExcluded, paths }: Pick<Choices, 'config' | 'checksExcluded'> & { readonly paths: readonly string[] },
  cwd: string,
): Promise<Configs> {
  const read = new Map<string, ReadConfig>();
  const own = new Set<string>();
  if (typeof config === 'string') read.set(dirname(resolve(cwd, config)), await readConfigFile(config, cwd));
  let last = { size: 0, configs: configsOf(read) };
  const walk: Walk = {
    readIn: async (folder) => {
      if (config === undefined && !read.has(folder))
        read.set(folder, await readConfigFile(pathFrom(cwd, join(folder, CONFIG_FILE)), cwd));
    },
    take: (fullPath) => own.add(pathFrom(cwd, fullPath)),
    isExcluded: (child) => {
      if (last.size !== read.size) last = { size: read.size, configs: configsOf(read) };
      return last.configs.isExcluded(child);
    },
  };
  const adjacent = new Set<string>();
  for (const path of paths) {
    const fullPath = path === '-' ? cwd : resolve(cwd, path);
    const isFolder = path !== '-' && (await isDirectory(fullPath));
    const folder = path === '-' || isFolder ? fullPath : dirname(fullPath);
    for (const each of foldersDownTo(folder, cwd)) if (await holdsConfig(each)) await walk.readIn(each);
    if (isFolder) await below(folder, walk);
    else if (!adjacent.has(folder)) await look(folder, walk);
    adjacent.add(folder);
  }
  const configs = {
    ...configsOf(read),
    ...(checksExcluded ? { isExcluded: () => false } : {}),
    own: [...own].sort(),
  };
  // A named file applies everywhere; its patterns are relative to its own folder.
  const [only] = typeof config === 'string' ? read.values() : [];
  return only ? { ...configs, of: () => only.config } : configs;
}

function configsOf(read: ReadonlyMap<string, ReadConfig>): Omit<Configs, 'own'> {
  const held = [...read]
    .sort(([a], [b]) => a.length - b.length)
    .map(([folder, { config }]) => ({ folder, config, leavesOut: excluder(config) }));
  const known = new Map<string, Config>();
  const inFolder = (folder: string): Config => {
    let config = known.get(folder);
    if (config === undefined) {
      config = held
        .filter((each) => isWithin(each.folder, folder))
        .reduce<Config>((outer, { config: inner }) => nest(outer, inner), NO_CONFIG);
      known.set(folder, config);
    }
    return config;
  };
  const excluding = held.filter(({ config }) => config.exclude.length > 0);
  return {
    of: (fullPath) => (held.length === 0 ? NO_CONFIG : inFolder(dirname(fullPath))),
    isExcluded: (fullPath) =>
      excluding.some(
        ({ folder, leavesOut }) => isWithin(folder, fullPath) && leavesOut(slashed(relative(folder, fullPath))),
      ),
    termbases: held.flatMap(({ config }) => config.termbases),
    lines: [...read.values()].flatMap(({ lines }) => lines),
    note: unboundNote([...read.values()].flatMap(({ unbound }) => unbound ?? [])),
  };
}

/** The callbacks of a walk. */
interface Walk {
  readonly readIn: (folder: string) => Promise<void>;
  readonly take: (termbase: string) => void;
  readonly isExcluded: (fullPath: string) => boolean;
}

/** Reads a folder: reads its configuration, collects its termbases, and returns its other entries. */
async function look(folder: string, { readIn, take }: Walk): Promise<readonly Dirent[]> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    // The walk through the inputs reports the error.
    return [];
  }
  if (entries.some(({ name }) => name === CONFIG_FILE)) await readIn(folder);
  for (const { name } of entries) if (isOwnTermbase(name)) take(join(folder, name));
  return entries;
}

/** Reads every folder below this one that a walk enters. */
async function below(folder: string, walk: Walk): Promise<void> {
  for (const entry of await look(folder, walk)) {
    if (!entry.isDirectory() || !isWalked(entry.name)) continue;
    const child = join(folder, entry.name);
    if (!walk.isExcluded(child)) await below(child, walk);
  }
}

/** The folders from the working folder down to this one; only this one if it is outside the working folder. */
function foldersDownTo(folder: string, cwd: string): readonly string[] {
  if (folder === cwd || !isWithin(cwd, folder)) return [folder];
  return [...foldersDownTo(dirname(folder), cwd), folder];
}

async function holdsConfig(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, CONFIG_FILE))) !== undefined;
  } catch (error) {
    // A file that exists but cannot be examined must be reported.
    return !['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
  }
}

async function isDirectory(fullPath: string): Promise<boolean> {
  try {
    return (await stat(fullPath)).isDirectory();
  } catch {
    return false;
  }
}

/** The path as a user in the working folder would write it. */
function pathFrom(cwd: string, fullPath: string): string {
  return isWithin(cwd, fullPath) ? relative(cwd, fullPath) : fullPath;
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}
