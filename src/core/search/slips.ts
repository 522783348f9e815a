/**
 * Whether two words differ by one slip, or by at most two if both have eight letters or more. A slip inserts, omits
 * or replaces a letter, or exchanges two neighbours.
 */
export function isSlip(word: string, other: string): boolean {
  const most = Math.min(word.length, other.length) >= 8 ? 2 : 1;
  if (Math.abs(word.length - other.length) > most) return false;
  let [before, last]: [number[], number[]] = [[], [...other, ''].map((_, k) => k)];
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let k = 1; k <= other.length; k++) {
      const isSame = word[i - 1] === other[k - 1];
      row[k] = Math.min(last[k]! + 1, row[k - 1]! + 1, last[k - 1]! + (isSame ? 0 : 1));
      if (i > 1 && k > 1 && word[i - 1] === other[k - 2] && word[i - 2] === other[k - 1])
        row[k] = Math.min(row[k]!, before[k - 2]! + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length]! <= most;
}

/** Whether two words that differ by a slip differ in their endings only: "adoptó" and "adopte". */
export function isInflected(word: string, other: string): boolean {
  return other.startsWith(word.slice(0, Math.max(SHORTEST_STEM, word.length - 1)));
}

/** In letters. */
const SHORTEST_STEM = 5;
