import type { NamedFile } from '../src/core/termbase/load';
import type { Entry } from './entryLayout';

type List = 'concepts' | 'facts' | 'sources';

/**
 * Returns which file and list a new entry belongs to: a name to its concept, a fact to the file of its section, a
 * concept to the file of its kind, a source to `official.json`. Throws if the data does not say which file it is.
 */
export function placeOf(
  entry: Entry,
  files: readonly NamedFile[],
  { file, concept }: { readonly file?: string; readonly concept?: string },
): { readonly file: string; readonly list: readonly string[] } {
  if (concept !== undefined) {
    const [found] = filesWith(files, 'concepts', ({ id }) => id === concept);
    if (found === undefined) throw new Error(`There is no concept "${concept}".`);
    return { file: found, list: ['concepts', concept, 'names'] };
  }
  const list = listOf(entry);
  const likely = file === undefined ? likelyFiles(entry, list, files) : [file];
  if (likely.length !== 1) {
    const known = files.map((each) => each.file).filter((each) => each.startsWith(`${list}/`));
    const which = likely.length > 0 ? likely : known;
    throw new Error(`Say with --file where it belongs: ${which.join(', ')}.`);
  }
  if (!files.some((each) => each.file === likely[0])) throw new Error(`There is no file data/${likely[0]}.`);
  return { file: likely[0]!, list: [list] };
}

function listOf(entry: Entry): List {
  if ('names' in entry) return 'concepts';
  if ('subject' in entry) return 'facts';
  if ('title' in entry) return 'sources';
  throw new Error('This is no concept ("names"), fact ("subject") or source ("title"). A name needs --concept.');
}

function likelyFiles(entry: Entry, list: List, files: readonly NamedFile[]): readonly string[] {
  const own = filesWith(files, list, ({ id }) => id === entry.id);
  if (own.length > 0) return own;
  if (list === 'sources') return ['sources/official.json'];
  const key = list === 'facts' ? 'section' : 'kind';
  return filesWith(files, list, (other) => other[key] === entry[key]);
}

function filesWith(files: readonly NamedFile[], list: List, isMeant: (entry: Entry) => boolean): readonly string[] {
  return files
    .filter(({ content }) => ((content as Readonly<Record<string, readonly Entry[]>>)[list] ?? []).some(isMeant))
    .map(({ file }) => file);
}
