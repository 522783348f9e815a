/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as its source. */
export const DATE_FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

/**
 * Compares dates of any precision for sorting, earlier ones first. Compares code units, because the dates of the data
 * have one format and a locale comparison costs far more.
 */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
