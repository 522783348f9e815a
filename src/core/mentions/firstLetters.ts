import { FOLD, LETTER } from '../fold';
import { Kind, isInWord, kindOf } from './kinds';
import { SMALL_WORDS, canSlip, mayBeTakenForSmall } from './slips';

/**
 * Finds quickly which of many names may occur, misspelt or not, next to a place in a text: those whose words begin
 * with the same letters as the words of the text. Small words are skipped on both sides, because they may be lost or
 * added; every other word of a name corresponds to a word of the text with the same first letter. The letters form a
 * tree, so most names are ruled out at the first word.
 */
export class FirstLetters {
  private readonly edges = new Map<number, number>();
  private readonly endings: number[][] = [[]];

  /** @param names The words of each name, in the order in which the text is read from the place. */
  constructor(names: readonly (readonly string[])[]) {
    names.forEach((words, name) => {
      // A misspelt small word may be read as another word, and the reverse: such a name has several paths.
      let ways = new Set([0]);
      for (const word of words) {
        const isSmall = SMALL_WORDS.has(word);
        const next = new Set(isSmall || mayBeTakenForSmall(word) ? ways : []);
        if (!isSmall || canSlip(word)) for (const node of ways) next.add(this.reach(node, word.charCodeAt(0)));
        ways = next;
      }
      for (const node of ways) this.endings[node]!.push(name);
    });
  }

  /**
   * The numbers of the names that may occur from `from` in steps of 1 or -1, up to `limit`; `'any'` where the letters
   * cannot decide. Offsets are in UTF-16 code units.
   */
  at(text: string, from: number, step: 1 | -1, limit: number): readonly number[] | 'any' {
    // Added to `i`, gives the index of the code unit that the step passes over.
    const taken = step === 1 ? 0 : -1;
    let found = this.endings[0]!;
    let node = 0;
    let newlines = 0;
    let i = from;
    while (i !== limit) {
      let kind = kindOf(text, i + taken);
      if (kind === Kind.Passed) {
        i += step;
        continue;
      }
      if (kind === Kind.Unknown) return 'any';
      if (kind === Kind.Stop) break;
      if (kind === Kind.LineEnd) {
        if (++newlines > 1) break;
        // A CRLF counts as one line end.
        const isPair = text.startsWith('\r\n', step === 1 ? i : i - 2);
        i += isPair && i + step !== limit ? 2 * step : step;
        continue;
      }
      const begin = i;
      do i += step;
      while (i !== limit && isInWord((kind = kindOf(text, i + taken))));
      // The word is cut off by the limit, or continues with an unknown letter, so it cannot be identified.
      if (i === limit ? limit !== 0 && limit !== text.length : kind === Kind.Unknown) return 'any';
      const start = Math.min(begin, i);
      if (kindOf(text, start) !== Kind.Letters) break;
      newlines = 0;
      if (isSmallWord(text, start, Math.max(begin, i))) continue;
      const child = this.edges.get(node * 0x10000 + FOLD[text.charCodeAt(start)]!);
      if (child === undefined) break;
      node = child;
      const more = this.endings[node]!;
      if (more.length > 0) found = found.length === 0 ? more : [...new Set([...found, ...more])].sort((a, b) => a - b);
    }
    return found;
  }

  private reach(node: number, letter: number): number {
    const edge = node * 0x10000 + letter;
    let child = this.edges.get(edge);
    if (child === undefined) {
      this.edges.set(edge, (child = this.endings.length));
      this.endings.push([]);
    }
    return child;
  }
}

/** The small words as numbers, with five bits for each letter. */
const SMALL_NUMBERS: ReadonlySet<number> = new Set(
  [...SMALL_WORDS].map((word) =>
    [...word].reduce((number, letter) => number * 32 + letterNumber(letter.charCodeAt(0)), 0),
  ),
);

function letterNumber(letter: number): number {
  return letter - 96;
}

function isSmallWord(text: string, start: number, end: number): boolean {
  let number = 0;
  for (let i = start; i < end; i++) {
    const value = FOLD[text.charCodeAt(i)]!;
    if (value < LETTER) continue;
    if (value < 97 || value > 122 || number >= 1 << 20) return false;
    number = number * 32 + letterNumber(value);
  }
  return SMALL_NUMBERS.has(number);
}
