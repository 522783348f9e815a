import english from '../../../data/wording/dates.en.json';
import spanish from '../../../data/wording/dates.es.json';
import french from '../../../data/wording/dates.fr.json';
import type { Lang } from '../document';
import { fill } from './fill';

/** Something in a language: the wording of a front end, or the language itself. */
interface InLanguage {
  readonly lang: Lang;
}

/**
 * `1952-10` → “October 1952”; two dates with a slash are a period, and `--12-18` is a day of any year; any other text
 * is returned unchanged.
 */
export function longDate(date: string, { lang }: InLanguage): string {
  const [from, to] = date.split('/');
  if (to !== undefined && isDate(from!) && isDate(to)) return longPeriod(from, to, { lang });
  const [isKnown, year, month, day] = /^(?:(\d{4})|-(?=-\d\d-))(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (isKnown === undefined) return date;
  return dateInWords({ year, month: month && Number(month), day: day && Number(day) }, lang);
}

/** “14 November 1989”, “1er mai”, “octubre de 1952”: as precise as what is known. */
export function dateInWords(
  { year, month, day }: { readonly [part in 'year' | 'month' | 'day']?: number | string | undefined },
  lang: Lang,
): string {
  const { months, date } = WORDS[lang];
  return [day === 1 ? date.firstDay : day, month && months[Number(month) - 1], year]
    .filter((part) => part !== undefined)
    .join(date.joint);
}

/** Fills a text with a date in words: “le {date}” for a day, “en {date}” for a month or a year. */
export function fillDated(texts: { readonly day: string; readonly other: string }, date: string): string {
  return fill(/^\d{1,2}(?:er)? /.test(date) ? texts.day : texts.other, { date });
}

/** “as of June 2025”, for a date in words. */
export function asOf(date: string, lang: Lang): string {
  return fillDated(WORDS[lang].asOf, date);
}

/** “checked 27 November 2026” */
export function checkedAt(date: string, lang: Lang): string {
  return fill(WORDS[lang].checkedOn, { date: longDate(date, { lang }) });
}

/** Whether the text is a date in a format of the termbase, or a period of two dates. */
export function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/.test(text);
}

/** “1952–1980”, “since 1989”, “until 1947”; empty where neither end is known. */
export function yearPeriod(from: string | undefined, to: string | undefined, { lang }: InLanguage): string {
  return period(from?.slice(0, 4), to?.slice(0, 4), lang);
}

/** As {@link yearPeriod}, but as precise as the dates: “October 1952 – 1980”. */
export function longPeriod(from: string | undefined, to: string | undefined, { lang }: InLanguage): string {
  const dated = (date: string | undefined) => (date === undefined ? undefined : longDate(date, { lang }));
  return period(dated(from), dated(to), lang);
}

function period(from: string | undefined, to: string | undefined, lang: Lang): string {
  if (from !== undefined && to !== undefined) {
    if (from === to) return from;
    return /\s/.test(from + to) ? `${from} – ${to}` : `${from}–${to}`;
  }
  const { since, until } = WORDS[lang];
  if (from !== undefined) return fillDated(since, from);
  return to === undefined ? '' : fillDated(until, to);
}

const WORDS: Readonly<Record<Lang, typeof english>> = { en: english, fr: french, es: spanish };
