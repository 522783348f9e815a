import { usualStyle, citeFact, type CitationStyle } from '../citation/cite';
import { citationKey } from '../citation/citationKey';
import { citable } from '../citation/citable';
import { escapeText } from '../citation/escapeText';
import { reference } from '../citation/reference';
import type { Lang, TextDocument } from '../document';
import type { Fact } from '../termbase/concept';
import type { Termbase } from '../termbase/termbase';
import { localText } from './facts';
import { footnoted } from './footnotes';
import { sourcesWith } from './sources';

/** A cited fact, divided into the pieces for different places in a document. */
export interface PlacedCitation {
  /** For the cursor. */
  readonly text: string;
  /** For the very end of the document, including line breaks; empty where nothing is to be added. */
  readonly atEnd: string;
  /** For the bibliography file that the document names. */
  readonly bibliography: { readonly path: string; readonly entries: readonly BibliographyEntry[] } | undefined;
}

export interface BibliographyEntry {
  readonly key: string;
  readonly text: string;
}

/**
 * Cites a fact in the way of the document: with a key if it names a bibliography, otherwise by a footnote, otherwise
 * in brackets. Where no other file may be written, `without-bibliography` cites as in a document that names none.
 */
export function citeInPlace(
  { text, languageId }: TextDocument,
  termbase: Termbase,
  fact: Fact,
  lang: Lang,
  how: 'as-usual' | 'without-bibliography' = 'as-usual',
): PlacedCitation {
  const sources = citable(sourcesWith(termbase, fact.sources));
  const references = sources.map((source) => reference(source, lang));
  const noted = footnoted(languageId, fact.id, localText(fact.statement, lang).trim(), references);
  if (noted !== undefined) {
    const isKnown = noted.footnote === '' || text.includes(noted.mark);
    return { text: noted.text, atEnd: isKnown ? '' : `${gapAfter(text)}${noted.footnote}\n`, bibliography: undefined };
  }
  if (references.length === 0)
    return { text: escapeText(localText(fact.statement, lang).trim(), languageId), atEnd: '', bibliography: undefined };
  const path = how === 'as-usual' ? bibliographyOf(text, languageId) : undefined;
  const style = styleOf(languageId, path !== undefined);
  const cited = citeFact(fact, termbase.sources, style, lang);
  const isWritten = cited.footnote === '' || text.includes(`[^${fact.id}]:`);
  const entries = sources.flatMap(({ id }) => {
    const { bibliography } = citeFact({ ...fact, sources: [id] }, termbase.sources, style, lang);
    return bibliography === '' ? [] : [{ key: citationKey(id), text: bibliography }];
  });
  return {
    text: cited.text,
    atEnd: isWritten ? '' : `${gapAfter(text)}${cited.footnote}\n`,
    bibliography: path === undefined || entries.length === 0 ? undefined : { path, entries },
  };
}

/** The path of the first BibTeX file that the front matter or preamble of a document names, as written there. */
export function bibliographyOf(text: string, languageId: string): string | undefined {
  if (MARKDOWN.includes(languageId)) {
    const matter =
      /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, REACH))?.[1] ?? '';
    const named = /^bibliography:[ \t]*(?:\r?\n[ \t]*-[ \t]*|\[[ \t]*)?["']?([^\s"',\]]+)/m.exec(matter)?.[1];
    return named !== undefined && /\.bib(tex)?$/i.test(named) ? named : undefined;
  }
  if (!LATEX.includes(languageId)) return undefined;
  const named = /^[^%\n]*\\(?:addbibresource(?:\[[^\]]*\])?|bibliography)\{\s*([^},]+?)\s*[},]/m.exec(text)?.[1];
  return named === undefined || /\.bib$/i.test(named) ? named : `${named}.bib`;
}

const MARKDOWN = ['markdown', 'mdx', 'quarto', 'rmd'];
const LATEX = ['latex', 'tex'];
/** Maximum length of a front matter, in code units. */
const REACH = 20_000;

function styleOf(languageId: string, hasBibliography: boolean): CitationStyle {
  if (LATEX.includes(languageId)) return hasBibliography ? 'latex-cite' : 'latex-footnote';
  // A key without a file that defines it would print as question marks.
  if (MARKDOWN.includes(languageId)) return hasBibliography ? 'pandoc' : 'markdown-footnote';
  return usualStyle(languageId);
}

/** The line breaks that separate a footnote from the last paragraph; consecutive footnotes need no empty line. */
function gapAfter(text: string): string {
  const end = /[^\n\r]*[\n\r]*$/.exec(text.slice(-REACH))?.[0] ?? '';
  if (end.startsWith('[^')) return /\n$/.test(end) ? '' : '\n';
  return /\n\r?\n$/.test(end) || text.trim() === '' ? '' : /\n$/.test(end) ? '\n' : '\n\n';
}
