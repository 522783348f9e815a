import { reliabilityOf, type Reliability } from '../citation/citable';
import type { Lang } from '../document';
import type { Source } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { longDate } from '../wording/dates';
import { escapeMarkdown, markdownLink } from './markdown';
import type { Wording } from './wordings';

/** A source as a line shows it. */
export interface SourceLine {
  readonly title: string;
  readonly url: string | undefined;
  /** “A/RES/73/195, January 2019”; may be empty. */
  readonly detail: string;
  readonly publisher: string | undefined;
  readonly reliability: Reliability;
}

export function sourceLines(sources: readonly Source[], lang: Lang): readonly SourceLine[] {
  return sources.map((source) => {
    const { title, number, issued, publisher, URL: url } = source;
    const detail = [
      number !== undefined && !title.includes(number) ? number : undefined,
      issued && longDate(issued, { lang }),
    ];
    return { title, url, detail: detail.filter(Boolean).join(', '), publisher, reliability: reliabilityOf(source) };
  });
}

/** The sources with these ids, each once; unknown ids are omitted. */
export function sourcesWith(termbase: Termbase, ids: readonly string[]): readonly Source[] {
  return [...new Set(ids)].flatMap((id) => termbase.sources.get(id) ?? []);
}

/** The sources with these ids; an unknown one has its id as its title. */
export function resolved(termbase: Termbase, ids: readonly string[]): readonly Source[] {
  return ids.map((id) => termbase.sources.get(id) ?? { id, title: id });
}

/** “Sources: [title](url), 2018 · …” as Markdown; empty if there are none. */
export function sourceList(sources: readonly Source[], wording: Wording): string {
  const links = sourceLines(sources, wording.lang).map(
    ({ title, url, detail }) => markdownLink(title, url) + (detail === '' ? '' : `, ${escapeMarkdown(detail)}`),
  );
  return links.length === 0 ? '' : wording.labelled(wording.sources, links.join(' · '));
}
