import { foldKey } from '../mentions/fold';
import type { WordEntry } from './wordEntry';

/** A written word as grammar sees it: lower case with its accents, and folded where the file has no such word. */
export interface Written {
  readonly written: string;
  readonly folded: string;
  /** What the grammar that was asked last knows of the word: it is asked of a word dozens of times, and looks once. */
  known?: WordEntry;
}

/** Values by word, found by the word as written first. */
export class Lookup<T> {
  private readonly exact = new Map<string, T>();
  private readonly byFolded = new Map<string, T>();
  /** The folded words whose own form bears an accent. */
  private readonly accented = new Set<string>();

  get(word: Written): T | undefined {
    const lower = lowerOf(word);
    const exact = this.exact.get(lower);
    // Who writes without accents may mean the word with them; who writes an accent does not mean the word without.
    return exact !== undefined || (lower !== word.folded && !this.accented.has(word.folded)) ? exact : this.byFolded.get(word.folded);
  }

  getExact(lower: string): T | undefined {
    return this.exact.get(lower);
  }

  getFolded(folded: string): T | undefined {
    return this.byFolded.get(folded);
  }

  /** `mayLackAccents`: whether the word is also found where it is written without them. */
  set(word: string, value: T, mayLackAccents = true): void {
    this.exact.set(word, value);
    if (!mayLackAccents) return;
    const folded = foldKey(word) || word;
    if (!this.byFolded.has(folded)) this.byFolded.set(folded, value);
    if (folded !== word) this.accented.add(folded);
  }

  into(word: string, make: () => T, mayLackAccents = true): T {
    let value = this.exact.get(word);
    if (value === undefined) this.set(word, (value = make()), mayLackAccents);
    return value;
  }
}

/** Folding drops accents only where the file's own word with the accents is not what was written. */
export function lowerOf({ written, folded }: Written): string {
  return written === folded ? written : written.normalize('NFC').toLowerCase();
}
