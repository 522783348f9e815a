import { parseTree, type Node } from 'jsonc-parser';

/**
 * Inserts an entry into the text of a file of data at the place of its id, in a layout like that of its neighbour;
 * every other line stays as it is. `list` leads to the list: `['facts']`, or `['concepts', 'iom', 'names']`, whose
 * entries are in the order of time. An entry that is there as given leaves the text as it is; throws if it is there
 * with other content.
 */
export function withEntry(text: string, list: readonly string[], entry: Entry): string {
  const items = nodeAt(text, list).children ?? [];
  const there = items.find((item) => idOf(item) === entry.id);
  if (there) {
    if (JSON.stringify(contentOf(text, there)) === JSON.stringify(entry)) return text;
    throw new Error(`There is an entry "${entry.id}" with other content. Edit it where it is.`);
  }
  const next = items.find((item) => isBefore(entry, contentOf(text, item) as Entry));
  const neighbour = next ?? items.at(-1);
  if (!neighbour) throw new Error(`The list ${list.join(' / ')} is empty. Write its first entry by hand.`);
  const indent = indentOf(text, neighbour.offset);
  const written = isOneLine(text, neighbour) ? oneLine(entry) : expanded(entry, indent);
  const at = next ? next.offset : neighbour.offset + neighbour.length;
  const inserted = next ? `${written},\n${indent}` : `,\n${indent}${written}`;
  return text.slice(0, at) + inserted + text.slice(at);
}

/** A concept, name, fact or source. */
export interface Entry {
  readonly id: string;
  /** The first day of a name. */
  readonly from?: string;
  readonly [key: string]: unknown;
}

/** Names are in the order of time, all other entries in the order of their ids. */
function isBefore(entry: Entry, other: Entry): boolean {
  if (!('terms' in entry)) return entry.id < other.id;
  return entry.from !== undefined && other.from !== undefined && entry.from < other.from;
}

function nodeAt(text: string, path: readonly string[]): Node {
  let node = parseTree(text);
  for (const step of path) {
    const { type, children = [] } = node ?? {};
    node =
      type === 'array'
        ? children.find((item) => idOf(item) === step)
        : children.find(({ children: pair }) => pair?.[0]?.value === step)?.children?.[1];
  }
  if (node?.type !== 'array') throw new Error(`There is no list ${path.join(' / ')}.`);
  return node;
}

function idOf({ children }: Node): unknown {
  return children?.find(({ children: pair }) => pair?.[0]?.value === 'id')?.children?.[1]?.value;
}

function contentOf(text: string, { offset, length }: Node): unknown {
  return JSON.parse(text.slice(offset, offset + length));
}

function isOneLine(text: string, { offset, length }: Node): boolean {
  return !text.slice(offset, offset + length).includes('\n');
}

function indentOf(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset) + 1, offset);
}

/** An entry over several lines: a line for each language of a text, for each term, and for each list of ids. */
function expanded(value: object, indent: string): string {
  const inner = `${indent}  `;
  const members = Object.entries(value).map(([key, each]) =>
    Array.isArray(value) ? inner + inList(each, inner) : `${inner}"${key}": ${inMember(key, each, inner)}`,
  );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${members.join(',\n')}\n${indent}${close}`;
}

function inMember(key: string, value: unknown, indent: string): string {
  const isShortList = key !== 'allow' && Array.isArray(value) && value.every((each) => typeof each !== 'object');
  return typeof value === 'object' && value !== null && !isShortList ? expanded(value, indent) : oneLine(value);
}

/** Names have lines of their own for what is in them, and so have the two sentences of an example and a conflict. */
function inList(value: unknown, indent: string): string {
  const isLong =
    typeof value === 'object' && value !== null && ('terms' in value || 'verdict' in value || '1' in value);
  return isLong ? expanded(value, indent) : oneLine(value);
}

function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const members = Object.entries(value).map(([key, each]) => `"${key}": ${oneLine(each)}`);
  return `{ ${members.join(', ')} }`;
}
