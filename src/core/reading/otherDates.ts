import { TIME_WORDS } from './cues';
import { isCapitalized, isParted, type Token } from './tokens';

export const YEAR = /^(?:18[5-9]\d|19\d\d|20\d\d)$/;

/**
 * Whether the year at `i` dates something other than the event of the sentence: a numbered thing, a count, a
 * publication, the name of an instrument, a birth.
 */
export function datesSomethingElse(tokens: readonly Token[], i: number, countsBirths = false): boolean {
  const site = new YearSite(tokens, i);
  return RULES.some((rule) => rule(site)) || (!countsBirths && datesBirth(site));
}

/** A year with the tokens around it. */
class YearSite {
  constructor(
    readonly tokens: readonly Token[],
    readonly i: number,
  ) {}

  /** The folded token at a distance from the year. */
  at(distance: number): string | undefined {
    return this.tokens[this.i + distance]?.folded;
  }

  /** Whether the token at a distance is next to the year, without a space. */
  touches(distance: -1 | 1): boolean {
    const [other, year] = [this.tokens[this.i + distance], this.tokens[this.i]!];
    return other !== undefined && (distance < 0 ? other.end === year.start : year.end === other.start);
  }

  /** Whether markup separates the year from its entry, to which it belongs. */
  get isHead(): boolean {
    const [year, after] = [this.tokens[this.i]!, this.tokens[this.i + 1]];
    return this.i === 0 && after !== undefined && isParted(year, after);
  }
}

type Rule = (site: YearSite) => boolean;

const RULES: readonly Rule[] = [
  isInSymbol,
  isNumber,
  isPartOfNumber,
  isCount,
  datesWork,
  datesInstrument,
  isAuthorYear,
];

/** A part of a symbol with slashes, and not of two years or a date. */
function isInSymbol(site: YearSite): boolean {
  const isOther = (distance: -2 | 2): boolean => {
    const folded = site.at(distance) ?? '';
    return !YEAR.test(folded) && !(distance < 0 ? /^\d\d?$/ : /^\d\d$/).test(folded);
  };
  return (
    (site.at(1) === '/' && site.touches(1) && isOther(2)) || (site.at(-1) === '/' && site.touches(-1) && isOther(-2))
  );
}

/** The number of something, such as a resolution, a page or an amount. */
function isNumber(site: YearSite): boolean {
  const before = site.at(-1);
  return (
    TIME_WORDS.numbered.has(before) ||
    /^[$€£§#°º]$/.test(before ?? '') ||
    (before === '.' && TIME_WORDS.numbered.has(site.at(-2)))
  );
}

/** The first digits of a longer number: "2015,000". */
function isPartOfNumber(site: YearSite): boolean {
  const [mark, digits] = site.tokens.slice(site.i + 1, site.i + 3);
  return (
    digits !== undefined &&
    site.touches(1) &&
    /^[%,.]$/.test(mark!.folded) &&
    /^\d{3}$/.test(digits.folded) &&
    mark!.end === digits.start
  );
}

function isCount(site: YearSite): boolean {
  return TIME_WORDS.counted.has(site.at(1)) && !TIME_WORDS.timePrepositions.has(site.at(-1));
}

/** "a 2015 study", "the report of 2015" */
function datesWork(site: YearSite): boolean {
  return (
    (TIME_WORDS.works.has(site.at(1)) && !site.isHead) ||
    (TIME_WORDS.ofYear.has(site.at(-1)) && TIME_WORDS.works.has(site.at(-2)))
  );
}

/** "the 1951 Convention", "la ley de 1985": a part of the name of an instrument. */
function datesInstrument(site: YearSite): boolean {
  return (
    (TIME_WORDS.instruments.has(site.at(1)) && !site.isHead) ||
    (TIME_WORDS.instrumentOf.has(site.at(-1)) && hasInstrumentBefore(site.tokens, site.i - 2))
  );
}

/** "published in 1998", "born in May 1931" */
function datesBirth(site: YearSite): boolean {
  for (const distance of [-1, -2, -3]) {
    const word = site.at(distance);
    if (TIME_WORDS.publishedOrBorn.has(word)) return true;
    if (!TIME_WORDS.timePrepositions.has(word) && !TIME_WORDS.dateParts.has(word)) return false;
  }
  return false;
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
function isAuthorYear(site: YearSite): boolean {
  const after = site.at(1) ?? '';
  // A lone year in brackets dates a publication, or the thing directly before it, but not the event of the sentence.
  if (site.at(-1) === '(' && /^[),:]$/.test(after)) return true;
  const author = authorBefore(site);
  const opening = author === undefined ? undefined : site.tokens[author - 1]?.folded;
  return (
    author !== undefined &&
    (opening === '(' || opening === ';' || TIME_WORDS.authorJoints.has(opening)) &&
    /^[),;:]$/.test(after) &&
    !TIME_WORDS.months.has(site.tokens[author]!.folded)
  );
}

/** The index of the name before a year. */
function authorBefore({ tokens, i }: YearSite): number | undefined {
  const last = tokens[i - 1]?.folded === ',' ? i - 2 : i - 1;
  return tokens[last]?.kind === 'word' && isCapitalized(tokens[last].written) ? last : undefined;
}
