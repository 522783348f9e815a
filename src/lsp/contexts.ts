import { lstat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG_FILE, NO_CONFIG, type Config } from '../core/config/config';
import { builtinTermbase } from '../core/termbase/builtin';
import type { Termbase } from '../core/termbase/termbase';
import { openConfigs } from '../cli/configs';
import { openTermbase } from '../cli/termbases';
import { isWithin } from '../cli/paths';

/** What applies to the documents of a folder. */
export interface Context {
  readonly configOf: (fullPath: string) => Config;
  readonly isExcluded: (fullPath: string) => boolean;
  readonly termbase: Termbase;
}

/**
 * Reads the configuration files and termbases that apply to a document: those in all folders above it, and the
 * termbases that these configurations name.
 */
export class Contexts {
  private readonly known = new Map<string, Promise<Context>>();
  private readonly termbases = new Map<string, Promise<Termbase>>();
  private readonly told = new Set<string>();

  /** @param tell Called once with each problem, a line with place and repair. */
  constructor(
    private roots: readonly string[],
    private readonly tell: (problem: string) => void,
  ) {}

  get folders(): readonly string[] {
    return this.roots;
  }

  /** The context of a file; of a document that is not a file, that of the workspace. */
  async of(fullPath: string | undefined): Promise<Context> {
    const folder = fullPath === undefined ? this.roots[0] : dirname(fullPath);
    if (folder === undefined) return NO_CONTEXT;
    // A file of the folder, whether it exists or not; to a link applies also what is above the file to which it leads.
    const path = fullPath !== undefined && (await isLink(fullPath)) ? fullPath : join(folder, CONFIG_FILE);
    let context = this.known.get(path);
    if (context === undefined) this.known.set(path, (context = this.open(path)));
    return context;
  }

  /** Forgets what was read, as files have changed. Problems that remain are told again. */
  clear(roots: readonly string[] = this.roots): void {
    this.roots = roots;
    this.known.clear();
    this.termbases.clear();
    this.told.clear();
  }

  private async open(path: string): Promise<Context> {
    const root = this.roots.filter((each) => isWithin(each, path)).sort((a, b) => b.length - a.length)[0];
    const cwd = root ?? dirname(path);
    const opened = await openConfigs({ config: undefined, checksExcluded: false, paths: [path] }, cwd);
    const { of, isExcluded, termbases, own, lines, note } = opened;
    for (const line of note === '' ? lines : [...lines, note]) this.say(line);
    const termbase = await this.termbaseOf([...termbases, ...own], cwd);
    return { configOf: of, isExcluded, termbase };
  }

  private termbaseOf(paths: readonly string[], root: string): Promise<Termbase> {
    if (paths.length === 0) return Promise.resolve(builtinTermbase());
    const key = JSON.stringify([root, paths]);
    let opened = this.termbases.get(key);
    if (opened === undefined) {
      const output = { write: (text: string) => this.say(text.trimEnd()) };
      this.termbases.set(key, (opened = openTermbase(paths, root, output).then(({ termbase }) => termbase)));
    }
    return opened;
  }

  private say(problem: string): void {
    if (this.told.has(problem)) return;
    this.told.add(problem);
    this.tell(problem);
  }
}

/** The path of a `file:` address; `undefined` for any other, and for one that is not valid. */
export function pathOf(uri: unknown): string | undefined {
  if (typeof uri !== 'string' || !uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

const NO_CONTEXT: Context = {
  configOf: () => NO_CONFIG,
  isExcluded: () => false,
  get termbase() {
    return builtinTermbase();
  },
};

async function isLink(fullPath: string): Promise<boolean> {
  return lstat(fullPath).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  );
}
