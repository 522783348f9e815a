import type { Lang, Span, TextDocument } from '../document';
import { yearAlone } from '../reading/nodes';
import { grammarOf } from '../reading/grammar';
import {
  DOCUMENT_FOOT,
  DOCUMENT_HEAD,
  readDocumentDate,
  type DatePlace,
  type StatedDate,
} from '../reading/textTime/readDocumentDate';
import { decodeDate, isoDate, UNDATED, type Dated, type TextTime } from '../reading/textTime/textTime';
import type { UndatedEvent } from '../reading/textTime/undatedEvents';
import { yearOf } from '../termbase/dates';
import type { Head, TermEntry, Termbase } from '../termbase/termbase';
import { actingHead, signingHead, type InOffice } from './formerHead';
import type { Part } from './part';
import { eventDays, eventYears, foundingYear, newestYear } from './yearsOfRecord';

/** Number of code units at the beginning of a document that determine its language and its time. */
export const BEGINNING = 20_000;

/** The time of a document, and the place that shows it, in its offsets; `undefined` where no text does. */
export interface ShownTime {
  readonly time: TextTime;
  readonly place: Span | undefined;
}

/** The document whose time is read. */
interface Whole {
  readonly parts: readonly Part[];
  readonly termbase: Termbase;
  language(): Lang;
}

/**
 * The time of a document, from the caller, its own dates, a former head in office, the events that it reports and its
 * file, in this order.
 */
export class DocumentTime {
  /** The date last read, and the text that it was read from. */
  private stated: { readonly key: string; readonly date: StatedDate | undefined } | undefined;

  constructor(
    private readonly whole: Whole,
    private readonly dates: Dates,
  ) {}

  /** The time as of which the document is judged, and the place that shows it. */
  textTime(): ShownTime {
    const now = Math.min(this.thisYear, newestYear(this.whole.termbase));
    const { date, today } = this.dates;
    const given = date === undefined ? undefined : decodeDate(date === 'today' ? (today ?? String(now)) : date);
    if (given) {
      const time = timeOfDate({ date: given, until: given.year, place: 'caller' }, now);
      // A line with another date is that of an earlier draft.
      const own = this.statedDate()?.date.year ?? given.year;
      return { time: time.kind === 'today' ? { ...time, own } : time, place: undefined };
    }
    const stated = this.statedDate();
    if (stated) return { time: timeOfDate(stated, now), place: stated.end > stated.start ? stated : undefined };
    const inOffice = this.headInOffice();
    if (inOffice) {
      const { start, end, from, until } = inOffice;
      const possible: Dated = { kind: 'dated', date: yearAlone(from), until, shownBy: 'head' };
      return { time: { kind: 'unclear', shownBy: 'head', possible, isRecent: false }, place: { start, end } };
    }
    const event = this.undatedEvent();
    if (event)
      return {
        time: { kind: 'unclear', shownBy: 'event', possible: this.timeOfFile(), isRecent: false },
        place: event,
      };
    return { time: this.undated(), place: undefined };
  }

  /** The time of a text that shows none. One that was changed this year is of today. */
  private undated(): TextTime {
    const { fileDates, today } = this.dates;
    const own = this.newestOwnYear();
    const ownYear = own !== undefined && own < this.thisYear - LONG_AGO ? yearAlone(own) : undefined;
    const changed = yearOf(fileDates?.changed) ?? this.thisYear;
    if (changed >= this.thisYear) {
      const possible: Dated | undefined = ownYear && {
        kind: 'dated',
        date: ownYear,
        until: ownYear.year,
        shownBy: 'own-year',
      };
      return { ...UNDATED, elected: this.electedWithoutDate(), possible };
    }
    const ofFile = this.timeOfFile();
    const from = isHalfAYearAgo(fileDates!.changed, today) ? ofFile?.date : yearAlone(changed);
    const date = from && ownYear && ownYear.year < from.year ? ownYear : from;
    const possible: Dated | undefined = date && { kind: 'dated', date, until: changed, shownBy: 'file' };
    return { kind: 'unclear', shownBy: 'file', possible, isRecent: changed >= this.thisYear - 1 };
  }

