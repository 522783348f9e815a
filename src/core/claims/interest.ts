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
import { FOLD, LETTER, foldKey } from '../mentions/fold';
import { WordRow } from '../mentions/wordRow';
import { hashOf } from '../mentions/words';
import { grammarOf, type Grammar } from '../reading/grammar';
import type { NounClass } from '../reading/grammarFile';
import { FORM_KINDS } from '../reading/inflection';
import { beginsWithDigit } from '../reading/numbers';
import { BEGINNINGS } from '../reading/times';
import { isCapitalized, type Token } from '../reading/tokens';

/** What the words of a stretch may speak of. */
export interface Interest {
  /** Bits of {@link KINDS}: the kinds of relation of whose field a word occurs, with a value that they may give. */
  readonly kinds: number;
  /** The kinds for which a value occurs, whatever field its words are of. */
  readonly valued: number;
  /** A pronoun, a possessive, an ordinal or a noun that may take up one of our concepts, if that was named shortly before. */
  readonly takesUp: boolean;
  /** A short name with a capital letter or a telling number, which takes up what was named anywhere. */
  readonly hasShortName: boolean;
  /** A topic without a number: what it is a topic of is named before. */
  readonly hasOnlyTopic: boolean;
}

const FILES = { acts, bodies, confusions, counts, events, heads, names, objectives, places, status, votes } as const;
export type RelationKind = keyof typeof FILES;

/** A bit for each kind of relation. */
export const KINDS: Readonly<Record<RelationKind, number>> = Object.fromEntries(Object.keys(FILES).map((kind, i) => [kind, 1 << i])) as Record<RelationKind, number>;
const ALL_KINDS = (1 << Object.keys(FILES).length) - 1;
/** The kinds whose values a label may give. */
export const LABELLED = KINDS.counts | KINDS.events | KINDS.places | KINDS.bodies | KINDS.acts | KINDS.names | KINDS.status;

/** Further bits of what a word may be, behind those of the kinds. */
const [TAKER, SHORT_NAME, NUMBER, ORDINAL, DATE, PLACE, BODY, TOPIC, PART, BALLOT] = Array.from({ length: 10 }, (_, i) => 1 << (Object.keys(FILES).length + i));

/** The values without one of which a statement of a kind has nothing that could disagree with the record; other kinds go by words alone. */
const VALUES: Readonly<Partial<Record<RelationKind, number>>> = {
  acts: NUMBER | DATE, bodies: BODY, counts: NUMBER, events: DATE, names: NUMBER | DATE, objectives: NUMBER | ORDINAL | TOPIC, places: PLACE,
};

const VALUED = Object.entries(VALUES).map(([kind, values]) => ({ values, without: ~KINDS[kind as RelationKind] }));

/** Of a stretch whose words are not looked at. */
export const EVERYTHING: Interest = { kinds: ALL_KINDS, valued: ALL_KINDS, takesUp: true, hasShortName: true, hasOnlyTopic: false };

/**
 * One look at the words of a stretch, before anything is read: most sentences speak of no relation at all. What it lets through
 * may still state nothing; what it does not let through states nothing that a relation could recognize. `undefined` where words
 * cannot be told without reading them, or are many.
 */
export function interestOf(lang: Lang, text: string, start: number, end: number): Interest | undefined {
  if (!ROW.readAll(text, start, end)) return undefined;
  const { mayBe, bits } = wordsOf(lang);
  let found = hasDigit(text, start, end) ? NUMBER | DATE : 0;
  let hasShortName = false;
  for (let i = 0; i < ROW.count; i++) {
    const hash = ROW.hashes[i];
    const own = mayBe[hash & MASK] !== 0 ? bits.get(hash) : undefined;
    if (own === undefined) continue;
    found |= own;
    if ((own & SHORT_NAME) !== 0) hasShortName ||= isCapital(text, ROW.ends[i]);
  }
  return interestIn(found, hasShortName);
}

/** As {@link interestOf}, of a sentence that has escapes within its words, or is long. */
export function interestOfTokens(lang: Lang, tokens: readonly Token[]): Interest {
  const { bits } = wordsOf(lang);
  let found = 0;
  let hasShortName = false;
  for (const { folded, written } of tokens) {
    if (beginsWithDigit(folded)) found |= NUMBER | DATE;
    const own = bits.get(hashOf(folded)) ?? 0;
    found |= own;
    if ((own & SHORT_NAME) !== 0) hasShortName ||= isCapitalized(written);
  }
  return interestIn(found, hasShortName);
}

