/** Offset of the line's end: its line feed, or the end of the text. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The first offset in `[from, end)` that is no blank, else `end`. A byte order mark counts as a blank. */
export function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 9 && code !== 13 && code !== 10 && code !== 0xfeff) break;
    i++;
  }
  return i;
}

/** Offset of the first `needle` that ends by `end`, or -1. Unlike `indexOf`, it looks no farther. */
export function indexWithin(text: string, needle: string, from: number, end: number): number {
  const index = text.slice(from, end).indexOf(needle);
  return index < 0 ? -1 : from + index;
}

/** Offset of the bracket that closes the one opened before `from`; -1 if a blank line or `end` comes first, or after a long way. */
export function closingBracket(text: string, from: number, end: number): number {
  let depth = 1;
  for (let i = from; i < end && i < from + 5000; i++) {
    if (text[i] === '[') depth++;
    else if (text[i] === ']' && --depth === 0) return i;
    else if (text[i] === '\n' && (text[i + 1] === '\n' || text[i + 1] === '\r')) return -1;
  }
  return -1;
}

/** Whether nothing but blanks stands between an offset and the end of its line. */
export function isBlankLine(text: string, from: number): boolean {
  let i = from;
  while (text[i] === ' ' || text[i] === '\t' || text[i] === '\r') i++;
  return text[i] === '\n' || i >= text.length;
}
