import type { Lang } from '../document';
import { foldedWords } from '../fold';
import type { NamedThing, NameIndex } from './names';
import { ASKS, askingWords, abbreviationsOf, GENERIC, isNounFirst, LANGUAGES, OWNERS, type Ask } from './words';

/** What a query consists of. */
export interface Query {
  readonly names: readonly (NamedThing & { readonly words: readonly string[] })[];
  readonly years: readonly string[];
  readonly words: readonly QueryWord[];
}

export interface QueryWord {
  readonly word: string;
  /** What the word asks for; empty for a word of the content. */
  readonly asks: readonly (Ask | Lang)[];
  /** Whether it is written in capitals or with one, as a proper name is. */
  readonly isCapitalized: boolean;
  /** Whether it is the noun that is asked about, which the other words of the content modify. */
  readonly isHead: boolean;
  /** Whether an entry without the word may be an answer: "who", "total". */
  readonly isOptional: boolean;
  /** The word next to it that it modifies, if it can be a modifier: "relationship" of "agreement". */
  readonly noun: string | undefined;
}

/** Divides a query into the things that it names, the years, and the words that say what is asked about them. */
export function readQuery(text: string, index: NameIndex, lang: Lang, isKnown: (word: string) => boolean): Query {
  const query = text.replace(PLURAL_OF_CAPITALS, '');
  const asking = askingWords(query);
  const all = asking.length > 0 ? asking : foldedWords(query);
  const found = index.namesIn(all, query);
  const names = found.map((name) => ({ ...name, words: all.slice(name.start, name.end) }));
  const proper = names.filter(({ isProper }) => isProper);
  const rest = all.filter((_, i) => !proper.some(({ start, end }) => start <= i && i < end));
  const capitals = abbreviationsOf(query);
  const years = rest.filter((word) => YEAR.test(word));
  const words = joined(
    [...new Set(rest)].filter((word) => !YEAR.test(word)),
    isKnown,
  );
  const written = foldedWords(query);
  const read = words.map((word) => queryWord(word, capitals, proper.length > 0));
  const content = read.filter(({ asks }) => asks.length === 0);
  const head = isNounFirst(lang) ? content[0] : content.at(-1);
  const capitalized = new Set((query.match(CAPITALIZED) ?? []).flatMap((word) => foldedWords(word)));
  const nounOf = (word: string) => {
    const noun = written[written.indexOf(word) + (isNounFirst(lang) ? -1 : 1)];
    return noun !== undefined && words.includes(noun) ? noun : undefined;
  };
  return {
    names,
    years: [...new Set(years)],
    words: read.map((each) => ({
      ...each,
      noun: nounOf(each.word),
      isHead: each === head,
      isCapitalized: capitals.has(each.word) || capitalized.has(each.word),
    })),
  };
}

/** Joins two words that are one in the record: "policy maker". */
function joined(words: readonly string[], isKnown: (word: string) => boolean): readonly string[] {
  return words.flatMap((word, i) => {
    const [before, next] = [words[i - 1], words[i + 1]];
    const isJoint = (a: string, b: string) => !(isKnown(a) && isKnown(b)) && isKnown(a + b);
    if (before !== undefined && isJoint(before, word)) return [];
    return next !== undefined && isJoint(word, next) ? [word + next] : [word];
  });
}

/** "IDPs" */
const PLURAL_OF_CAPITALS = /(?<=\p{Lu}{2})s(?!\p{L})/gu;
const YEAR = /^(?:19|20)\d\d$/;
/** A word with a capital and small letters. */
const CAPITALIZED = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}[\p{L}\p{M}]*/gu;

function queryWord(
  word: string,
  capitals: ReadonlySet<string>,
  isOfName: boolean,
): Omit<QueryWord, 'noun' | 'isHead' | 'isCapitalized'> {
  const language = LANGUAGES.get(word);
  const asks = capitals.has(word) ? [] : [...(ASKS.get(word) ?? []), ...(language === undefined ? [] : [language])];
  return {
    word,
    asks,
    isOptional:
      GENERIC.has(word) ||
      (isOfName && capitals.has(word) && OWNERS.has(word)) ||
      asks.some((ask) => OPTIONAL.has(ask)),
  };
}

const OPTIONAL: ReadonlySet<Ask | Lang> = new Set(['who', 'when', 'where', 'howMany', 'list', 'newest']);
