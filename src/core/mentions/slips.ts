/** Maximum number of misspelt words in a name. */
const MOST_SLIPS = 2;

/** The number of misspelt words; `undefined` where some word is a different word, or too many are misspelt. */
export function compareWords(name: readonly string[], words: readonly string[]): number | undefined {
  const width = words.length + 1;
  let row = [0];
  for (let j = 1; j < width; j++) row[j] = row[j - 1]! + deletionCost(words[j - 1]!);
  for (const word of name) {
    const cost = deletionCost(word);
    const next = [row[0]! + cost];
    let least = next[0]!;
    for (let j = 1; j < width; j++) {
      let best = row[j]! + cost;
      if (row[j - 1]! <= MOST_SLIPS) best = Math.min(best, row[j - 1]! + slipOf(word, words[j - 1]!));
      best = Math.min(best, next[j - 1]! + deletionCost(words[j - 1]!));
      next[j] = best;
      if (best < least) least = best;
    }
    if (least > MOST_SLIPS) return undefined;
    row = next;
  }
  return row[width - 1]! <= MOST_SLIPS ? row[width - 1] : undefined;
}

/** Words that may be lost, added or exchanged in a name without making it another one. */
export const SMALL_WORDS: ReadonlySet<string> = new Set([
  'for',
  'of',
  'on',
  'the',
  'and',
  'in',
  'from',
  'pour',
  'de',
  'des',
  'du',
  'les',
  'la',
  'sur',
  'et',
  'd',
  'l',
  'para',
  'las',
  'los',
  'el',
  'del',
  'y',
  'sobre',
  'una',
]);

/** Whether a word is long enough to remain recognizable when misspelt. */
export function canSlip(word: string): boolean {
  return word.length >= 5;
}

/** Whether the word may be a misspelt small word. */
export function mayBeTakenForSmall(word: string): boolean {
  return word.length <= LONGEST_PART_SMALL && SLIPPING_SMALL_WORDS.some((small) => slipOf(word, small) <= 1);
}

const SLIPPING_SMALL_WORDS = [...SMALL_WORDS].filter(canSlip);
/** A longer word cannot be a small word, even a misspelt one: a slip adds at most two letters. */
const LONGEST_PART_SMALL = Math.max(...[...SMALL_WORDS].map((word) => word.length)) + 2;

function deletionCost(word: string): number {
  return SMALL_WORDS.has(word) ? 1 : Infinity;
}

/** 0 for the same word, 1 for a misspelling of it, otherwise infinite. */
export function slipOf(name: string, word: string): number {
  if (name === word) return 0;
  const limit = name.length >= 9 ? 2 : canSlip(name) ? 1 : 0;
  if (limit > 0 && name[0] === word[0] && editDistance(name, word, limit) <= limit) return 1;
  return SMALL_WORDS.has(name) && SMALL_WORDS.has(word) ? 1 : Infinity;
}

/** Damerau–Levenshtein distance (an exchange of neighbours counts once), cut off above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j]!, before[j - 2]! + 1);
      if (next[j]! < least) least = next[j]!;
    }
    // A later row can be one less, by an exchange, but no better than this one and the previous one.
    if (least > limit + 1) return Infinity;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
