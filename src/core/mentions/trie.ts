import { FOLD, EMPHASIS, IGNORED, LETTER, Separator, joinSeparators, separatorOf } from '../fold';
import { SEED, hashWith } from './words';

/**
 * A trie of the words of phrases, by their hashes. It is one table with open addressing, because maps and node
 * objects take many times as long to build.
 */
export class Trie {
  /**
   * Three numbers per slot: node and separator, hash, and the node that they lead to; the last is 0 in a free slot,
   * as no edge leads to the root.
   */
  private slots: Int32Array;
  private shift: number;
  private nodes = 1;

  constructor(expected: number) {
    const bits = Math.max(10, Math.ceil(Math.log2(expected * 2)));
    this.slots = new Int32Array(3 << bits);
    this.shift = 32 - bits;
  }

  /** Number of nodes. Nodes are numbered from 0, the root. */
  get size(): number {
    return this.nodes;
  }

  /** The node that a word leads to, or 0. */
  child(node: number, separator: Separator, hash: number): number {
    return this.slots[this.slotOf(node * 8 + separator, hash) + 2]!;
  }

  /** As {@link child}, but creates the node if it does not exist. */
  reach(node: number, separator: Separator, hash: number): number {
    const label = node * 8 + separator;
    let slot = this.slotOf(label, hash);
    if (this.slots[slot + 2] !== 0) return this.slots[slot + 2]!;
    if (this.nodes * 6 > this.slots.length) {
      this.grow();
      slot = this.slotOf(label, hash);
    }
    this.slots[slot] = label;
    this.slots[slot + 1] = hash;
    return (this.slots[slot + 2] = this.nodes++);
  }

  /** The slot of the edge, or the free slot for it. */
  private slotOf(label: number, hash: number): number {
    const { slots } = this;
    let slot = 3 * (Math.imul(hash ^ Math.imul(label, 0x9e3779b1), 0x85ebca6b) >>> this.shift);
    while (slots[slot + 2] !== 0 && (slots[slot] !== label || slots[slot + 1] !== hash)) {
      slot += 3;
      if (slot === slots.length) slot = 0;
    }
    return slot;
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.shift--;
    for (let i = 0; i < old.length; i += 3) {
      if (old[i + 2] !== 0) this.slots.set(old.subarray(i, i + 3), this.slotOf(old[i]!, old[i + 1]!));
    }
  }
}

/** The words of a phrase, as in its key. One object serves for many phrases and reuses its arrays. */
export class PhraseWords {
  count = 0;
  readonly hashes: number[] = [];
  readonly separators: Separator[] = [];
  /** In letters. */
  readonly lengths: number[] = [];
  /** Offsets after the last letter of each word. */
  readonly ends: number[] = [];

  /** Reads at most the first `most` words. */
  read(text: string, most = Infinity): void {
    let count = 0;
    let separator: Separator = Separator.None;
    let hash = SEED;
    let length = 0;
    let end = 0;
    for (let i = 0; i <= text.length && count < most; i++) {
      const value = i < text.length ? FOLD[text.charCodeAt(i)]! : 0;
      if (value >= LETTER) {
        hash = hashWith(hash, value);
        length++;
        end = i + 1;
        continue;
      }
      if (value === IGNORED || value === EMPHASIS) continue;
      if (length > 0) {
        this.hashes[count] = hash;
        this.separators[count] = separator;
        this.ends[count] = end;
        this.lengths[count++] = length;
        hash = SEED;
        length = 0;
        separator = Separator.None;
      }
      if (count > 0) separator = joinSeparators(separator, separatorOf(value));
    }
    this.count = count;
  }
}
