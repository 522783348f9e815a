import { TIME_WORDS } from './cues';
import { YEAR } from './otherDates';
import { foldKey } from '../fold';
import type { Grammar } from './grammar';
import { dateAt } from './dates';
import { isOnlyFinite } from './verbCues';
import type { Day } from './nodes';
import type { Token } from './tokens';

/** The date of a document, as far as the document gives it. */
export interface DocumentDate {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** The length of a document's beginning and end that is searched for its date, in code units. */
export const DOCUMENT_HEAD = 1_600;
export const DOCUMENT_FOOT = 400;

/**
 * The date that a document gives itself: in its front matter, a dateline, the header of minutes or a letter, a title
 * such as "Annual report 2019", or a signature line; a copyright notice only where there is nothing else. `undefined`
 * where there is no date, or two that disagree. The dates of online publication, of access and of reprints do not
 * count.
 */
export function readDocumentDate(head: string, foot: string, grammar: Grammar): DocumentDate | undefined {
  const { lines, frontMatter } = linesOf(head);
  const dates: DocumentDate[] = [];
  for (const line of frontMatter) add(dates, labelled(line, grammar));
  let seen = 0;
  let before = '';
  for (const line of lines) {
    const isRest = continuesBelow(before, grammar);
    // "… began as a" before "meeting of ten countries in 1996": no label, but the rest of a sentence.
    const isWrapped = /[\p{L}\d]$/u.test(before) && /^\p{Ll}/u.test(plain(line));
    const ofLabel = (text: string): DocumentDate | undefined => (isWrapped ? undefined : labelled(text, grammar));
    before = plain(line);
    add(dates, commanded(line, grammar));
    const title = ofItself(plain(line), grammar);
    // Cells and list items contain other dates.
    if (title === '' || IN_TABLE_OR_LIST.test(line)) continue;
    seen++;
    if (seen <= TITLE_LINES && !isWrapped) add(dates, titled(title, grammar));
    const sentences = sentencesOf(title);
    // "Obituary. June 2021.", "Official report: sitting of 20 December 2018"
    if (sentences.length > 1 && seen <= HEAD_LINES) add(dates, ofLabel(title));
    // "**5 December 1951.** The Conference …": an entry of a timeline.
    const mayBeAlone =
      !isRest && (sentences.length === 1 || /^(\*\*?|__?)[^*_]+\1$/.test(line.trim())) && !/^##/.test(line);
    const mayClose = !isRest && seen <= OPENING_LINES && !/^\s*(?:#|=|<h\d|\\[a-z]+\{)/.test(line);
    // "Photo 1. Brussels, December 1951. Delegates leave the Conference.": the date belongs to the rest of the line,
    // not to the document.
    for (const [i, sentence] of sentences.entries())
      add(
        dates,
        ofLabel(sentence) ??
          (seen <= OPENING_LINES ? afterName(sentence, grammar) : undefined) ??
          (seen <= HEAD_LINES ? dateline(sentence, grammar, mayBeAlone) : undefined) ??
          (mayClose && (i === 0 || i === sentences.length - 1) ? closing(sentence, grammar) : undefined),
      );
  }
  for (const line of linesOf(foot).lines) add(dates, signed(plain(line), grammar));
  const [first] = dates;
  if (first === undefined) return copyrightYear(`${head}\n${foot}`);
  const merged = dates.reduce<DocumentDate | undefined>((known, date) => known && merge(known, date), first);
  return merged;
}

/** As a single string, for comparison. */
export function encodeDate({ year, month, day }: DocumentDate): string {
  return [year, month, day].filter((part) => part !== undefined).join('-');
}

export function decodeDate(date: string): DocumentDate | undefined {
  const [year, month, day] = date.split('-').map(Number);
  return year === undefined || date === '' ? undefined : { year, month, day };
}

/** Whether a sentence continues in the next line: "It was founded in" above "December 1951." */
function continuesBelow(line: string, grammar: Grammar): boolean {
  return line !== '' && !/[.!?:…)»”"]$/.test(line) && tokensOf(line).some((token) => isOnlyFinite(token, grammar));
}

/** The number of lines that may contain the title of a document. The dateline may follow shortly after. */
const TITLE_LINES = 8;
const HEAD_LINES = 12;
/**
 * The number of lines that may contain the kind of text, and the place and date of publication or delivery. These
 * follow the title directly.
 */
const OPENING_LINES = 4;
const IN_TABLE_OR_LIST = /^\s*(?:\||[-*+•] |\d+[.)] )|<(?:td|th|li|dt|dd)\b/;
/** A header line is short; a longer line is running text. */
const LONGEST_LINE = 110;

function add(dates: DocumentDate[], date: DocumentDate | undefined): void {
  if (date) dates.push(date);
}

/** The more precise of two dates; `undefined` where they disagree. */
function merge(a: DocumentDate, b: DocumentDate): DocumentDate | undefined {
  const agree = (x: number | undefined, y: number | undefined): boolean =>
    x === undefined || y === undefined || x === y;
  return a.year === b.year && agree(a.month, b.month) && agree(a.day, b.day)
    ? { year: a.year, month: a.month ?? b.month, day: a.day ?? b.day }
    : undefined;
}

/** The lines of a text without comments, separate from those of its front matter. */
function linesOf(text: string): { readonly lines: readonly string[]; readonly frontMatter: readonly string[] } {
  const lines = text
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .split(/\r?\n|<\/(?:p|h\d|div|li|td)>|<br ?\/?>/)
    .filter((line) => !/^\s*%/.test(line));
  if (!/^\ufeff?---\s*$/.test(lines[0] ?? '')) return { lines, frontMatter: [] };
  const end = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  return end < 0 ? { lines: [], frontMatter: [] } : { lines: lines.slice(end + 1), frontMatter: lines.slice(1, end) };
}

/** A line without its markup. */
function plain(line: string): string {
  return line
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\\[a-z]+\*?|[{}*_#|>~]|&nbsp;/gi, ' ')
    .replace(ROMAN_YEAR, (year) => String(valueOfRoman(year)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** 1900 and later: "MCMLXII". */
const ROMAN_YEAR = /\bM[CM][LXVICM]{1,9}\b/g;
const ROMAN: Readonly<Record<string, number>> = { M: 1000, D: 500, C: 100, L: 50, X: 10, V: 5, I: 1 };

function valueOfRoman(digits: string): number {
  return [...digits].reduce(
    (sum, digit, i) => sum + (ROMAN[digit]! < (ROMAN[digits[i + 1]!] ?? 0) ? -ROMAN[digit]! : ROMAN[digit]!),
    0,
  );
}

/** A line without a bracket that contains another date: "Number 44, Whitsun 1983 (digitized in 2020)". */
function ofItself(line: string, grammar: Grammar): string {
  return line.replace(/\([^()]*\)/g, (aside) => (isOfElse(aside, grammar) ? '' : aside)).trim();
}

function sentencesOf(line: string): readonly string[] {
  return line.split(/(?<=[\p{L}\d)]{3})[.;·•] +(?!\d+[.,])/u).map((sentence) => sentence.replace(/[.\s]+$/, ''));
}

/** `\date{…}`, `#+DATE:`, `:revdate:`, `<time datetime="…">`: the commands of formats. */
function commanded(line: string, grammar: Grammar): DocumentDate | undefined {
  const value =
    /\\date\{([^{}]*)\}/.exec(line)?.[1] ??
    /^(?:#\+|:)(?:rev|doc)?date:(.*)$/i.exec(line)?.[1] ??
    /<meta[^>]*name="(?:date|dc\.date)"[^>]*content="([^"]*)"/i.exec(line)?.[1];
  return value === undefined ? undefined : dateIn(value, grammar);
}

/**
 * "Date: 4 March 2022", "Minutes of the meeting of 4 March 2022", "Last updated in August 2025", "No. 33, 20 June
 * 2022": `#` in a label denotes a number.
 */
function labelled(line: string, grammar: Grammar): DocumentDate | undefined {
  if (line.length > LONGEST_LINE || isOfElse(line, grammar)) return undefined;
  const folded = ` ${foldKey(line.replace(/^[^\p{L}\d]+/u, ''))}`;
  const label = grammar.documentDates.labels.find((each) => {
    const [words, number] = each.split(' #');
    const start = ` ${foldKey(words!)}`;
    return (
      folded.startsWith(start) &&
      (number === undefined
        ? !/[\p{L}\d]/u.test(folded[start.length] ?? ' ')
        : /^[ .]*\d/.test(folded.slice(start.length)))
    );
  });
  return label === undefined || opensClause(line, grammar) ? undefined : (dateIn(line, grammar) ?? yearAtEnd(line));
}

/**
 * "Athletics League: minutes, 29 November 2012", "Club nautique : procès-verbal du 20 novembre 2008": the text after a
 * name and a colon.
 */
function afterName(line: string, grammar: Grammar): DocumentDate | undefined {
  const at = line.search(/\s?: /);
  return at < 0 || isOfElse(line, grammar) ? undefined : labelled(line.slice(at).replace(/^\s?: /, ''), grammar);
}

/** "Drawn up in October 1953, the Constitution entered into force …": a year, a comma and a noun with its article. */
function opensClause(line: string, grammar: Grammar): boolean {
  const tokens = tokensOf(line);
  return tokens.some(
    ({ folded }, i) => YEAR.test(folded) && tokens[i + 1]?.folded === ',' && grammar.is(tokens[i + 2], 'definite'),
  );
}

/** "Edition of 1985" */
function yearAtEnd(line: string): DocumentDate | undefined {
  const year = /^\D+ ((?:19|20)\d\d)$/.exec(line)?.[1];
  return year === undefined ? undefined : { year: Number(year), month: undefined, day: undefined };
}

/**
 * "GENEVA, 2 October 2023 –", "Genève, le 4 mars 2022", "Mardi 13 janvier 2026, 14 h 30", "17 March 2025", "Spring
 * 2025".
 */
function dateline(line: string, grammar: Grammar, mayBeAlone = true): DocumentDate | undefined {
  if (isOfElse(line, grammar)) return undefined;
  const opened = afterPlace(line);
  for (const [rest, hasPlace] of [
    [opened, true],
    [line, false],
  ] as const) {
    if (rest === undefined) continue;
    const date = dateAtStart(rest, grammar);
    // "GENEVA, December 2022 –": capitals and a dash make it one without a day as well.
    const isPress = hasPlace && /^[\p{Lu}\s.'’-]+,/u.test(line) && date !== undefined && /^\s*[–—-]/.test(date.rest);
    if (!date || (date.day.day === undefined && !isPress && !(rest === line && date.rest === ''))) continue;
    const isAlone = date.rest === '' || (!hasPlace && date.isHead && /^,? ?\d/.test(date.rest));
    // "Geneva, 29 November 1996, from our correspondent"
    const isSent =
      hasPlace &&
      mayBeAlone &&
      line.length < LONGEST_LINE &&
      /^, /.test(date.rest) &&
      !tokensOf(date.rest).some((token) => isOnlyFinite(token, grammar));
    if ((isAlone && (hasPlace || mayBeAlone)) || isSent || (hasPlace && /^\s*(?:[–—:(]|-\s)/.test(date.rest)))
      return date.day;
  }
  return undefined;
}

const PARTING = /, | [–—|·-] /g;

/**
 * "The Quarterly Shelf, Summer 1989", "Town hall, Wednesday 18 December 2019": a date at the end of a line that is not
 * a sentence.
 */
function closing(line: string, grammar: Grammar): DocumentDate | undefined {
  if (
    line.search(PARTING) < 0 ||
    line.length > LONGEST_LINE ||
    isOfElse(line, grammar) ||
    tokensOf(line).some((token) => isOnlyFinite(token, grammar))
  )
    return undefined;
  for (const { 0: parting, index } of line.matchAll(PARTING)) {
    const rest = line.slice(index + parting.length);
    // "adopted in Marrakech, in December 2018": a preposition marks running text.
    const [opening] = tokensOf(rest);
    if (opening && grammar.rolesOf(opening) !== undefined) continue;
    // "1er janvier – 30 juin 2022": a span that the document covers.
    if (isMonth(tokensOf(line.slice(0, index)).at(-1), grammar)) continue;
    const date = dateAtStart(rest, grammar);
    // "Policy brief no. 7 – 22 March 2021", "Fact sheet – March 2019": a bare month after a dash need not date a
    // document.
    const isDocument =
      date?.day.day !== undefined ||
      tokensOf(line.slice(0, index)).some((token) => grammar.isNoun(token, 'writing') || grammar.isNoun(token, 'plan'));
    if (date?.rest === '' && (parting === ', ' || isDocument)) return date.day;
    // "Supplement, edition of 1985"
    const stated = labelled(rest, grammar);
    if (stated) return stated;
  }
  return undefined;
}

function isMonth(token: Token | undefined, grammar: Grammar): boolean {
  return token !== undefined && grammar.monthOf(token) !== undefined;
}

/** The text after the place and its comma: "Rio de Janeiro, …", "GENEVA (Switzerland), …", "Paris, France, …". */
function afterPlace(line: string): string | undefined {
  const opening = /^(\p{Lu}[^,()\d]{0,120})(?:\([^()]{2,30}\)|, \p{Lu}[\p{L}. ]{1,20})?, (.*)$/u.exec(line);
  const words = opening?.[1]!.trim().split(' ') ?? [];
  const names = words.filter((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word));
  return names.length >= 1 &&
    names.length <= 4 &&
    words.every((word) => names.includes(word) || TIME_WORDS.placeParticles.has(word))
    ? opening![2]
    : undefined;
}

/** "Annual report 2019", "Rapport annuel de 2019"; "Newsletter of the network, spring 2025". */
function titled(line: string, grammar: Grammar): DocumentDate | undefined {
  if (line.length > LONGEST_LINE || isOfElse(line, grammar)) return undefined;
  const folded = ` ${foldKey(line.replace(/[^\p{L}\p{M}\d]+/gu, ' '))} `;
  const year = /(?:^|[\s(])((?:19|20)\d\d)\)?$/.exec(line)?.[1];
  if (year === undefined || !grammar.documentDates.reports.some((report) => folded.includes(` ${foldKey(report)} `)))
    return undefined;
  return dateIn(line, grammar) ?? { year: Number(year), month: undefined, day: undefined };
}

/** "Done at Geneva, 4 March 2022": the signature line of a letter or an agreement. */
function signed(line: string, grammar: Grammar): DocumentDate | undefined {
  return (
    labelled(line, grammar) ?? (/^\S+(?: \S+)?, /.test(line) && line.length < 50 ? dateline(line, grammar) : undefined)
  );
}

function isOfElse(line: string, grammar: Grammar): boolean {
  const folded = ` ${foldKey(line)} `;
  return grammar.documentDates.notDates.some((words) =>
    new RegExp(`[^\\p{L}]${foldKey(words).replace(/[^\p{L}\d' ]/gu, '.')}[^\\p{L}]`, 'u').test(folded),
  );
}

/** The last date in a line: the date of minutes follows their number, and the date of a session follows its days. */
function dateIn(line: string, grammar: Grammar): DocumentDate | undefined {
  const iso = isoDate(line);
  if (iso) return iso;
  const tokens = tokensOf(line);
  let found: Day | undefined;
  for (let i = 0; i < tokens.length;) {
    const date = dateAt(tokens, i, grammar);
    if (date && date.to.year !== undefined)
      found = date.isSpan ? { ...date.from, year: date.from.year ?? date.to.year } : date.to;
    i = date ? date.next : i + 1;
  }
  return found?.year === undefined ? undefined : { year: found.year, month: found.month, day: found.day };
}

/** A date at the beginning of a line, after a weekday and function words, and the text after it. */
function dateAtStart(
  line: string,
  grammar: Grammar,
): { readonly day: DocumentDate; readonly rest: string; readonly isHead: boolean } | undefined {
  const tokens = tokensOf(line);
  const { weekdays, introduce, seasons } = grammar.documentDates;
  const is = (words: string, token: Token | undefined): boolean =>
    token !== undefined && ` ${foldKey(words)} `.includes(` ${token.folded} `);
  let i = 0;
  const isHead = is(weekdays, tokens[0]) || !is(introduce, tokens[0]);
  while (
    is(weekdays, tokens[i]) ||
    (i < 3 && is(introduce, tokens[i]) && /\d/.test(line)) ||
    (i > 0 && tokens[i]?.folded === ',')
  )
    i++;
  // "In 2019 …" is a sentence about a year; a header has the day, or nothing else.
  let season = i;
  while (is(seasons, tokens[season])) season++;
  if (season > i && is(introduce, tokens[season])) season++;
  const year = season > i && YEAR.test(tokens[season]?.folded ?? '') ? Number(tokens[season]!.folded) : undefined;
  if (year !== undefined)
    return { day: { year, month: undefined, day: undefined }, rest: line.slice(tokens[season]!.end).trim(), isHead };
  const date = dateAt(tokens, i, grammar);
  if (!date || date.from.month === undefined || (date.from.year ?? date.to.year) === undefined) return undefined;
  return {
    day: { ...date.from, year: (date.from.year ?? date.to.year)! },
    rest: line.slice(tokens[date.next - 1]!.end).trim(),
    isHead,
  };
}

/** "2025-01-19"; "04/03/2022" gives only its year, since day and month may be in either order. */
function isoDate(line: string): DocumentDate | undefined {
  const iso = /(?<!\d)((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?(?!\d)/.exec(line);
  if (iso)
    return { year: Number(iso[1]), month: Number(iso[2]), day: iso[3] === undefined ? undefined : Number(iso[3]) };
  const short = /(?<!\d)\d{1,2}[./]\d{1,2}[./]((?:19|20)\d\d)(?!\d)/.exec(line);
  return short ? { year: Number(short[1]), month: undefined, day: undefined } : undefined;
}

/** The words and marks of a line without markup. */
function tokensOf(line: string): readonly Token[] {
  return [...line.matchAll(/[\p{L}\p{M}\d]+|[^\s\p{L}\d]/gu)].map(({ 0: written, index }): Token => {
    const isWord = /[\p{L}\d]/u.test(written);
    return {
      kind: isWord ? 'word' : 'punctuation',
      folded: isWord ? foldKey(written) : written.replace('’', "'"),
      written,
      start: index,
      end: index + written.length,
    };
  });
}

/** The year of the copyright notices of a text, if they agree. */
function copyrightYear(text: string): DocumentDate | undefined {
  const years = [...text.matchAll(/(?:©|&copy;|\(c\))[^\n\d]{0,40}((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?/gi)].map(
    ([, first, last]) => Number(last ?? first),
  );
  return years.length > 0 && years.every((year) => year === years[0])
    ? { year: years[0]!, month: undefined, day: undefined }
    : undefined;
}
