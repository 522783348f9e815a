import type { Source } from '../termbase/concept';

/** What stands in for a reason or a source that an imported list does not give. */
export const HOUSE_STYLE = 'House style.';
export const HOUSE_SOURCE: Source = { id: 'house-style', title: 'House style' };

/** Parts several wordings or sources in one field of a table. Braces of a term hold bars too, but without blanks. */
export const BETWEEN = ' | ';

/** Makes an id of a text: `Global Compact for Migration` → `global-compact-for-migration`; each id only once. */
export class Ids {
  private readonly used = new Map<string, number>();

  take(text: string, prefix = ''): string {
    const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? ['term'];
    const base = (prefix + words.join('-')).slice(0, 60).replace(/-+$/, '');
    // Counted per base, so that ten thousand alike do not each try all numbers.
    for (let count = this.used.get(base) ?? 1; ; count++) {
      const id = count === 1 ? base : `${base}-${count}`;
      this.used.set(base, count + 1);
      if (count === 1 || !this.used.has(id)) {
        if (count > 1) this.used.set(id, 2);
        return id;
      }
    }
  }
}

/** `IOM`, `U.N.`, `CIM-2`: written in capitals, and only so. */
export function looksLikeAbbreviation(text: string): boolean {
  return text.length <= 12 && /^[\p{Lu}\p{N}][\p{Lu}\p{N}.\-/]+s?$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}

/** A source as one line of a table, `Title <address>`, and back. */
export function sourceLabel({ title, URL }: Source): string {
  return URL === undefined || URL === title ? title : `${title} <${URL}>`;
}

export function parseSourceLabel(label: string, id: string): Source {
  const match = /^(.*?)[\s,;]*<?(https?:\/\/[^\s<>]+)>?$/.exec(label.length > 2000 ? '' : label);
  return match ? { id, title: match[1] || match[2], URL: match[2] } : { id, title: label };
}

/** By code unit, not by locale: the order that the termbase asks for. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
