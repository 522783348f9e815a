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
import { LANGS, perLang, type Lang } from '../document';
import { FOLD, LETTER, foldKey } from '../fold';
import { WordRow } from '../mentions/wordRow';
import { hashOf } from '../mentions/words';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { NounClass } from '../reading/grammarFile';
import { beginsWithDigit } from '../reading/numbers';
import { BEGINNINGS } from '../reading/times';
import { isCapitalized, type Token } from '../reading/tokens';

/** The relations that the words of a text may be about. */
export interface Interest {
  /** Bits of {@link KINDS}: the kinds of relation that have a word and a possible value in the text. */
  readonly kinds: number;
  /** The kinds with a possible value in the text, whatever relation its words belong to. */
  readonly valued: number;
  /**
   * A pronoun, a possessive, an ordinal or a noun that may be an anaphor of one of our concepts, if that was named
   * shortly before.
   */
  readonly takesUp: boolean;
  /** A short name with a capital letter, or a distinctive number, which may refer back to a name at any distance. */
  readonly hasShortName: boolean;
  /** A topic without a number: the part with that topic is named before. */
  readonly hasOnlyTopic: boolean;
}

const FILES = { acts, bodies, confusions, counts, events, heads, names, objectives, places, status, votes } as const;
export type RelationKind = keyof typeof FILES;

/** A bit for each kind of relation. */
export const KINDS: Readonly<Record<RelationKind, number>> = Object.fromEntries(
  Object.keys(FILES).map((kind, i) => [kind, 1 << i]),
) as Record<RelationKind, number>;
const ALL_KINDS = (1 << Object.keys(FILES).length) - 1;
/** The kinds for which a label may give a value. */
export const LABELLED =
  KINDS.counts | KINDS.events | KINDS.places | KINDS.bodies | KINDS.acts | KINDS.names | KINDS.status;

/** Further bits for the functions of a word, after those of the kinds. */
const [TAKER, SHORT_NAME, NUMBER, ORDINAL, DATE, PLACE, BODY, TOPIC, PART, BALLOT] = Array.from(
  { length: 10 },
  (_, i) => 1 << (Object.keys(FILES).length + i),
);

/**
 * The values of which a statement of a kind needs at least one in order to contradict the record. Other kinds depend on
 * words only.
 */
const VALUES: Readonly<Partial<Record<RelationKind, number>>> = {
  acts: NUMBER! | DATE!,
  bodies: BODY,
  counts: NUMBER,
  events: DATE,
  names: NUMBER! | DATE!,
  objectives: NUMBER! | ORDINAL! | TOPIC!,
  places: PLACE,
};

const VALUED = Object.entries(VALUES).map(([kind, values]) => ({ values, without: ~KINDS[kind as RelationKind] }));

/** The interest of a text that was not scanned. */
export const EVERYTHING: Interest = {
  kinds: ALL_KINDS,
  valued: ALL_KINDS,
  takesUp: true,
  hasShortName: true,
  hasOnlyTopic: false,
};

/**
 * Scans the words of a text before anything is parsed, since most sentences are not about any relation. What passes may
 * still state nothing; what fails states nothing that a relation could recognize. `undefined` where the words cannot be
 * determined without parsing, or are many.
 */
export function interestOf(lang: Lang, text: string, start: number, end: number): Interest | undefined {
  if (!ROW.readAll(text, start, end)) return undefined;
  const { mayBe, bits } = wordsOf(lang);
  let found = hasDigit(text, start, end) ? NUMBER! | DATE! : 0;
  let hasShortName = false;
  for (let i = 0; i < ROW.count; i++) {
    const hash = ROW.hashes[i]!;
    const own = mayBe[hash & MASK] !== 0 ? bits.get(hash) : undefined;
    if (own === undefined) continue;
    found |= own;
    if ((own & SHORT_NAME!) !== 0) hasShortName ||= isCapital(text, ROW.ends[i]!);
  }
  return interestIn(found, hasShortName);
}

/** The same as {@link interestOf}, for a sentence that is long or has escapes within its words. */
export function interestOfTokens(lang: Lang, tokens: readonly Token[]): Interest {
  const { bits } = wordsOf(lang);
  let found = 0;
  let hasShortName = false;
  for (const { folded, written } of tokens) {
    if (beginsWithDigit(folded)) found |= NUMBER! | DATE!;
    const own = bits.get(hashOf(folded)) ?? 0;
    found |= own;
    if ((own & SHORT_NAME!) !== 0) hasShortName ||= isCapitalized(written);
  }
  return interestIn(found, hasShortName);
}

