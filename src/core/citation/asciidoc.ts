import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/**
 * Escapes text so that AsciiDoc shows it as written, even at the beginning of a line. Uses character references for
 * what begins markup: a backslash would not stop a passthrough or a directive, and is shown where it stops nothing.
 */
export function escapeAsciidoc(text: string): string {
  return (
    oneLine(text)
      .replace(/&(?=[#\w])|;|[+{}<>*_`#^~|$\\]|\[(?=\[|$)|\((?=\()/g, reference)
      // Prevents macros, attributes, directives, and addresses that the brackets of a following footnote would turn
      // into a link.
      .replace(/:(?=\S|$)/g, reference)
      // A character at the beginning of a line might begin a block, and a line of brackets applies to the next line.
      .replace(/^[^\p{L}\p{N}\s"'“”«»(&]/u, reference)
      .replace(/^([\p{L}\p{N}]{1,9})([.)])(?=\s|$)/u, (_all, mark: string, stop: string) => mark + reference(stop))
  );
}

/** Escapes text for the brackets of a macro such as `footnote:[…]`. */
export function escapeAsciidocArgument(text: string): string {
  return escapeAsciidoc(text).replace(/\]/g, '\\]');
}

/** Encodes an address that AsciiDoc links automatically. */
export function asciidocAddress(url: string): string {
  return encodedAddress(url, /[[\]]|([+$:;#*_(])(?=\1)/g);
}

/** Joins the parts of a note: two semicolons would turn the line into a definition list. */
export function asciidocList(parts: readonly string[]): string {
  return parts
    .map((part, i) => (i === parts.length - 1 ? part : `${part}${part.endsWith(';') ? '&#59; ' : '; '}`))
    .join('');
}

function reference(signs: string): string {
  return signs.replace(/\S/u, (sign) => `&#${sign.codePointAt(0)};`);
}
