import { TIME_WORDS } from './cues';
import { isCapitalized, type Token } from './tokens';

export const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)$/;

/**
 * Whether the year at `i` dates something other than the event of the sentence: a numbered thing, a count, a
 * publication, the name of an instrument, a birth.
 */
export function datesSomethingElse(tokens: readonly Token[], i: number, countsBirths = false): boolean {
  const at: Around = (distance) => tokens[i + distance]?.folded;
  return (
    isNumber(at) ||
    datesWork(at) ||
    datesInstrument(at, tokens, i) ||
    isAuthorYear(at, tokens, i) ||
    (!countsBirths && datesBirth(at))
  );
}

/** The folded token at a distance from the year. */
type Around = (distance: number) => string | undefined;

/** The number of something, such as a resolution, a page or an amount, or of what follows it. */
function isNumber(at: Around): boolean {
  const before = at(-1);
  return (
    TIME_WORDS.numbered.has(before) ||
    /^[$€£§#°º]$/.test(before ?? '') ||
    (before === '.' && TIME_WORDS.numbered.has(at(-2))) ||
    (TIME_WORDS.counted.has(at(1)) && !TIME_WORDS.timePrepositions.has(before))
  );
}

/** "a 2015 study", "the report of 2015" */
function datesWork(at: Around): boolean {
  return TIME_WORDS.works.has(at(1)) || (TIME_WORDS.ofYear.has(at(-1)) && TIME_WORDS.works.has(at(-2)));
}

/**
 * "the 1951 Convention", "Convention of 1951", "Marco de Sendái de 2015": a part of the name of an instrument, which
 * begins with the word for it.
 */
function datesInstrument(at: Around, tokens: readonly Token[], i: number): boolean {
  if (TIME_WORDS.instruments.has(at(1))) return true;
  if (!TIME_WORDS.instrumentOf.has(at(-1))) return false;
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

/** "published in 1998", "born in May 1931" */
function datesBirth(at: Around): boolean {
  const words = [at(-1), at(-2), at(-3)];
  const born = words.findIndex((word) => TIME_WORDS.publishedOrBorn.has(word));
  return (
    born >= 0 &&
    words.slice(0, born).every((word) => TIME_WORDS.timePrepositions.has(word) || TIME_WORDS.dateParts.has(word))
  );
}

/** "(Ortolani 2011, p. 77)", "(IOM, 2020)", "Carrasco (2006)": the year of a publication. */
function isAuthorYear(at: Around, tokens: readonly Token[], i: number): boolean {
  const after = at(1) ?? '';
  // A lone year in brackets dates a publication, or the thing directly before it, but not the event of the sentence.
  if (at(-1) === '(' && /^[),:]$/.test(after)) return true;
  const last = at(-1) === ',' ? i - 2 : i - 1;
  const [opening, author] = [tokens[last - 1]?.folded, tokens[last]];
  return (
    author?.kind === 'word' &&
    isCapitalized(author.written) &&
    (opening === '(' || opening === ';' || TIME_WORDS.authorJoints.has(opening)) &&
    /^[),;:]$/.test(after) &&
    !TIME_WORDS.months.has(author.folded)
  );
}
