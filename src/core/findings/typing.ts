import { touches, type Span } from '../document';
import type { Edit } from '../finding';
import { unfinishedAt } from './unfinished';

/**
 * The cursor of a writer who has typed these changes, each in the text that results from the changes before it;
 * `undefined` if they were not typed. A paste or a fix is longer, and several places have several cursors.
 */
export function cursorAfter(changes: readonly Edit[]): number | undefined {
  let cursor: number | undefined;
  for (const { start, end, newText } of changes) {
    if (end - start > LONGEST_TYPED || newText.trim().length > LONGEST_TYPED) return undefined;
    // Editors that wait before they report changes report several letters at once.
    if (cursor !== undefined && !touches({ start, end }, { start: cursor, end: cursor })) return undefined;
    cursor = start + newText.length;
  }
  return cursor;
}

/** The findings to show while somebody types at `cursor`: those that are not in unfinished text. */
export function finishedFindings<T extends Span>(text: string, cursor: number, findings: readonly T[]): readonly T[] {
  const isUnfinished = unfinishedAt(text, cursor);
  return findings.filter((finding) => !isUnfinished(finding));
}

/** Whether a request about a span comes from elsewhere than the text that was being typed at `cursor`. */
export function isElsewhere(text: string, cursor: number, span: Span): boolean {
  return !touches(span, { start: cursor, end: cursor }) && !unfinishedAt(text, cursor)(span);
}

/** In code units: letters arrive one by one, or a few at once from an input method. */
const LONGEST_TYPED = 2;
