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
import { LANGS, perLang, type Lang, type Span } from '../document';
import { FOLD, LETTER, foldKey, foldedWords } from '../fold';
import { LAST_RANGE } from '../mentions/wordRow';
import { hashOf } from '../mentions/words';
import { grammarOf } from '../reading/grammar';
import { listOf } from '../reading/grammarIndex';
import type { NounClass } from '../reading/grammarFile';
import { beginsWithDigit, hasDigit } from '../reading/numbers';
import { BEGINNINGS } from '../reading/times';
import { isCapitalized, type Token } from '../reading/tokens';
import { expandBraces } from '../termbase/braces';
import { KeyWords, type WordBits } from './keyWords';

/**
 * What the words of a text may be about, as bits: the kinds of relation that have a word in it, and the functions of
 * its other words.
 */
export type Interest = number;

const FILES = { acts, bodies, confusions, counts, events, heads, names, objectives, places, status, votes } as const;
type RelationKind = keyof typeof FILES;

const NAMES = Object.keys(FILES) as RelationKind[];
/** A bit for each kind of relation. */
export const KINDS = Object.fromEntries(NAMES.map((kind, i) => [kind, 1 << i])) as Record<RelationKind, number>;
const ALL_KINDS = (1 << NAMES.length) - 1;
/** The kinds for which a label may give a value. */
export const LABELLED = KINDS.counts | KINDS.events | KINDS.places;

/** Further bits for the functions of a word, after those of the kinds. */
const [TAKER, SHORT_NAME, NUMBER, ORDINAL, DATE, PLACE, BODY, TOPIC, PART, BALLOT, TITLE] = Array.from(
  { length: 11 },
  (_, i) => 1 << (NAMES.length + i),
) as [number, number, number, number, number, number, number, number, number, number, number];

/**
 * The values of which a statement of a kind needs at least one in order to contradict the record. Other kinds depend on
 * words only.
 */
const VALUES: Readonly<Partial<Record<RelationKind, number>>> = {
  acts: NUMBER | DATE,
  bodies: BODY,
  counts: NUMBER,
  events: DATE,
  names: NUMBER | DATE,
  objectives: NUMBER | ORDINAL,
  places: PLACE,
  votes: NUMBER,
};

const VALUED = Object.entries(VALUES).map(([kind, values]) => ({ values, without: ~KINDS[kind as RelationKind] }));

/** The interest of a text that was not scanned. */
export const EVERYTHING: Interest = ~0;

/** The kinds that have a word and a possible value in the text. */
export function kindsIn(interest: Interest): number {
  return wordedIn(interest) & valuedIn(interest);
}

/** The kinds that have a word in the text. */
export function wordedIn(interest: Interest): number {
  return interest & ALL_KINDS;
}

/** The kinds with a possible value in the text, whatever relation its words belong to. */
export function valuedIn(interest: Interest): number {
  return VALUED.reduce(
    (valued, { values, without }) => ((interest & values) === 0 ? valued & without : valued),
    ALL_KINDS,
  );
}

/** Whether a word may be an anaphor of one of our concepts, if that was named shortly before. */
export function takesUp(interest: Interest): boolean {
  return (interest & (TAKER | ORDINAL)) !== 0;
}

/** Whether the text may be about a head who is not named: it has a title that the head lacks. */
export function hasTitle(interest: Interest): boolean {
  return (interest & TITLE) !== 0;
}

/**
 * Whether the text has a short name with a capital letter, or numbers that identify their subject ("Objective 9 deals
 * with trafficking", "152 votes to five"). These may refer back to a name at any distance.
 */
export function hasShortName(interest: Interest): boolean {
  return TELLING.some((all) => (interest & all) === all);
}

const TELLING = [SHORT_NAME, NUMBER | PART | TOPIC, NUMBER | BALLOT];

/**
 * Scans the words of a text before anything is parsed, since most sentences are not about any relation. What passes may
 * still state nothing; what fails states nothing that a relation could recognize. `undefined` where the words cannot be
 * determined without parsing, or are many.
 */
export function interestOf(lang: Lang, text: string, { start, end }: Span): Interest | undefined {
  if (!LAST_RANGE.readAll(text, start, end)) return undefined;
  const { hashes, ends, count } = LAST_RANGE;
  const found = hasDigit(text, start, end) ? NUMBER | DATE : 0;
  return found | bitsIn(lang, hashes, count, (i) => isCapital(text, ends[i]!));
}

/** The same as {@link interestOf}, for a sentence that is long or has escapes within its words. */
export function interestOfTokens(lang: Lang, tokens: readonly Token[]): Interest {
  const hashes = tokens.map(({ folded }) => hashOf(folded));
  const found = tokens.some(({ folded }) => beginsWithDigit(folded)) ? NUMBER | DATE : 0;
  return found | bitsIn(lang, hashes, hashes.length, (i) => isCapitalized(tokens[i]!.written));
}

