/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as its source. */
export const DATE_FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/;

/** Whether a text is such a date, and occurs in the calendar. */
export function isDate(text: string): boolean {
  const [year, month = '01', day = '01'] = DATE_FORM.test(text) ? text.split('-') : [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** The day of a moment where the writer is: the calendar's, not that of Greenwich. */
export function dayOf(moment: Date): string {
  const [month, day] = [moment.getMonth() + 1, moment.getDate()].map((each) => String(each).padStart(2, '0'));
  return `${moment.getFullYear()}-${month}-${day}`;
}

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
