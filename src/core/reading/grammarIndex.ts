import { Conjugation } from './conjugation';
import { Inflection } from './inflection';
import type { GrammarFile } from './grammarFile';
import { foldKey } from '../fold';
import { into } from '../into';
import { Lookup } from './lookup';
import { PhraseList, phraseTokens } from './phraseList';

/** The word lists of a language by word. */
export type GrammarIndex = ReturnType<typeof indexOf>;

/** Indexes a language. A document in one language needs the index of the others only in part. */
export function indexOf(file: GrammarFile) {
  const inflection = new Inflection(file);
  return {
    classes: kindsOf(file.words),
    roles: kindsOf(file.prepositions),
    verbClasses: kindsOf(file.verbClasses),
    nounClasses: kindsOf(file.nounClasses),
    hedges: kindsOf(file.hedges),
    modals: lookupOf(file.modals),
    months: lookupOf(file.months),
    numbers: lookupOf(file.numbers),
    ordinals: lookupOf(file.ordinals),
    notVerbs: new Set(listOf(file.notVerbs)),
    particles: new Set(listOf(file.particles)),
    qualifying: wordSet(file.qualifying),
    /** Nouns of several words. */
    compounds: new PhraseList(file.compounds, phraseTokens),
    /** What says that a statement or a form is wrong. */
    refuting: new PhraseList(file.refuting, phraseTokens),
    /** What attributes a statement to a source. */
    according: new PhraseList(file.according, phraseTokens),
    /** Old objects and files that bear the name of their time. */
    archival: new PhraseList(file.settings.archival, phraseTokens),
    /** Sentences that refute the preceding one. */
    refutations: new Set(file.refutations.map((phrase) => phraseTokens(phrase).join(' '))),
    inflection,
    conjugation: new Conjugation(inflection),
  };
}

/** The words of a list in a grammar, which blanks separate. */
export function listOf(words: string): readonly string[] {
  return words.split(' ').filter(Boolean);
}

/** The folded words of a list in a grammar; split once. */
export function wordSet(words: string): ReadonlySet<string> {
  return into(SETS, words, () => new Set(listOf(words).map(foldKey)));
}

const SETS = new Map<string, ReadonlySet<string>>();

/** The kinds of each word of lists that kinds name. */
function kindsOf<K extends string>(lists: Readonly<Record<K, string>>): Lookup<Set<K>> {
  const lookup = new Lookup<Set<K>>();
  for (const kind of Object.keys(lists) as K[])
    for (const word of listOf(lists[kind])) lookup.into(word, () => new Set<K>()).add(kind);
  return lookup;
}

function lookupOf<T>(values: Readonly<Record<string, T>>): Lookup<T> {
  const lookup = new Lookup<T>();
  for (const [word, value] of Object.entries(values)) lookup.set(word, value);
  return lookup;
}
