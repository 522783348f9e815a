import { foldKey } from '../fold';
import type { NounClass, WordClass } from './grammarFile';
import type { VerbForm } from './inflection';
import type { Agreement } from './nodes';

/**
 * A word in the form that grammars use: in lower case with accents, and folded for words that the file does not list.
 */
export interface Written {
  readonly written: string;
  readonly folded: string;
  /** The entry in the last grammar that looked the word up. Words are queried dozens of times and looked up once. */
  known?: WordEntry;
}

/** The grammatical information about a word in its original spelling. */
export interface WordEntry {
  /** The grammar to which the entry belongs. */
  readonly grammar: object;
  readonly classes: ReadonlySet<WordClass> | undefined;
  readonly roles: ReadonlySet<string> | undefined;
  /** Prepositions and determiners are never verbs, even if a verb has the same spelling without its accent. */
  readonly isClosed: boolean;
  /** The kind of antecedent that a pronoun has, and the kind of owner that a possessive denotes. */
  readonly pronoun: Agreement | undefined;
  readonly possessive: Agreement | undefined;
  /** The verb forms of the word, once they were queried: most words are queried for other things only. */
  forms: readonly VerbForm[] | undefined;
  rareForms: readonly VerbForm[] | undefined;
  readonly modal: string | undefined;
  readonly month: number | undefined;
  readonly number: number | undefined;
  readonly ordinal: number | undefined;
  readonly hedge: 'over' | 'under' | 'about' | undefined;
  /** Whether the ending of the word marks an adverb. */
  readonly isAdverb: boolean;
  /** The folded word without its plural ending. */
  readonly singular: string;
  readonly nounClasses: ReadonlySet<NounClass> | undefined;
}

/** Values by word. The original spelling takes precedence. */
export class Lookup<T> {
  private readonly exact = new Map<string, T>();
  private readonly byFolded = new Map<string, T>();
  /** The folded words whose own form has an accent. */
  private readonly accented = new Set<string>();

  get(word: Written): T | undefined {
    const lower = lowerOf(word);
    const exact = this.exact.get(lower);
    // An author who writes no accents may mean the accented word; an author who writes an accent does not mean the
    // unaccented word.
    return exact !== undefined || (lower !== word.folded && !this.accented.has(word.folded))
      ? exact
      : this.byFolded.get(word.folded);
  }

  getExact(lower: string): T | undefined {
    return this.exact.get(lower);
  }

  getFolded(folded: string): T | undefined {
    return this.byFolded.get(folded);
  }

  /** `mayLackAccents`: whether the word is also found in a spelling without its accents. */
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

/** Folding removes accents only where the original spelling differs from the accented word of the file. */
export function lowerOf({ written, folded }: Written): string {
  return written === folded ? written : written.normalize('NFC').toLowerCase();
}
