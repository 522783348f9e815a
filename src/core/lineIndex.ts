/** A position as in the Language Server Protocol: both numbers from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts offsets into lines and characters; `\n`, `\r\n` and a lone `\r` end a line. */
export interface LineIndex {
  positionAt(offset: number): Position;
  /** The text of a line, without its end. */
  lineText(line: number): string;
}

export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + end.length);
  return {
    positionAt(offset) {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle;
      }
      return { line: low, character: offset - starts[low]! };
    },
    lineText(line) {
      let end = starts[line + 1] ?? text.length;
      while (end > starts[line]! && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
      return text.slice(starts[line], end);
    },
  };
}
