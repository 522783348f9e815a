import { readdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { CONFIG_FILE, NO_CONFIG, excluder, nest, type Config } from '../core/config/config';
import type { Choices } from './arguments';
import { readConfigFile, type ReadConfig } from './config';
import { isWalked } from './files';

/** The configuration files of a run: what they say of each place. */
export interface Configs {
  /** What holds for a file. */
  readonly of: (fullPath: string) => Config;
  /** Whether a walk is to leave out a file or folder. */
  readonly isExcluded: (fullPath: string) => boolean;
  /** The termbases that they name. The names in them hold for the whole run. */
  readonly termbases: readonly string[];
  /** What is to be repaired, one line for each. */
  readonly lines: readonly string[];
}

/**
 * The file that is named, or else those named `.migration-terms.json` that hold for the paths: in the folders from the
 * working folder down to each, and in what is below. For a path that lies elsewhere they begin in its own folder.
 */
export async function openConfigs({ config, paths }: Pick<Choices, 'config'> & { readonly paths: readonly string[] }, cwd: string): Promise<Configs> {
  if (config === false) return configsOf(new Map());
  const read = new Map<string, ReadConfig>();
  // What the named file says holds everywhere; its patterns begin where it lies.
  if (config !== undefined) return named(dirname(resolve(cwd, config)), await readConfigFile(config, cwd));
  const readIn = async (folder: string): Promise<void> => {
    if (!read.has(folder)) read.set(folder, await readConfigFile(pathFrom(cwd, join(folder, CONFIG_FILE)), cwd));
  };
  let last = { size: 0, configs: configsOf(read) };
  const isExcluded = (child: string): boolean => {
    if (last.size !== read.size) last = { size: read.size, configs: configsOf(read) };
    return last.configs.isExcluded(child);
  };
  for (const path of paths) {
    const fullPath = path === '-' ? cwd : resolve(cwd, path);
    const isFolder = path !== '-' && await isDirectory(fullPath);
    const folder = path === '-' || isFolder ? fullPath : dirname(fullPath);
    for (const each of foldersDownTo(folder, cwd)) if (await holdsConfig(each)) await readIn(each);
    if (isFolder) await below(folder, readIn, isExcluded);
  }
  return configsOf(read);
}

function configsOf(read: ReadonlyMap<string, ReadConfig>): Configs {
  const held = [...read].sort(([a], [b]) => a.length - b.length).map(([folder, { config }]) => ({ folder, config, leavesOut: excluder(config) }));
  const known = new Map<string, Config>();
  const inFolder = (folder: string): Config => {
    let config = known.get(folder);
    if (config === undefined) {
      config = held.filter((each) => isWithin(each.folder, folder)).reduce<Config>((outer, { config: inner }) => nest(outer, inner), NO_CONFIG);
      known.set(folder, config);
    }
    return config;
  };
  const excluding = held.filter(({ config }) => config.exclude.length > 0);
  return {
    of: (fullPath) => (held.length === 0 ? NO_CONFIG : inFolder(dirname(fullPath))),
    isExcluded: (fullPath) => excluding.some(({ folder, leavesOut }) => isWithin(folder, fullPath) && leavesOut(slashed(relative(folder, fullPath)))),
    termbases: held.flatMap(({ config }) => config.termbases),
    lines: [...read.values()].flatMap(({ lines }) => lines),
  };
}

function named(folder: string, read: ReadConfig): Configs {
  return { ...configsOf(new Map([[folder, read]])), of: () => read.config };
}

/** Reads the configuration of every folder that a walk through this one comes to. */
async function below(folder: string, readIn: (folder: string) => Promise<void>, isExcluded: (fullPath: string) => boolean): Promise<void> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    // The walk through the inputs tells.
    return;
  }
  if (entries.some(({ name }) => name === CONFIG_FILE)) await readIn(folder);
  for (const entry of entries) {
    if (!entry.isDirectory() || !isWalked(entry.name)) continue;
    const child = join(folder, entry.name);
    if (!isExcluded(child)) await below(child, readIn, isExcluded);
  }
}

/** The folders from the working folder down to this one; this one alone where it lies elsewhere. */
function foldersDownTo(folder: string, cwd: string): readonly string[] {
  if (folder === cwd || !isWithin(cwd, folder)) return [folder];
  return [...foldersDownTo(dirname(folder), cwd), folder];
}

async function holdsConfig(folder: string): Promise<boolean> {
  try {
    return (await stat(join(folder, CONFIG_FILE))) !== undefined;
  } catch (error) {
    // One that is there and cannot be looked at is to be told of.
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

/** As a person in the working folder would write it. */
function pathFrom(cwd: string, fullPath: string): string {
  return isWithin(cwd, fullPath) ? relative(cwd, fullPath) : fullPath;
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}
