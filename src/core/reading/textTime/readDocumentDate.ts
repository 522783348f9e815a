import { LANGS, type Span } from '../../document';
import { grammarOf, type Grammar } from '../grammar';
import {
  afterName,
  commanded,
  copyrightNotices,
  labelled,
  labelledBelow,
  labelledWithin,
  titled,
  type Labelled,
} from './labels';
import { byline, closing, dateline, dayBeforeText, dayOfNews, signed } from './datelines';
import { isClause, isOfElse, yearAlone, type DocumentDate } from './headerDates';
import { headerLines, partsOf, sentencesOf, type HeaderLine } from './headerLines';

/** The places in which a text states its date, with their ranks: a place counts only where no better one has a date. */
const RANKS = {
  'front-matter': 0,
  label: 1,
  dateline: 1,
  byline: 1,
  'first-sentence': 1,
  'last-line': 1,
  title: 2,
  update: 3,
  copyright: 4,
} as const;

export type DatePlace = keyof typeof RANKS;

/** A date that a document states for itself, with its line in the beginning or in the end of the document. */
export interface StatedDate extends Span {
  readonly side: 'head' | 'foot';
  readonly place: DatePlace;
  readonly date: DocumentDate;
  /** The last year that it states: a later one if it was updated, or states two dates. */
  readonly until: number;
}

/** The length of a document's beginning and end that is searched for its date, in code units. */
export const DOCUMENT_HEAD = 1_600;
export const DOCUMENT_FOOT = 400;

/**
 * The date that a document states for itself. `head` and `foot` are its beginning and its end. The dates of online
 * publication, of access and of reprints do not count.
 */
export function readDocumentDate(head: string, foot: string, grammar: Grammar): StatedDate | undefined {
  const { lines, frontMatter } = headerLines(head);
  const found: Found[] = [
    ...frontMatter.flatMap(ofFrontMatter),
    ...new Header(lines, grammar).dates,
    ...headerLines(foot)
      .lines.slice(-LAST_LINES)
      .flatMap((line) => ofLastLine(line, grammar)),
  ];
  const notices = [
    ...copyrightNotices(head).map((notice) => ({ ...notice, side: 'head' as const })),
    ...copyrightNotices(foot).map((notice) => ({ ...notice, side: 'foot' as const })),
  ];
  // Notices of different years date parts of the text.
  if (notices.every(({ date }) => date.year === notices[0]!.date.year))
    found.push(...notices.map((notice): Found => ({ ...notice, place: 'copyright' })));
  return mergedOf(found);
}

type Found = Omit<StatedDate, 'until'>;

/** Counted without the empty lines. The dateline may follow the title shortly after. */
const TITLE_LINES = 8;
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
  const precise = found.find(({ date }) => agrees(date, first.date) && precision(date) > precision(first.date));
  const { date } = precise ?? first;
  const year = Math.min(...best.map((each) => each.date.year));
  return {
    ...first,
    date: year === date.year ? date : yearAlone(year),
    until: Math.max(...years),
  };
}

/** Whether one of two dates says more of the same day. */
function agrees(a: DocumentDate, b: DocumentDate): boolean {
  return a.year === b.year && (b.month === undefined || a.month === b.month);
}

function precision({ month, day }: DocumentDate): number {
  return month === undefined ? 0 : day === undefined ? 1 : 2;
}

/** The keys of front matter may be in any language: many programs write English ones. */
function ofFrontMatter(line: HeaderLine): readonly Found[] {
  const entry = line.text.replace(/^[^:]*/, (key) => key.replace(/-/g, ' '));
  for (const lang of LANGS) {
    const stated = labelled(entry, grammarOf(lang));
    if (stated) return [ofLabel(stated, 'front-matter', line)];
  }
  return [];
}

/** A labelled date at a place. A change since is the same everywhere. */
function ofLabel({ kind, date }: Labelled, place: DatePlace, { start, end }: Span): Found {
  return { side: 'head', place: kind === 'updates' ? 'update' : place, date, start, end };
}

