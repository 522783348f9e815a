import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path is the folder itself or in it, judging by the text of the paths only. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** A path with slashes, as other programs and patterns write it. */
export function slashed(path: string): string {
  return path.replaceAll(sep, '/');
}
