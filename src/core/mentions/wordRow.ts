import { FOLD } from '../fold';
import { MULTIPLIER } from './words';

/** Number of code units read at a time: a few hundred words, which fit into the processor's first-level cache. */
export const STRETCH = 2048;

/**
 * The words of a stretch of text, by their hashes and ends. The loop has no branch that depends on the text: word
 * ends are unpredictable, and mispredicted branches would cost more than all other work.
 */
export class WordRow {
  readonly hashes = new Int32Array(STRETCH / 2 + 2);
  readonly ends = new Int32Array(STRETCH / 2 + 2);
  count = 0;
  /**
   * Whether letters are the only characters in the stretch that may occur within a word; otherwise words next to such
   * marks are unreliable.
   */
  isPlain = true;
  /** The range of {@link readAll}: several questions about one range follow each other. */
  private last: { readonly text: string; readonly start: number; readonly end: number } | undefined;
  /** Offsets of such marks, filled by {@link findMarks}. */
  readonly marks = new Int32Array(STRETCH);
  markCount = 0;

  /**
   * Reads `[from, to)`, at most {@link STRETCH} code units; no word may continue across `from`. Omits a word that the
   * stretch cuts off, unless the text ends there.
   */
  read(text: string, from: number, to: number): void {
    this.last = undefined;
    const isCutOff = this.readWords(text, from, to);
    if (isCutOff && to < text.length) this.count--;
  }

  /**
   * Reads `[start, end)`, including the part of a word that the end cuts off; returns false if the range is too long
   * or not plain.
   */
  readAll(text: string, start: number, end: number): boolean {
    if (end - start > STRETCH) return false;
    const { last } = this;
    if (last?.text !== text || last.start !== start || last.end !== end) {
      this.readWords(text, start, end);
      this.last = { text, start, end };
    }
    return this.isPlain;
  }

  /**
   * Finds the marks in `[from, to)` that may occur within a word and are not letters: escapes, invisible characters.
   * Returns their number.
   */
  findMarks(text: string, from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i++) if (FOLD[text.charCodeAt(i)]! < 0) this.marks[count++] = i;
    return (this.markCount = count);
  }

  /** Returns whether the last character is a letter. */
  private readWords(text: string, from: number, to: number): boolean {
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
    return before !== 0;
  }
}

/** For all that reads single ranges: the words of the last one are known. It keeps the text of that range alive. */
export const LAST_RANGE = new WordRow();
