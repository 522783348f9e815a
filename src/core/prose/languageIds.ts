const IDS = [
  'markdown',
  'mdx',
  'quarto',
  'rmd',
  'plaintext',
  'html',
  'latex',
  'tex',
  'bibtex',
  'restructuredtext',
  'asciidoc',
  'typst',
  'org',
] as const;

export type LanguageId = (typeof IDS)[number];

/** The language ids whose markup is supported; any other is read as plain text. */
export const LANGUAGE_IDS: readonly string[] = IDS;

/** The extensions of Word documents, which are read as Markdown. */
export const WORD_ENDS: readonly string[] = ['docx', 'docm'];

/** The extensions of notebooks, whose Markdown cells are read. */
export const NOTEBOOK_ENDS: readonly string[] = ['ipynb'];

/** Whether Word made the file to say who has a document open; it is no document. */
export function isOwnerFile(name: string): boolean {
  return name.startsWith('~$');
}

/** The extensions of other written documents. They are not read, which a report has to say. */
export const UNREAD_ENDS: readonly string[] = ['doc', 'dotm', 'dotx', 'odt', 'pdf', 'rtf'];

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
