import type { Span } from '../document';

/**
 * Returns a test for findings in text that is still being written, with the cursor at `cursor`: the cursor touches
 * the finding, or its sentence ends at the cursor without a mark. Half a name is not a misspelling, and "in 2018" may
 * yet follow "IOM had 173 members".
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

/** In code units: a longer sentence is a list, whose findings are shown. */
const LONGEST_SENTENCE = 600;

/** A full stop with the marks that close after it, an empty line, or the next item, heading, row or quotation. */
const SENTENCE_END = /[.!?…](?:["'»”’)\]*_]|\s)*$|[.!?…]["'»”’)\]*_]*\s|\n[ \t]*(?:\r?\n|[-*+|#>]|\d{1,3}[.)] )/;