function interestIn(found: number, hasShortName: boolean): Interest {
  let valued = ALL_KINDS;
  for (const { values, without } of VALUED) if ((found & values) === 0) valued &= without;
  const hasOnlyTopic = (found & (TOPIC | NUMBER | ORDINAL)) === TOPIC;
  // "Objective 9 deals with trafficking", "152 votes to five": numbers that tell whose they are, wherever that is named.
  const isTelling = [NUMBER | PART | TOPIC, NUMBER | BALLOT].some((all) => (found & all) === all);
  return { kinds: found & valued, valued, takesUp: (found & (TAKER | SHORT_NAME | ORDINAL)) !== 0, hasShortName: hasShortName || isTelling, hasOnlyTopic };
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
  while (start > 0 && FOLD[text.charCodeAt(start - 1)] >= LETTER) start--;
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** Used again for each stretch. */
const ROW = new WordRow();

/** What words may speak of, by their hashes. */
interface Words {
  readonly bits: ReadonlyMap<number, number>;
  /** Not 0 where some hash ends so: most words are told apart by it from all that speak of something. */
  readonly mayBe: Uint8Array;
}

const MASK = 0xffff;

/** The keys whose words a statement of the relation has to have one of; other words only qualify it. */
const FIELDS: ReadonlySet<string> = new Set([
  'field', 'units', 'objects', 'of', 'text', 'titles', 'looseTitles', 'seats', 'lead', 'hold', 'elect', 'start', 'end', 'succeed', 'yield', 'body', 'symbol',
  'turning', 'into', 'bearing', 'bearingWithNoun', 'dating', 'replacing', 'nouns', 'present', 'numbered', 'ballots', 'voting', 'resolution', 'work', 'wrong', 'compact', 'wrongAbbreviations', 'labels', 'firstWoman', 'terms', 'majorities', 'before', 'after', 'called', 'abbreviation',
  'names', 'migrants', 'objectives', 'changes', 'belong', 'part', 'joiner',
]);

/** The words of a language that tell something, collected when a text of it is first looked at. */
const wordsOf = perLang((lang): Words => {
  const grammar = grammarOf(lang);
  const bits = new Map<number, number>();
  const add = (word: string, bit: number): void => { const hash = hashOf(word); bits.set(hash, (bits.get(hash) ?? 0) | bit); };
  const common = new Set(grammar.commonWords.map((word) => hashOf(foldKey(word))));
  // Many relations share their words: what one of them may look like in a text is found out once.
  const known = new Map<string, ReadonlySet<string>>();
  const looksOf = (phrase: string): ReadonlySet<string> => {
    let looks = known.get(phrase);
    if (!looks) known.set(phrase, (looks = new Set(keyWordsOf(phrase, grammar, (each) => common.has(hashOf(foldKey(each)))).flatMap((word) => [...pluralsOf(foldKey(word), grammar)]))));
    return looks;
  };
  for (const [kind, file] of Object.entries(FILES) as [RelationKind, unknown][]) {
    addFields(file, lang, false, false, (phrase, isPart) => {
      // A part or a thing alone takes up the whole: "the Executive Committee", "the Constitution".
      const bit = KINDS[kind] | (isPart ? TAKER : 0);
      for (const word of looksOf(phrase)) add(word, bit);
    });
  }
  const taking = (['pronounThing', 'possessiveThing', 'pronounPerson', 'possessivePerson', 'demonstrative'] as const).flatMap((kind) => grammar.wordsOf(kind));
  for (const kind of new Set(Object.values(subjects.shortNames).flat() as NounClass[])) for (const word of grammar.nounsOf(kind)) add(foldKey(word), SHORT_NAME);
  // An article that is also a pronoun tells nothing.
  for (const word of taking) if (word.length > 1 && !grammar.is({ written: word, folded: foldKey(word) }, 'definite')) add(longestWord(word), TAKER);
  // "one" alone is no number.
  for (const [word, number] of Object.entries(grammar.file.numbers)) if (number !== 1) add(foldKey(word), NUMBER);
  for (const word of Object.keys(grammar.file.ordinals)) add(foldKey(word), ORDINAL);
  for (const hash of BEGINNINGS) bits.set(hash, (bits.get(hash) ?? 0) | DATE);
  for (const { ordinals } of objectives.relations) for (const word of Object.keys(ordinals[lang])) for (const part of foldKey(word).split(BETWEEN_WORDS)) add(part, ORDINAL);
  // "It deals with consular protection": a topic may be given to an objective that only the sentence before names.
  for (const { names: called } of objectives.relations) for (const word of called[lang]) for (const look of looksOf(word)) add(look, TAKER | PART);
  for (const { ballots } of votes.relations) for (const word of ballots[lang]) for (const look of looksOf(word)) add(look, BALLOT);
  // "**ICEM.** Name borne from 1952 to 1980.": of what opens the entry.
  for (const word of names.nouns[lang]) for (const look of looksOf(word)) add(look, TAKER);
  // "When the Assembly came to vote", "The Coordinator is …": of what was named before.
  for (const { field } of [...votes.relations, ...bodies.relations]) for (const word of (field[lang] as { readonly nouns?: readonly string[] }).nouns ?? []) for (const look of looksOf(word)) add(look, TAKER);
  for (const { topics } of objectives.relations) for (const { words } of topics) for (const phrase of words[lang]) for (const word of looksOf(phrase)) add(word, KINDS.objectives | TOPIC);
  // A text may name places and bodies in another language than its own.
  for (const name of places.gazetteer.flatMap((line) => line.split('|'))) for (const word of pluralsOf(longestWord(name), grammar)) add(word, PLACE);
  const others = [...bodies.others, ...Object.values(bodies.lists).flat(), ...bodies.relations.flatMap((relation) => (relation as { readonly others?: readonly string[] }).others ?? [])];
  for (const name of new Set(others.flatMap((line) => line.split('|')))) add(longestWord(name), BODY);
  const mayBe = new Uint8Array(MASK + 1);
  for (const hash of bits.keys()) mayBe[hash & MASK] = 1;
  return { bits, mayBe };
});

/** The longest word of a name or compound; a text that has the whole has it. */
function longestWord(name: string): string {
  return foldKey(name).split(BETWEEN_WORDS).sort((a, b) => b.length - a.length)[0];
}

/** A folded word, its singular, and the words that have the same. */
function pluralsOf(word: string, grammar: Grammar): ReadonlySet<string> {
  const all = new Set([word, grammar.singular(word)]);
  for (const each of [...all]) for (const [plural, singular] of grammar.plurals) if (each.endsWith(singular)) all.add(each.slice(0, each.length - singular.length) + plural);
  return all;
}

/** Calls back for each phrase of a language under one of the keys; what no language is given for is of all. */
function addFields(value: unknown, lang: Lang, isOfLang: boolean, isField: boolean, add: (phrase: string, isPart: boolean) => void, isPart = false): void {
  if (typeof value === 'string') { if (isOfLang && isField) add(value, isPart); }
  else if (Array.isArray(value)) for (const each of value) addFields(each, lang, isOfLang, isField, add, isPart);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if ((LANGS as readonly string[]).includes(key) && key !== lang) continue;
      addFields(each, lang, isOfLang || key === lang, isField || FIELDS.has(key), add, isPart || key === 'part' || key === 'of');
    }
  }
}

