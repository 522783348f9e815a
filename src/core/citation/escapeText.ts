import { escapeAsciidoc } from './asciidoc';
import { escapeBibtex } from './bibtex';
import { escapeHtml } from './html';
import { escapeLatex } from './latex';
import { escapeMarkdownText } from './markdown';
import { oneLine } from './oneLine';
import { escapeOrg } from './org';
import { escapeRestructuredText } from './restructuredtext';
import { escapeTypst } from './typst';

/** Escapes text so that a document shows it as written: nothing in it can become a command, a macro or a block. */
export function escapeText(text: string, languageId: string): string {
  return (ESCAPES.get(languageId) ?? oneLine)(text);
}

const ESCAPES: ReadonlyMap<string, (text: string) => string> = new Map([
  ['markdown', escapeMarkdownText],
  ['mdx', escapeMarkdownText],
  ['quarto', escapeMarkdownText],
  ['rmd', escapeMarkdownText],
  ['latex', escapeLatex],
  ['tex', escapeLatex],
  ['bibtex', escapeBibtex],
  ['html', escapeHtml],
  ['restructuredtext', escapeRestructuredText],
  ['asciidoc', escapeAsciidoc],
  ['typst', escapeTypst],
  ['org', escapeOrg],
]);
