import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/**
 * Text that Markdown, Pandoc, R Markdown, Quarto and MDX show as it is written: `@` would begin a citation of Pandoc's,
 * `import` at the beginning a module of MDX, `{%` a tag of a site generator.
 */
export function escapeMarkdownText(text: string): string {
  return oneLine(text)
    .replace(/(?<=\{)%|[\\*_{}[\]<>#|~$^@]/g, '\\$&')
    // A bare address would become a link, with the backslashes in it.
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replace(/&(?=[#\w]+;)/g, '\\&')
    // Knitr runs the code between back quotes whether or not a backslash precedes them.
    .replace(/`/g, '&#96;')
    .replace(/^[-+=:%]/, '\\$&')
    .replace(/^(\d+|[a-zA-Z])([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[ie](?=(?:mport|xport)\b)/, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** An address for angle brackets. */
export function markdownAddress(url: string): string {
  return encodedAddress(url);
}
