import type { Source } from '../termbase/concept';
import { citationKey } from './csl';
import { escapeLatex, escapeUrl } from './latex';

/** A source as a BibTeX entry that BibTeX, biblatex and Pandoc read alike. */
export function bibtexOf({ id, title, publisher, issued, URL, number, note }: Source): string {
  const [year, month] = issued?.split('-') ?? [];
  const fields: [string, string | undefined][] = [
    // The second pair of braces keeps the capitals of names.
    ['title', `{${escapeLatex(title)}}`],
    // The author of an institution's paper is the institution, as one name.
    ['author', publisher && `{${escapeLatex(publisher)}}`],
    ['year', year],
    ['month', month && String(Number(month))],
    ['number', number && escapeLatex(number)],
    ['url', URL && escapeUrl(URL)],
    ['note', note && escapeLatex(note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${citationKey(id)},\n${lines.join(',\n')}\n}\n`;
}