  /** From the day on which the file was made to its last change: what ended before cannot have been right in it. */
  private timeOfFile(): Dated | undefined {
    const { created, changed } = this.dates.fileDates ?? {};
    const date = created === undefined ? undefined : decodeDate(created);
    const last = changed === undefined ? undefined : decodeDate(changed);
    if (!date || !last) return undefined;
    // The end of a time has no month but that of its beginning.
    const isWholeYear = date.year === last.year && date.month !== last.month;
    return { kind: 'dated', date: isWholeYear ? yearAlone(date.year) : date, until: last.year, shownBy: 'file' };
  }

  /** The year of the check. */
  private get thisYear(): number {
    return yearOf(this.dates.today) ?? newestYear(this.whole.termbase);
  }

  /** The date that the document states, in its own offsets. */
  private statedDate(): StatedDate | undefined {
    const lang = this.whole.language();
    const head = this.beginning(DOCUMENT_HEAD);
    const foot = this.ending(DOCUMENT_FOOT);
    const key = `${lang} ${head} ${foot}`;
    if (this.stated?.key !== key) this.stated = { key, date: readDocumentDate(head, foot, grammarOf(lang)) };
    const { date } = this.stated;
    if (!date) return undefined;
    const from = date.place === 'last-line' ? this.length - foot.length : 0;
    return { ...date, start: date.start + from, end: date.end + from };
  }

  /**
   * The place that shows a head of former times in office, with the years of the tenure: the head signs the text or
   * acts in its present, it uses the name of that time, and nothing in it is later.
   */
  private headInOffice(): (Span & { readonly from: number; readonly until: number }) | undefined {
    const { parts } = this.whole;
    const heads = [...new Set(parts.flatMap(({ formerHeads }) => formerHeads))];
    if (heads.length === 0) return undefined;
    const lang = this.whole.language();
    const foot = parts
      .map(({ text }) => text)
      .join('')
      .slice(-DOCUMENT_FOOT);
    const signed = signingHead(foot, lang, heads);
    const from = this.length - foot.length;
    const place = signed && { ...signed, start: from + signed.start, end: from + signed.end };
    const found = place ?? this.actingHead(lang, heads);
    if (!found || parts.some((part) => isLaterThan(found.head, part, this.whole.termbase))) return undefined;
    return { start: found.start, end: found.end, from: found.head.from, until: found.head.to };
  }

  private actingHead(lang: Lang, heads: readonly Head[]): InOffice | undefined {
    for (const part of this.whole.parts) {
      if (part.start >= BEGINNING) return undefined;
      const found = actingHead(part, lang, heads);
      if (found) return { ...found, start: part.start + found.start, end: part.start + found.end };
    }
    return undefined;
  }

  /** The first place at the beginning of the document that reports an event without its date. */
  private undatedEvent(): Span | undefined {
    const [event] = this.ofBeginning((part, lang) => {
      const isShown = (each: UndatedEvent): boolean =>
        part.start + each.start < BEGINNING && this.isEarlier(each, part);
      return part
        .undatedEvents(lang)
        .filter(isShown)
        .map(({ start, end }) => ({ start: part.start + start, end: part.start + end }));
    });
    return event;
  }

  /** Whether an event shows that the document may be older than the record. */
  private isEarlier(event: UndatedEvent, part: Part): boolean {
    if (event.kind === 'deictic') return true;
    if (!this.isOpening(part.start + event.start)) return false;
    if (event.kind === 'day') return !eventDays(this.whole.termbase).has(isoDate({ ...event.day, year: 0 }));
    if (event.kind !== 'anniversary') return true;
    const newest = newestYear(this.whole.termbase);
    return [...part.namesByConcept.keys()].some(
      (concept) => (foundingYear(concept, this.whole.termbase) ?? newest) + event.age < newest,
    );
  }

