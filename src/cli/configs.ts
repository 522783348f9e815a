import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { CONFIG_FILE, NO_CONFIG, excluder, nest, type Config, type FolderConfig } from '../core/config/config';
import type { Choices } from './sharedOptions';
import { readConfigFile, unboundNote, type ReadConfig } from './config';
import { isOwnTermbase } from './termbases';
import { isWithin, slashed } from './paths';
import { entriesOf, isWalked } from './files';

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
 * all folders above each path, and below it. Of a link, those above the place that it leads to apply as well, and take
 * precedence. One walk finds them and the termbases next to them. Whichever file the command names, the documents that
 * a found one keeps from being sent are not sent.
 */
export async function openConfigs(
  { config, checksExcluded, paths }: Pick<Choices, 'config' | 'checksExcluded'> & { readonly paths: readonly string[] },
  cwd: string,
): Promise<Configs> {
  const named = config === undefined ? undefined : await openNamed(config, cwd);
  const folders = new Folders(cwd, named?.isExcluded);
  for (const path of paths) {
    const fullPath = path === '-' ? join(cwd, '-') : resolve(cwd, path);
    if (path !== '-' && (await isDirectory(fullPath))) {
      await folders.readAbove(fullPath);
      await folders.readBelow(fullPath);
    } else await folders.readFor(fullPath);
  }
  return {
    ...listed(named ? named.read : folders.read),
    of: named
      ? (fullPath) => nest({ ...NO_CONFIG, review: folders.of(fullPath).review }, named.config)
      : (fullPath) => folders.of(fullPath),
    isExcluded: checksExcluded ? () => false : (fullPath) => folders.isExcluded(fullPath),
    own: [...folders.own].sort(),
  };
}

/** The file that the command names, if any. It applies everywhere; its patterns are relative to its own folder. */
async function openNamed(config: NonNullable<Choices['config']>, cwd: string) {
  if (typeof config !== 'string') return { read: [], config: NO_CONFIG, isExcluded: () => false };
  const read = await readConfigFile(config, cwd);
  const folder = dirname(resolve(cwd, config));
  const leavesOut = excluder(read.config);
  return {
    read: [read],
    config: read.config,
    isExcluded: (fullPath: string) => isWithin(folder, fullPath) && leavesOut(slashed(relative(folder, fullPath))),
  };
}

function listed(read: readonly ReadConfig[]): Pick<Configs, 'termbases' | 'lines' | 'note'> {
  return {
    termbases: read.flatMap(({ config }) => config.termbases),
    lines: read.flatMap(({ lines }) => lines),
    note: unboundNote(read.flatMap(({ unbound }) => unbound ?? [])),
  };
}

/** The configuration of a folder that is above a file, and the path of the file from there. */
interface Above {
  readonly config: FolderConfig;
  readonly leavesOut: (path: string) => boolean;
  /** The folder as the path of the file spells it. */
  readonly folder: string;
}

/** The folders of a run, with their configurations and termbases. Each is read once, whichever links lead to it. */
class Folders {
  readonly own = new Set<string>();
  private readonly held = new Map<string, ReadConfig & Pick<Above, 'leavesOut'>>();
  /** The real paths of the folders that were read, and of the links in them. */
  private readonly reals = new Map<string, string>();
  private readonly looked = new Set<string>();
  private readonly known = new Map<string, readonly Above[]>();

  /** @param isLeftOut What is excluded instead of what the configurations exclude. */
  constructor(
    private readonly cwd: string,
    private readonly isLeftOut?: (fullPath: string) => boolean,
  ) {}

  /** The outer folders first. */
  get read(): readonly ReadConfig[] {
    return [...this.held].sort(([a], [b]) => a.length - b.length).map(([, read]) => read);
  }

  of(fullPath: string): Config {
    return this.aboveAll(fullPath).reduce<Config>((outer, { config: inner }) => nest(outer, inner), NO_CONFIG);
  }

  isExcluded(fullPath: string): boolean {
    if (this.isLeftOut) return this.isLeftOut(fullPath);
    const real = this.realOf(fullPath);
    return [...new Set([fullPath, real])].some((path) =>
      this.above(dirname(path)).some(
        ({ config, folder, leavesOut }) => config.exclude.length > 0 && leavesOut(slashed(relative(folder, path))),
      ),
    );
  }

  /** Reads the folders above a file, and those above the place to which it leads. */
  async readFor(fullPath: string): Promise<void> {
    const real = await this.resolve(fullPath);
    await this.readAbove(dirname(fullPath));
    await this.readAbove(dirname(real));
  }

  /** Reads a folder and those above it, as its path spells them and where they really are. */
  async readAbove(folder: string): Promise<void> {
    const spelled = foldersUp(folder).filter((each) => !this.reals.has(each));
    for (const each of spelled) await this.look(each, await this.resolve(each));
    const real = this.realOf(folder);
    if (real !== folder && !this.reals.has(real)) await this.readAbove(real);
  }

  /** Reads every folder below this one that a walk enters, and those above the places to which its links lead. */
  async readBelow(folder: string): Promise<void> {
    for (const entry of await entriesOf(folder).catch(() => [])) {
      if (!isWalked(entry.name)) continue;
      const child = join(folder, entry.name);
      if (entry.isSymbolicLink()) await this.readFor(child);
      else if (entry.isDirectory() && !this.isExcluded(child)) {
        await this.look(child, this.realOf(child));
        await this.readBelow(child);
      }
    }
  }

  /** Reads the configuration of a folder, and collects its termbases. */
  private async look(folder: string, real: string): Promise<void> {
    if (this.looked.has(real)) return;
    this.looked.add(real);
    if (await holdsConfig(folder)) {
      const read = await readConfigFile(pathFrom(this.cwd, join(folder, CONFIG_FILE)), this.cwd);
      this.held.set(real, { ...read, leavesOut: excluder(read.config) });
    }
    for (const { name } of await entriesOf(folder).catch(() => []))
      if (isOwnTermbase(name)) this.own.add(pathFrom(this.cwd, join(folder, name)));
  }

  private async resolve(fullPath: string): Promise<string> {
    const real = await realpath(fullPath).catch(() => fullPath);
    this.reals.set(fullPath, real);
    return real;
  }

  private realOf(fullPath: string): string {
    const parent = dirname(fullPath);
    return this.reals.get(fullPath) ?? (parent === fullPath ? parent : join(this.realOf(parent), basename(fullPath)));
  }

  /** What applies to a file, the outermost first; what applies to the place to which a link leads is last. */
  private aboveAll(fullPath: string): readonly Above[] {
    const real = dirname(this.realOf(fullPath));
    const spelled = dirname(fullPath);
    const last = this.above(real);
    return real === spelled
      ? last
      : [...this.above(spelled).filter(({ config }) => last.every((each) => each.config !== config)), ...last];
  }

  /** The configurations of the folders down to this one, as its path spells them. */
  private above(folder: string): readonly Above[] {
    const known = this.known.get(folder);
    if (known !== undefined) return known;
    const above = foldersUp(folder)
      .toReversed()
      .flatMap((each): readonly Above[] => {
        const held = this.held.get(this.realOf(each));
        return held ? [{ config: held.config, leavesOut: held.leavesOut, folder: each }] : [];
      });
    this.known.set(folder, above);
    return above;
  }
}

/** The folder, and all above it. */
function foldersUp(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)];
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
