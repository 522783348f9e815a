import { SaxesParser } from 'saxes';
import { MOST_ATTRIBUTES, OverBudget, type Budget } from './budget';

export type Attributes = Readonly<Record<string, string>>;

/** Names have the usual prefixes (`w:p`, `mc:Choice`), whichever prefixes the part declares. */
export interface XmlVisitor {
  /** `start` is the offset of the tag. */
  open(name: string, attributes: Attributes, start: number): void;
  /** `end` is the offset after the element. */
  close?(name: string, end: number): void;
  text?(text: string): void;
}

/**
 * Reports the elements of an XML document and their text. Returns what is wrong with it, or `undefined`. Entities that
 * a document declares are not expanded: a document type declaration is a fault. Throws {@link OverBudget} if there is a
 * budget and the document exceeds it.
 */
export function walkXml(xml: string, visitor: XmlVisitor, budget?: Budget): string | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let names: Names | undefined;
  let depth = 0;
  parser.on('doctype', () => {
    throw new Fault('a document type declaration');
  });
  parser.on('error', (error) => {
    throw new Fault(error.message);
  });
  let attributeCount = 0;
  parser.on('attribute', () => {
    if (++attributeCount <= MOST_ATTRIBUTES) return;
    const what = `more than ${MOST_ATTRIBUTES} attributes of one element`;
    throw budget ? new OverBudget(what) : new Fault(what);
  });
  parser.on('opentag', ({ name, attributes }) => {
    attributeCount = 0;
    budget?.addElement();
    if (++depth > DEEPEST) throw new Fault(`elements in more than ${DEEPEST} others`);
    names ??= namesIn(attributes);
    const { position } = parser;
    // No attribute may contain the sign.
    visitor.open(names.element(name), names.attributes(attributes), xml.lastIndexOf('<', position - 1));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    visitor.close?.(names!.element(name), parser.position);
  });
  if (visitor.text) {
    const add = (text: string): void => visitor.text!(text);
    parser.on('text', add);
    parser.on('cdata', add);
  }
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
  return undefined;
}

const DEEPEST = 1000;

class Fault extends Error {}

interface Names {
  element(name: string): string;
  attributes(attributes: Attributes): Attributes;
}

/** The namespaces of the transitional and of the strict form of the format. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
};

const USUAL: Names = { element: (name) => name, attributes: (attributes) => attributes };

/** Nearly all programs write the usual prefixes, and declare them in the root. */
function namesIn(root: Attributes): Names {
  const usual = new Map<string, string>();
  for (const [name, uri] of Object.entries(root)) {
    const declared = /^xmlns(?::|$)/.exec(name);
    const prefix = PREFIXES[uri];
    if (declared && prefix !== undefined && name !== `xmlns:${prefix}`)
      usual.set(name.slice(declared[0].length), prefix);
  }
  if (usual.size === 0) return USUAL;
  const rename = (name: string): string => {
    const colon = name.indexOf(':');
    const prefix = usual.get(name.slice(0, Math.max(0, colon)));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  return {
    element: rename,
    attributes: (attributes) =>
      Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name.includes(':') ? rename(name) : name, value]),
      ),
  };
}
