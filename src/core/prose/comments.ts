import type { Span } from '../document';
import { Ahead } from './lines';

/**
 * Whether an offset is inside a comment of the format. Must be called with increasing offsets, so that the text is
 * read once, however many calls follow.
 */
export type CommentReader = (offset: number) => boolean;

/**
 * Reads the comments that `pattern` matches, with the flag `g`. It has to match an unclosed comment up to the end of
 * the text, so that none is searched twice.
 */
export function commentsMatching(pattern: RegExp): (text: string) => CommentReader {
  return (text) => insideOf(matchesIn(text, pattern));
}

/** Reads HTML comments: `<!-- … -->`. */
export function htmlComments(text: string): CommentReader {
  return commentsWhere(text, () => true);
}

/** As {@link htmlComments}, where a comment must not contain a blank line. */
export function commentsWithoutBlankLines(text: string): CommentReader {
  return commentsWhere(text, (opened, closed) => !holdsBlankLine(text, opened, closed));
}

/** The comments for which `isComment` returns true; it is called once for each. They are those of HTML, or of MDX. */
export function commentsWhere(
  text: string,
  isComment: (opened: number, closed: number) => boolean,
  [open, close]: readonly [open: string, close: string] = ['<!--', '-->'],
): CommentReader {
  return insideOf(commentsBetween(text, open, close, isComment));
}

/** A line that contains only the mark of a quotation counts as blank. */
export function holdsBlankLine(text: string, start: number, end: number): boolean {
  return /\n[ \t>]*\r?\n/.test(text.slice(start, end));
}

function insideOf(comments: Iterator<Span>): CommentReader {
  let comment: Span | undefined = { start: 0, end: 0 };
  return (offset) => {
    while (comment && comment.end < offset) {
      const next = comments.next();
      comment = next.done ? undefined : next.value;
    }
    return comment !== undefined && comment.start < offset;
  };
}

function* matchesIn(text: string, pattern: RegExp): Generator<Span> {
  for (const match of text.matchAll(pattern)) yield { start: match.index, end: match.index + match[0].length };
}

/** Of several opening marks before a closing one, the last begins the comment. */
function* commentsBetween(
  text: string,
  open: string,
  close: string,
  isComment: (opened: number, closed: number) => boolean,
): Generator<Span> {
  const ahead = new Ahead(text, text.length);
  for (let start = text.indexOf(open); start >= 0;) {
    const end = ahead.find(close, start + open.length);
    if (end < 0) return;
    const next = text.indexOf(open, start + 1);
    if (isComment(start, end)) yield { start, end: next < 0 ? end : Math.min(end, next) };
    start = next;
  }
}
