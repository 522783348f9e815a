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

/** The lines are found when the first offset is converted. */
export function lineIndex(text: string): LineIndex {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] =>
    (known ??= [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)]);
  return {
    positionAt(offset) {
      const all = starts();
      let low = 0;
      let high = all.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (all[middle]! <= offset) low = middle;
        else high = middle;
      }
      return { line: low, character: offset - all[low]! };
    },
    lineText(line) {
      const all = starts();
      let end = all[line + 1] ?? text.length;
      while (end > all[line]! && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
      return text.slice(all[line], end);
    },
  };
}
