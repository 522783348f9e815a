import type { Reference } from '../citation/reference';

/** A statement with its note in a document's own syntax, where the note stands apart or in place. */
export interface Footnoted {
  readonly text: string;
  /** The note, for the end of the document; empty where it stands in place. */
  readonly footnote: string;
  /** What the note begins with, which tells whether the document has it already. */
  readonly mark: string;
}

/** Footnotes in the formats besides Markdown and LaTeX; `undefined` for a format that has none. */
export function footnoted(languageId: string, id: string, statement: string, references: readonly Reference[]): Footnoted | undefined {
  const syntax = SYNTAXES[languageId];
  if (syntax === undefined || references.length === 0) return undefined;
  const note = `${references.map(({ text, url }) => (url === undefined ? syntax.escape(text) : `${syntax.escape(text)}, ${syntax.link(url)}`)).join('; ')}.`;
  return syntax.place(syntax.escape(statement), id, note);
}

interface Syntax {
  readonly escape: (text: string) => string;
  readonly link: (url: string) => string;
  readonly place: (statement: string, id: string, note: string) => Footnoted;
}

const before = (characters: RegExp) => (text: string) => text.replace(/[^\S\u00a0\u202f]+/g, ' ').replace(characters, '\\$&');
const asIs = (text: string) => text;
const encoded = (url: string, characters: RegExp) => url.replace(characters, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const SYNTAXES: Readonly<Record<string, Syntax>> = {
  restructuredtext: {
    escape: before(/[\\*`|_]/g),
    link: asIs,
    place: (statement, id, note) => ({ text: `${statement} [#${id}]_`, footnote: `.. [#${id}] ${note}`, mark: `.. [#${id}]` }),
  },
  asciidoc: {
    escape: before(/[*_`#^~\]]/g),
    link: (url) => encoded(url, /[[\]\s]/g),
    place: (statement, _id, note) => ({ text: `${statement}footnote:[${note}]`, footnote: '', mark: '' }),
  },
  typst: {
    escape: before(/[\\#$*_`<>@[\]~]/g),
    link: (url) => `#link("${encoded(url, /["\\\s]/g)}")`,
    place: (statement, _id, note) => ({ text: `${statement}#footnote[${note}]`, footnote: '', mark: '' }),
  },
  org: {
    escape: (text) => text.replace(/[^\S\u00a0\u202f]+/g, ' '),
    link: (url) => `[[${encoded(url, /[[\]\s]/g)}]]`,
    place: (statement, id, note) => ({ text: `${statement}[fn:${id}]`, footnote: `[fn:${id}] ${note}`, mark: `[fn:${id}] ` }),
  },
};
