import type { Wording } from './wording';

/** `1952-10` → “October 1952”; a date that is not one of the termbase's forms is shown as it stands. */
export function longDate(date: string, wording: Wording): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (year === undefined) return date;
  const monthName = month === undefined ? undefined : wording.months[Number(month) - 1];
  if (monthName === undefined) return year;
  return day === undefined ? `${monthName} ${year}` : `${Number(day)} ${monthName} ${year}`;
}

/** “1952–1980”, “since 1989”, “until 1947”; empty where neither end is known. */
export function yearPeriod(from: string | undefined, to: string | undefined, wording: Wording): string {
  return period(from?.slice(0, 4), to?.slice(0, 4), wording);
}

/** As {@link yearPeriod}, as exact as the dates are: “October 1952 – 1980”. */
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
