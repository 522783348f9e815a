import { FOLD } from './fold';
import { MULTIPLIER } from './words';

/** So many code units are read at a time: a few hundred words, which stay in the processor's nearest memory. */
export const STRETCH = 2048;

/**
 * The words of a stretch of text, by their hashes and ends. Read without a single branch on what the text says: where words
 * end cannot be foreseen, and a processor that guesses wrong loses more time than all the rest takes.
 */
export class WordRow {
  readonly hashes = new Int32Array(STRETCH / 2 + 2);
  readonly ends = new Int32Array(STRETCH / 2 + 2);
  count = 0;
  /** Whether nothing in the stretch can stand within a word but letters; else the words beside such marks are not to be trusted. */
  isPlain = true;
  /** Offsets of such marks, once they have been looked for. */
  readonly marks = new Int32Array(STRETCH);
  markCount = 0;

  /**
   * Reads `[from, to)`, at most {@link STRETCH} code units, from where no word goes on. A word that the stretch cuts off is
   * left out, unless the text ends there.
   */
  read(text: string, from: number, to: number): void {
    const isCutOff = this.readWords(text, from, to);
    if (isCutOff && to < text.length) this.count--;
  }

  /** Reads `[start, end)`, with a word that the end cuts off as far as it stands there; false where that is too long, or not plain. */
  readAll(text: string, start: number, end: number): boolean {
    if (end - start > STRETCH) return false;
    this.readWords(text, start, end);
    return this.isPlain;
  }

  /** How many marks of `[from, to)` can stand within a word and are no letters: escapes, invisible characters. */
  findMarks(text: string, from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i++) if (FOLD[text.charCodeAt(i)] < 0) this.marks[count++] = i;
    return (this.markCount = count);
  }

  /** Whether a letter stands last. */
  private readWords(text: string, from: number, to: number): boolean {
    const { hashes, ends } = this;
    const fold = FOLD;
    let count = 0;
    let hash = 0;
    // All bits set for a letter, none for anything else.
    let before = 0;
    let seen = 0;
    for (let i = from; i < to; i++) {
      const value = fold[text.charCodeAt(i)];
      const letter = (31 - value) >> 31;
      // Written at every code unit, and kept where a word has just ended.
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
