import type { Lang } from '../document';
import { grammarOf } from '../reading/grammar';
import type { Day } from '../reading/nodes';

/** How a language writes numbers, dates, spans of time and places inside a sentence. */
export interface ValueWording {
  number(value: number): string;
  /** "10 December 2018", "October 2023", "2018"; omits a missing year. */
  date(day: Day): string;
  /** "on 10 December 2018", "in 2018". */
  on(day: Day): string;
  /** As `on`, but after "not", where some languages omit the preposition. */
  notOn(day: Day): string;
  /** "from 17 to 20 May 2022", "from 2018 to 2023". */
  span(from: Day, to: Day): string;
  since(day: Day): string;
  /** In the feminine where the language distinguishes genders. */
  ordinal(value: number): string;
  quote(text: string): string;
  /** Whether a place that is ruled out keeps its preposition. */
  readonly repeatsPrepositions: boolean;
}

const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/** The first day of a span, without the parts that it shares with the last day. */
function firstOf(from: Day, to: Day): Day {
  if (from.day === undefined || from.year !== to.year)
    return from.month !== undefined && from.year === to.year ? { ...from, year: undefined } : from;
  return { year: undefined, month: from.month === to.month ? undefined : from.month, day: from.day };
}

/** A round number from a million upwards: "26.4 million", "1,8 milliard", "1800 millones". */
function large(value: number, powers: readonly string[], point: string): string | undefined {
  if (value < 1e6 || value % 1e5 !== 0) return undefined;
  const isBillion = value >= 1e9 && powers.length > 1;
  return `${String(Math.round(value / (isBillion ? 1e7 : 1e4)) / 100).replace('.', point)} ${powers[isBillion ? 1 : 0]}`;
}

const joined = (parts: readonly (string | number | undefined)[], joint: string): string =>
  parts.filter((part) => part !== undefined).join(joint);
const monthOf = (lang: Lang, { month }: Day): string | undefined =>
  month === undefined ? undefined : grammarOf(lang).monthName(month);

const en: ValueWording = {
  number: (value) => large(value, ['million', 'billion'], '.') ?? String(value).replace(THOUSANDS, ','),
  date: (day) => joined([day.day, monthOf('en', day), day.year], ' '),
  on: (day) => `${day.day === undefined ? 'in' : 'on'} ${en.date(day)}`,
  notOn: (day) => en.date(day),
  span: (from, to) => `from ${en.date(firstOf(from, to))} to ${en.date(to)}`,
  since: (day) => `since ${en.date(day)}`,
  ordinal: (value) =>
    `${value}${value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`,
  quote: (text) => `“${text}”`,
  repeatsPrepositions: false,
};

const fr: ValueWording = {
  number: (value) =>
    large(
      value,
      value < 2e6 ? ['million'] : value < 2e9 && value >= 1e9 ? ['millions', 'milliard'] : ['millions', 'milliards'],
      ',',
    ) ?? String(value).replace(THOUSANDS, '\u202f'),
  date: (day) => joined([day.day === 1 ? '1er' : day.day, monthOf('fr', day), day.year], ' '),
  on: (day) => `${day.day === undefined ? 'en' : 'le'} ${fr.date(day)}`,
  notOn: (day) => fr.on(day),
  span: (from, to) => {
    const first = fr.date(firstOf(from, to));
    return from.day === undefined
      ? `${/^[ao]/.test(first) ? "d'" : 'de '}${first} à ${fr.date(to)}`
      : `du ${first} au ${fr.date(to)}`;
  },
  since: (day) => `depuis ${day.day === undefined ? '' : 'le '}${fr.date(day)}`,
  ordinal: (value) => `${value}${value === 1 ? 're' : 'e'}`,
  quote: (text) => `«\u00a0${text}\u00a0»`,
  repeatsPrepositions: true,
};

const es: ValueWording = {
  // Four-digit numbers have no separator.
  number: (value) =>
    large(value, ['millones'], ',') ?? (value < 10_000 ? String(value) : String(value).replace(THOUSANDS, '.')),
  date: (day) => joined([day.day, monthOf('es', day), day.year], ' de '),
  on: (day) => `${day.day === undefined ? 'en' : 'el'} ${es.date(day)}`,
  notOn: (day) => es.on(day),
  span: (from, to) =>
    from.day === undefined
      ? `de ${es.date(firstOf(from, to))} a ${es.date(to)}`
      : `del ${es.date(firstOf(from, to))} al ${es.date(to)}`,
  since: (day) => `desde ${day.day === undefined ? '' : 'el '}${es.date(day)}`,
  ordinal: (value) => `${value}.ª`,
  quote: (text) => `«${text}»`,
  repeatsPrepositions: true,
};

export const VALUE_WORDING: Readonly<Record<Lang, ValueWording>> = { en, fr, es };
