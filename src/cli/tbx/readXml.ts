import { SaxesParser } from 'saxes';

/** An element with its attributes and children; text is joined without changes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
  /** The line in the file, from 1. */
  readonly line: number;
}

export type Xml =
  | { readonly kind: 'root'; readonly root: XmlElement }
  | { readonly kind: 'problem'; readonly line: number; readonly message: string };

/**
 * Parses an XML document into a tree, without namespaces. Nothing is fetched, and declared entities are never expanded:
 * a document that declares entities is rejected.
 */
export function readXml(text: string): Xml {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const stack: { name: string; attributes: Record<string, string>; children: (XmlElement | string)[]; line: number }[] =
    [];
  let root: XmlElement | undefined;
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw new Refused(
        parser.line,
        'the document declares entities of its own, which are not read. Write the characters themselves and remove the declarations.',
      );
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= DEEPEST)
      throw new Refused(parser.line, `elements are nested more than ${DEEPEST} deep. No termbase needs that.`);
    stack.push({ name, attributes: attributes as Record<string, string>, children: [], line: parser.line });
  });
  const addText = (part: string): void => {
    stack.at(-1)?.children.push(part);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = stack.pop()!;
    const parent = stack.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.on('error', (error) => {
    throw new Refused(parser.line, `${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (error instanceof Refused) return { kind: 'problem', line: error.line, message: error.message };
    throw error;
  }
  return root ? { kind: 'root', root } : { kind: 'problem', line: 1, message: 'there is no element in it.' };
}

/** The text of an element and its descendants, with blanks collapsed. */
export function textOf(element: XmlElement): string {
  const parts: string[] = [];
  const collect = ({ children }: XmlElement): void => {
    for (const child of children)
      if (typeof child === 'string') parts.push(child);
      else collect(child);
  };
  collect(element);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

export function elementsOf(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (names.length === 0 || names.includes(child.name)),
  );
}

const DEEPEST = 100;

class Refused extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message);
  }
}
