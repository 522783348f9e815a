import type { Span } from '../document';

/**
 * Tells which findings are about text that is still being written, with the cursor at `cursor`: the cursor touches them, or
 * the sentence that they are in ends at the cursor without a mark. Half a name is no misspelling, and "IOM had 173 members"
 * may yet go on "in 2018".
 */
export function unfinishedAt(text: string, cursor: number): (finding: Span) => boolean {
  const lineEnd = text.indexOf('\n', cursor);
  const isAtLineEnd = !/\S/.test(text.slice(cursor, lineEnd < 0 ? text.length : lineEnd));
  const isAfterLetter = WORD.test(text.slice(Math.max(0, cursor - 1), cursor));
  return ({ start, end }) => {
    if (cursor < end) return start < cursor;
    if (!isAtLineEnd) return end === cursor && isAfterLetter;
    return cursor - end <= LONGEST_SENTENCE && !SENTENCE_END.test(text.slice(end, cursor));
  };
}

const WORD = /[\p{L}\p{N}]/u;

/** In code units: what goes on for longer is a list, and is shown. */
const LONGEST_SENTENCE = 600;

/** A full stop with what closes after it, an empty line, or the next item, heading, row or quotation. */
const SENTENCE_END = /[.!?…](?:["'»”’)\]*_]|\s)*$|[.!?…]["'»”’)\]*_]*\s|\n[ \t]*(?:\r?\n|[-*+|#>]|\d{1,3}[.)] )/;
