import { LANGS, type Span } from '../../document';
import { foldKey } from '../../fold';
import { grammarOf, type Grammar } from '../grammar';
import { closing, dateAlone, dayAfterPlace, dayOfNews, dayOfTelegram } from './datelines';
import { copyrightNotices, isClause, isOfElse, labelled, labelledBelow, type DocumentDate } from './headerDates';
import { headerLines, partsOf, sentencesOf, type HeaderLine } from './headerLines';

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
  const header = new Header(grammar);
  const found: readonly Found[] = [
    ...headerLines(head).flatMap((line) => placed(line, header.datesIn(line))),
    ...headerLines(foot)
      .slice(-LAST_LINES)
      .flatMap((line) => placed(line, ofLastLine(line, grammar))),
    ...copyrightNotices(head).map((notice): Found => ({ ...notice, place: 'copyright' })),
  ];
  const rank = Math.min(...found.map(({ place }) => RANKS[place]));
  const best = found.filter(({ place }) => RANKS[place] === rank);
  const [first] = [...best].sort((a, b) => a.date.year - b.date.year);
  if (!first) return undefined;
  const { year, month } = first.date;
  // Another place may have the day in the same month or year.
  const precise = [first, ...found].find(
    ({ date }) => date.day !== undefined && date.year === year && (month ?? date.month) === date.month,
  );
  const years = [...best, ...found.filter(({ place }) => place === 'update')].map(({ date }) => date.year);
  return { ...first, date: (precise ?? first).date, until: Math.max(...years) };
}

/** A date with its place. */
type Stated = Pick<StatedDate, 'place' | 'date'>;

type Found = Omit<StatedDate, 'until'>;

function placed({ start, end }: HeaderLine, stated: readonly Stated[]): readonly Found[] {
  return stated.map((each) => ({ ...each, start, end }));
}

/** Counted without the empty lines. The dateline may follow the title shortly after. */
const HEAD_LINES = 12;
/** The kind of text, and the place and date of publication or delivery, follow the title directly. */
const OPENING_LINES = 4;
const LAST_LINES = 4;
/** The number of sentences of six words or more that begin a document. */
const FIRST_SENTENCES = 3;

/** The keys of front matter may be in any language: many programs write English ones. */
function ofFrontMatter({ text }: HeaderLine): readonly Stated[] {
  const entry = text.replace(/^[^:]*/, (key) => key.replace(/-/g, ' '));
  const stated = LANGS.map((lang) => labelled(entry, grammarOf(lang))).find((each) => each !== undefined);
  return stated ? [{ ...stated, place: stated.place === 'update' ? 'update' : 'front-matter' }] : [];
}

/** "Done at Geneva on 12 March 2015", "Genève, le 4 mars 2015", "(5 May 2015)"; not a note or a reference. */
function ofLastLine({ written, text, isEntry }: HeaderLine, grammar: Grammar): readonly Stated[] {
  if (/^\s*\[/.test(written)) return [];
  const line = text.replace(/^\(|\)$/g, '');
  const date =
    labelled(line, grammar)?.date ?? (isEntry ? undefined : (dateAlone(line, grammar) ?? closing(line, grammar)));
  return date ? [{ place: 'last-line', date }] : [];
}

/** The lines at the beginning of a document. */
class Header {
  /** The number of lines so far that are not entries. */
  private lines = 0;
  /** The number of sentences of running text so far. */
  private sentences = 0;
  private above: HeaderLine | undefined;

  constructor(private readonly grammar: Grammar) {}

  /** The dates that a line states. The lines are asked in their order. */
  datesIn(line: HeaderLine): readonly Stated[] {
    const { above } = this;
    this.above = line;
    return line.isFrontMatter ? ofFrontMatter(line) : this.ofLine(line, above);
  }

  private ofLine(line: HeaderLine, lineAbove: HeaderLine | undefined): readonly Stated[] {
    const { grammar } = this;
    const above = lineAbove?.text ?? '';
    // A bracket may contain another date: "Number 44, Whitsun 1983 (digitized in 2020)".
    const text = line.text.replace(/\([^()]*\)/g, (aside) => (isOfElse(aside, grammar) ? '' : aside)).trim();
    if (!line.isEntry && text !== '') this.lines++;
    if (this.lines > HEAD_LINES) return [];
    // An entry states the date only after a label: "- Date: 4 March 2022".
    const [, label = above, value = text] = (line.isEntry && /^(?:[-*+•·] )?([^:]{1,40}):(.*)$/.exec(text)) || [];
    const below = labelledBelow(label, value, grammar);
    if (below || line.isEntry) return below ? [below] : [];
    const isOpening = this.lines <= OPENING_LINES;
    const parts = partsOf(text).map((part) => sentencesOf(part, grammar));
    const sentences = parts.flat();
    // A date that continues the sentence of the line above is not alone: "It was founded in" above "December 1951".
    const mayContinue = line.isAdjacent && lineAbove?.isHeading !== true && !/[.!?:…)»”"]$/.test(above);
    // "adoptée le 19" above "septembre 2016", "adoptée" above "le 19 septembre 2016"; not "Genève" above "mars 2022".
    const isCut = /(?:^| )(?:\p{Ll}{1,3}|\d+)$/u.test(above) || /(?:^| )\p{Ll}\S*\n\p{Ll}/u.test(`${above}\n${text}`);
    const isWrapped = mayContinue && (isClause(above, grammar) || isCut);
    // Such a line, in small letters, labels only a day: "It began as a" above "meeting of ten States in 1996".
    const isContinued = isWrapped && /^\p{Ll}/u.test(text);
    // The label may be a sentence, or follow a colon: "Obituary. June 2021.", "Athletics League: minutes, 29 May 2012".
    const afterColon = isOpening ? sentences.map((sentence) => sentence.replace(/^[^:]*: /, '')) : [];
    const whole = [text, ...sentences, ...afterColon]
      .map((each) => labelled(each, grammar))
      .find((each) => each && (!isContinued || each.date.day !== undefined));
    if (whole) return [whole];
    const mayBeAlone = !isWrapped && !/^\s*##/.test(line.written);
    const { kinds } = grammar.file.documentDates;
    const isKind = (each: string): boolean => isOpening && kinds.some((kind) => foldKey(kind) === foldKey(each));
    return parts.flatMap((own) =>
      own.flatMap((sentence, i): readonly Stated[] => {
        // The date belongs to the rest of the line: "Photo 1. Brussels, December 1951. Delegates leave.".
        const mayClose = isOpening && !line.isHeading && (i === 0 || i === own.length - 1);
        const date =
          dayOfTelegram(sentence) ??
          dayAfterPlace(sentence, grammar) ??
          (mayBeAlone && own.every((each) => each === sentence || isKind(each))
            ? dateAlone(sentence, grammar)
            : undefined) ??
          (mayClose ? closing(sentence, grammar) : undefined);
        return date ? [{ place: 'dateline', date }] : this.ofFirstSentence(line, sentence);
      }),
    );
  }

  private ofFirstSentence(line: HeaderLine, sentence: string): readonly Stated[] {
    const isText = !line.isHeading && /^(?:\S+ ){5}/.test(sentence);
    const date = isText && ++this.sentences <= FIRST_SENTENCES ? dayOfNews(sentence, this.grammar) : undefined;
    return date ? [{ place: 'first-sentence', date }] : [];
  }
}
