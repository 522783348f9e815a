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
