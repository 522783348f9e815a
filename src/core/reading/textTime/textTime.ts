import type { DocumentDate } from './headerDates';
import type { DatePlace } from './readDocumentDate';

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
      /** The year that the text states as its own. */
      readonly own: number | undefined;
      /** The newest year in the text that no event of the record has, if it is long ago: what was right then may be. */
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
  own: undefined,
  possible: undefined,
};

/** The same text as one of today. */
export function asOfToday(time: TextTime): TextTime {
  return time.kind === 'today' ? time : { ...UNDATED, own: time.kind === 'dated' ? time.date.year : undefined };
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
