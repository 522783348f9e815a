import { encodedAddress } from './address';
import { oneLine } from './oneLine';

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

/** Encodes an address that reStructuredText links automatically. */
export function restructuredTextAddress(url: string): string {
  return encodedAddress(url, /\*|_$/g);
}
