import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The files below a folder, without those of installed packages. */
export function files(folder: string, end: string): string[] {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : files(path, end);
      return path.endsWith(end) ? [path] : [];
    })
    .sort();
}

export interface Import {
  readonly from: string;
  readonly to: string;
  /** Whether the import is removed by compilation. */
  readonly typeOnly: boolean;
}

export const SOURCES = files('src', '.ts');
export const IMPORTS: readonly Import[] = SOURCES.flatMap((from) =>
  [
    ...read(from).matchAll(
      /^(?:import|export)\b[^'"]*?from '([^']+)'|^import '([^']+)'|\b(?:import|require)\('([^']+)'\)/gm,
    ),
  ].map((match) => ({
    from,
    to: targetOf(from, (match[1] ?? match[2] ?? match[3])!),
    typeOnly: /^(import|export) type\b/.test(match[0]),
  })),
);

/** A path from the root for a relative import, else the module's name. */
function targetOf(from: string, module: string): string {
  return module.startsWith('.') ? normalize(join(dirname(from), module)).replaceAll('\\', '/') : module;
}

export const show = ({ from, to }: Pick<Import, 'from' | 'to'>): string => `${from} imports ${to}`;
export const within = (folder: string): Import[] => IMPORTS.filter(({ from }) => from.startsWith(`${folder}/`));
