import type en from '../../../data/grammar/en.json';
import type { Guess, VerbTables } from './inflection';

/** A language in the form of a file of `data/grammar`. Word lists are separated by spaces. */
export interface GrammarFile extends VerbTables {
  readonly lang: string;
  readonly words: Readonly<Record<WordClass, string>>;
  readonly prepositions: Readonly<Record<string, string>>;
  readonly contractions: Readonly<Record<string, string>>;
  /** The word before an infinitive; empty if the language has none. */
  readonly infinitive: string;
  readonly elided: string;
  readonly modals: Readonly<Record<string, string>>;
  /** What distinguishes the syntax of the language from that of others, from {@link TRAITS}. */
  readonly traits: string;
  readonly genitive: string;
  readonly verbClasses: Readonly<Record<VerbClass, string>>;
  readonly guesses: readonly Guess[];
  readonly notVerbs: string;
  /** Adverbs between a verb and its preposition: "dates back to". */
  readonly particles: string;
  /** Words so frequent that they say nothing about the subject of a sentence. */
  readonly common: string;
  readonly adverbEndings: string;
  readonly plurals: readonly (readonly string[])[];
  /** Words that tell a thing apart from others of its name: "the Convention concerning Forced Labour". */
  readonly qualifying: string;
  readonly nounClasses: Readonly<Record<NounClass, string>>;
  /** Nouns of several words that are read as one, as a preposition within them opens no group of its own. */
  readonly compounds: readonly string[];
  readonly refutations: readonly string[];
  readonly refuting: readonly string[];
  readonly according: readonly string[];
  readonly hedges: Readonly<Record<'over' | 'under' | 'about', string>>;
  readonly months: Readonly<Record<string, number>>;
  /** By word; a number of several words has hyphens, and an "and" only where it is a word of the number. */
  readonly numbers: Readonly<Record<string, number>>;
  /** How numbers are joined, with blanks: tens and ones ("thirty-one", "treinta y uno"), and hundreds and the rest. */
  readonly numberJoints: Readonly<Record<'ones' | 'hundreds', string>>;
  /** The separator of thousands, the first day of a month, and what joins day, month and year. */
  readonly figures: Readonly<Record<'thousands' | 'firstDay' | 'ofMonth', string>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** How a document gives its own date; `data/README.md` describes these words and the following ones. */
  readonly documentDates: Readonly<typeof en.documentDates>;
  /** What shows that a text reports an event whose date it does not state. */
  readonly undatedEvents: Readonly<typeof en.undatedEvents>;
  /** What marks text which asserts nothing. */
  readonly settings: Readonly<typeof en.settings>;
  readonly gendered: Readonly<typeof en.gendered>;
}

/** The grammatical genders that words can show. */
export type Gender = 'm' | 'f';

/** What may distinguish the syntax of a language, by the name of the trait. */
export const TRAITS = {
  headLast: 'The head of a noun group is its last noun, after modifiers that may be nouns or participles.',
  baseIsPresent: 'The base form of a verb is also the plural of its present.',
  perfectIsPresent: 'The perfect extends to the present.',
  monthFirst: 'A date in figures may begin with the month.',
  capitalMonths: 'The names of months have capitals.',
  clitics: 'Object pronouns and negations precede the verb.',
  invertsSubjects: 'A subject may follow its verb.',
  beOfMotion: 'Verbs of motion and reflexives form the past with "to be".',
  omitsSubjects: 'A verb needs no subject.',
} as const;
export type Trait = keyof typeof TRAITS;

/** All languages have the classes of the English file. */
export type WordClass = keyof typeof en.words;
export type VerbClass = keyof typeof en.verbClasses;
export type NounClass = keyof typeof en.nounClasses;
