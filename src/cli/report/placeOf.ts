import { relative, resolve } from 'node:path';
import { isWithin, slashed } from '../paths';

/** A path as other programs find it: from the folder, with slashes; absolute for a file outside the folder. */
export function placeOf(path: string, folder: string): string {
  const fullPath = resolve(folder, path);
  return path === '-' || isWithin(folder, fullPath) ? pathFrom(folder, path, folder) : slashed(fullPath);
}

/** A path from another folder than the working folder, with slashes. Standard input is "-" everywhere. */
export function pathFrom(folder: string, path: string, cwd: string): string {
  return path === '-' ? path : slashed(relative(folder, resolve(cwd, path)));
}
