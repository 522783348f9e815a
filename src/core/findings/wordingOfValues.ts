import { perLang, type Lang } from '../document';
import type { Day } from '../reading/nodes';
import { dateInWords, fillDated } from '../wording/dates';
import { fill, fillCounted } from '../wording/fill';
import { WORDING } from './wording';

/** "1,234"; a round number from a million upwards in words: "26.4 million", "1,8 milliard", "1800 millones". */
export function numberInWords(value: number, lang: Lang): string {
  if (value < 1e6 || value % 1e5 !== 0) return numbersIn(lang).format(value);
  const { powers } = WORDING[lang];
  const isBillion = value >= 1e9 && powers.length > 1;
  const rounded = Math.round(value / (isBillion ? 1e7 : 1e4)) / 100;
  return fillCounted(powers[isBillion ? 1 : 0]!, rounded, lang, { count: numbersIn(lang).format(rounded) });
}

const numbersIn = perLang((lang) => new Intl.NumberFormat(lang));

export function ordinalInWords(count: number, lang: Lang): string {
  const { ordinal } = WORDING[lang];
  return fill(ordinal[ordinalsIn(lang).select(count)] ?? ordinal.other, { count });
}

const ordinalsIn = perLang((lang) => new Intl.PluralRules(lang, { type: 'ordinal' }));

/** "on 10 December 2018", "in 2018". */
export function onDay(day: Day, lang: Lang): string {
  return fillDated(WORDING[lang].on, dateInWords(day, lang));
}

/** "since 10 December 2018". */
export function sinceDay(day: Day, lang: Lang): string {
  return fillDated(WORDING[lang].since, dateInWords(day, lang));
}

/** "from 17 to 20 May 2022", "from 2018 to 2023". */
export function spanInWords(from: Day, to: Day, lang: Lang): string {
  const { span } = WORDING[lang];
  const first = dateInWords(firstOf(from, to), lang);
  const text = from.day !== undefined ? span.day : /^[ao]/.test(first) ? span.vowel : span.other;
  return fill(text, { from: first, to: dateInWords(to, lang) });
}

/** The first day of a span, without the parts that it shares with the last day. */
function firstOf(from: Day, to: Day): Day {
  if (from.day === undefined || from.year !== to.year)
    return from.month !== undefined && from.year === to.year ? { ...from, year: undefined } : from;
  return { year: undefined, month: from.month === to.month ? undefined : from.month, day: from.day };
}