function interestIn(found: number, hasShortName: boolean): Interest {
  let valued = ALL_KINDS;
  for (const { values, without } of VALUED) if ((found & values) === 0) valued &= without;
  const hasOnlyTopic = (found & (TOPIC! | NUMBER! | ORDINAL!)) === TOPIC;
  // "Objective 9 deals with trafficking", "152 votes to five": numbers that identify their subject, wherever it is
  // named.
  const isTelling = [NUMBER! | PART! | TOPIC!, NUMBER! | BALLOT!].some((all) => (found & all) === all);
  return {
    kinds: found & valued,
    valued,
    takesUp: (found & (TAKER! | SHORT_NAME! | ORDINAL!)) !== 0,
    hasShortName: hasShortName || isTelling,
    hasOnlyTopic,
  };
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Whether the word that ends at an offset begins with a capital. */
function isCapital(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && FOLD[text.charCodeAt(start - 1)]! >= LETTER) start--;
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** Reused for each text. */
const ROW = new WordRow();

/** The functions of words, by their hashes. */
interface Words {
  readonly bits: ReadonlyMap<number, number>;
  /** Not 0 where some hash has these last bits. It rules out most words that have no function. */
  readonly mayBe: Uint8Array;
}

const MASK = 0xffff;

/** The keys under which a statement of the relation must have a word; words under other keys only qualify it. */
const FIELDS: ReadonlySet<string> = new Set([
  'field',
  'units',
  'objects',
  'of',
  'text',
  'titles',
  'looseTitles',
  'seats',
  'lead',
  'hold',
  'start',
  'end',
  'body',
  'symbol',
  'turning',
  'into',
  'bearing',
  'bearingWithNoun',
  'replacing',
  'nouns',
  'present',
  'numbered',
  'ballots',
  'voting',
  'resolution',
  'work',
  'compact',
  'wrongAbbreviations',
  'labels',
  'terms',
  'called',
  'abbreviation',
  'names',
  'migrants',
  'objectives',
  'belong',
  'part',
]);

/** The words of a language that have a function, collected when the first text of the language is scanned. */
const wordsOf = perLang((lang): Words => {
  const grammar = grammarOf(lang);
  const bits = new Map<number, number>();
  const addHash = (hash: number, bit: number): void => {
    bits.set(hash, (bits.get(hash) ?? 0) | bit);
  };
  const add = (word: string, bit: number): void => addHash(hashOf(word), bit);
  const keyWords = new KeyWords(grammar);
  const looksOf = (phrase: string): readonly number[] => keyWords.hashesOf(phrase);
  for (const [kind, file] of Object.entries(FILES) as [RelationKind, unknown][]) {
    addFields(file, lang, false, false, (phrase, isPart) => {
      // A part or a thing on its own may refer back to the whole: "the Executive Committee", "the Constitution".
      const bit = KINDS[kind] | (isPart ? TAKER! : 0);
      for (const hash of looksOf(phrase)) addHash(hash, bit);
    });
  }
  const taking = (
    ['pronounThing', 'possessiveThing', 'pronounPerson', 'possessivePerson', 'demonstrative'] as const
  ).flatMap((kind) => grammar.wordsOf(kind));
  for (const kind of new Set(Object.values(subjects.shortNames).flat() as NounClass[]))
    for (const word of grammar.nounsOf(kind)) add(foldKey(word), SHORT_NAME!);
  // An article that is also a pronoun is not evidence.
  for (const word of taking)
    if (word.length > 1 && !grammar.is({ written: word, folded: foldKey(word) }, 'definite'))
      add(longestWord(word), TAKER!);
  // "one" on its own is not a number.
  for (const [word, number] of Object.entries(grammar.file.numbers)) if (number !== 1) add(foldKey(word), NUMBER!);
  for (const word of Object.keys(grammar.file.ordinals)) add(foldKey(word), ORDINAL!);
  for (const hash of BEGINNINGS) addHash(hash, DATE!);
  // "It deals with consular protection": a topic may belong to an objective that only the preceding sentence names.
  for (const { names: called } of objectives.relations)
    for (const word of called[lang]) for (const hash of looksOf(word)) addHash(hash, TAKER! | PART!);
  for (const { ballots } of votes.relations)
    for (const word of ballots[lang]) for (const hash of looksOf(word)) addHash(hash, BALLOT!);
  // "**ICEM.** Name borne from 1952 to 1980.": about the headword of the entry.
  for (const word of names.nouns[lang]) for (const hash of looksOf(word)) addHash(hash, TAKER!);
  // "When the Assembly came to vote", "The Coordinator is …": about something named before.
  for (const { field } of [...votes.relations, ...bodies.relations])
    for (const word of (field[lang] as { readonly nouns?: readonly string[] }).nouns ?? [])
      for (const hash of looksOf(word)) addHash(hash, TAKER!);
  for (const { topics } of objectives.relations)
    for (const { words } of topics)
      for (const phrase of words[lang]) for (const hash of looksOf(phrase)) addHash(hash, KINDS.objectives | TOPIC!);
  // A text may name places and bodies in a foreign language.
  for (const name of places.gazetteer.flatMap((line) => line.split('|')))
    for (const word of addPlurals(longestWord(name), grammar, new Set())) add(word, PLACE!);
  const others = [
    ...bodies.others,
    ...Object.values(bodies.lists).flat(),
    ...bodies.relations.flatMap((relation) => (relation as { readonly others?: readonly string[] }).others ?? []),
  ];
  for (const name of new Set(others.flatMap((line) => line.split('|')))) add(longestWord(name), BODY!);
  const mayBe = new Uint8Array(MASK + 1);
  for (const hash of bits.keys()) mayBe[hash & MASK] = 1;
  return { bits, mayBe };
});

/** The longest word of a name or compound. A text that contains the whole contains this word. */
function longestWord(name: string): string {
  return foldKey(name)
    .split(BETWEEN_WORDS)
    .sort((a, b) => b.length - a.length)[0]!;
}

/** Adds a folded word, its singular, and the words with the same singular; returns the set. */
function addPlurals(word: string, grammar: Grammar, words: Set<string>): ReadonlySet<string> {
  const singular = grammar.singular(word);
  for (const each of word === singular ? [word] : [word, singular]) {
    words.add(each);
    for (const [plural, ending] of grammar.plurals)
      if (each.endsWith(ending)) words.add(each.slice(0, each.length - ending.length) + plural);
  }
  return words;
}

/**
 * Calls back for each phrase of a language under one of the keys. A phrase outside a language belongs to all languages.
 */
function addFields(
  value: unknown,
  lang: Lang,
  isOfLang: boolean,
  isField: boolean,
  add: (phrase: string, isPart: boolean) => void,
  isPart = false,
): void {
  if (typeof value === 'string') {
    if (isOfLang && isField) add(value, isPart);
  } else if (Array.isArray(value)) for (const each of value) addFields(each, lang, isOfLang, isField, add, isPart);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if ((LANGS as readonly string[]).includes(key) && key !== lang) continue;
      addFields(each, lang, isOfLang || key === lang, isField || FIELDS.has(key), add, isPart || key === 'of');
    }
  }
}