function ofLastLine(line: HeaderLine, grammar: Grammar): readonly Found[] {
  // A note or a reference.
  if (/^\s*\[/.test(line.written)) return [];
  const stated = labelled(line.text, grammar);
  if (stated) return [{ ...ofLabel(stated, 'last-line', line), side: 'foot' }];
  const date = line.isEntry ? undefined : signed(line.text, grammar);
  return date ? [{ side: 'foot', place: 'last-line', date, start: line.start, end: line.end }] : [];
}

/** The lines at the beginning of a document. */
class Header {
  readonly dates: Found[] = [];
  /** The number of lines so far that are not entries. */
  private seen = 0;
  /** The number of lines of running text so far. */
  private sentences = 0;

  constructor(
    private readonly lines: readonly HeaderLine[],
    private readonly grammar: Grammar,
  ) {
    lines.forEach((line, i) => this.read(line, lines[i - 1]?.text ?? ''));
  }

  private add(line: HeaderLine, place: DatePlace, date: DocumentDate | undefined): boolean {
    if (date) this.dates.push({ side: 'head', place, date, start: line.start, end: line.end });
    return date !== undefined;
  }

  private addLabelled(line: HeaderLine, stated: Labelled | undefined): boolean {
    if (stated) this.dates.push(ofLabel(stated, 'label', line));
    return stated !== undefined;
  }

  private read(line: HeaderLine, before: string): void {
    const { grammar } = this;
    if (this.add(line, 'front-matter', commanded(line, grammar))) return;
    const text = ofItself(line.text, grammar);
    if (text === '') return;
    if (this.isHead && this.addLabelled(line, labelledBelow(before, text, grammar))) return;
    if (line.isEntry) {
      // "- Date: 4 March 2022"; other entries contain other dates.
      if (this.isHead && /^[^:]{1,40}:/.test(text)) this.addLabelled(line, labelledEntry(text, grammar));
      return;
    }
    this.seen++;
    // "… began as a" before "meeting of ten countries in 1996": the rest of a sentence.
    const isWrapped = /[\p{L}\d]$/u.test(before) && /^\p{Ll}/u.test(text);
    if (this.seen <= TITLE_LINES && !isWrapped && this.add(line, 'title', titled(text, grammar))) return;
    this.readParts(line, text, isWrapped, !continuesBelow(before, grammar));
  }

  private readParts(line: HeaderLine, text: string, isWrapped: boolean, isStart: boolean): void {
    const { grammar } = this;
    const parts = partsOf(text);
    // "Obituary. June 2021.", "Official report: sitting of 20 December 2018"
    const isDivided = sentencesOf(text, grammar).length > 1 || parts.length > 1;
    if (isDivided && this.isHead && !isWrapped && this.addLabelled(line, labelled(text, grammar))) return;
    for (const part of parts) this.readPart(line, part, isWrapped, isStart);
  }

  private readPart(line: HeaderLine, part: string, isWrapped: boolean, isStart: boolean): void {
    const { grammar } = this;
    const sentences = sentencesOf(part, grammar);
    // "**5 December 1951.** The Conference …": an entry of a timeline.
    const isAlone = sentences.length === 1 || /^\s*(\*\*?|__?)[^*_]+\1\s*$/.test(line.written);
    const mayBeAlone = isStart && isAlone && !/^\s*##/.test(line.written);
    for (const [i, sentence] of sentences.entries()) {
      // "Photo 1. Brussels, December 1951. Delegates leave.": the date belongs to the rest of the line.
      const mayClose = isStart && !line.isHeading && (i === 0 || i === sentences.length - 1);
      const isFound =
        (!isWrapped && this.addLabelled(line, labelled(sentence, grammar))) ||
        (this.isOpening && this.addLabelled(line, afterName(sentence, grammar))) ||
        (this.isHead && this.readHead(line, sentence, isStart, mayBeAlone)) ||
        (this.isOpening && mayClose && this.add(line, 'dateline', closing(sentence, grammar)));
      if (!isFound) this.readSentence(line, sentence, isStart && i === 0);
    }
  }

  private get isHead(): boolean {
    return this.seen <= HEAD_LINES;
  }

  private get isOpening(): boolean {
    return this.seen <= OPENING_LINES;
  }

  private readHead(line: HeaderLine, sentence: string, isStart: boolean, mayBeAlone: boolean): boolean {
    const { grammar } = this;
    return (
      this.add(line, 'dateline', dateline(sentence, grammar, mayBeAlone)) ||
      this.addLabelled(line, labelledWithin(sentence, grammar)) ||
      (isStart && this.add(line, 'byline', byline(sentence, grammar)))
    );
  }

  private readSentence(line: HeaderLine, sentence: string, isStart: boolean): void {
    const { grammar } = this;
    if (isStart && this.isOpening && this.isOnlyDay(line)) this.add(line, 'dateline', dayBeforeText(sentence, grammar));
    if (line.isHeading || isTitle(line) || !/^(?:\S+ ){5}/.test(sentence) || ++this.sentences > FIRST_SENTENCES) return;
    this.add(line, 'first-sentence', isOfElse(sentence, grammar) ? undefined : dayOfNews(sentence, grammar));
  }

  /** Whether no other line begins with a day, as those of a chronology do. */
  private isOnlyDay(line: HeaderLine): boolean {
    return !this.lines.some((other) => other !== line && dayBeforeText(other.text, this.grammar) !== undefined);
  }
}

/** Whether a line ends without a full stop above an empty line. */
function isTitle({ isApart, text }: HeaderLine): boolean {
  return isApart && !/[.!?…:;,"”»)]$/.test(text);
}

function labelledEntry(text: string, grammar: Grammar): Labelled | undefined {
  const [label, ...rest] = text.replace(/^[-*+•·]\s+/, '').split(':');
  return labelledBelow(label!, rest.join(':').trim(), grammar);
}

/** A line without a bracket that contains another date: "Number 44, Whitsun 1983 (digitized in 2020)". */
function ofItself(line: string, grammar: Grammar): string {
  return line.replace(/\([^()]*\)/g, (aside) => (isOfElse(aside, grammar) ? '' : aside)).trim();
}

/** Whether a sentence continues in the next line: "It was founded in" above "December 1951." */
function continuesBelow(line: string, grammar: Grammar): boolean {
  return line !== '' && !/[.!?:…)»”"]$/.test(line) && isClause(line, grammar);
}
