import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is a folder's, or the folder itself, by what is written alone. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
