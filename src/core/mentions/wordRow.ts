import { FOLD } from './fold';
import { MULTIPLIER } from './words';

/** So many code units are read at a time: a few hundred words, which stay in the processor's nearest memory. */
export const STRETCH = 1024;

/**
 * The words of a stretch of text, by their hashes and ends. Read without a single branch on what the text says: where words
 * end cannot be foreseen, and a processor that guesses wrong loses more time than all the rest takes.
 */
export class WordRow {
  readonly hashes = new Int32Array(STRETCH / 2 + 2);
  readonly ends = new Int32Array(STRETCH / 2 + 2);
  count = 0;
  /** Whether nothing in the stretch can stand within a word but letters; else the hashes are not to be trusted. */
  isPlain = true;

  /**
   * Reads `[from, to)`, at most {@link STRETCH} code units, from where no word goes on. A word that the stretch cuts off is
   * left out, unless the text ends there.
   */
  read(text: string, from: number, to: number): void {
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
    if (before !== 0 && to === text.length) {
      hashes[count] = hash;
      ends[count++] = to;
    }
    this.count = count;
    this.isPlain = seen >= 0;
  }
}
