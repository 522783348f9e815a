import type { Wording } from './wording';

/**
 * `1952-10` → “October 1952”; two dates with a slash are a period, and `--12-18` is a day of any year; any other text
 * is returned unchanged.
 */
export function longDate(date: string, wording: Wording): string {
  const [from, to] = date.split('/');
  if (to !== undefined && isDate(from!) && isDate(to)) return longPeriod(from, to, wording);
  if (/^--\d{2}-\d{2}$/.test(date)) return longDate(`0000${date.slice(1)}`, wording).replace(/ (?:de )?0000$/, '');
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const monthName = month === undefined ? undefined : wording.months[Number(month) - 1];
  if (monthName === undefined) return year;
  const of = wording.lang === 'es' ? ' de ' : ' ';
  const monthAndYear = `${monthName}${of}${year}`;
  if (day === undefined) return monthAndYear;
  return `${Number(day)}${wording.lang === 'fr' && day === '01' ? 'er' : ''}${of}${monthAndYear}`;
}

/** Whether the text is a date in a format of the termbase, or a period of two dates. */
export function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/.test(text);
}

/** “1952–1980”, “since 1989”, “until 1947”; empty where neither end is known. */
export function yearPeriod(from: string | undefined, to: string | undefined, wording: Wording): string {
  return period(from?.slice(0, 4), to?.slice(0, 4), wording);
}

/** As {@link yearPeriod}, but as precise as the dates: “October 1952 – 1980”. */
export function longPeriod(from: string | undefined, to: string | undefined, wording: Wording): string {
  const dated = (date: string | undefined) => (date === undefined ? undefined : longDate(date, wording));
  return period(dated(from), dated(to), wording);
}

function period(from: string | undefined, to: string | undefined, wording: Wording): string {
  if (from !== undefined && to !== undefined) {
    if (from === to) return from;
    return /\s/.test(from + to) ? `${from} – ${to}` : `${from}–${to}`;
  }
  if (from !== undefined) return wording.since(from);
  return to !== undefined ? wording.until(to) : '';
}
