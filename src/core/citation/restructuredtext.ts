import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/** Text that reStructuredText shows as it is written, also at the beginning of a line or of a footnote. */
export function escapeRestructuredText(text: string): string {
  return oneLine(text)
    // Two colons at the end make a literal block of what follows.
    .replace(/[\\*`|_]|:(?=:|$)/g, '\\$&')
    .replace(/^[^\p{L}\p{N}\\]/u, '\\$&')
    // The mark of a list, also where a full stop comes after the text.
    .replace(/^(?:\d+|[a-z]|[ivxlcdm]+)(?=[.)](?:\s|$)|$)/i, '\\$&');
}

/** An address that reStructuredText finds by itself. */
export function restructuredTextAddress(url: string): string {
  return encodedAddress(url, /\*|_$/g);
}
