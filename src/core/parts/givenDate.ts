import { decodeDate, encodeDate, type DocumentDate } from '../reading/documentDate';

/**
 * A date that a document states for itself, and whether it is at least as new as the record: then the document is a
 * current draft.
 */
export interface GivenDate extends DocumentDate {
  readonly isOfToday: boolean;
}

const OF_TODAY = 'today ';

/** Encodes a date as one string, for comparison; `''` for none. */
export function encodeGiven(date: DocumentDate | undefined, isOfToday: boolean): string {
  return date === undefined ? '' : `${isOfToday ? OF_TODAY : ''}${encodeDate(date)}`;
}

export function decodeGiven(given: string): GivenDate | undefined {
  const isOfToday = given.startsWith(OF_TODAY);
  const date = decodeDate(isOfToday ? given.slice(OF_TODAY.length) : given);
  return date && { ...date, isOfToday };
}