  /** The newest year that the document states, apart from those of the events in the record. */
  private newestOwnYear(): number | undefined {
    const known = eventYears(this.whole.termbase);
    const years = this.ofBeginning((part) =>
      part.years.flatMap(({ year, of }) => {
        const mayBeOwn = of === 'own' || of === 'text' || (of === 'opening' && part.start === 0);
        return mayBeOwn && (of === 'own' || !known.has(year)) ? [year] : [];
      }),
    );
    return years.length > 0 ? Math.max(...years) : undefined;
  }

  /** The persons whose election or appointment the beginning of the document reports without a year. */
  private electedWithoutDate(): readonly string[] {
    return [...new Set(this.ofBeginning((part, lang) => part.electedWithoutDate(lang)))].sort();
  }

  /** What the parts at the beginning of the document contribute to an answer. */
  private ofBeginning<T>(read: (part: Part, lang: Lang) => readonly T[]): readonly T[] {
    const lang = this.whole.language();
    const found: T[] = [];
    for (const part of this.whole.parts) {
      if (part.start >= BEGINNING) break;
      found.push(...read(part, lang));
    }
    return found;
  }

  /** Whether a place is at the beginning of the document, and no year precedes it. */
  private isOpening(offset: number): boolean {
    return offset < DOCUMENT_HEAD && !/(?<!\d)(?:19|20)\d\d(?!\d)/.test(this.beginning(offset));
  }

  private beginning(length: number): string {
    let text = '';
    for (let i = 0; i < this.whole.parts.length && text.length < length; i++) text += this.whole.parts[i]!.text;
    return text.slice(0, length);
  }

  private get length(): number {
    const last = this.whole.parts[this.whole.parts.length - 1];
    return last ? last.start + last.text.length : 0;
  }

  /** The end of the document, except what belongs to its beginning. */
  private ending(length: number): string {
    const all = this.length;
    let text = '';
    for (let i = this.whole.parts.length - 1; i >= 0 && text.length < length; i--)
      text = this.whole.parts[i]!.text + text;
    return all <= DOCUMENT_HEAD ? '' : text.slice(-Math.min(length, all - DOCUMENT_HEAD));
  }
}

/** In years: dates that are farther apart do not tell the time of a text. */
const MOST_YEARS_APART = 3;

/** The time of a text that states a date. From the year `now` on, a text is one of today. */
function timeOfDate(
  { date, until, place }: Pick<StatedDate, 'date' | 'until'> & { readonly place: DatePlace | 'caller' },
  now: number,
): TextTime {
  if (date.year >= now) return { ...UNDATED, date, own: date.year, shownBy: place };
  const dated: Dated = { kind: 'dated', date, until, shownBy: place };
  const unclear = { kind: 'unclear', isRecent: false } as const;
  // A text that begins with an event of that day may be news of it, or look back.
  if (place === 'first-sentence') return { ...unclear, shownBy: place, possible: { ...dated, until: now } };
  if (until - date.year > MOST_YEARS_APART) return { ...unclear, shownBy: 'several-dates', possible: undefined };
  return until >= now ? { ...unclear, shownBy: 'several-dates', possible: dated } : dated;
}

/** What the caller knows of the time of a document. */
export type Dates = Pick<TextDocument, 'date' | 'fileDates' | 'today'>;

/** Whether half a year or more has passed since a day. A text that was changed later is of that change. */
function isHalfAYearAgo(day: string, today: string | undefined): boolean {
  const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return today === undefined || monthsOf(today) - monthsOf(day) >= 6;
}

/** Whether a part names a year, a head or a thing that began after a tenure. Its budget is of the next year. */
function isLaterThan({ to }: Head, { years, mentions }: Part, termbase: Termbase): boolean {
  const heads = [...termbase.names.values()].flatMap((entry) => [...entry.heads.values()]);
  const later = new Set(heads.flatMap(({ name, from }) => (from > to + 1 ? [name] : [])));
  const isLater = ({ entry: { firstYear, name } }: TermEntry): boolean =>
    firstYear > to + 1 || name.terms.some(({ text }) => later.has(text));
  return years.some(({ year }) => year > to + 1) || mentions.some(({ terms }) => terms.every(isLater));
}

/** In years: a text whose newest year is longer ago than this may be of that time. */
const LONG_AGO = 3;
