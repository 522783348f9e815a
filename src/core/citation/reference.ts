import type { Lang } from '../document';
import type { Fact, Source } from '../termbase/concept';
import { checkedAt, longDate } from '../wording/dates';

/** A source as cited in a note; the address is separate, because each format sets it differently. */
export interface Reference {
  readonly text: string;
  readonly url: string | undefined;
}

/**
 * `United Nations, Title, A/RES/73/195 (19 December 2018)`; a title is set in quotation marks, except that of an
 * official document with a symbol.
 */
export function reference({ publisher, title, number, issued, URL }: Source, lang: Lang): Reference {
  const parts = [
    // An institution at the beginning of the title need not be named twice.
    ...(publisher === undefined || title.startsWith(publisher) ? [] : [publisher]),
    number !== undefined && SYMBOL.test(number) ? title : quoted(title, lang),
    ...(number === undefined || title.includes(number) ? [] : [number]),
  ];
  return { text: `${parts.join(', ')}${issued === undefined ? '' : ` (${longDate(issued, { lang })})`}`, url: URL };
}

/** The note of a source in the language; English replaces a missing one. */
export function noteIn({ note }: Source, lang: Lang): string | undefined {
  return typeof note === 'string' ? note : (note?.[lang] ?? note?.en);
}

/** "A/RES/73/195", "CMW/C/GC/2"; the symbols of press releases differ: "DEV/3375". */
const SYMBOL = /^[A-Z]\/|^[A-Z]+\/C\//;

/** Inner quotation marks become single ones, so that the title is one quotation. */
export function quoted(title: string, lang: Lang): string {
  const [open, close] = MARKS[lang];
  return `${open}${title.replace(/["“«]\s?(.*?)\s?["”»]/g, '‘$1’')}${close}`;
}

const MARKS: Record<Lang, readonly [open: string, close: string]> = {
  en: ['“', '”'],
  fr: ['«\u00a0', '\u00a0»'],
  es: ['«', '»'],
};

/** “checked 27 November 2026”; empty for a fact that needs no further review. */
export function checkedOn({ reviewed }: Pick<Fact, 'reviewed'>, lang: Lang): string {
  return reviewed === undefined ? '' : checkedAt(reviewed, lang);
}
