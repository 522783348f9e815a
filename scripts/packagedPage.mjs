import path from 'node:path';

/**
 * A page as it is packed: pictures that are not in the package are left out, and links that would lead nowhere become
 * plain text. `files` are the paths in the package, with slashes, and `renamed` those that have another name in it; web
 * addresses and anchors stay.
 */
export function packagedPage(text, page, files, renamed = {}) {
  /** The target as it is reached in the package; undefined if it is not there. */
  const packaged = (target) => {
    const [file, anchor] = target.split('#');
    if (file === '' || /^[a-z]+:/i.test(file)) return target;
    const at = path.posix.normalize(path.posix.join(path.posix.dirname(page), file));
    if (!files.some((each) => each === at || each.startsWith(`${at.replace(/\/$/, '')}/`))) return undefined;
    const name = renamed[at];
    const moved = name === undefined ? file : path.posix.join(path.posix.dirname(file), name);
    return anchor === undefined ? moved : `${moved}#${anchor}`;
  };
  return text
    .replace(/^!\[[^\]]*\]\(([^()\s]+)\)\n+/gm, (picture, target) => (packaged(target) ? picture : ''))
    .replace(/(?<!!)\[([^\]]*)\]\(([^()\s]+)\)/g, (_, label, target) => {
      const there = packaged(target);
      return there === undefined ? label : `[${label}](${there})`;
    });
}
