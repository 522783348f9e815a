import type { Lang } from '../document';
import type { Source } from '../termbase/concept';

/** A source as a note names it, the address apart as each format sets it differently. */
export interface Reference {
  readonly text: string;
  readonly url: string | undefined;
}

/** “IOM, Title, A/RES/73/195 (19 December 2018)”. */
export function reference({ publisher, title, number, issued, URL }: Source, lang: Lang): Reference {
  const parts = [
    // An institution that the title begins with need not be named twice.
    ...(publisher === undefined || title.startsWith(publisher) ? [] : [publisher]),
    title,
    ...(number === undefined || title.includes(number) ? [] : [number]),
  ];
  return { text: `${parts.join(', ')}${issued === undefined ? '' : ` (${dateIn(issued, lang)})`}`, url: URL };
}

const MONTHS: Record<Lang, readonly string[]> = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  fr: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  es: ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'],
};

function dateIn(date: string, lang: Lang): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[lang][Number(month) - 1];
  if (name === undefined) return year;
  const parts = day === undefined ? [name, year] : [`${Number(day)}${lang === 'fr' && day === '01' ? 'er' : ''}`, name, year];
  return parts.join(lang === 'es' ? ' de ' : ' ');
}
