import type { Lang } from '../document';
import type { Source } from '../termbase/concept';
import { noteIn } from './reference';

/** A source as an item of CSL-JSON 1.0, the format of Zotero, Pandoc and citeproc. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage' | 'document' | 'legislation';
  readonly title: string;
  readonly publisher?: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL?: string;
  readonly number?: string;
  readonly note?: string;
}

export function cslItem(source: Source, lang: Lang): CslItem {
  const { id, title, publisher, issued, URL, number } = source;
  const note = noteIn(source, lang);
  return {
    id: citationKey(id),
    // A UN document is cited by its symbol, whatever page it was read on.
    type:
      number !== undefined && /^[A-Z]+\/RES\//.test(number)
        ? 'legislation'
        : number === undefined && URL !== undefined
          ? 'webpage'
          : 'document',
    title,
    ...(publisher === undefined ? {} : { publisher }),
    ...(issued === undefined ? {} : { issued: { 'date-parts': [issued.split('-').map(Number)] } }),
    ...(URL === undefined ? {} : { URL }),
    ...(number === undefined ? {} : { number }),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * The key in `[@key]` and `\cite{key}`: the same for a source everywhere, and distinct from the keys of the document
 * itself.
 */
export function citationKey(id: string): string {
  return `migration-terms-${id}`;
}
