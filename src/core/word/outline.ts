import type { Span } from '../document';
import type { Budget } from './budget';
import { walkXml, type Attributes, type XmlVisitor } from './walkXml';

/** The elements of a part that determine where comments and changes may be. */
export interface Outline {
  readonly xml: string;
  readonly root: OutlineNode;
  /** The prefix of WordprocessingML with its colon, such as `w:`. */
  readonly prefix: string;
  /** Whether the root declares the prefix; a document may use WordprocessingML as its default namespace only. */
  readonly declaresPrefix: boolean;
  /** The namespace of WordprocessingML, which differs between transitional and strict documents. */
  readonly namespace: string;
  /** In document order. */
  readonly nodes: readonly OutlineNode[];
  /** The runs among the nodes. */
  readonly runs: readonly OutlineNode[];
  /** The content controls whose content is locked, or repeats data that is elsewhere in the package. */
  readonly closedControls: ReadonlySet<OutlineNode>;
}

/** An element in the XML of a part. */
export interface OutlineNode extends Span {
  /** Without its prefix. */
  readonly name: string;
  /** The attribute `w:id`; of a field, its type or its instruction; of a lock, its kind. */
  readonly id: string | undefined;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** The nearest element around it that is a node. */
  readonly parent: OutlineNode | undefined;
}

/** Reads the outline of a part; `undefined` if it contains no WordprocessingML. */
export function readOutline(xml: string, budget?: Budget): Outline | undefined {
  const nodes: { -readonly [key in keyof OutlineNode]: OutlineNode[key] }[] = [];
  const open: (typeof nodes)[number][] = [];
  let namespaces: Attributes | undefined;
  const visitor: XmlVisitor = {
    open(written, attributes, start) {
      namespaces ??= attributes;
      const name = nameOf(written);
      if (name === undefined) return;
      const end = start + tagAt(xml, start).length;
      const id = attributes[IDS.get(name) ?? 'w:id'];
      const node = { name, id, start, contentStart: end, contentEnd: end, end, parent: open.at(-1) };
      nodes.push(node);
      open.push(node);
    },
    close(written, end) {
      if (nameOf(written) === undefined) return;
      const node = open.pop()!;
      node.end = end;
      node.contentEnd = Math.max(node.contentStart, node.contentStart === end ? end : xml.lastIndexOf('</', end - 1));
    },
  };
  walkXml(xml, visitor, budget);
  const root = nodes[0];
  const declarations = Object.entries(namespaces ?? {}).filter(([, value]) => NAMESPACES.has(value));
  if (!root || declarations.length === 0) return undefined;
  const declared = declarations.find(([name]) => name.startsWith('xmlns:'))?.[0].slice('xmlns:'.length);
  return {
    xml,
    root,
    prefix: `${declared ?? 'w'}:`,
    declaresPrefix: declared !== undefined,
    namespace: declarations[0]![1],
    nodes,
    runs: nodes.filter(({ name }) => name === 'r'),
    closedControls: new Set(nodes.flatMap((node) => (node.parent && isClosing(node) ? [node.parent] : []))),
  };
}

/** Whether an element in the properties of a content control forbids changes of the content. */
function isClosing({ name, id }: OutlineNode): boolean {
  return name === 'dataBinding' || (name === 'lock' && (id === 'contentLocked' || id === 'sdtContentLocked'));
}

/** The nearest element around a node that has one of the names. */
export function around(node: OutlineNode, names: ReadonlySet<string>): OutlineNode | undefined {
  let outer = node.parent;
  while (outer && !names.has(outer.name)) outer = outer.parent;
  return outer;
}

/** The tag that begins at an offset. */
export function tagAt(xml: string, start: number): string {
  let quote = '';
  for (let i = start; i < xml.length; i++) {
    const character = xml[i]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return xml.slice(start, i + 1);
  }
  return '';
}

/** The element that holds the same content twice, for programs that know the newer form and for others. */
const ALTERNATIVES = 'AlternateContent';

/** Elements in whose content Word ignores comments: runs that contain text boxes, and alternatives. */
export const CONTAINERS: ReadonlySet<string> = new Set(['r', ALTERNATIVES]);

const NAMES: ReadonlySet<string> = new Set([
  ...['document', 'footnotes', 'endnotes', 'hdr', 'ftr', 'comments', 'comment'],
  ...['footnote', 'endnote', 'footnoteReference', 'endnoteReference'],
  ...['p', 'pPr', 'r', 'rPr', 'hyperlink', 'fldSimple', 'fldChar', 'instrText', 'smartTag', 'customXml', 'dir', 'bdo'],
  ...['commentRangeStart', 'commentRangeEnd', 'commentReference'],
  ...['sdt', 'sdtContent', 'dataBinding', 'lock', 'ins', 'del', 'moveTo', 'moveFrom'],
]);

/** The attributes that identify elements without a `w:id`. */
const IDS: ReadonlyMap<string, string> = new Map([
  ['fldChar', 'w:fldCharType'],
  ['fldSimple', 'w:instr'],
  ['lock', 'w:val'],
]);

/** The name of a node without its prefix; `undefined` if the element is no node. */
function nameOf(written: string): string | undefined {
  const name = written.slice(written.indexOf(':') + 1);
  return written === `mc:${ALTERNATIVES}` || (written.startsWith('w:') && NAMES.has(name)) ? name : undefined;
}

const NAMESPACES: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
