import { walkXml } from './walkXml';

/**
 * The newer of the days on which a document was created and changed, by its properties (`docProps/core.xml`); the
 * properties of a template may be older than the document. `undefined` if they state none, or cannot be read.
 */
export function readLastChange(xml: string): string | undefined {
  let isDate = false;
  let newest = '';
  const fault = walkXml(xml, {
    open(name) {
      isDate = /(?:^|:)(?:created|modified)$/.test(name);
    },
    text(text) {
      const day = isDate ? /^\s*(\d{4}-\d\d-\d\d)/.exec(text)?.[1] : undefined;
      if (day !== undefined && day > newest) newest = day;
    },
  });
  return fault === undefined && newest !== '' ? newest : undefined;
}
