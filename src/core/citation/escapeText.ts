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

/**
 * Escapes text so that Markdown, Pandoc, R Markdown, Quarto and MDX show it as written: `@` would begin a Pandoc
 * citation, `import` at the beginning an MDX module, `{%` a tag of a site generator.
 */
export function escapeMarkdownText(text: string): string {
  return (
    oneLine(text)
      .replace(/(?<=\{)%|[\\*_{}[\]<>#|~$^@]/g, '\\$&')
      // A bare address would become a link that includes the backslashes.
      .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
      .replace(/&(?=[#\w]+;)/g, '\\&')
      // Knitr runs the code between back quotes even if a backslash precedes them.
      .replace(/`/g, '&#96;')
      .replace(/^[-+=:%]/, '\\$&')
      .replace(/^(\d+|[a-zA-Z])([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^[ie](?=(?:mport|xport)\b)/, (letter) => `&#${letter.charCodeAt(0)};`)
  );
}

/** Escapes text so that LaTeX sets it as written; accented letters remain, because all current engines read UTF-8. */
export function escapeLatex(text: string): string {
  return oneLine(text)
    .replace(/[\\{}$&#%_~^`]/g, (character) => LATEX_COMMANDS[character] ?? `\\${character}`)
    .replace(/[\u00a0\u202f]/g, '~');
}

const LATEX_COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
};

/** As {@link escapeLatex}, but without braces: BibTeX counts them, even after a backslash, and would end the entry. */
export function escapeBibtex(text: string): string {
  return escapeLatex(text).replace(/\\[{}]/g, (brace) =>
    brace === '\\{' ? '\\textbraceleft{}' : '\\textbraceright{}',
  );
}

/** Escapes text so that Typst sets it as written, even at the beginning of a line. */
export function escapeTypst(text: string): string {
  return (
    oneLine(text)
      // A slash begins a comment before another slash, and a definition at the beginning of a line.
      .replace(/[\\#$*_`<>@[\]~]|\/(?=[/*]|$)/g, '\\$&')
      .replace(/^[-+=/]/, '\\$&')
      .replace(/^(\d+)\.(?=\s|$)/, '$1\\.')
  );
}

/** Escapes text so that reStructuredText shows it as written, even at the beginning of a line or of a footnote. */
export function escapeRestructuredText(text: string): string {
  return (
    oneLine(text)
      // Two colons at the end would turn the text that follows into a literal block.
      .replace(/[\\*`|_]|:(?=:|$)/g, '\\$&')
      .replace(/^[^\p{L}\p{N}\\]/u, '\\$&')
      // A list marker, even where the full stop follows the text.
      .replace(/^(?:\d+|[a-z]|[ivxlcdm]+)(?=[.)](?:\s|$)|$)/i, '\\$&')
  );
}

/**
 * Escapes text so that Org shows it as written, even at the beginning of a line. Uses entities, and a zero-width
 * space where there is none, as the Org manual recommends.
 */
export function escapeOrg(text: string): string {
  return (
    oneLine(text)
      .replace(/[\\#]|\{(?=\{|$)|@(?=@|$)|\[(?=\[|fn:|cite|$)/g, `$&${NO_WIDTH}`)
      // A link needs no brackets: `elisp:…` and `shell:…` execute the text that follows.
      .replace(/(?<=[A-Za-z+-])(?<!\bhttps?):(?=\S|$)/gi, `$&${NO_WIDTH}`)
      .replace(/[_^$|<>]/g, orgEntity)
      .replace(/(?<=^|[\s\-({'"])[*/=~+](?=\S)/g, orgEntity)
      .replace(/^(?=(?:[^\p{L}\p{N}\s"'“”«»(\\]|[\p{L}\p{N}]+[.)](?:\s|$)|[A-Z]+:))/u, NO_WIDTH)
  );
}

export const NO_WIDTH = '\u200b';

function orgEntity(sign: string): string {
  return `\\${ORG_ENTITIES[sign]}{}`;
}

const ORG_ENTITIES: Readonly<Record<string, string>> = {
  _: 'under',
  '^': 'asciicirc',
  $: 'dollar',
  '|': 'vert',
  '<': 'lt',
  '>': 'gt',
  '*': 'ast',
  '/': 'slash',
  '=': 'equal',
  '~': 'tilde',
  '+': 'plus',
};

/**
 * Escapes text so that AsciiDoc shows it as written, even at the beginning of a line. Uses character references for
 * what begins markup: a backslash would not stop a passthrough or a directive, and is shown where it stops nothing.
 */
export function escapeAsciidoc(text: string): string {
  return (
    oneLine(text)
      .replace(/&(?=[#\w])|;|[+{}<>*_`#^~|$\\]|\[(?=\[|$)|\((?=\()/g, characterReference)
      // Prevents macros, attributes, directives, and addresses that the brackets of a following footnote would turn
      // into a link.
      .replace(/:(?=\S|$)/g, characterReference)
      // A character at the beginning of a line might begin a block, and a line of brackets applies to the next line.
      .replace(/^[^\p{L}\p{N}\s"'“”«»(&]/u, characterReference)
      .replace(
        /^([\p{L}\p{N}]{1,9})([.)])(?=\s|$)/u,
        (_all, mark: string, stop: string) => mark + characterReference(stop),
      )
  );
}

/** Escapes text for the brackets of a macro such as `footnote:[…]`. */
export function escapeAsciidocArgument(text: string): string {
  return escapeAsciidoc(text).replace(/\]/g, '\\]');
}

/** The first character as a numeric reference of HTML and AsciiDoc. */
export function characterReference(signs: string): string {
  return signs.replace(/\S/u, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Joins the parts of a note: two semicolons would turn the line into a definition list. */
export function asciidocList(parts: readonly string[]): string {
  return parts
    .map((part, i) => (i === parts.length - 1 ? part : `${part}${part.endsWith(';') ? '&#59; ' : '; '}`))
    .join('');
}

/** Escapes text so that HTML shows it as written, even if a site generator processes the page first. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"'`{}]/g, (sign) => HTML_NAMES[sign] ?? `&#${sign.charCodeAt(0)};`);
}

const HTML_NAMES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** {@link joinLines}, and trims the text, because leading space would indent it. */
export function oneLine(text: string): string {
  return joinLines(text).trim();
}

/**
 * Puts text on one line: line breaks and control characters, which some formats take for line breaks, become a space,
 * and characters that reverse the line are removed. No-break spaces remain: French puts one before a colon and inside
 * quotation marks.
 */
export function joinLines(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/(?:[^\S\u00a0\u202f]|[\0-\x1f\x7f-\x9f])+/g, ' ');
}
