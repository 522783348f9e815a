import type { Block, Prose } from '../prose/prose';
import { noteLabel } from '../prose/noteLabels';
import { into } from '../reading/lookup';

/** The blocks of a text that call footnotes, by the labels of the notes: the first in the text, and in a note. */
export interface NoteCalls {
  readonly inText: ReadonlyMap<string, Block>;
  readonly inNotes: ReadonlyMap<string, Block>;
}

const NO_CALLS: NoteCalls = { inText: new Map(), inNotes: new Map() };

/** The calls of the notes that are written apart from them. Reads the text once. */
export function noteCallsIn(prose: Prose): NoteCalls {
  const { noteCalls } = prose.format;
  if (!noteCalls) return NO_CALLS;
  const inText = new Map<string, Block>();
  const inNotes = new Map<string, Block>();
  const counts = new Map<string, number>();
  for (const call of prose.text.matchAll(noteCalls)) {
    const block = prose.blockAt(call.index);
    if (!block || prose.inlineAt(block, { start: call.index, end: call.index + 1 }, ({ kind }) => UNREAD.has(kind)))
      continue;
    const label = noteLabel(call[1]!, counts);
    into(block.label === undefined ? inText : inNotes, label, () => block);
  }
  return { inText, inNotes };
}

/**
 * Where a document first calls a note, outside notes if it does. A note that only another one calls is where that one
 * is called. `first` finds the first call by label in the text or in the notes.
 */
export function placeOfNote<T>(
  label: string,
  first: (label: string, where: keyof NoteCalls) => { readonly block: Block; readonly home: T } | undefined,
): { readonly block: Block; readonly home: T } | undefined {
  const seen = new Set<string>();
  for (let sought: string | undefined = label; sought !== undefined && !seen.has(sought);) {
    seen.add(sought);
    const found = first(sought, 'inText');
    if (found) return found;
    sought = first(sought, 'inNotes')?.block.label;
  }
  return undefined;
}

/** What a call in the form of text is no call in. */
const UNREAD: ReadonlySet<string> = new Set(['code', 'comment', 'math', 'deleted']);
