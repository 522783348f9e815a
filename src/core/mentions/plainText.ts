import { ESCAPE, FOLD } from './fold';
import type { EscapeReader } from './words';

/** What a reader sees of a stretch: escapes read, emphasis and block-quote marks taken out; blanks as they stand. */
export function plainText(text: string, start: number, end: number, readEscape: EscapeReader | undefined): string {
  const raw = text.slice(start, end).replace(/([\r\n][ \t]*)(?:>[ \t]?)+/g, '$1');
  if (readEscape === undefined || !/[&<\\{}~]/.test(raw)) return raw.replace(/[*_]/g, '');
  let plain = '';
  for (let i = 0; i < raw.length;) {
    const escape = FOLD[raw.charCodeAt(i)] === ESCAPE ? readEscape(raw, i) : undefined;
    plain += escape ? escape.character : raw[i];
    i += escape?.length ?? 1;
  }
  return plain.replace(/[*_]/g, '');
}