/** The bits of the first `count` words. `isCapitalAt` answers whether the word at an index begins with a capital. */
function bitsIn(lang: Lang, hashes: ArrayLike<number>, count: number, isCapitalAt: (i: number) => boolean): number {
  const bitsOf = wordsOf(lang);
  let found = 0;
  // Each once, as a text may repeat a word many times.
  const paired = new Set<WordBits>();
  for (let i = 0; i < count; i++) {
    const bits = bitsOf(hashes[i]!);
    if (bits === undefined) continue;
    found |= (bits.alone & SHORT_NAME) === 0 || isCapitalAt(i) ? bits.alone : bits.alone & ~SHORT_NAME;
    if (bits.all !== bits.alone) paired.add(bits);
  }
  for (const { together, all } of paired)
    if ((all & ~found) !== 0) for (let k = 0; k < count; k++) found |= together.get(hashes[k]!) ?? 0;
  return found;
}

/** Whether the word that ends at an offset begins with a capital. */
function isCapital(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && FOLD[text.charCodeAt(start - 1)]! >= LETTER) start--;
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** The keys under which a statement of the relation must have a word; words under other keys only qualify it. */
const FIELDS: ReadonlySet<string> = new Set([
  'field',
  'units',
  'objects',
  'of',
  'text',
  'titles',
  'seats',
  'lead',
  'turning',
  'nouns',
  'present',
  'ballots',
  'wrongAbbreviations',
  'labels',
  'called',
]);

/** The words of a language that have a function, collected when the first text of the language is scanned. */
const wordsOf = perLang((lang) => {
  const grammar = grammarOf(lang);
  const words = new KeyWords(grammar);
  for (const [kind, file] of Object.entries(FILES) as [RelationKind, unknown][]) {
    addFields(file, lang, false, false, (phrase, isPart) => {
      words.add(phrase, KINDS[kind]);
      // A part or a thing on its own may refer back to the whole: "the Executive Committee", "the Constitution".
      if (isPart) words.add(phrase, TAKER);
    });
  }
  for (const { titles } of heads.wrongTitles[lang]) for (const title of titles) words.add(title, TITLE);
  const taking = (
    ['pronounThing', 'possessiveThing', 'pronounPerson', 'possessivePerson', 'demonstrative'] as const
  ).flatMap((kind) => listOf(grammar.file.words[kind]));
  for (const kind of new Set(Object.values(subjects.shortNames).flat() as NounClass[]))
    for (const word of listOf(grammar.file.nounClasses[kind])) words.addWord(foldKey(word), TAKER | SHORT_NAME);
  // An article that is also a pronoun is not evidence.
  for (const word of taking)
    if (word.length > 1 && !grammar.is({ written: word, folded: foldKey(word) }, 'definite'))
      words.addWord(foldedWords(word)[0]!, TAKER);
  // On its own, "one" is not a number.
  for (const [word, number] of Object.entries(grammar.file.numbers))
    if (number !== 1) words.addWord(foldKey(word), NUMBER);
  for (const word of Object.keys(grammar.file.ordinals)) words.addWord(foldKey(word), ORDINAL);
  for (const hash of BEGINNINGS) words.addHash(hash, DATE);
  // A topic may belong to an objective that only the preceding sentence names: "It deals with consular protection".
  for (const { units, topics } of objectives.relations) {
    for (const word of units[lang]) words.add(word, TAKER | PART);
    for (const topic of topics) for (const phrase of topic.words[lang]) words.add(phrase, KINDS.objectives | TOPIC);
  }
  for (const word of votes.words.ballots[lang]) words.add(word, BALLOT);
  // About the headword of the entry: "**ICEM.** Name borne from 1952 to 1980.".
  for (const word of names.nouns[lang]) words.add(word, TAKER);
  // About something named before: "When the Assembly came to vote", "The Coordinator is …".
  for (const { field } of [...votes.relations, ...bodies.relations])
    for (const word of (field[lang] as { readonly nouns?: readonly string[] }).nouns ?? []) words.add(word, TAKER);
  // A text may name places and bodies in a foreign language.
  for (const name of places.gazetteer.flatMap((line) => line.split('|'))) words.add(name, PLACE);
  const others = [
    ...bodies.others,
    ...Object.values(bodies.lists).flat(),
    ...bodies.relations.flatMap((relation) => (relation as { readonly others?: readonly string[] }).others ?? []),
  ];
  for (const name of new Set(others.flatMap((line) => line.split('|')))) words.add(name, BODY);
  return words.bitsOfWords();
});

/** A phrase for each choice in its braces. */
function formsOf(phrase: string): readonly string[] {
  const forms = phrase.includes('{') ? expandBraces({ text: phrase }) : phrase;
  return typeof forms === 'string' ? [phrase] : forms.map(({ text }) => text);
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
    if (isOfLang && isField) for (const phrase of formsOf(value)) add(phrase, isPart);
  } else if (Array.isArray(value)) for (const each of value) addFields(each, lang, isOfLang, isField, add, isPart);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (key === 'messages' || ((LANGS as readonly string[]).includes(key) && key !== lang)) continue;
      addFields(each, lang, isOfLang || key === lang, isField || FIELDS.has(key), add, isPart || key === 'of');
    }
  }
}
