import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/** Escapes text so that Typst sets it as written, even at the beginning of a line. */
export function escapeTypst(text: string): string {
  return (
    oneLine(text)
      // A slash begins a comment before another slash, and a definition at the beginning of a line.
      .replace(/[\\#$*_`<>@[\]~]|\/(?=[/*]|$)/g, '\\$&')
      .replace(/^[-+=/]/, '\\$&')
      .replace(/^(\d+)\./, '$1\\.')
  );
}

/** Encodes an address as a link. */
export function typstLink(url: string): string {
  return `#link("${encodedAddress(url)}")`;
}
