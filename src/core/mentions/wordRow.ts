import { FOLD } from '../fold';
import { MULTIPLIER } from './words';

/** The longest range that is read, in code units. */
const LONGEST = 2048;

/**
 * The words of a range of text, by their hashes and ends. The loop has no branch that depends on the text: word ends
 * are unpredictable.
 */
class WordRow {
  readonly hashes = new Int32Array(LONGEST / 2 + 2);
  readonly ends = new Int32Array(LONGEST / 2 + 2);
  count = 0;
  /** Whether letters are the only characters that may occur within a word; otherwise words next to marks are wrong. */
  private isPlain = true;
  /** Several questions about one range follow each other. */
  private last: { readonly text: string; readonly start: number; readonly end: number } | undefined;

  /** Reads `[start, end)`, with the part of a word that the end cuts off; false if it is too long or not plain. */
  readAll(text: string, start: number, end: number): boolean {
    if (end - start > LONGEST) return false;
    const { last } = this;
    if (last?.text !== text || last.start !== start || last.end !== end) {
      this.readWords(text, start, end);
      this.last = { text, start, end };
    }
    return this.isPlain;
  }

  private readWords(text: string, from: number, to: number): void {
    const { hashes, ends } = this;
    const fold = FOLD;
    let count = 0;
    let hash = 0;
    // All bits are set for a letter, none for any other character.
    let before = 0;
    let seen = 0;
    for (let i = from; i < to; i++) {
      const value = fold[text.charCodeAt(i)]!;
      const letter = (31 - value) >> 31;
      // Written for every code unit, and kept only where a word has just ended.
      hashes[count] = hash;
      ends[count] = i;
      count += before & ~letter & 1;
      seen |= value;
      hash = (Math.imul(hash, MULTIPLIER) + value) & letter;
      before = letter;
    }
    if (before !== 0) {
      hashes[count] = hash;
      ends[count++] = to;
    }
    this.count = count;
    this.isPlain = seen >= 0;
  }
}

/** For all that reads single ranges: the words of the last one are known. It keeps the text of that range alive. */
export const LAST_RANGE = new WordRow();
