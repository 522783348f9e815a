import { encodedAddress } from './address';
import { oneLine } from './oneLine';

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

/** Encodes an address for angle brackets. */
export function markdownAddress(url: string): string {
  return encodedAddress(url);
}
