import type { Lang } from '../document';
import type { Fact, Source } from '../termbase/concept';
import { encodedAddress, latexAddress, markdownAddress } from './address';
import { bibtexOf } from './bibtex';
import { citable } from './citable';
import { citationKey } from './citationKey';
import { checkedOn, reference, type Reference } from './reference';
import { escapeXml } from '../xml';
import { escapeMarkdownText, escapeLatex, oneLine } from './escapeText';

/** The ways to cite a fact, which depend on the format of the document and on its writer. */
export const CITATION_STYLES = [
  'plain',
  'markdown-footnote',
  'pandoc',
  'latex-footnote',
  'latex-cite',
  'word',
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A cited statement, in parts for different places. */
export interface Citation {
  /** The statement with its reference, for the text. */
  readonly text: string;
  /** The text of a footnote, for the end of the document; empty where there is none. */
  readonly footnote: string;
  /** BibTeX entries, for the bibliography file; empty where there are none. */
  readonly bibliography: string;
}

/** The statement of a fact in the language, with citations of the sources that the termbase knows. */
export function citeFact(fact: Fact, sources: ReadonlyMap<string, Source>, style: CitationStyle, lang: Lang): Citation {
  const statement = (fact.statement[lang] ?? fact.statement.en).trim();
  const cited = citable(fact.sources.flatMap((id) => sources.get(id) ?? []));
  if (cited.length === 0) return { text: escaped(statement, style), footnote: '', bibliography: '' };
  const references = [...cited.map((source) => reference(source, lang)), ...checked(fact, lang)];
  const bibliography =
    style === 'pandoc' || style === 'latex-cite' ? cited.map((source) => bibtexOf(source, lang)).join('\n') : '';
  const keys = cited.map(({ id }) => citationKey(id));
  switch (style) {
    case 'plain':
      return {
        text: `${escaped(statement, style)} (${references.map(inPlainText).join('; ')})`,
        footnote: '',
        bibliography,
      };
    case 'markdown-footnote':
      return {
        text: `${escaped(statement, style)}[^${fact.id}]`,
        footnote: `[^${fact.id}]: ${references.map(inMarkdown).join('; ')}.`,
        bibliography,
      };
    case 'pandoc':
      return {
        text: beforeStop(escaped(statement, style), ` [${keys.map((key) => `@${key}`).join('; ')}]`),
        footnote: '',
        bibliography,
      };
    case 'latex-footnote':
      return {
        text: `${escaped(statement, style)}\\footnote{${references.map(inLatex).join('; ')}.}`,
        footnote: '',
        bibliography,
      };
    case 'word':
      return {
        text: `${escaped(statement, style)}${WORD_MARK}`,
        footnote: wordFootnote(references.map(inHtml).join('; ')),
        bibliography,
      };
    case 'latex-cite':
      return { text: beforeStop(escaped(statement, style), `~\\cite{${keys.join(',')}}`), footnote: '', bibliography };
  }
}

/** The date on which the fact was last compared with its sources, as in notes on pages that change. */
function checked(fact: Fact, lang: Lang): readonly Reference[] {
  const text = checkedOn(fact, lang);
  return text === '' ? [] : [{ text, url: undefined }];
}

/** The default style for a kind of document. */
export function usualStyle(languageId: string): CitationStyle {
  if (['latex', 'tex'].includes(languageId)) return 'latex-footnote';
  if (['quarto', 'rmd'].includes(languageId)) return 'pandoc';
  return languageId === 'markdown' || languageId === 'mdx' ? 'markdown-footnote' : 'plain';
}

function escaped(text: string, style: CitationStyle): string {
  if (style === 'plain') return oneLine(text);
  if (style === 'word') return escapeXml(oneLine(text));
  return style.startsWith('latex') ? escapeLatex(text) : escapeMarkdownText(text);
}

/** A citation in brackets belongs to the sentence, so it precedes the full stop. */
function beforeStop(sentence: string, citation: string): string {
  return sentence.endsWith('.') ? `${sentence.slice(0, -1)}${citation}.` : `${sentence}${citation}`;
}

function inPlainText({ text, url }: Reference): string {
  return url === undefined ? oneLine(text) : `${oneLine(text)}, ${encodedAddress(url)}`;
}

function inMarkdown({ text, url }: Reference): string {
  return url === undefined ? escapeMarkdownText(text) : `${escapeMarkdownText(text)}, <${markdownAddress(url)}>`;
}

function inHtml({ text, url }: Reference): string {
  const name = escapeXml(oneLine(text));
  if (url === undefined) return name;
  const address = escapeXml(encodedAddress(url));
  return `${name}, <a href="${address}">${address}</a>`;
}

/** The mark and the text of a footnote in the HTML that Word itself writes, and pastes as a footnote. */
const WORD_MARK = '<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>';

function wordFootnote(references: string): string {
  const back = '<a style="mso-footnote-id:ftn1" href="#_ftnref1" name="_ftn1"><sup>[1]</sup></a>';
  return `<div style="mso-element:footnote-list"><div style="mso-element:footnote" id="ftn1"><p>${back} ${references}.</p></div></div>`;
}

function inLatex({ text, url }: Reference): string {
  return url === undefined ? escapeLatex(text) : `${escapeLatex(text)}, \\url{${latexAddress(url)}}`;
}
