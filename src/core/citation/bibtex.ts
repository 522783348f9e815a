import type { Lang } from '../document';
import type { Source } from '../termbase/concept';
import { citationKey } from './citationKey';
import { noteIn } from './reference';
import { encodedAddress } from './address';
import { escapeBibtex } from './escapeText';

/** A source as a BibTeX entry that BibTeX, biblatex and Pandoc read the same way. */
export function bibtexOf(source: Source, lang: Lang): string {
  const { id, title, publisher, issued, URL, number } = source;
  const note = noteIn(source, lang);
  const [year, month] = issued?.split('-') ?? [];
  const fields: [string, string | undefined][] = [
    // The second pair of braces preserves the capitals of names.
    ['title', `{${escapeBibtex(title)}}`],
    // The author of a paper by an institution is the institution, as one name.
    ['author', publisher && `{${escapeBibtex(publisher)}}`],
    ['year', year],
    ['month', month && String(Number(month))],
    ['number', number && escapeBibtex(number)],
    // Programs read it verbatim.
    ['url', URL && encodedAddress(URL)],
    ['note', note && escapeBibtex(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${citationKey(id)},\n${lines.join(',\n')}\n}\n`;
}

/** All sources of a termbase as one bibliography. */
export function bibtexOfSources({ sources }: { readonly sources: ReadonlyMap<string, Source> }): string {
  return [...sources.values()].map((source) => bibtexOf(source, 'en')).join('\n');
}
