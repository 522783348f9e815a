import type { Source } from '../termbase/concept';

/** Replaces a reason or a source that an imported list does not give. */
export const HOUSE_STYLE = 'House style.';
export const HOUSE_SOURCE: Source = { id: 'house-style', title: 'House style' };

/**
 * Separates several wordings or sources in one field of a table. The braces of a term contain bars too, but without
 * blanks.
 */
export const BETWEEN = ' | ';

/**
 * Derives ids from texts: `Global Compact for Migration` → `global-compact-for-migration`; no id is returned twice.
 */
export class Ids {
  private readonly used = new Map<string, number>();

  take(text: string, prefix = ''): string {
    const words = text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? ['term'];
    const base = (prefix + words.join('-')).slice(0, 60).replace(/-+$/, '');
    // Counted per base, so that ten thousand equal texts do not each try all numbers.
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

/** `IOM`, `U.N.`, `CIM-2`: texts of at least two capitals, digits and marks only. */
export function looksLikeAbbreviation(text: string): boolean {
  return text.length <= 12 && /^[\p{Lu}\p{N}][\p{Lu}\p{N}.\-/]+s?$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text);
}

/** A source as one field of a table, `Title <address>`; {@link parseSourceLabel} reads it back. */
export function sourceLabel({ title, URL }: Source): string {
  return URL === undefined || URL === title ? title : `${title} <${URL}>`;
}

export function parseSourceLabel(label: string, id: string): Source {
  const match = /^(.*?)[\s,;]*<?(https?:\/\/[^\s<>]+)>?$/.exec(label.length > 2000 ? '' : label);
  return match ? { id, title: match[1]! || match[2]!, URL: match[2] } : { id, title: label };
}

/** Compares by code unit, not by locale: the order that the termbase requires. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
