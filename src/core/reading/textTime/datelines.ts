import { foldKey } from '../../fold';
import { TIME_WORDS } from '../cues';
import { grammarOf, type Grammar } from '../grammar';
import {
  dateAtStart,
  fullDateAt,
  isClause,
  isOfElse,
  isWeekday,
  LONGEST_HEADER,
  type DocumentDate,
  labelled,
} from './headerDates';
import type { Token } from '../tokens';
import { wordsOf } from './headerLines';

/** "GENEVA, 2 October 2023 –", "Genève, le 4 mars 2022": the day after a place, before a mark or the end. */
export function dayAfterPlace(line: string, grammar: Grammar): DocumentDate | undefined {
  const opened = afterPlace(line);
  const date = opened === undefined ? undefined : dateAtStart(opened, grammar);
  // A weekday dates an event: "On Monday, 15 May 2023, the States met".
  const isOnDay = wordsOf(line)
    .slice(0, 2)
    .some((token) => isWeekday(token, grammar));
  if (!date || isOnDay || isOfElse(line, grammar)) return undefined;
  // A date in figures whose day and month are in either order has a day. Before a dash, a month is enough.
  const hasDay = date.day.day !== undefined || date.day.month === undefined;
  // A short line without a verb may go on: "Geneva, 29 November 1996, from our correspondent".
  const isSent = hasDay && date.rest.startsWith(', ') && line.length < LONGEST_HEADER && !isClause(date.rest, grammar);
  return isSent || (hasDay ? /^(?:$|[–—:()-])/ : /^[–—-]/).test(date.rest) ? date.day : undefined;
}

/** The text after the place: "Rio de Janeiro, …", "GENEVA (Switzerland), …", "Paris, France, …", "Geneva (5 May …". */
function afterPlace(line: string): string | undefined {
  const opening =
    /^(\p{Lu}[^,()\d–—|]{0,120}?)(?:\([^()\d]{2,30}\)|, \p{Lu}[\p{L}. ]{1,20})?(?:, | [–—|-] | \((?=[^()]*\d))(.*)$/u.exec(
      line,
    );
  const words = opening?.[1]!.trim().split(/[ /]+/) ?? [];
  return words.length > 0 &&
    words.length <= LONGEST_PLACE &&
    words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word) || TIME_WORDS.placeParticles.has(word))
    ? opening![2]
    : undefined;
}

/** In words. */
const LONGEST_PLACE = 5;

/** "R 292105Z MAY 75": the day, hour, month and year of a telegram, whose months are English. */
export function dayOfTelegram(line: string): DocumentDate | undefined {
  const [, day, month, year] =
    /^(?:[A-Z]{1,2} )*([0-3]\d)[0-2]\d[0-5]\dZ ([A-Z]{3}) ((?:19|20)?\d\d)$/.exec(line) ?? [];
  const inFull = Number(year) + (year?.length === 2 ? (year < '40' ? 2000 : 1900) : 0);
  return month
    ? { year: inFull, month: grammarOf('en').file.months[month.toLowerCase()], day: Number(day) }
    : undefined;
}

/** "Mardi 13 janvier 2026, 14 h 30", "17 March 2025": a line that is a date, with the time of day. */
export function dateAlone(line: string, grammar: Grammar): DocumentDate | undefined {
  const date = isOfElse(line, grammar) ? undefined : dateAtStart(line, grammar);
  return date && (date.rest === '' || (date.day.day !== undefined && TIME_OF_DAY.test(date.rest)))
    ? date.day
    : undefined;
}

/** "15:30", ", 14 h 30", "- 10.05 GMT", "at 9 a.m." */
const TIME_OF_DAY = /^[,–—-]? ?(?:\p{L}{1,2} )?\d\d? ?(?:[:.h]|[ap]\.?m)/u;

/**
 * "The Quarterly Shelf, 3 June 1989", "Town hall, Wednesday 18 December 2019": a date at the end of a line that is not
 * a sentence, or its label and date.
 */
export function closing(line: string, grammar: Grammar): DocumentDate | undefined {
  if (line.length > LONGEST_HEADER || isOfElse(line, grammar) || isClause(line, grammar)) return undefined;
  for (const { 0: parting, index } of line.matchAll(/, | [–—/-] /g)) {
    const rest = line.slice(index + parting.length);
    // A preposition marks running text: "adopted in Marrakech, in December 2018".
    const [opening] = wordsOf(rest);
    if (opening && grammar.rolesOf(opening) !== undefined) continue;
    const date = dateAtStart(rest, grammar);
    // A month after a dash need not date a document: "Fact sheet – March 2019".
    if (date?.rest === '' && (parting === ', ' || date.day.day !== undefined)) return date.day;
    const stated = labelled(rest, grammar);
    if (stated) return stated.date;
  }
  return undefined;
}

/**
 * "On Monday, 15 May 2023, the States elected …", "held today, 29 June 2018": a day with its weekday, or with a word
 * that counts from the day of the text.
 */
export function dayOfNews(line: string, grammar: Grammar): DocumentDate | undefined {
  if (isOfElse(line, grammar)) return undefined;
  const tokens = wordsOf(line);
  for (const [i, token] of tokens.entries()) {
    if (!isWeekday(token, grammar) && !isOfDay(token, grammar)) continue;
    const date = fullDateAt(tokens, /^[,(]$/.test(tokens[i + 1]?.folded ?? '') ? i + 2 : i + 1, grammar);
    if (date) return date;
  }
  return undefined;
}

/** "today", "yesterday" */
function isOfDay({ folded }: Token, { file: { undatedEvents } }: Grammar): boolean {
  return [...undatedEvents.today, ...undatedEvents.phrases].some((word) => foldKey(word) === folded);
}
