import { LANGS, type Span } from '../../document';
import { grammarOf, type Grammar } from '../grammar';
import { closing, dateAlone, dayAfterPlace, dayOfNews } from './datelines';
import { isClause, isOfElse, yearAlone, type DocumentDate } from './headerDates';
import { headerLines, partsOf, sentencesOf, type HeaderLine } from './headerLines';
import { copyrightNotices, labelled, labelledBelow } from './labels';

/** The places in which a text states its date, with their ranks: a place counts only where no better one has a date. */
const RANKS = {
  'front-matter': 0,
  label: 1,
  dateline: 1,
  'first-sentence': 1,
  'last-line': 1,
  update: 2,
  copyright: 3,
} as const;

export type DatePlace = keyof typeof RANKS;

/** A date that a document states for itself, with its line in the beginning of the document, or in its last lines. */
export interface StatedDate extends Span {
  readonly place: DatePlace;
  readonly date: DocumentDate;
  /** The last year that it states: a later one if it was updated, or states two dates. */
  readonly until: number;
}

/** The lengths of a document's beginning and end that are searched for its date, in code units. */
export const DOCUMENT_HEAD = 1_600;
export const DOCUMENT_FOOT = 300;

/**
 * The date that a document states for itself in its beginning, or in its last lines (`foot`). The dates of online
 * publication, of access and of reprints do not count.
 */
export function readDocumentDate(head: string, foot: string, grammar: Grammar): StatedDate | undefined {
  const found: Found[] = [];
  const header = new Header(grammar);
  let before = '';
  for (const line of headerLines(head)) {
    const { start, end } = line;
    const stated = line.isFrontMatter ? ofFrontMatter(line) : header.datesIn(line, before);
    found.push(...stated.map((each) => ({ ...each, start, end })));
    before = line.text;
  }
  found.push(
    ...headerLines(foot)
      .slice(-LAST_LINES)
      .flatMap((line) => ofLastLine(line, grammar)),
  );
  found.push(...copyrightNotices(head).map((notice): Found => ({ ...notice, place: 'copyright' })));
  return mergedOf(found);
}

type Found = Omit<StatedDate, 'until'>;

/** A date with its place. */
type Stated = Pick<StatedDate, 'place' | 'date'>;

/** Counted without the empty lines. The dateline may follow the title shortly after. */
const HEAD_LINES = 12;
/** The kind of text, and the place and date of publication or delivery, follow the title directly. */
const OPENING_LINES = 4;
const LAST_LINES = 4;
/** The number of sentences of six words or more that begin a document. */
const FIRST_SENTENCES = 2;

function mergedOf(found: readonly Found[]): StatedDate | undefined {
  const rank = Math.min(...found.map(({ place }) => RANKS[place]));
  const best = found.filter(({ place }) => RANKS[place] === rank);
  const [first] = best;
  if (!first) return undefined;
  const years = [...best, ...found.filter(({ place }) => place === 'update')].map(({ date }) => date.year);
  const year = Math.min(...best.map(({ date }) => date.year));
  const date = year === first.date.year ? preciseDate(first, found) : yearAlone(year);
  return { ...first, date, until: Math.max(...years) };
}

/** The date of a place, or the day that another one has in the same month or year. */
function preciseDate({ date }: Found, found: readonly Found[]): DocumentDate {
  if (date.day !== undefined) return date;
  const { year, month } = date;
  const days = found.filter((other) => other.date.day !== undefined && other.date.year === year);
  return days.find((other) => month === undefined || other.date.month === month)?.date ?? date;
}

/** The keys of front matter may be in any language: many programs write English ones. */
function ofFrontMatter({ text }: HeaderLine): readonly Stated[] {
  const entry = text.replace(/^[^:]*/, (key) => key.replace(/-/g, ' '));
  const stated = LANGS.map((lang) => labelled(entry, grammarOf(lang))).find((each) => each !== undefined);
  return stated ? [{ ...stated, place: stated.place === 'update' ? 'update' : 'front-matter' }] : [];
}

