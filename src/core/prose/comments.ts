import { Ahead } from './lines';

/**
 * Whether an offset is inside a comment of the format. Must be called with increasing offsets, so that the text is
 * read once, however many calls follow.
 */
export type CommentReader = (offset: number) => boolean;

/**
 * Returns a function that finds the offset of the last `mark` at or before an offset, or -1. It must be called with
 * increasing offsets.
 */
export function lastMark(text: string, mark: string): (offset: number) => number {
  let last = -1;
  let next = text.indexOf(mark);
  return (offset) => {
    while (next >= 0 && next <= offset) {
      last = next;
      next = text.indexOf(mark, next + 1);
    }
    return last;
  };
}

/** Returns a function that finds the start of the line of an offset. It must be called with increasing offsets. */
export function lineStarts(text: string): (offset: number) => number {
  const lineFeed = lastMark(text, '\n');
  return (offset) => lineFeed(offset - 1) + 1;
}

/**
 * Whether a mark of `length` code units precedes an offset in its line. `isMark` decides whether one begins at `at`.
 */
export function markInLine(
  text: string,
  length: number,
  isMark: (at: number, lineStart: number) => boolean,
): CommentReader {
  const lineStart = lineStarts(text);
  let line = -1;
  let at = 0;
  let isFound = false;
  return (offset) => {
    const start = lineStart(offset);
    if (start !== line) [line, at, isFound] = [start, start, false];
    for (; at + length <= offset && !isFound; at++) isFound = isMark(at, start);
    return isFound;
  };
}

/** HTML comments: `<!-- … -->`. */
export function htmlComments(text: string): CommentReader {
  return commentsWhere(text, () => true);
}

/** As {@link htmlComments}, where a comment must not contain a blank line. */
export function commentsWithoutBlankLines(text: string): CommentReader {
  return commentsWhere(text, (opened, closed) => !holdsBlankLine(text, opened, closed));
}

/** A line that contains only the mark of a quotation counts as blank. */
export function holdsBlankLine(text: string, start: number, end: number): boolean {
  return /\n[ \t>]*\r?\n/.test(text.slice(start, end));
}

/** The comments for which `isComment` returns true; it is called once for each. They are those of HTML, or of MDX. */
export function commentsWhere(
  text: string,
  isComment: (opened: number, closed: number) => boolean,
  [open, close]: readonly [open: string, close: string] = ['<!--', '-->'],
): CommentReader {
  const openedBefore = lastMark(text, open);
  const ahead = new Ahead(text, text.length);
  let known = -1;
  let isKnown = false;
  return (offset) => {
    const opened = openedBefore(offset);
    const closed = opened < 0 ? -1 : ahead.find(close, opened + open.length);
    if (closed < offset) return false;
    if (opened !== known) [known, isKnown] = [opened, isComment(opened, closed)];
    return isKnown;
  };
}
