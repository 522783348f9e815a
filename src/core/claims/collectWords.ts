import acts from '../../../data/relations/acts.json';
import bodies from '../../../data/relations/bodies.json';
import confusions from '../../../data/relations/confusions.json';
import counts from '../../../data/relations/counts.json';
import events from '../../../data/relations/events.json';
import heads from '../../../data/relations/heads.json';
import names from '../../../data/relations/names.json';
import objectives from '../../../data/relations/objectives.json';
import places from '../../../data/relations/places.json';
import status from '../../../data/relations/status.json';
import subjects from '../../../data/relations/subjects.json';
import votes from '../../../data/relations/votes.json';
import { LANGS, type Lang } from '../document';
import { foldKey, foldedWords } from '../fold';
import { hashOf } from '../mentions/words';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { NounClass } from '../reading/grammarFile';
import { listOf } from '../reading/grammarIndex';
import { BEGINNINGS } from '../reading/times';
import { expandBraces } from '../termbase/braces';
import { Bit, type WordRows } from './wordBits';

/** In the order of their bits. */
const FILES = [acts, bodies, confusions, counts, events, heads, names, objectives, places, status, votes];

/** The words of a language that have a function, from its relations and its grammar. */
export function collectWords(lang: Lang): WordRows {
  const grammar = grammarOf(lang);
  const words = new KeyWords(grammar);
  for (const [i, file] of FILES.entries()) {
    const kind = 1 << i;
    for (const [phrase, isPart] of phrasesIn(file, lang)) {
      // A part or a thing on its own may refer back to the whole: "the Executive Committee", "the Constitution".
      words.add(phrase, isPart ? kind | Bit.Taker : kind);
    }
  }
  for (const { titles } of heads.wrongTitles[lang]) for (const title of titles) words.add(title, Bit.Title);
  const taking = (
    ['pronounThing', 'possessiveThing', 'pronounPerson', 'possessivePerson', 'demonstrative'] as const
  ).flatMap((kind) => listOf(grammar.file.words[kind]));
  for (const kind of new Set(Object.values(subjects.shortNames).flat() as NounClass[]))
    for (const word of listOf(grammar.file.nounClasses[kind]))
      words.addHash(hashOf(foldKey(word)), Bit.Taker | Bit.ShortName);
  // An article that is also a pronoun is not evidence.
  for (const word of taking)
    if (word.length > 1 && !grammar.is({ written: word, folded: foldKey(word) }, 'definite'))
      words.addHash(hashOf(foldedWords(word)[0]!), Bit.Taker);
  // On its own, "one" is not a number.
  for (const [word, number] of Object.entries(grammar.file.numbers))
    if (number !== 1) words.addHash(hashOf(foldKey(word)), Bit.Number);
  for (const word of Object.keys(grammar.file.ordinals)) words.addHash(hashOf(foldKey(word)), Bit.Ordinal);
  for (const hash of BEGINNINGS) words.addHash(hash, Bit.Date);
  // A topic may belong to an objective that only the preceding sentence names: "It deals with consular protection".
  for (const { units, topics } of objectives.relations) {
    for (const word of units[lang]) words.add(word, Bit.Taker | Bit.Part);
    for (const topic of topics) for (const phrase of topic.words[lang]) words.add(phrase, Bit.Objectives | Bit.Topic);
  }
  for (const word of votes.words.ballots[lang]) words.add(word, Bit.Ballot);
  // About the headword of the entry: "**ICEM.** Name borne from 1952 to 1980.".
  for (const word of names.nouns[lang]) words.add(word, Bit.Taker);
  // About something named before: "When the Assembly came to vote", "The Coordinator is …".
  for (const { field } of [...votes.relations, ...bodies.relations])
    for (const word of (field[lang] as { readonly nouns?: readonly string[] }).nouns ?? []) words.add(word, Bit.Taker);
  // A text may name places and bodies in a foreign language.
  for (const name of places.gazetteer.flatMap((line) => line.split('|'))) words.add(name, Bit.Place);
  const others = [
    ...bodies.others,
    ...Object.values(bodies.lists).flat(),
    ...bodies.relations.flatMap((relation) => (relation as { readonly others?: readonly string[] }).others ?? []),
  ];
  for (const name of new Set(others.flatMap((line) => line.split('|')))) words.add(name, Bit.Body);
  return [...words.bits];
}

/** The keys under which a statement of the relation must have a word; words under other keys only qualify it. */
const FIELDS: ReadonlySet<string> = new Set(
  'field units objects of text titles seats lead turning nouns present ballots wrongAbbreviations labels called'.split(
    ' ',
  ),
);

/** The phrases of a language under one of the keys. A phrase outside a language belongs to all languages. */
function* phrasesIn(
  value: unknown,
  lang: Lang,
  isOfLang = false,
  isField = false,
  isPart = false,
): Generator<readonly [phrase: string, isPart: boolean]> {
  if (typeof value === 'string') {
    const forms = isOfLang && isField ? expandBraces({ text: value }) : [];
    for (const phrase of typeof forms === 'string' ? [value] : forms.map(({ text }) => text)) yield [phrase, isPart];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (key === 'messages' || ((LANGS as readonly string[]).includes(key) && key !== lang)) continue;
      yield* phrasesIn(each, lang, isOfLang || key === lang, isField || FIELDS.has(key), isPart || key === 'of');
    }
  }
}

/** Bits of words, by hash. A phrase gives its bits to the forms of its most distinctive word. */
class KeyWords {
  readonly bits = new Map<number, number>();
  private readonly common: ReadonlySet<string>;

  constructor(private readonly grammar: Grammar) {
    this.common = new Set(listOf(grammar.file.common).map(foldKey));
  }

  /** Adds bits to all forms of the most distinctive word of a phrase. */
  add(phrase: string, bits: number): void {
    const words = phrase.split(BETWEEN_WORDS).filter((word) => this.distinction(word) > 0);
    const [best] = words.sort((a, b) => this.distinction(b) - this.distinction(a));
    if (best !== undefined) for (const hash of this.formsOf(best)) this.addHash(hash, bits);
  }

  /** Adds bits to a word by its hash, but not to its other forms. */
  addHash(hash: number, bits: number): void {
    this.bits.set(hash, (this.bits.get(hash) ?? 0) | bits);
  }

  /** The hashes of the forms of a word, as a noun and, without a capital, as a verb. */
  private formsOf(word: string): readonly number[] {
    const verbs = CAPITAL.test(word) ? [] : this.grammar.formsOf(word);
    const forms = new Set(verbs.map(({ written }) => foldKey(written)));
    for (const noun of new Set([foldKey(word), this.grammar.singular(foldKey(word))])) {
      forms.add(noun);
      for (const [plural, ending] of this.grammar.plurals)
        if (noun.endsWith(ending)) forms.add(noun.slice(0, noun.length - ending.length) + plural);
    }
    return [...forms].map(hashOf);
  }

  /** How much a word says about the subject of a sentence: a longer word says more, a common word little. */
  private distinction(word: string): number {
    const folded = foldKey(word);
    const isSmall =
      (word.length < 3 && !ABBREVIATION.test(word)) || this.grammar.isSmall({ written: word.toLowerCase(), folded });
    return isSmall ? 0 : this.common.has(folded) ? word.length / LONGEST : word.length;
  }
}

const BETWEEN_WORDS = /[ '’-]/;
const CAPITAL = /^\p{Lu}/u;
const ABBREVIATION = /^\p{Lu}{2}$/u;
/** In letters: no word is longer. */
const LONGEST = 100;