/** The word of a phrase that tells most, the longest that is not common, in the forms that a text may have; of a choice each. */
function keyWordsOf(phrase: string, grammar: Grammar, isCommon: (word: string) => boolean): readonly string[] {
  const isWord = (word: string): boolean => word.length > 2 && !grammar.isSmall({ written: word.toLowerCase(), folded: foldKey(word) });
  // Of a choice each has to be there; without a word that tells, the common ones have to do.
  const partsBy = (tells: (word: string) => boolean): readonly (readonly string[])[] => (phrase.match(PARTS) ?? []).flatMap((part) => {
    const keys = part.split(CHOICE).filter(Boolean).map((each) => each.split(BETWEEN_WORDS).filter(tells).sort((a, b) => b.length - a.length)[0]);
    return keys.length > 0 && keys.every((key) => key !== undefined) ? [keys as string[]] : [];
  });
  const shortest = (keys: readonly string[]): number => Math.min(...keys.map(({ length }) => length));
  const telling = partsBy((word) => isWord(word) && !isCommon(word));
  const [best = []] = [...(telling.length > 0 ? telling : partsBy(isWord))].sort((a, b) => shortest(b) - shortest(a));
  const forms = best.flatMap((key) => [key, `${key}s`, `${key}es`, ...FORM_KINDS.flatMap((kind) => grammar.formsOf(key, kind))]);
  return telling.length > 0 ? forms.filter((form) => !isCommon(form)) : forms;
}

/** A choice in braces, or a word. */
const PARTS = /\{[^}]*\}|[^ '’{}-]+/g;
const CHOICE = /[{}|]/;
const BETWEEN_WORDS = /[ '’-]/;
