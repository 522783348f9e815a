import type { Span } from '../../document';
import { foldKey } from '../../fold';
import type { Grammar } from '../grammar';
import { YEAR } from '../otherDates';
import { dateAtStart, dateIn, isClause, isOfElse, LONGEST_HEADER, yearAlone, type DocumentDate } from './headerDates';
import { wordsOf, type HeaderLine } from './headerLines';

/** A date with the kind of its label: the text was written then, or changed since. */
export interface Labelled {
  readonly kind: 'labels' | 'updates';
  readonly date: DocumentDate;
}

/** `\date{…}`, `#+DATE:`, `:revdate:`, `<meta name="date" …>`: the commands of formats. */
export function commanded({ written }: HeaderLine, grammar: Grammar): DocumentDate | undefined {
  const value =
    /\\date\{([^{}]*)\}/.exec(written)?.[1] ??
    /^(?:#\+|:)(?:rev|doc)?date:(.*)$/i.exec(written)?.[1] ??
    /<meta[^>]*name="(?:date|dc\.date)"[^>]*content="([^"]*)"/i.exec(written)?.[1];
  return value === undefined ? undefined : dateIn(value, grammar);
}

/**
 * "Date: 4 March 2022", "Minutes of the meeting of 4 March 2022", "Last updated in August 2025", "No. 33, 20 June
 * 2022": `#` in a label denotes a number.
 */
export function labelled(line: string, grammar: Grammar): Labelled | undefined {
  const isLong = line.length > LONGEST_HEADER;
  if (isOfElse(isLong ? line.slice(0, LONGEST_HEADER) : line, grammar)) return undefined;
  const found = labelOf(line, grammar);
  // "Released in 2018, the report covers …"
  if (!found || opensClause(line, grammar) || (!isLong && isClause(found.rest, grammar))) return undefined;
  // "Date: 4 March 2022 The States …": in running text, only a day directly after the label.
  const opening = isLong ? dateAtStart(found.rest.replace(/^[\s:]+/, ''), grammar)?.day : undefined;
  const date = isLong ? (opening?.day === undefined ? undefined : opening) : (dateIn(line, grammar) ?? yearAtEnd(line));
  return date && { kind: found.kind, date };
}

/** A label alone, with its date on the next line: "Posted on" above "April 10, 2011". */
export function labelledBelow(label: string, line: string, grammar: Grammar): Labelled | undefined {
  const found = labelOf(label, grammar);
  if (!found || found.rest.replace(/[\s:.–—-]/g, '') !== '' || isOfElse(label, grammar)) return undefined;
  const opening = dateAtStart(line, grammar);
  // Several days are those of an event.
  return opening &&
    !opening.isSpan &&
    (opening.day.day !== undefined || opening.rest === '') &&
    !isClause(opening.rest, grammar)
    ? { kind: found.kind, date: opening.day }
    : undefined;
}

/** "By Jane Doe Published 5 May 2015": a label within a line, directly before its date. */
export function labelledWithin(line: string, grammar: Grammar): Labelled | undefined {
  if (line.length > LONGEST_HEADER || isOfElse(line, grammar)) return undefined;
  for (const { 0: opening, index } of line.matchAll(/(?<=[^\p{L}\d])\p{Lu}/gu)) {
    const rest = line.slice(index + opening.length - 1);
    const found = labelOf(rest, grammar);
    const date = found && dateAtStart(found.rest.replace(/^[\s:,–—-]+/, ''), grammar);
    if (found && date?.day.day !== undefined && !isClause(line.slice(0, index), grammar))
      return { kind: found.kind, date: date.day };
  }
  return undefined;
}

function labelOf(line: string, grammar: Grammar): (Pick<Labelled, 'kind'> & { readonly rest: string }) | undefined {
  const own = line.replace(/^[^\p{L}\d]+/u, '');
  const folded = foldKey(own);
  for (const kind of ['updates', 'labels'] as const)
    for (const each of grammar.file.documentDates[kind]) {
      const [words, number] = each.split(' #');
      const label = foldKey(words!);
      if (
        folded.startsWith(label) &&
        (number === undefined
          ? !/[\p{L}\d]/u.test(folded[label.length] ?? ' ')
          : /^[ .]*\d/.test(folded.slice(label.length)))
      )
        // The folded text has the length of the written one, but for rare letters.
        return { kind, rest: own.slice(label.length) };
    }
  return undefined;
}

/**
 * "Athletics League: minutes, 29 November 2012", "Club nautique : procès-verbal du 20 novembre 2008": the text after a
 * name and a colon.
 */
export function afterName(line: string, grammar: Grammar): Labelled | undefined {
  const at = line.search(/\s?: /);
  return at < 0 || isOfElse(line, grammar) ? undefined : labelled(line.slice(at).replace(/^\s?: /, ''), grammar);
}

/** "Drawn up in October 1953, the Constitution entered into force …": a year, a comma and a noun with its article. */
function opensClause(line: string, grammar: Grammar): boolean {
  const tokens = wordsOf(line);
  return tokens.some(
    ({ folded }, i) => YEAR.test(folded) && tokens[i + 1]?.folded === ',' && grammar.is(tokens[i + 2], 'definite'),
  );
}

/** "Edition of 1985" */
function yearAtEnd(line: string): DocumentDate | undefined {
  const year = /^\D+ ((?:19|20)\d\d)$/.exec(line)?.[1];
  return year === undefined ? undefined : yearAlone(Number(year));
}

/** "Annual report 2019", "Rapport annuel de 2019"; "Newsletter of the network, spring 2025". */
export function titled(line: string, grammar: Grammar): DocumentDate | undefined {
  if (line.length > LONGEST_HEADER || isOfElse(line, grammar)) return undefined;
  const folded = ` ${foldKey(line.replace(/[^\p{L}\p{M}\d]+/gu, ' '))} `;
  const year = /(?:^|[\s(])((?:19|20)\d\d)\)?$/.exec(line)?.[1];
  if (
    year === undefined ||
    !grammar.file.documentDates.reports.some((report) => folded.includes(` ${foldKey(report)} `))
  )
    return undefined;
  return dateIn(line, grammar) ?? yearAlone(Number(year));
}

/** The copyright notices in a text, and the last year of each. */
export function copyrightNotices(text: string): readonly (Span & { readonly date: DocumentDate })[] {
  return [...text.matchAll(/(?:©|&copy;|\(c\))[^\n\d]{0,40}((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?/gi)].map(
    ({ 0: notice, 1: first, 2: last, index }) => ({
      start: index,
      end: index + notice.length,
      date: yearAlone(Number(last ?? first)),
    }),
  );
}
