import type { NounClass, WordClass } from './grammarFile';
import type { VerbForm } from './inflection';

/** What a grammar knows of a word as it is written. */
export interface WordEntry {
  /** The grammar whose entry it is. */
  readonly grammar: object;
  readonly classes: ReadonlySet<WordClass> | undefined;
  readonly roles: ReadonlySet<string> | undefined;
  readonly isClosed: boolean;
  readonly forms: readonly VerbForm[];
  readonly rareForms: readonly VerbForm[];
  readonly modal: string | undefined;
  readonly month: number | undefined;
  readonly number: number | undefined;
  readonly ordinal: number | undefined;
  readonly hedge: 'over' | 'under' | 'about' | undefined;
  readonly isAdverb: boolean;
  readonly isContracted: boolean;
  readonly isReflexive: boolean;
  /** The folded word without the ending of a plural. */
  readonly singular: string;
  readonly nounClasses: ReadonlySet<NounClass> | undefined;
}
