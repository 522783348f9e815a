import { NOT_PROSE, type Block, type Inline, type Prose } from '../prose/prose';
import { noteLabel } from '../prose/noteLabels';
import { into } from '../into';

/** The first calls of footnotes by the labels of the notes: those in the text, and those in notes. */
export interface NoteCalls {
  readonly inText: ReadonlyMap<string, NoteCall>;
  readonly inNotes: ReadonlyMap<string, NoteCall>;
}

export interface NoteCall {
  readonly block: Block;
  readonly at: number;
}

const NO_CALLS: NoteCalls = { inText: new Map(), inNotes: new Map() };

/** The calls of the notes that are written apart from them. Reads the text once. */
export function noteCallsIn(prose: Prose): NoteCalls {
  const { noteCalls } = prose.format;
  if (!noteCalls) return NO_CALLS;
  const inText = new Map<string, NoteCall>();
  const inNotes = new Map<string, NoteCall>();
  const counts = new Map<string, number>();
  for (const call of prose.text.matchAll(noteCalls)) {
    const block = prose.blockAt(call.index);
    // In code, a comment or the like, the marks of a call are no call.
    const isUnread = ({ kind, start }: Inline): boolean =>
      kind !== 'markup' && NOT_PROSE.has(kind) && start < call.index;
    if (!block || prose.inlineAt(block, { start: call.index, end: call.index + 1 }, isUnread)) continue;
    const label = noteLabel(call[1]!, counts);
    into(block.label === undefined ? inText : inNotes, label, () => ({ block, at: call.index }));
  }
  return { inText, inNotes };
}

/**
 * Where a document first calls a note, outside notes if it does. A note that only another one calls is where that one
 * is called.
 */
export function placeOfNote<T extends NoteCall>(
  label: string,
  calls: Readonly<Record<keyof NoteCalls, ReadonlyMap<string, T>>>,
): T | undefined {
  const seen = new Set<string>();
  for (let sought: string | undefined = label; sought !== undefined && !seen.has(sought);) {
    seen.add(sought);
    const found = calls.inText.get(sought);
    if (found) return found;
    sought = calls.inNotes.get(sought)?.block.label;
  }
  return undefined;
}
