import type { NounClass, WordClass } from './grammarFile';
import type { VerbForm } from './inflection';

/** The grammatical information about a word in its original spelling. */
export interface WordEntry {
  /** The grammar to which the entry belongs. */
  readonly grammar: object;
  readonly classes: ReadonlySet<WordClass> | undefined;
  readonly roles: ReadonlySet<string> | undefined;
  readonly isClosed: boolean;
  /** The verb forms of the word, once they were queried: most words are queried for other things only. */
  forms: readonly VerbForm[] | undefined;
  rareForms: readonly VerbForm[] | undefined;
  readonly modal: string | undefined;
  readonly month: number | undefined;
  readonly number: number | undefined;
  readonly ordinal: number | undefined;
  readonly hedge: 'over' | 'under' | 'about' | undefined;
  readonly isAdverb: boolean;
  readonly isContracted: boolean;
  readonly isReflexive: boolean;
  /** The folded word without its plural ending. */
  readonly singular: string;
  readonly nounClasses: ReadonlySet<NounClass> | undefined;
}
