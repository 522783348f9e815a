import type { Span } from '../../document';
import { foldKey } from '../../fold';
import type { Grammar } from '../grammar';
import { yearAlone } from '../nodes';
import { YEAR } from '../otherDates';
import { dateAtStart, dateIn, isClause, isOfElse, LONGEST_HEADER, type DocumentDate } from './headerDates';
import { wordsOf } from './headerLines';

/** A date with its label: the text was written then, or changed since. */
export interface Labelled {
  readonly place: 'label' | 'update';
  readonly date: DocumentDate;
}

/**
 * "Date: 4 March 2022", "Minutes of the meeting of 4 March 2022", "Last updated in August 2025", "No. 33, 20 June
 * 2022": `#` in a label denotes a number. In running text, only a day directly after the label counts.
 */
export function labelled(line: string, grammar: Grammar): Labelled | undefined {
  const found = labelOf(line, grammar);
  if (!found || isOfElse(line.slice(0, LONGEST_HEADER), grammar) || opensClause(line, grammar)) return undefined;
  if (line.length > LONGEST_HEADER) {
    const date = dateAtStart(found.rest.replace(/^[\s:]+/, ''), grammar)?.day;
    return date?.day === undefined ? undefined : { place: found.place, date };
  }
  const date = isClause(found.rest, grammar) ? undefined : dateIn(line, grammar);
  return date && { place: found.place, date };
}

/** A label alone, with its date on the next line or after a colon: "Posted on" above "April 10, 2011". */
export function labelledBelow(label: string, line: string, grammar: Grammar): Labelled | undefined {
  const found = labelOf(label, grammar);
  if (!found || /[^\s:.–—-]/.test(found.rest)) return undefined;
  const opening = dateAtStart(line, grammar);
  return opening && !isClause(opening.rest, grammar) ? { place: found.place, date: opening.day } : undefined;
}

/** The label that begins a line, and the text after it. */
function labelOf(line: string, grammar: Grammar): (Pick<Labelled, 'place'> & { readonly rest: string }) | undefined {
  const own = line.replace(/^[^\p{L}\d]+/u, '');
  const folded = foldKey(own);
  for (const place of ['update', 'label'] as const)
    for (const each of grammar.file.documentDates[`${place}s`]) {
      const [words, number] = each.split(' #');
      const label = foldKey(words!);
      const after = number === undefined ? /^(?![\p{L}\d])/u : /^[ .]*\d/;
      // The folded text has the length of the written one, but for rare letters.
      if (folded.startsWith(label) && after.test(folded.slice(label.length)))
        return { place, rest: own.slice(label.length) };
    }
  return undefined;
}

/** "Drawn up in October 1953, the Constitution entered into force …": a year, a comma and a noun with its article. */
function opensClause(line: string, grammar: Grammar): boolean {
  const tokens = wordsOf(line);
  return tokens.some(
    ({ folded }, i) => YEAR.test(folded) && tokens[i + 1]?.folded === ',' && grammar.is(tokens[i + 2], 'definite'),
  );
}

/** The copyright notices in a text, and the last year of each. */
export function copyrightNotices(text: string): readonly (Span & { readonly date: DocumentDate })[] {
  const notices = text.matchAll(/(?:©|&copy;|\(c\))[^\n\d]{0,40}((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?/gi);
  return [...notices].map(({ 0: notice, 1: first, 2: last, index }) => ({
    start: index,
    end: index + notice.length,
    date: yearAlone(Number(last ?? first)),
  }));
}
