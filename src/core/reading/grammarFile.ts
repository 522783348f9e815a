import type { Guess, VerbTables } from './inflection';

/** A language as a file of `data/grammar` gives it. Word lists are blank-separated. */
export interface GrammarFile extends VerbTables {
  readonly lang: string;
  readonly words: Readonly<Record<WordClass, string>>;
  readonly prepositions: Readonly<Record<string, string>>;
  readonly contractions: Readonly<Record<string, string>>;
  /** What is left of a verb or a negation after an apostrophe: "we've", "isn't". */
  readonly contracted: Readonly<Record<'verb' | 'negation', string>>;
  /** The word before an infinitive; empty where there is none. */
  readonly infinitive: string;
  readonly elided: string;
  readonly modals: Readonly<Record<string, string>>;
  readonly be: string;
  readonly have: string;
  readonly do: string;
  readonly reflexive: string;
  readonly omitsSubjects: boolean;
  readonly genitive: string;
  readonly verbClasses: Readonly<Record<VerbClass, string>>;
  readonly guesses: readonly Guess[];
  readonly notVerbs: string;
  /** Words so frequent that they tell nothing about what a sentence speaks of. */
  readonly common: string;
  readonly adverbEndings: string;
  readonly plurals: readonly (readonly string[])[];
  /** Words that tell a thing apart from others of its name: "the Convention concerning Forced Labour". */
  readonly qualifying: string;
  readonly nounClasses: Readonly<Record<NounClass, string>>;
  readonly refutations: readonly string[];
  readonly refuting: readonly string[];
  readonly according: readonly string[];
  readonly hedges: Readonly<Record<'over' | 'under' | 'about', string>>;
  readonly months: Readonly<Record<string, number>>;
  readonly numbers: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  readonly documentDates: DocumentDateWords;
  readonly settings: SettingWords;
  readonly gendered: Readonly<Record<'m' | 'f' | 'besideM' | 'besideF' | 'pronounM' | 'pronounF' | 'articleM' | 'articleF', string>>;
}

/** What tells that words are not used to assert anything. */
export interface SettingWords {
  /** In a heading or the sentence before a list: what follows may be wrong on purpose, or was. */
  readonly quiz: readonly string[];
  /** The label of the right answers: "Solutions: 1 b, 2 a". */
  readonly solutions: readonly string[];
  /** There, what follows explains names. */
  readonly glossary: readonly string[];
  /** There, the items of a list or table are names. */
  readonly names: readonly string[];
  /** Nouns for an abbreviation as such. */
  readonly abbreviations: string;
  /** Verbs that say of two names that they mean the same, by their lemmas. */
  readonly equating: string;
  /** Languages, by which a text tells whose abbreviation one is: "ICEM (English)". */
  readonly languages: string;
  /** Things that keep the name which was written on them. */
  readonly archival: readonly string[];
  /** Verbs of speaking and writing, whose object may be a word, by their lemmas. */
  readonly saying: string;
  /** Verbs that a name without article follows as a word: "the forms say ICEM". */
  readonly citing: string;
  /** Verbs and adjectives by which a list says what not to write: "Avoid", "Wrong". */
  readonly avoiding: string;
}

/** How a document says of what day it is. */
export interface DocumentDateWords {
  /** What opens a line or sentence that gives the date: "Minutes of". */
  readonly labels: readonly string[];
  /** What a title calls the document that is of the year at its end: "Annual report". */
  readonly reports: readonly string[];
  readonly weekdays: string;
  readonly seasons: string;
  /** Small words before a date. */
  readonly introduce: string;
  /** What says that a date is of something else: of a visit to a page, of a new print. */
  readonly notDates: readonly string[];
}

export const WORD_CLASSES = [
  'definite', 'indefinite', 'demonstrative', 'negative', 'quantifier', 'possessiveThing', 'possessivePerson', 'possessiveSeveral',
  'possessiveOwn', 'pronounThing', 'pronounPerson', 'pronounSeveral', 'pronounSubject', 'pronounObject', 'pronounOther', 'relative', 'relativeSubject', 'relativeOwner', 'relativePlace',
  'that', 'whole', 'coordinator', 'subordinator', 'supposing', 'conceding', 'negation', 'adverb', 'present', 'adverbialPronoun', 'ago',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

export const VERB_CLASSES = ['copula', 'having', 'gathering', 'erring', 'intransitive', 'reporting', 'attributing', 'factive', 'denying', 'supposing', 'planning', 'naming', 'ending', 'witnessing', 'preambular', 'existing'] as const;
export type VerbClass = (typeof VERB_CLASSES)[number];

export const NOUN_CLASSES = [
  'organization', 'instrument', 'network', 'forum', 'centre', 'group', 'otherOrganization', 'otherInstrument', 'convention', 'protocol', 'process', 'person',
  'office', 'part', 'plan', 'draft', 'convening', 'anniversary', 'number', 'quiz', 'glossary', 'time', 'span', 'region', 'light', 'name', 'writing',
] as const;
export type NounClass = (typeof NOUN_CLASSES)[number];
