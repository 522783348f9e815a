import { Conjugation } from './conjugation';
import {
  NOUN_CLASSES,
  VERB_CLASSES,
  WORD_CLASSES,
  type GrammarFile,
  type NounClass,
  type VerbClass,
  type WordClass,
} from './grammarFile';
import { Inflection } from './inflection';
import { Lookup, into } from './lookup';
import { Phrases, phraseTokens } from './phraseList';

/** The word lists of a language by word. A document in one language needs those of the others only in part. */
export class GrammarIndex {
  readonly classes = new Lookup<Set<WordClass>>();
  readonly roles = new Lookup<Set<string>>();
  readonly verbClasses = new Map<string, Set<VerbClass>>();
  readonly nounClasses = new Lookup<Set<NounClass>>();
  readonly modals: Lookup<string>;
  readonly months: Lookup<number>;
  readonly numbers: Lookup<number>;
  readonly ordinals: Lookup<number>;
  readonly hedges = new Lookup<'over' | 'under' | 'about'>();
  readonly notVerbs: ReadonlySet<string>;
  /** Nouns of several words. */
  readonly compounds: Phrases;
  /** What says that a statement or a form is wrong. */
  readonly refuting: Phrases;
  /** What attributes a statement to a source. */
  readonly according: Phrases;
  /** Old objects and files that bear the name of their time. */
  readonly archival: Phrases;
  /** Sentences that refute the preceding one. */
  readonly refutations: ReadonlySet<string>;
  readonly inflection: Inflection;
  readonly conjugation: Conjugation;

  constructor(file: GrammarFile) {
    for (const kind of WORD_CLASSES)
      for (const word of listOf(file.words[kind])) this.classes.into(word, () => new Set<WordClass>()).add(kind);
    for (const [role, words] of Object.entries(file.prepositions))
      for (const word of listOf(words)) this.roles.into(word, () => new Set<string>()).add(role);
    for (const kind of VERB_CLASSES)
      for (const lemma of listOf(file.verbClasses[kind]))
        into(this.verbClasses, lemma, () => new Set<VerbClass>()).add(kind);
    for (const kind of NOUN_CLASSES)
      for (const word of listOf(file.nounClasses[kind]))
        this.nounClasses.into(word, () => new Set<NounClass>()).add(kind);
    for (const kind of ['over', 'under', 'about'] as const)
      for (const word of listOf(file.hedges[kind])) this.hedges.set(word, kind);
    this.modals = lookupOf(file.modals);
    this.months = lookupOf(file.months);
    this.numbers = lookupOf(file.numbers);
    this.ordinals = lookupOf(file.ordinals);
    this.notVerbs = new Set(listOf(file.notVerbs));
    this.compounds = phrasesOf(file.compounds);
    this.refuting = phrasesOf(file.refuting);
    this.according = phrasesOf(file.according);
    this.archival = phrasesOf(file.settings.archival);
    this.refutations = new Set(file.refutations.map((phrase) => phraseTokens(phrase, /['-]/g).join(' ')));
    this.inflection = new Inflection(file);
    this.conjugation = new Conjugation(this.inflection);
  }
}

/** The words of a list in a grammar, which blanks separate. */
export function listOf(words: string): readonly string[] {
  return words.split(' ').filter(Boolean);
}

function phrasesOf(list: readonly string[]): Phrases {
  return new Phrases(list.map((phrase) => phraseTokens(phrase, /['-]/g)));
}

function lookupOf<T>(values: Readonly<Record<string, T>>): Lookup<T> {
  const lookup = new Lookup<T>();
  for (const [word, value] of Object.entries(values)) lookup.set(word, value);
  return lookup;
}
