import { SaxesParser } from 'saxes';
import { escapeXml } from '../../src/core/xml';

/** An element of XML; text is a child of its own. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
}

export type Node = Element | string;

/** Parses XML. Throws if it is not well-formed. */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser();
  const root: { children: Node[] } = { children: [] };
  const open: { children: Node[] }[] = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] as Node[] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  const add = (text: string): void => {
    open.at(-1)!.children.push(text);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return root.children.find((child) => typeof child !== 'string') as Element;
}

export function renderXml(node: Node): string {
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${node.name}${attributes.join('')}>${node.children.map(renderXml).join('')}</${node.name}>`;
}

/** All elements, in document order, each with the names of those around it. */
export function* elementsOf(
  node: Node,
  path: readonly string[] = [],
): Generator<readonly [Element, readonly string[]]> {
  if (typeof node === 'string') return;
  yield [node, path];
  for (const child of node.children) yield* elementsOf(child, [...path, node.name]);
}

/** The XML of a part after the changes of an author are accepted or rejected. */
export function settleChanges(xml: string, author: string, action: 'accept' | 'reject'): string {
  const [kept, removed] = action === 'accept' ? ['w:ins', 'w:del'] : ['w:del', 'w:ins'];
  const settle = (node: Node, isRestored: boolean): readonly Node[] => {
    if (typeof node === 'string') return [node];
    const isOwn = node.attributes['w:author'] === author;
    if (isOwn && node.name === removed) return [];
    const isUnwrapped = isOwn && node.name === kept;
    const children = node.children.flatMap((child) => settle(child, isRestored || (isUnwrapped && kept === 'w:del')));
    if (isUnwrapped) return children;
    return [{ ...node, name: isRestored && node.name === 'w:delText' ? 'w:t' : node.name, children }];
  };
  return renderXml(settle(parseXml(xml), false)[0]!);
}

/** Every character that is shown, with the formatting of its run and the elements around it. */
export function formattedCharacters(xml: string): readonly string[] {
  const characters: string[] = [];
  const visit = (node: Node, path: string, format: string): void => {
    if (typeof node === 'string') return;
    if (node.name === 'w:r') format = renderXml(node.children.find((child) => isNamed(child, 'w:rPr')) ?? '');
    if (node.name === 'w:t' || node.name === 'w:delText') {
      const text = node.children.join('');
      const shown = node.attributes['xml:space'] === 'preserve' ? text : text.trim();
      for (const character of shown) characters.push(`${character} ${path}/${node.name} ${withoutIds(format)}`);
      return;
    }
    if (/^w:(?:tab|br|footnoteReference)$/.test(node.name))
      characters.push(`${node.name} ${path} ${withoutIds(format)}`);
    for (const child of node.children) visit(child, `${path}/${node.name}`, format);
  };
  visit(parseXml(xml), '', '');
  return characters;
}

function isNamed(node: Node, name: string): boolean {
  return typeof node !== 'string' && node.name === name;
}

/** The halves of a run that is divided have changes of formatting with different ids. */
function withoutIds(xml: string): string {
  return xml.replace(/ w:id="\d+"/g, '');
}
