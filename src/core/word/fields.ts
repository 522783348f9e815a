import type { Span } from '../document';
import { around, type OutlineNode } from './outline';

/** A field: the runs that begin and end it, or the one element that contains it. */
export interface Field {
  readonly start: OutlineNode;
  readonly end: OutlineNode;
}

/** The outermost fields of a part that begin and end in one paragraph, in their order. */
export function readFields(nodes: readonly OutlineNode[]): readonly Field[] {
  const fields: Field[] = [];
  const begun: OutlineNode[] = [];
  const add = (field: Field): void => {
    if (around(field.start, PARAGRAPH) !== around(field.end, PARAGRAPH)) return;
    // Fields within the field have ended before it.
    while (fields.length > 0 && fields.at(-1)!.start.start >= field.start.start) fields.pop();
    if ((fields.at(-1)?.end.end ?? 0) <= field.start.start) fields.push(field);
  };
  for (const node of nodes) {
    const { name, id, parent } = node;
    if (name === 'fldSimple') add({ start: node, end: node });
    if (name !== 'fldChar' || parent?.name !== 'r') continue;
    if (id === 'begin') begun.push(parent);
    const start = id === 'end' ? begun.pop() : undefined;
    if (start) add({ start, end: parent });
  }
  return fields;
}

const PARAGRAPH: ReadonlySet<string> = new Set(['p']);

/** The field that contains a span, by binary search. */
export function fieldAround(fields: readonly Field[], { start, end }: Span): Field | undefined {
  let low = 0;
  let high = fields.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fields[middle]!.start.start <= start) low = middle + 1;
    else high = middle;
  }
  const field = fields[low - 1];
  return field && end <= field.end.end ? field : undefined;
}
