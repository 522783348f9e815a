/**
 * The offset at which a backslash prevents that the line is read as a mark of a block; `undefined` if it has none. The
 * line has no blanks at its ends.
 */
export function escapeOfLineStart(text: string, start: number, end: number): number | undefined {
  const first = text.charCodeAt(start);
  if (start >= end || first > 127 || MAY_BEGIN[first] === 0) return undefined;
  const line = text.slice(start, Math.min(end, start + LONGEST_MARK));
  const number = NUMBER.exec(line);
  if (number) return start + number[0].length - 1;
  if (MARK.test(line)) return start;
  return end - start <= LONGEST_MARK && WHOLE_LINE.test(line) ? start : undefined;
}

/** By character: 1 if a mark may begin with it. */
const MAY_BEGIN = Uint8Array.from({ length: 128 }, (_, code) =>
  '#>-+*=_`~$:|[0123456789'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/** In code units. A longer line of hyphens is no thematic break for people, either. */
const LONGEST_MARK = 1000;
/** "1." or "1)"; a year is not the number of an item. */
const NUMBER = /^(?!(?:1[89]|20)\d\d[.)])\d{1,9}[.)](?=[ \t]|$)/;
/** Headings, quotations, items, fences, display formulas, divs, rows, call-outs, and definitions of references. */
const MARK = /^(?:#{1,6}(?=[ \t]|$)|>|[-*+](?=[ \t]|$)|```|~~~|\$\$|:::|\||\[!|\[[^\]^][^\]]*\]:)/;
/** Thematic breaks, underlined headings, and the row below the head of a table. */
const WHOLE_LINE = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+|[-:|][-:| \t]*)$/;
