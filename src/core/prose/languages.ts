import { asciidoc } from './asciidoc';
import { bibtex } from './bibtex';
import { html } from './htmlBlocks';
import type { LanguageId } from './languageIds';
import { latex } from './latex';
import { markdown } from './markdown';
import { org } from './org';
import { plaintext } from './plaintext';
import type { Format } from './prose';
import { restructuredtext } from './restructuredtext';
import { typst } from './typst';

const FORMATS: Readonly<Record<LanguageId, Format>> = {
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

/** The format of a document; one whose markup is not supported is read as plain text. */
export function formatOf(languageId: string): Format {
  return (FORMATS as Readonly<Record<string, Format>>)[languageId] ?? plaintext;
}
