import type { Termbase } from '../termbase/termbase';
import type { CitedSource } from './answers';

export function citedSources(termbase: Termbase, ids: readonly string[]): readonly CitedSource[] {
  return [...new Set(ids)].map((id) => {
    const source = termbase.sources.get(id);
    if (source === undefined) return { title: id };
    const { title, publisher, number, issued, URL: url } = source;
    return { title, publisher, number, issued, url };
  });
}
