import { Ahead } from './lines';

/**
 * Whether a place is inside a comment of the format. To be asked from left to right, so that the text before is looked at
 * once, however many places are asked for.
 */
export type CommentReader = (offset: number) => boolean;

/** Where the last `mark` that begins by an offset begins, or -1; to be asked from left to right. */
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

/** Where the line of an offset begins; to be asked from left to right. */
export function lineStarts(text: string): (offset: number) => number {
  const lineFeed = lastMark(text, '\n');
  return (offset) => lineFeed(offset - 1) + 1;
}

/** Whether a mark of so many characters precedes a place in its line. `isMark` speaks of where it may begin. */
export function markInLine(text: string, length: number, isMark: (at: number, lineStart: number) => boolean): CommentReader {
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

/** Comments of HTML: `<!-- … -->`. */
export function htmlComments(text: string): CommentReader {
  return commentsWhere(text, () => true);
}

/** As {@link htmlComments}, where a comment holds no blank line. */
export function commentsWithoutBlankLines(text: string): CommentReader {
  return commentsWhere(text, (opened, closed) => !holdsBlankLine(text, opened, closed));
}

/** Also one that holds but the mark of a quotation. */
export function holdsBlankLine(text: string, start: number, end: number): boolean {
  return /\n[ \t>]*\r?\n/.test(text.slice(start, end));
}

/** Comments of HTML that are some in the format as well; it is asked once of each. */
export function commentsWhere(text: string, isComment: (opened: number, closed: number) => boolean): CommentReader {
  const openedBefore = lastMark(text, '<!--');
  const ahead = new Ahead(text, text.length);
  let known = -1;
  let isKnown = false;
  return (offset) => {
    const opened = openedBefore(offset);
    const closed = opened < 0 ? -1 : ahead.find('-->', opened + 4);
    if (closed < offset) return false;
    if (opened !== known) [known, isKnown] = [opened, isComment(opened, closed)];
    return isKnown;
  };
}
