import { relative, resolve, sep } from 'node:path';
import { isWithin } from '../within';

/** A path as other programs find it: from the folder, with slashes; absolute for a file outside the folder. */
export function placeOf(path: string, folder: string, cwd = folder): string {
  if (path === '-') return path;
  const fullPath = resolve(cwd, path);
  return (isWithin(folder, fullPath) ? relative(folder, fullPath) : fullPath).replaceAll(sep, '/');
}
