import { asciidoc } from './asciidoc';
import { bibtex } from './bibtex';
import { html } from './htmlBlocks';
import { latex } from './latex';
import { markdown } from './markdown';
import { org } from './org';
import { plaintext } from './plaintext';
import type { Format } from './prose';
import { restructuredtext } from './restructuredtext';
import { typst } from './typst';

const FORMATS: Readonly<Record<string, Format>> = {
  markdown,
  mdx: markdown,
  quarto: markdown,
  rmd: markdown,
  plaintext,
  html,
  latex,
  tex: latex,
  bibtex,
  restructuredtext,
  asciidoc,
  typst,
  org,
};

/** The language ids whose markup is supported; any other is read as plain text. */
export const LANGUAGE_IDS: readonly string[] = Object.keys(FORMATS);

export function formatOf(languageId: string): Format {
  return FORMATS[languageId] ?? plaintext;
}

/** The extensions of Word documents, which are read as Markdown. */
export const WORD_ENDS: readonly string[] = ['docx', 'docm'];

/** Whether Word made the file to say who has a document open; it is no document. */
export function isOwnerFile(name: string): boolean {
  return name.startsWith('~$');
}

/** The extensions of other written documents. They are not read, which a report has to say. */
export const UNREAD_ENDS: readonly string[] = ['doc', 'odt', 'pdf', 'rtf'];

/** The language ids of files that no editor has opened, by the lowercase extension of the file name. */
export const LANGUAGE_ID_BY_END: ReadonlyMap<string, string> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdx', 'mdx'],
  ['qmd', 'quarto'],
  ['rmd', 'rmd'],
  ['txt', 'plaintext'],
  ['text', 'plaintext'],
  ['tex', 'latex'],
  ['latex', 'latex'],
  ['bib', 'bibtex'],
  ['typ', 'typst'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['rst', 'restructuredtext'],
  ['adoc', 'asciidoc'],
  ['asciidoc', 'asciidoc'],
  ['org', 'org'],
]);
