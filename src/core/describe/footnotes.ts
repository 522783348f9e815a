import type { Reference } from '../citation/reference';
import {
  htmlAddress,
  latexAddress,
  asciidocAddress,
  orgAddress,
  restructuredTextAddress,
  typstAddress,
} from '../citation/address';
import {
  escapeBibtex,
  escapeTypst,
  escapeRestructuredText,
  escapeOrg,
  asciidocList,
  escapeAsciidoc,
  escapeAsciidocArgument,
  escapeHtml,
} from '../citation/escapeText';

/** A statement with its note in the syntax of a document; the note is separate or inline. */
export interface Footnoted {
  readonly text: string;
  /** The note, for the end of the document; empty if it is inline. */
  readonly footnote: string;
  /** The beginning of the note, which shows whether the document already contains it. */
  readonly mark: string;
}

/**
 * Footnotes for the formats other than Markdown and LaTeX; brackets where a format has no footnotes; `undefined` for
 * an unknown format.
 */
export function footnoted(
  languageId: string,
  id: string,
  statement: string,
  references: readonly Reference[],
): Footnoted | undefined {
  const syntax = SYNTAXES[languageId];
  if (syntax === undefined || references.length === 0) return undefined;
  const { escape, inNote = escape, link, list = (parts) => parts.join('; ') } = syntax;
  const note = list(
    references.map(({ text, url }) => (url === undefined ? inNote(text) : `${inNote(text)}, ${link(url)}`)),
  );
  return syntax.place(escape(statement), id, note);
}

interface Syntax {
  readonly escape: (text: string) => string;
  /** As `escape`, for notes, where their syntax differs. */
  readonly inNote?: (text: string) => string;
  readonly link: (url: string) => string;
  readonly list?: (parts: readonly string[]) => string;
  readonly place: (statement: string, id: string, note: string) => Footnoted;
}

const inBrackets = (statement: string, _id: string, note: string): Footnoted => ({
  text: `${statement} (${note})`,
  footnote: '',
  mark: '',
});

const SYNTAXES: Readonly<Record<string, Syntax>> = {
  restructuredtext: {
    escape: escapeRestructuredText,
    link: restructuredTextAddress,
    place: (statement, id, note) => ({
      text: `${statement} [#${id}]_`,
      footnote: `.. [#${id}] ${note}.`,
      mark: `.. [#${id}]`,
    }),
  },
  asciidoc: {
    escape: escapeAsciidoc,
    inNote: escapeAsciidocArgument,
    link: asciidocAddress,
    list: asciidocList,
    place: (statement, _id, note) => ({ text: `${statement}footnote:[${note}.]`, footnote: '', mark: '' }),
  },
  typst: {
    escape: escapeTypst,
    link: typstAddress,
    place: (statement, _id, note) => ({ text: `${statement}#footnote[${note}.]`, footnote: '', mark: '' }),
  },
  org: {
    escape: escapeOrg,
    link: orgAddress,
    place: (statement, id, note) => ({
      text: `${statement}[fn:${id}]`,
      footnote: `[fn:${id}] ${note}.`,
      mark: `[fn:${id}] `,
    }),
  },
  html: { escape: escapeHtml, link: htmlAddress, place: inBrackets },
  bibtex: { escape: escapeBibtex, link: latexAddress, place: inBrackets },
};
