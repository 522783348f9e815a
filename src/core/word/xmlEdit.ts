import type { Span } from '../document';
import { tagAt } from './outline';
import { walkXml } from './walkXml';

/** A replacement of a range of XML. */
export interface XmlEdit extends Span {
  readonly text: string;
}

/** Applies edits that do not overlap. Those at the same position are made in their order, insertions first. */
export function applyXmlEdits(xml: string, edits: readonly XmlEdit[]): string {
  const pieces: string[] = [];
  let position = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(xml.slice(position, start), text);
    position = end;
  }
  pieces.push(xml.slice(position));
  return pieces.join('');
}

/** Adds XML at the end of the content of the root. `child` gets the prefix of the root with its colon. */
export function appendToRoot(xml: string, child: (prefix: string) => string): string {
  let start: number | undefined;
  let end = xml.length;
  walkXml(xml, { open: (_, __, at) => (start ??= at), close: (_, at) => (end = at) });
  const tag = tagAt(xml, start ?? 0);
  const [, name = '', prefix = ''] = /^<(([^\s<>/:]+:)?[^\s<>/]*)/.exec(tag) ?? [];
  const added = child(prefix);
  if (!tag.endsWith('/>')) {
    const contentEnd = xml.lastIndexOf('</', end);
    return xml.slice(0, contentEnd) + added + xml.slice(contentEnd);
  }
  return `${xml.slice(0, end - '/>'.length)}>${added}</${name}>${xml.slice(end)}`;
}
