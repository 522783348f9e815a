import { TIME_WORDS } from './cues';
import { isCapitalized, type Token } from './tokens';

export const DASH = /^[-‐‑‒–—−/]$/;
export const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)$/;

/**
 * Whether the year at `i` dates something other than the event of the sentence: a work, a citation or an instrument, or
 * is no year but the number or count of a thing.
 */
export function datesSomethingElse(tokens: readonly Token[], i: number): boolean {
  return isOfNoun(tokens, i) || isCited(tokens, i) || isYearOfInstrument(tokens, i);
}

/** The year of a work, or the number or count of a thing: "a 2015 study", "resolution 1968/12", "1995 migrants". */
function isOfNoun(tokens: readonly Token[], i: number): boolean {
  const [noun, before, , after] = [-2, -1, 0, 1].map((distance) => tokens[i + distance]?.folded);
  const isOf = TIME_WORDS.instrumentOf.has(before) && TIME_WORDS.works.has(noun);
  const isCount = TIME_WORDS.counted.has(after) && !TIME_WORDS.timePrepositions.has(before);
  return isOf || isCount || TIME_WORDS.works.has(after) || TIME_WORDS.numbered.has(before);
}

/** "(IOM, 2020)", "Carrasco (2006)" */
function isCited(tokens: readonly Token[], i: number): boolean {
  const [author, before, , after] = [-2, -1, 0, 1].map((distance) => tokens[i + distance]?.folded);
  return after === ')' && (before === '(' || (before === ',' && /^\p{L}/u.test(author ?? '')));
}

/**
 * Whether the year at `i` is a part of the name of an instrument, which begins with the word for it: "the 1951
 * Convention", "Convention of 1951", "Marco de Sendái de 2015".
 */
function isYearOfInstrument(tokens: readonly Token[], i: number): boolean {
  if (TIME_WORDS.instruments.has(tokens[i + 1]?.folded)) return true;
  if (!TIME_WORDS.instrumentOf.has(tokens[i - 1]?.folded)) return false;
  const name = tokens.slice(Math.max(0, i - LONGEST_NAME - 1), i - 1).reverse();
  const first = name.findIndex(({ folded }) => TIME_WORDS.instruments.has(folded));
  return (
    first >= 0 &&
    name
      .slice(0, first)
      .every(({ folded, written }) => TIME_WORDS.instrumentParts.has(folded) || isCapitalized(written))
  );
}

/** In tokens. */
const LONGEST_NAME = 6;
