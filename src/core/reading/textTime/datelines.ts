import { foldKey } from '../../fold';
import { TIME_WORDS } from '../cues';
import { dateAt } from '../dates';
import type { Grammar } from '../grammar';
import {
  dateAtStart,
  documentDate,
  isClause,
  isOfElse,
  isWeekday,
  LONGEST_HEADER,
  type DocumentDate,
} from './headerDates';
import type { Token } from '../tokens';
import { wordsOf } from './headerLines';
import { labelled } from './labels';

/**
 * "GENEVA, 2 October 2023 –", "Genève, le 4 mars 2022", "Mardi 13 janvier 2026, 14 h 30", "17 March 2025", "Spring
 * 2025".
 */
export function dateline(line: string, grammar: Grammar, mayBeAlone = true): DocumentDate | undefined {
  if (isOfElse(line, grammar)) return undefined;
  // "On Monday, 15 May 2023, the States met"
  const isOnDay = wordsOf(line)
    .slice(0, 2)
    .some((token) => isWeekday(token, grammar));
  return (
    (isOnDay ? undefined : dateAfterPlace(line, grammar, mayBeAlone)) ??
    (mayBeAlone ? dateAlone(line, grammar) : undefined)
  );
}

/** The date after a place, before the end of the line or a mark. In capitals and before a dash, it needs no day. */
function dateAfterPlace(line: string, grammar: Grammar, mayBeSent: boolean): DocumentDate | undefined {
  const opened = afterPlace(line);
  const date = opened === undefined ? undefined : dateAtStart(opened, grammar);
  if (!date) return undefined;
  const isPress = /^[\p{Lu}\s.'’-]+,/u.test(line) && /^\s*[–—-]/.test(date.rest);
  // "Geneva, 29 November 1996, from our correspondent"
  const isSent =
    mayBeSent && line.length < LONGEST_HEADER && date.rest.startsWith(', ') && !isClause(date.rest, grammar);
  const ends = date.rest === '' || /^\s*(?:[–—:()]|-\s)/.test(date.rest);
  return (hasDay(date.day) || isPress) && (ends || isSent) ? date.day : undefined;
}

function dateAlone(line: string, grammar: Grammar): DocumentDate | undefined {
  const date = dateAtStart(line, grammar);
  if (!date) return undefined;
  const isTimed = hasDay(date.day) && date.isHead && TIME_OF_DAY.test(date.rest);
  return date.rest === '' || isTimed ? date.day : undefined;
}

/** Whether a date has a day, or is one in figures whose day and month are in either order. */
function hasDay({ day, month }: DocumentDate): boolean {
  return day !== undefined || month === undefined;
}

/** "15:30", ", 14 h 30", "10.05 GMT", "at 9 a.m." */
const TIME_OF_DAY = /^,? ?(?:\p{L}{1,2} )?\d/u;

/** "11 December 2018 – The Compact was adopted today": the day before the text, where no other line has one. */
export function dayBeforeText(line: string, grammar: Grammar): DocumentDate | undefined {
  const date = isOfElse(line, grammar) ? undefined : dateAtStart(line, grammar);
  return date?.day.day !== undefined && date.isHead && /^(?:[–—]|-\s)/.test(date.rest) ? date.day : undefined;
}

const PARTING = /, | [–—|/-] /g;

/**
 * "The Quarterly Shelf, Summer 1989", "Town hall, Wednesday 18 December 2019": a date at the end of a line that is not
 * a sentence.
 */
export function closing(line: string, grammar: Grammar): DocumentDate | undefined {
  if (line.search(PARTING) < 0 || line.length > LONGEST_HEADER || isOfElse(line, grammar) || isClause(line, grammar))
    return undefined;
  for (const { 0: parting, index } of line.matchAll(PARTING)) {
    const rest = line.slice(index + parting.length);
    // "adopted in Marrakech, in December 2018": a preposition marks running text.
    const [opening] = wordsOf(rest);
    if (opening && grammar.rolesOf(opening) !== undefined) continue;
    // "1er janvier – 30 juin 2022": a span that the document covers.
    const before = wordsOf(line.slice(0, index));
    if (before.length > 0 && grammar.monthOf(before.at(-1)!) !== undefined) continue;
    const date = dateAtStart(rest, grammar);
    // "Policy brief no. 7 – 22 March 2021", "Fact sheet – March 2019": a bare month after a dash need not date a
    // document.
    const isDocument =
      date?.day.day !== undefined ||
      before.some((token) => grammar.isNoun(token, 'writing') || grammar.isNoun(token, 'plan'));
    if (date?.rest === '' && (parting === ', ' || isDocument)) return date.day;
    // "Supplement, edition of 1985"
    const stated = labelled(rest, grammar);
    if (stated) return stated.date;
  }
  return undefined;
}

/** "By Jane Doe on 5 May 2015", "Por María Pérez 5 de mayo de 2015": the author and the day. */
export function byline(line: string, grammar: Grammar): DocumentDate | undefined {
  const folded = `${foldKey(line)} `;
  const tokens = wordsOf(line);
  if (
    line.length > LONGEST_HEADER ||
    isOfElse(line, grammar) ||
    !grammar.file.documentDates.bylines.some((word) => folded.startsWith(`${foldKey(word)} `)) ||
    // "By December 10, 2018"
    !/^\p{Lu}\p{Ll}/u.test(tokens[1]?.written ?? '') ||
    grammar.monthOf(tokens[1]!) !== undefined ||
    isClause(line, grammar)
  )
    return undefined;
  for (let i = 1; i < tokens.length; i++) {
    const date = fullDateAt(tokens, i, grammar);
    if (date) return date;
  }
  return undefined;
}

/**
 * "On Monday, 15 May 2023, the States elected …", "held today, 29 June 2018": a sentence of the beginning that gives a
 * day with its weekday, or with a word that counts from the day of the text.
 */
export function dayOfNews(line: string, grammar: Grammar): DocumentDate | undefined {
  const tokens = wordsOf(line);
  for (let i = 0; i < tokens.length; i++) {
    if (!isWeekday(tokens[i], grammar) && !isOfDay(tokens[i]!, grammar)) continue;
    const date = fullDateAt(tokens, /^[,(]$/.test(tokens[i + 1]?.folded ?? '') ? i + 2 : i + 1, grammar);
    if (date) return date;
  }
  return undefined;
}

/** "today", "yesterday" */
function isOfDay({ folded }: Token, { file: { undatedEvents } }: Grammar): boolean {
  return [...undatedEvents.today, ...undatedEvents.phrases].some((word) => foldKey(word) === folded);
}

/** A date with a day and a year at a token. */
function fullDateAt(tokens: readonly Token[], i: number, grammar: Grammar): DocumentDate | undefined {
  const date = dateAt(tokens, i, grammar);
  return date?.to.day === undefined ? undefined : documentDate(date.to);
}

/** "Done at Geneva, 4 March 2022", "Geneva, May 2022": the last lines of a letter, an agreement or a newsletter. */
export function signed(line: string, grammar: Grammar): DocumentDate | undefined {
  const place = line.length < 50 && /^[^\s,]+(?: [^\s,]+){0,2}, /.test(line) ? afterPlace(line) : undefined;
  const ofPlace = place === undefined ? undefined : dateAtStart(place, grammar);
  if (ofPlace?.rest === '' && !isOfElse(line, grammar)) return ofPlace.day;
  const opening =
    line.length < 50 && !isOfElse(line, grammar) ? dateAtStart(line.replace(/^\((.*)\)$/, '$1'), grammar) : undefined;
  return opening?.rest === '' && opening.day.day !== undefined ? opening.day : undefined;
}

/** The text after the place: "Rio de Janeiro, …", "GENEVA (Switzerland), …", "Paris, France, …", "Geneva (5 May …". */
function afterPlace(line: string): string | undefined {
  const opening =
    /^(\p{Lu}[^,()\d–—|]{0,120}?)(?:\([^()\d]{2,30}\)|, \p{Lu}[\p{L}. ]{1,20})?(?:, | [–—|-] | \((?=[^()]*\d))(.*)$/u.exec(
      line,
    );
  const words = opening?.[1]!.trim().split(/[ /]+/) ?? [];
  const names = words.filter((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word));
  return names.length >= 1 &&
    names.length <= 4 &&
    words.every((word) => names.includes(word) || TIME_WORDS.placeParticles.has(word))
    ? opening![2]
    : undefined;
}
