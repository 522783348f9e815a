import { perLang, type Lang, type Span } from '../document';
import { FOLD, LETTER } from '../fold';
import { LAST_RANGE } from '../mentions/wordRow';
import { hashOf } from '../mentions/words';
import { WordTable } from '../surroundings/wordTable';
import { beginsWithDigit, hasDigit } from '../reading/numbers';
import { isCapitalized, type Token } from '../reading/tokens';
import { Bit, type Interest } from './wordBits';
import { wordRows } from './wordRows';

const ALL_KINDS = Bit.Taker - 1;
/** The kinds for which a label may give a value. */
export const LABELLED = Bit.Counts | Bit.Events | Bit.Places;

/**
 * The values of which a statement of a kind needs at least one in order to contradict the record. Other kinds depend on
 * words only.
 */
const VALUES: readonly (readonly [kind: Bit, values: number])[] = [
  [Bit.Acts, Bit.Number | Bit.Date],
  [Bit.Bodies, Bit.Body],
  [Bit.Counts, Bit.Number],
  [Bit.Events, Bit.Date],
  [Bit.Names, Bit.Number | Bit.Date],
  [Bit.Objectives, Bit.Number | Bit.Ordinal],
  [Bit.Places, Bit.Place],
  [Bit.Votes, Bit.Number],
];

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
  return VALUES.reduce((valued, [kind, values]) => ((interest & values) === 0 ? valued & ~kind : valued), ALL_KINDS);
}

/** Whether a word may be an anaphor of one of our concepts, if that was named shortly before. */
export function takesUp(interest: Interest): boolean {
  return (interest & (Bit.Taker | Bit.Ordinal)) !== 0;
}

/** Whether the text may be about a head who is not named: it has a title that the head lacks. */
export function hasTitle(interest: Interest): boolean {
  return (interest & Bit.Title) !== 0;
}

/**
 * Whether the text has a short name with a capital letter, or numbers that identify their subject ("Objective 9 deals
 * with trafficking", "152 votes to five"). These may refer back to a name at any distance.
 */
export function hasShortName(interest: Interest): boolean {
  return TELLING.some((all) => (interest & all) === all);
}

const TELLING = [Bit.ShortName, Bit.Number | Bit.Part | Bit.Topic, Bit.Number | Bit.Ballot];

/**
 * Scans the words of a text before anything is parsed, since most sentences are not about any relation. What passes may
 * still state nothing; what fails states nothing that a relation could recognize. `undefined` where the words cannot be
 * determined without parsing, or are many.
 */
export function interestOf(lang: Lang, text: string, { start, end }: Span): Interest | undefined {
  if (!LAST_RANGE.readAll(text, start, end)) return undefined;
  const { hashes, ends, count } = LAST_RANGE;
  const found = hasDigit(text, start, end) ? Bit.Number | Bit.Date : 0;
  return found | bitsIn(lang, hashes, count, (i) => isCapital(text, ends[i]!));
}

/** The same as {@link interestOf}, for a sentence that is long or has escapes within its words. */
export function interestOfTokens(lang: Lang, tokens: readonly Token[]): Interest {
  const hashes = tokens.map(({ folded }) => hashOf(folded));
  const found = tokens.some(({ folded }) => beginsWithDigit(folded)) ? Bit.Number | Bit.Date : 0;
  return found | bitsIn(lang, hashes, hashes.length, (i) => isCapitalized(tokens[i]!.written));
}

/** The bits of the first `count` words. `isCapitalAt` answers whether the word at an index begins with a capital. */
function bitsIn(lang: Lang, hashes: ArrayLike<number>, count: number, isCapitalAt: (i: number) => boolean): number {
  const { table, bits } = wordsOf(lang);
  let found = 0;
  for (let i = 0; i < count; i++) {
    const number = table.numberOf(hashes[i]!);
    const own = number < 0 ? 0 : bits[number]!;
    found |= (own & Bit.ShortName) === 0 || isCapitalAt(i) ? own : own & ~Bit.ShortName;
  }
  return found;
}

/** Whether the word that ends at an offset begins with a capital. */
function isCapital(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && FOLD[text.charCodeAt(start - 1)]! >= LETTER) start--;
  return /^\p{Lu}/u.test(text.slice(start, start + 2));
}

/** The words of a language that have a function, with their bits. */
const wordsOf = perLang((lang) => {
  const rows = wordRows(lang);
  return { table: new WordTable(rows.map(([hash]) => hash)), bits: rows.map(([, bits]) => bits) };
});
