import { LANGUAGE_ID_BY_END, LANGUAGE_IDS } from '../core/prose/languageIds';

/**
 * The core's language id for a document, by the id that the editor uses, else by the end of its address; any other
 * document is read as plain text, as somebody has chosen to check it.
 */
export function languageIdFor(editorId: string, uri: string): string {
  const id = editorId.toLowerCase();
  if (LANGUAGE_IDS.includes(id)) return id;
  const end = /\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase();
  return ALIASES.get(id) ?? LANGUAGE_ID_BY_END.get(end ?? '') ?? 'plaintext';
}

/** Names of the same formats in Neovim, Helix, Emacs, Kate and JetBrains. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['text', 'plaintext'],
  ['gfm', 'markdown'],
  ['markdown.mdx', 'mdx'],
  ['plaintex', 'latex'],
  ['context', 'latex'],
  ['rst', 'restructuredtext'],
  ['rest', 'restructuredtext'],
  ['asciidoctor', 'asciidoc'],
  ['adoc', 'asciidoc'],
  ['bib', 'bibtex'],
  ['xhtml', 'html'],
  ['mhtml', 'html'],
  ['r markdown', 'rmd'],
]);