/** "Done at Geneva on 12 March 2015", "Genève, le 4 mars 2015", "(5 May 2015)"; not a note or a reference. */
function ofLastLine({ written, text, isEntry, start, end }: HeaderLine, grammar: Grammar): readonly Found[] {
  if (/^\s*\[/.test(written)) return [];
  const line = text.replace(/^\(|\)$/g, '');
  const date =
    labelled(line, grammar)?.date ?? (isEntry ? undefined : (dateAlone(line, grammar) ?? closing(line, grammar)));
  return date ? [{ place: 'last-line', date, start, end }] : [];
}

/** The lines at the beginning of a document. */
class Header {
  /** The number of lines so far that are not entries. */
  private lines = 0;
  /** The number of lines of running text so far. */
  private sentences = 0;

  constructor(private readonly grammar: Grammar) {}

  /** The dates that a line states. `before` is the line above. */
  datesIn(line: HeaderLine, before: string): readonly Stated[] {
    const { grammar } = this;
    // "Number 44, Whitsun 1983 (digitized in 2020)": a bracket that contains another date.
    const text = line.text.replace(/\([^()]*\)/g, (aside) => (isOfElse(aside, grammar) ? '' : aside)).trim();
    const isHead = this.lines < HEAD_LINES;
    // "- Date: 4 March 2022"; other entries contain other dates.
    const [, label = before, value = text] = (line.isEntry && /^(?:[-*+•·] )?([^:]{1,40}):(.*)$/.exec(text)) || [];
    const below = isHead ? labelledBelow(label, value, grammar) : undefined;
    if (below || line.isEntry) return below ? [below] : [];
    if (text !== '') this.lines++;
    // "… began as a" before "meeting of ten countries in 1996": the rest of a sentence.
    const isWrapped = /[\p{L}\d]$/u.test(before) && /^\p{Ll}/u.test(text);
    // "Obituary. June 2021.", "Official report: sitting of 20 December 2018"
    const whole = isHead && !isWrapped ? labelled(text, grammar) : undefined;
    if (whole) return [whole];
    const isStart = !continuesBelow(before, grammar);
    // "Photo 1. Brussels, December 1951. Delegates leave.": the date belongs to the rest of the line.
    const mayClose = isStart && !line.isHeading;
    return partsOf(text).flatMap((part) => {
      const sentences = sentencesOf(part, grammar);
      // "**5 December 1951.** The Conference …": an entry of a timeline.
      const mayBeAlone = isStart && sentences.length === 1 && !/^\s*##/.test(line.written);
      return sentences.flatMap(
        (sentence, i): Stated | readonly Stated[] =>
          (isWrapped ? undefined : labelled(sentence, grammar)) ??
          // "Athletics League: minutes, 29 November 2012"
          (this.lines <= OPENING_LINES ? labelled(sentence.replace(/^[^:]*: /, ''), grammar) : undefined) ??
          this.dateline(sentence, mayBeAlone, mayClose && (i === 0 || i === sentences.length - 1)) ??
          this.firstSentence(line, sentence) ??
          [],
      );
    });
  }

  private dateline(sentence: string, mayBeAlone: boolean, mayClose: boolean): Stated | undefined {
    const { grammar, lines } = this;
    if (lines > HEAD_LINES) return undefined;
    const date =
      dayAfterPlace(sentence, grammar) ??
      (mayBeAlone ? dateAlone(sentence, grammar) : undefined) ??
      (mayClose && lines <= OPENING_LINES ? closing(sentence, grammar) : undefined);
    return date && { place: 'dateline', date };
  }

  private firstSentence(line: HeaderLine, sentence: string): Stated | undefined {
    if (line.isHeading || isTitle(line) || !/^(?:\S+ ){5}/.test(sentence) || ++this.sentences > FIRST_SENTENCES)
      return undefined;
    const date = dayOfNews(sentence, this.grammar);
    return date && { place: 'first-sentence', date };
  }
}

/** Whether a line ends without a full stop above an empty line. */
function isTitle({ isApart, text }: HeaderLine): boolean {
  return isApart && !/[.!?…:;,"”»)]$/.test(text);
}

/** Whether a sentence continues in the next line: "It was founded in" above "December 1951." */
function continuesBelow(line: string, grammar: Grammar): boolean {
  return line !== '' && !/[.!?:…)»”"]$/.test(line) && isClause(line, grammar);
}
