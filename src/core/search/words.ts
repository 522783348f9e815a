import labels from '../../../data/relations/labels.json';
import words from '../../../data/words/search.json';
import { wordingIn } from '../describe/wordings';
import { LANGS, type Lang } from '../document';
import { foldedWords, foldKey } from '../fold';

/** A kind of answer that a word asks for. */
export type Ask = keyof typeof words.asks;

/** Words that say nothing about what is asked. */
export const EMPTY: ReadonlySet<string> = new Set(LANGS.flatMap((lang) => words.empty[lang].split(' ')));

/** Words that accompany any other one without changing what is asked: "current", "données". */
export const GENERIC: ReadonlySet<string> = new Set(
  LANGS.flatMap((lang) => [...labels.generic[lang], words.generic[lang]].flatMap((text) => foldedWords(text))),
);

/** What each word asks for; several kinds if it is ambiguous. */
export const ASKS: ReadonlyMap<string, readonly Ask[]> = asks();

/** The words that ask with an accent and are others without it, by their folded form: French "où" and "ou". */
const ACCENTED: ReadonlyMap<string, string> = new Map(
  Object.values(words.asks).flatMap((byLang) =>
    LANGS.flatMap((lang) => byLang[lang].split(' ').map((word) => [foldKey(word), word] as const)).filter(
      ([folded, word]) => folded !== word,
    ),
  ),
);

/** The languages that words name: "French", "anglais". */
export const LANGUAGES: ReadonlyMap<string, Lang> = new Map(
  LANGS.flatMap((spoken) => LANGS.map((lang) => [foldKey(wordingIn(spoken).languages[lang]), lang] as const)),
);

/** Further words that people use for the content of a fact, by its property. */
export const PROPERTY_WORDS: Readonly<Record<string, string | undefined>> = words.properties;

/** The numbers of ordinals: 2 for "second", "deuxième", "segundo". */
export const ORDINALS: ReadonlyMap<string, string> = new Map(
  words.ordinals.flatMap((group, i) => group.split(' ').map((word) => [foldKey(word), String(i + 1)] as const)),
);

/** The other words of the same meaning; a phrase is a list of words that occur together. */
export function synonymsOf(word: string): readonly (readonly string[])[] {
  // Collected at the first look-up, as a check needs none.
  return (allSynonyms ??= synonyms()).get(word) ?? [];
}

let allSynonyms: ReadonlyMap<string, readonly (readonly string[])[]> | undefined;

/** Words between two things that are compared: "versus", "et". */
export const JOINTS: ReadonlySet<string> = new Set(words.joints.split(' '));

/** Abbreviations of bodies to which a named thing may belong: UN. */
export const OWNERS: ReadonlySet<string> = new Set(foldedWords(words.owners));

/** Words between two questions about one thing: “and”. */
export const PART_JOINTS: ReadonlySet<string> = new Set(words.parts.split(' '));

/** Whether what modifies a noun follows it: "accord institutionnel", but "relationship agreement". */
export function isNounFirst(lang: Lang): boolean {
  return words.nounFirst.split(' ').includes(lang);
}

/** Whether the name of a property ends with a word that answers what is asked: `deputy-head`, `adopted-in`. */
export function answers(property: string, ask: 'who' | 'where' | 'definition'): boolean {
  return words.asks[ask].properties.split(' ').includes(property.slice(property.lastIndexOf('-') + 1));
}

/** Words for the first of several names: "nom d'origine". */
export const FIRST_NAME: string = words.asks.first.names;

/** Whether a property says when a thing began: `adopted`, `concluded`. */
export function isBeginning(property: string): boolean {
  return words.asks.when.properties.split(' ').includes(property);
}

function asks(): ReadonlyMap<string, readonly Ask[]> {
  const found = new Map<string, Ask[]>();
  for (const [ask, byLang] of Object.entries(words.asks)) {
    const own = new Set(LANGS.flatMap((lang) => byLang[lang].split(' ').map(foldKey)));
    for (const word of own) found.set(word, [...(found.get(word) ?? []), ask as Ask]);
  }
  return found;
}

function synonyms(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, readonly (readonly string[])[]>();
  for (const group of words.synonyms) {
    const phrases = group.split(' ').map((each) => foldedWords(each.replaceAll('-', ' ')));
    for (const phrase of phrases)
      if (phrase.length === 1) found.set(phrase[0]!, [...(found.get(phrase[0]!) ?? []), ...phrases]);
  }
  for (const [ordinal, number] of ORDINALS) found.set(ordinal, [...(found.get(ordinal) ?? []), [number]]);
  return found;
}

/**
 * The folded words of a text, except empty ones: "who" is one of them, but WHO is a body. A number has no ending:
 * "110th" is 110.
 */
export function significantWords(text: string): readonly string[] {
  const capitals = capitalsOf(text);
  return foldedWords(withNumbersJoined(text))
    .filter((word) => !EMPTY.has(word) || capitals.has(word))
    .map(withoutEnding);
}

/** "10.c.1" is one word. */
function withNumbersJoined(text: string): string {
  return text.replace(/(?<=\d)\.(?=[\da-z])|(?<=\d\.[a-z])\.(?=\d)/gi, 'ː');
}

function withoutEnding(word: string): string {
  return word.replace(/^(\d{1,3})(?:st|nd|rd|th|e|er|ere|eme|a|o)$/, '$1');
}

/** The folded words of a query: the significant ones, and those that ask for something. */
export function askingWords(query: string): readonly string[] {
  const capitals = abbreviationsOf(query);
  const written = query.normalize('NFC').toLowerCase();
  const asking = foldedWords(withNumbersJoined(query)).filter((word, i, { length }) => {
    const accented = ACCENTED.get(word);
    const mayAsk = accented === undefined || i === 0 || i === length - 1 || written.includes(accented);
    return !EMPTY.has(word) || (ASKS.has(word) && mayAsk) || capitals.has(word);
  });
  return asking.map(withoutEnding);
}

/** The folded abbreviations in a query; in one of capitals only, capitals do not distinguish them from words. */
export function abbreviationsOf(query: string): ReadonlySet<string> {
  return /\p{Ll}/u.test(query) ? capitalsOf(query) : new Set();
}

/** The folded words of a text that are written in capitals. */
export function capitalsOf(text: string): ReadonlySet<string> {
  return new Set((text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? []).map((word) => foldKey(word)));
}
