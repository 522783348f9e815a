import type { Span } from '../document';
import { around, type Outline, type OutlineNode } from './outline';

/** A field: the runs that begin and end it, or the one element that contains it. */
export interface Field {
  readonly start: OutlineNode;
  readonly end: OutlineNode;
  /** The first word of its instruction, in capitals: `REF`. */
  readonly name: string;
}

/** The fields of a part that have an end, in the order of their ends. */
export function readFields({ nodes, xml }: Outline): readonly Field[] {
  const fields: Field[] = [];
  const begun: { readonly start: OutlineNode; instruction: string }[] = [];
  for (const node of nodes) {
    const { name, id, parent } = node;
    if (name === 'fldSimple') fields.push({ start: node, end: node, name: nameIn(id ?? '') });
    const last = begun.at(-1);
    if (name === 'instrText' && last) last.instruction += xml.slice(node.contentStart, node.contentEnd);
    if (name !== 'fldChar' || parent?.name !== 'r') continue;
    if (id === 'begin') begun.push({ start: parent, instruction: '' });
    const ended = id === 'end' ? begun.pop() : undefined;
    if (ended) fields.push({ start: ended.start, end: parent, name: nameIn(ended.instruction) });
  }
  return fields;
}

function nameIn(instruction: string): string {
  return /^\s*(\w+)/.exec(instruction)?.[1]?.toUpperCase() ?? '';
}

/** The fields whose result copies text of the whole document: it is read where it was written, and not again. */
export function copiesIn(outline: Outline): readonly Field[] {
  return outermost(readFields(outline).filter(({ name }) => COPIES.has(name)));
}

/** Whether a part might have such a field. */
export function mayHaveCopies(xml: string): boolean {
  return /\b(?:TOC|TOA|INDEX)\b/i.test(xml);
}

const COPIES: ReadonlySet<string> = new Set(['TOC', 'TOA', 'INDEX']);

/** The fields of a part that determine where comments and changes may be. */
export class Fields {
  private readonly whole: readonly Field[];
  private readonly computed: readonly Field[];

  constructor(outline: Outline) {
    const fields = readFields(outline);
    this.whole = outermost(fields.filter(({ start, end }) => around(start, PARAGRAPH) === around(end, PARAGRAPH)));
    this.computed = outermost(fields.filter(({ name }) => !WRITTEN.has(name)));
  }

  /** The outermost field that contains a span, and that begins and ends in one paragraph. */
  around(span: Span): Field | undefined {
    return fieldAround(this.whole, span);
  }

  /** Whether a span is in a field whose result is computed: a change would be lost when the field is updated. */
  isComputed(span: Span): boolean {
    return fieldAround(this.computed, span) !== undefined;
  }
}

/** The fields whose result people write. */
const WRITTEN: ReadonlySet<string> = new Set(['HYPERLINK', 'FORMTEXT']);

const PARAGRAPH: ReadonlySet<string> = new Set(['p']);

/** The fields that are in no other one, in the order of the document; given in the order of their ends. */
function outermost(fields: readonly Field[]): readonly Field[] {
  const result: Field[] = [];
  for (const field of fields) {
    // Fields within the field have ended before it.
    while (result.length > 0 && result.at(-1)!.start.start >= field.start.start) result.pop();
    if ((result.at(-1)?.end.end ?? 0) <= field.start.start) result.push(field);
  }
  return result;
}

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
