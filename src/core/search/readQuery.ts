import type { Lang } from '../document';
import { foldedWords } from '../fold';
import type { NamedThing, NameIndex } from './names';
import { ASKS, askingWords, capitalsOf, GENERIC, LANGUAGES, type Ask } from './words';

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
  /** Whether an entry without the word may be an answer: "who", "total". */
  readonly isOptional: boolean;
}

/** Divides a query into the things that it names, the years, and the words that say what is asked about them. */
export function readQuery(query: string, index: NameIndex): Query {
  const asking = askingWords(query);
  const all = asking.length > 0 ? asking : foldedWords(query);
  const found = index.namesIn(all, query);
  const names = found.map((name) => ({ ...name, words: all.slice(name.start, name.end) }));
  const proper = names.filter(({ isProper }) => isProper);
  const rest = all.filter((_, i) => !proper.some(({ start, end }) => start <= i && i < end));
  const capitals = capitalsOf(query);
  const years = rest.filter((word) => YEAR.test(word));
  const words = [...new Set(rest)].filter((word) => !YEAR.test(word));
  return { names, years: [...new Set(years)], words: words.map((word) => queryWord(word, capitals)) };
}

const YEAR = /^(?:19|20)\d\d$/;

function queryWord(word: string, capitals: ReadonlySet<string>): QueryWord {
  const language = LANGUAGES.get(word);
  const asks = capitals.has(word) ? [] : [...(ASKS.get(word) ?? []), ...(language === undefined ? [] : [language])];
  return { word, asks, isOptional: GENERIC.has(word) || asks.some((ask) => OPTIONAL.has(ask)) };
}

const OPTIONAL: ReadonlySet<Ask | Lang> = new Set(['who', 'when', 'where', 'howMany', 'list', 'newest']);
