import type { DocumentDate } from './headerDates';
import type { DatePlace, StatedDate } from './readDocumentDate';

/**
 * The time as of which a text is judged, and what shows it.
 * - `dated`: the text is older than the record. Names and values are compared with the record of `date` to the year
 *   `until`.
 * - `today`: a current draft, which may state its own year, or a text that shows no time. `elected` are the persons
 *   whose election or appointment it reports without a year.
 * - `unclear`: the text shows that it is of a certain time, but not of which. What was right once may be right in it.
 */
export type TextTime =
  | Dated
  | {
      readonly kind: 'today';
      readonly date: DocumentDate | undefined;
      readonly shownBy: DatePlace | 'caller' | 'nothing';
      readonly elected: readonly string[];
      /**
       * The newest year that the text states, apart from those of events in the record, if it is long ago. What was
       * right then may be right in the text.
       */
      readonly possible: Dated | undefined;
    }
  | {
      readonly kind: 'unclear';
      readonly shownBy: 'event' | 'first-sentence' | 'several-dates' | 'head' | 'file';
      /** What was right at no moment of this time cannot be right in the text; any time if `undefined`. */
      readonly possible: Dated | undefined;
      /** Whether its file was changed this year or last, so that its "today" is that of its reader. */
      readonly isRecent: boolean;
    };

/** A time from a date to the end of a year. */
export interface Dated {
  readonly kind: 'dated';
  readonly date: DocumentDate;
  readonly until: number;
  readonly shownBy: DatePlace | 'caller' | 'head' | 'file' | 'own-year';
}

/** A text that shows no time. */
export const UNDATED: Extract<TextTime, { readonly kind: 'today' }> = {
  kind: 'today',
  date: undefined,
  shownBy: 'nothing',
  elected: [],
  possible: undefined,
};

/** In years: dates that are farther apart do not tell the time of a text. */
const MOST_YEARS_APART = 3;

/** The time of a text that states a date. From the year `now` on, a text is one of today. */
export function timeOfDate(
  { date, until, place }: Pick<StatedDate, 'date' | 'until'> & { readonly place: DatePlace | 'caller' },
  now: number,
): TextTime {
  if (date.year >= now) return { ...UNDATED, date, shownBy: place };
  const dated: Dated = { kind: 'dated', date, until, shownBy: place };
  const unclear = { kind: 'unclear', isRecent: false } as const;
  // A text that begins with an event of that day may be news of it, or look back.
  if (place === 'first-sentence') return { ...unclear, shownBy: place, possible: { ...dated, until: now } };
  if (until - date.year > MOST_YEARS_APART) return { ...unclear, shownBy: 'several-dates', possible: undefined };
  return until >= now ? { ...unclear, shownBy: 'several-dates', possible: dated } : dated;
}

/** "2018-03-05", "2018": the parts of a date that are known. */
export function isoDate({ year, month, day }: DocumentDate): string {
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

export function decodeDate(date: string): DocumentDate | undefined {
  const [year, month, day] = date.split('-').map(Number);
  return year === undefined || date === '' ? undefined : { year, month, day };
}
