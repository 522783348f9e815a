import type { FileDates } from '../document';
import { walkXml } from './walkXml';

/**
 * The days on which a document was made and last changed, by its properties (`docProps/core.xml`). `undefined` if they
 * state none, or cannot be read.
 */
export function readFileDates(xml: string): FileDates | undefined {
  let name = '';
  const days = new Map<string, string>();
  const fault = walkXml(xml, {
    open(element) {
      name = element.replace(/^.*:/, '');
    },
    text(text) {
      const day = /^\s*(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
      if (day !== undefined && !FALSE_DAYS.has(day) && !days.has(name)) days.set(name, day);
    },
  });
  if (fault !== undefined) return undefined;
  const [created, modified] = [days.get('created'), days.get('modified')];
  // The last change may be that of a template, which is older than the document.
  const changed = created !== undefined && (modified ?? '') < created ? created : modified;
  return changed === undefined ? undefined : { created, changed };
}

/** Days that programs write into every file, whenever they make it, or where they know none. */
const FALSE_DAYS: ReadonlySet<string> = new Set([
  '2013-12-23', // the template of python-docx
  '2017-12-27', // the reference document of Pandoc
  '1601-01-01', // day zero of Windows,
  '1899-12-30', // of OLE and LibreOffice,
  '1904-01-01', // of the old Macintosh,
  '1970-01-01', // of Unix,
  '1980-01-01', // and of ZIP archives
  '2000-01-01', // what builds write to be repeatable
]);
