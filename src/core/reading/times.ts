import type { Span } from '../document';
import { beginsWithDigit, hasDigit } from './numbers';
import { foldedWords } from '../fold';
import { hashOf } from '../mentions/words';
import type { Range, Years } from './nodes';
import { DASH, YEAR, datesSomethingElse } from './dates';
import { TIME_WORDS, ordinalInFigures } from './cues';
import type { Token } from './tokens';

/** A time in a sentence, in whole years. */
export interface Time extends Span, Range, Years {
  /** "since 1952": the time extends to the present. */
  readonly since: boolean;
}

/**
 * Years, ranges, decades and centuries in digits or words, in the three languages, without the years that date
 * something else.
 */
export function readTimes(tokens: readonly Token[]): readonly Time[] {
  const times: Time[] = [];
  for (let i = 0; i < tokens.length;) {
    const { folded } = tokens[i]!;
    // Most tokens are no figure and begin no time in words, and need no closer inspection.
    const mayBegin = beginsWithDigit(folded) || WORDS.has(folded);
    const time = mayBegin ? (decadeAt(tokens, i) ?? rangeAt(tokens, i) ?? centuryAt(tokens, i)) : undefined;
    if (time) times.push(withPreposition(tokens, time));
    i = time ? time.next : i + 1;
  }
  return times;
}

/**
 * Whether a range contains a possible beginning of a time. It is checked without tokenization, since most sentences
 * contain none.
 */
export function mayTellTime(text: string, start: number, end: number): boolean {
  return hasDigit(text, start, end) || foldedWords(text.slice(start, end)).some((word) => WORDS.has(word));
}

/** The words that begin times in words, and their hashes. */
const WORDS = new Set([...TIME_WORDS.decades.keys(), ...TIME_WORDS.centuries.keys(), ...TIME_WORDS.century]);
export const BEGINNINGS: ReadonlySet<number> = new Set([...WORDS].map((word) => hashOf(word ?? '')));

function yearAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i];
  // "published in 1998", "born in May 1931": the year of a work or of a life.
  const isOfLife = [2, 3].some((distance) => TIME_WORDS.publishedOrBorn.has(tokens[i - distance]?.folded));
  const isYear = token && YEAR.test(token.folded) && !isOfLife && !datesSomethingElse(tokens, i);
  return isYear ? Number(token.folded) : undefined;
}

/** A year, or two joined: 1952–1980, 1951-52, between 1976 and 1984, from 1952 to 1980, de 1952 à 1980. */
function rangeAt(tokens: readonly Token[], i: number): Time | undefined {
  const from = yearAt(tokens, i);
  if (from === undefined) return undefined;
  const [joint, second, third] = tokens.slice(i + 1, i + 4);
  const isShort =
    /^\d\d$/.test(second?.folded ?? '') && joint!.start === tokens[i]!.end && !DASH.test(third?.folded ?? '');
  const year = isShort ? `${from}`.slice(0, 2) + second!.folded : (second?.folded ?? '');
  const to = joinsYears(tokens, i) && YEAR.test(year) ? Number(year) : 0;
  return to >= from ? timeOf(tokens, i, i + 3, from, to) : timeOf(tokens, i, i + 1, from, from);
}

/** A dash, "to", "à" and "a" always join two years; "and", "et" and "y" only after "between", "entre". */
function joinsYears(tokens: readonly Token[], i: number): boolean {
  const [before, , joint] = [-1, 0, 1].map((distance) => tokens[i + distance]?.folded);
  if (DASH.test(joint ?? '') || TIME_WORDS.until.has(joint)) return true;
  return TIME_WORDS.and.has(joint) && TIME_WORDS.between.has(before);
}

/** "1990s", "the '90s", "the sixties", "les années 90": a decade. */
function decadeAt(tokens: readonly Token[], i: number): Time | undefined {
  const { decades, decadeNouns, decadeArticles, decadeJoints } = TIME_WORDS;
  const { folded } = tokens[i]!;
  const before = tokens[i - 1];
  const [, figures, ending] = /^((?:1[89]|20)?\d0)(s?)$/.exec(folded) ?? [];
  const isPlural = ending === 's' || (tokens[i + 1]?.folded === "'" && tokens[i + 2]?.folded === 's');
  const isDecade =
    figures === undefined
      ? decades.has(folded) && isIn(before, decadeNouns, decadeArticles)
      : isPlural
        ? figures.length === 4 || before?.folded === "'" || isIn(before, decadeArticles)
        : isIn(isIn(before, decadeJoints) ? tokens[i - 2] : before, decadeNouns);
  if (!isDecade) return undefined;
  const year = figures === undefined ? 1900 + decades.get(folded)! : yearOf(figures);
  return timeOf(tokens, i, isPlural && ending === '' ? i + 3 : i + 1, year, year + 9);
}

/** "the 20th century", "le XXe siècle", "el siglo XX" */
function centuryAt(tokens: readonly Token[], i: number): Time | undefined {
  const { century, centuries } = TIME_WORDS;
  const [first, second] = [tokens[i]!.folded, tokens[i + 1]?.folded];
  const [word, noun] = century.has(first) ? [second, first] : [first, second];
  const ordinal = century.has(noun) ? (centuries.get(word) ?? ordinalInFigures(word ?? '')) : undefined;
  return ordinal === undefined ? undefined : timeOf(tokens, i, i + 2, ordinal * 100 - 99, ordinal * 100);
}

function isIn(token: Token | undefined, ...lists: readonly { has(word: string | undefined): boolean }[]): boolean {
  return lists.some((words) => words.has(token?.folded));
}

/** 60 → 1960, 10 → 2010. */
function yearOf(digits: string): number {
  const value = Number.parseInt(digits, 10);
  return value >= 100 ? value : value < 30 ? 2000 + value : 1900 + value;
}

function timeOf(tokens: readonly Token[], first: number, next: number, from: number, to: number): Time {
  return { from, to, first, next, start: tokens[first]!.start, end: tokens[next - 1]!.end, since: false };
}

/** "since 1989" and "after 1980" extend forward, "until 1980" and "before 1989" extend backward. */
function withPreposition(tokens: readonly Token[], time: Time): Time {
  for (let k = 1; k <= 4; k++) {
    const word = tokens[time.first - k]?.folded;
    if (word === undefined) break;
    if (TIME_WORDS.since.has(word)) return time.to > time.from ? time : { ...time, to: Infinity, since: true };
    if (TIME_WORDS.after.has(word)) return { ...time, to: Infinity };
    if (TIME_WORDS.before.has(word)) return { ...time, from: -Infinity };
    // Only parts of a date and particles may intervene: "until the end of December 1980".
    if (!TIME_WORDS.dateParts.has(word) && !/^\d{1,2}$/.test(word) && ordinalInFigures(word) === undefined) break;
  }
  return time;
}
