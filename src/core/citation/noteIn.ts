import type { Lang } from '../document';
import type { Source } from '../termbase/concept';

/** What a source's note says in the language; English stands in for a missing one. */
export function noteIn({ note }: Source, lang: Lang): string | undefined {
  return typeof note === 'string' ? note : note?.[lang] ?? note?.en;
}
