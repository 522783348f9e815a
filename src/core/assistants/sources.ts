import type { Termbase } from '../termbase/termbase';

/** A source as an assistant can cite it. */
export interface CitedSource {
  readonly title: string;
  readonly publisher?: string;
  readonly number?: string;
  readonly issued?: string;
  readonly url?: string;
}

export function citedSources(termbase: Termbase, ids: readonly string[]): readonly CitedSource[] {
  return [...new Set(ids)].map((id) => {
    const source = termbase.sources.get(id);
    if (source === undefined) return { title: id };
    const { title, publisher, number, issued, URL: url } = source;
    return { title, publisher, number, issued, url };
  });
}