/**
 * The most distinctive word of a phrase, the longest that is not common, in all forms that may occur in a text; for a
 * choice in braces, one for each alternative.
 */
class KeyWords {
  // Many relations share their phrases, and many phrases their words.
  private readonly ofPhrases = new Map<string, readonly number[]>();
  private readonly ofWords = new Map<string, readonly number[]>();
  private readonly ranks = new Map<string, Rank>();
  private readonly common: ReadonlySet<string>;

  constructor(private readonly grammar: Grammar) {
    this.common = new Set(grammar.commonWords.map((word) => foldKey(word)));
  }

  /** The hashes of the folded forms. */
  hashesOf(phrase: string): readonly number[] {
    let hashes = this.ofPhrases.get(phrase);
    if (!hashes) {
      // Common words are used where no word is distinctive.
      const telling = this.bestOf(phrase, Rank.Telling);
      const all = telling
        ? telling.flatMap((word) => this.formsOf(word, Rank.Telling))
        : (this.bestOf(phrase, Rank.Common) ?? []).flatMap((word) => this.formsOf(word, Rank.Common));
      this.ofPhrases.set(phrase, (hashes = [...new Set(all)]));
    }
    return hashes;
  }

  /** The words of the part whose shortest word of that rank is the longest. Each alternative of a choice is covered. */
  private bestOf(phrase: string, rank: Rank): readonly string[] | undefined {
    let best: readonly string[] | undefined;
    let most = -1;
    for (const part of phrase.match(PARTS) ?? []) {
      const words = part
        .split(CHOICE)
        .filter(Boolean)
        .map((each) => this.longestOf(each, rank));
      const shortest = Math.min(...words.map((word) => word.length));
      if (words.length === 0 || shortest === 0 || shortest <= most) continue;
      [best, most] = [words, shortest];
    }
    return best;
  }

  /** The first of the longest words of a rank or a higher one; empty for none. */
  private longestOf(text: string, rank: Rank): string {
    let longest = '';
    for (const word of text.split(BETWEEN_WORDS))
      if (word.length > longest.length && this.rankOf(word) >= rank) longest = word;
    return longest;
  }

  private rankOf(word: string): Rank {
    let rank = this.ranks.get(word);
    if (rank === undefined) {
      const folded = foldKey(word);
      const isWord = word.length > 2 && !this.grammar.isSmall({ written: word.toLowerCase(), folded });
      this.ranks.set(word, (rank = !isWord ? Rank.Small : this.common.has(folded) ? Rank.Common : Rank.Telling));
    }
    return rank;
  }

  private formsOf(word: string, rank: Rank): readonly number[] {
    const key = `${rank}${word}`;
    let hashes = this.ofWords.get(key);
    if (!hashes) {
      const forms = new Set<string>();
      const written = [word, `${word}s`, `${word}es`, ...this.grammar.formsOf(word).map((form) => form.written)];
      for (const folded of written.map((form) => foldKey(form)))
        if (rank === Rank.Common || !this.common.has(folded)) addPlurals(folded, this.grammar, forms);
      this.ofWords.set(key, (hashes = Array.from(forms, (form) => hashOf(form))));
    }
    return hashes;
  }
}

/** How much a word says about the subject of a sentence. */
const enum Rank {
  Small,
  Common,
  Telling,
}

/** A choice in braces, or a word. */
const PARTS = /\{[^}]*\}|[^ '’{}-]+/g;
const CHOICE = /[{}|]/;
const BETWEEN_WORDS = /[ '’-]/;
