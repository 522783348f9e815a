import { TIME_WORDS } from './cues';
import { isCapitalized, isParted, type Token } from './tokens';

export const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)$/;

/**
 * Whether the year at `i` dates something other than the event of the sentence: a numbered thing, a count, a
 * publication, the name of an instrument, a birth.
 */
export function datesSomethingElse(tokens: readonly Token[], i: number, countsBirths = false): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  const touching = (a: Token | undefined, b: Token | undefined): boolean =>
    a !== undefined && b !== undefined && a.end === b.start;
  if (
    after &&
    after.folded === '/' &&
    touching(tokens[i], after) &&
    !YEAR.test(tokens[i + 2]?.folded ?? '') &&
    !/^\d\d$/.test(tokens[i + 2]?.folded ?? '')
  )
    return true;
  if (after?.folded === '/' && /^\d{1,2}$/.test(tokens[i + 2]?.folded ?? '') && TIME_WORDS.numbered.has(before?.folded))
    return true;
  if (
    before &&
    before.folded === '/' &&
    touching(before, tokens[i]) &&
    !YEAR.test(tokens[i - 2]?.folded ?? '') &&
    !/^\d\d?$/.test(tokens[i - 2]?.folded ?? '')
  )
    return true;
  if (before && (TIME_WORDS.numbered.has(before.folded) || /^[$€£§#°º]$/.test(before.folded))) return true;
  if (before?.folded === '.' && TIME_WORDS.numbered.has(tokens[i - 2]?.folded)) return true;
  if (
    after &&
    touching(tokens[i], after) &&
    /^[%,.]$/.test(after.folded) &&
    /^\d{3}$/.test(tokens[i + 2]?.folded ?? '') &&
    touching(after, tokens[i + 2])
  )
    return true;
  if (after && TIME_WORDS.counted.has(after.folded) && !(before && TIME_WORDS.timePrepositions.has(before.folded)))
    return true;
  // "a 2015 study", "the report of 2015", "el informe de 2015", "reprinted in 1994", "1992 reprint"
  // "**1951** Conferencia de Bruselas", "<dt>1951</dt><dd>…": a year with markup of its own belongs to the entry.
  const isHead = i === 0 && after !== undefined && isParted(tokens[i]!, after);
  if (after && !isHead && TIME_WORDS.works.has(after.folded)) return true;
  if (before && TIME_WORDS.ofYear.has(before.folded) && TIME_WORDS.works.has(tokens[i - 2]?.folded)) return true;
  // "the 1951 Convention", "la ley de 1985": part of an instrument's name.
  if (after && !isHead && TIME_WORDS.instruments.has(after.folded)) return true;
  if (before && TIME_WORDS.instrumentOf.has(before.folded) && hasInstrumentBefore(tokens, i - 2)) return true;
  // "published in 1998", "born in 1931".
  for (let k = 1; k <= 3 && !countsBirths; k++) {
    const word = tokens[i - k]?.folded;
    if (TIME_WORDS.publishedOrBorn.has(word)) return true;
    if (!TIME_WORDS.timePrepositions.has(word) && !TIME_WORDS.dateParts.has(word)) break;
  }
  return isAuthorYear(tokens, i);
}

/** "Convention of 1951", "Marco de Sendái de 2015": the word for the instrument, followed by its own name. */
function hasInstrumentBefore(tokens: readonly Token[], last: number): boolean {
  for (let k = last; k >= Math.max(0, last - 5); k--) {
    if (TIME_WORDS.instruments.has(tokens[k]!.folded)) return true;
    if (!TIME_WORDS.instrumentParts.has(tokens[k]!.folded) && !isCapitalized(tokens[k]!.written)) return false;
  }
  return false;
}

/** "(Ortolani 2011, p. 77)", "(IOM, 2020)", "Carrasco (2006)": the year of a publication. */
function isAuthorYear(tokens: readonly Token[], i: number): boolean {
  const capital = (token: Token | undefined): boolean =>
    token !== undefined && token.kind === 'word' && isCapitalized(token.written) && !/^\d/.test(token.written);
  const closes = (token: Token | undefined): boolean => token !== undefined && /^[),;:]$/.test(token.folded);
  let before = i - 1;
  if (tokens[before]?.folded === ',') before--;
  if (tokens[before]?.folded === '.' && TIME_WORDS.authorsMore.has(tokens[before - 1]?.folded)) before -= 3;
  if (
    capital(tokens[before]) &&
    (tokens[before - 1]?.folded === '(' ||
      tokens[before - 1]?.folded === ';' ||
      TIME_WORDS.authorJoints.has(tokens[before - 1]?.folded)) &&
    closes(tokens[i + 1])
  ) {
    return !TIME_WORDS.months.has(tokens[before]!.folded);
  }
  // A lone year in brackets dates a publication, or the thing directly before it, but not the event of the sentence.
  return tokens[i - 1]?.folded === '(' && /^[),:]$/.test(tokens[i + 1]?.folded ?? '');
}
