import type { Span } from '../document';

/**
 * Whether a finding is about text that is still being written, with the cursor at `cursor`: the cursor touches it, or the
 * sentence that it is in ends at the cursor without a mark. Half a name is no misspelling, and "IOM had 173 members" may yet
 * go on "in 2018".
 */
export function isUnfinished({ start, end }: Span, text: string, cursor: number): boolean {
  if (cursor < end) return start < cursor;
  const lineEnd = text.indexOf('\n', cursor);
  const following = text.slice(cursor, lineEnd < 0 ? text.length : lineEnd);
  if (following.trim() !== '') return end === cursor && WORD.test(text.slice(cursor - 1, cursor));
  return cursor - end <= LONGEST_SENTENCE && !SENTENCE_END.test(text.slice(end, cursor));
}

const WORD = /[\p{L}\p{N}]/u;

/** In code units: what goes on for longer is a list, and is shown. */
const LONGEST_SENTENCE = 600;

/** A full stop with what closes after it, an empty line, or the next item, heading, row or quotation. */
const SENTENCE_END = /[.!?…](?:["'»”’)\]*_]|\s)*$|[.!?…]["'»”’)\]*_]*\s|\n[ \t]*(?:\r?\n|[-*+|#>]|\d{1,3}[.)] )/;
