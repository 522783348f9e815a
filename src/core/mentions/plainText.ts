import { ESCAPE, FOLD } from '../fold';
import type { EscapeReader } from './words';

/**
 * The text `[start, end)` as a reader sees it: escapes decoded, emphasis and block-quote marks removed; blanks are
 * unchanged.
 */
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
