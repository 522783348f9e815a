import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/**
 * Text that AsciiDoc shows as it is written, also at the beginning of a line. Character references denote what
 * begins markup: a backslash before it would not stop a passthrough or a directive, and shows where nothing is stopped.
 */
export function escapeAsciidoc(text: string): string {
  return oneLine(text)
    .replace(/&(?=[#\w])|;|[+{}<>*_`#^~|$\\]|\[(?=\[|$)|\((?=\()/g, reference)
    // No macro, no attribute, no directive, no address that the brackets of a footnote after it would make a link.
    .replace(/:(?=\S|$)/g, reference)
    // What begins a line might begin a block, and a line of brackets applies to the next one.
    .replace(/^[^\p{L}\p{N}\s"'“”«»(&]/u, reference)
    .replace(/^([\p{L}\p{N}]{1,9})([.)])(?=\s|$)/u, (_all, mark: string, stop: string) => mark + reference(stop));
}

/** Text for the brackets of a macro such as `footnote:[…]`. */
export function escapeAsciidocArgument(text: string): string {
  return escapeAsciidoc(text).replace(/\]/g, '\\]');
}

/** An address that AsciiDoc finds by itself. */
export function asciidocAddress(url: string): string {
  return encodedAddress(url, /[[\]]|([+$:;#*_(])(?=\1)/g);
}

/** The parts of a note, one after the other: two semicolons would make a definition list of the line. */
export function asciidocList(parts: readonly string[]): string {
  return parts.map((part, i) => (i === parts.length - 1 ? part : `${part}${part.endsWith(';') ? '&#59; ' : '; '}`)).join('');
}

function reference(signs: string): string {
  return signs.replace(/\S/u, (sign) => `&#${sign.codePointAt(0)};`);
}
