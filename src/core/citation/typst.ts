import { encodedAddress } from './address';
import { oneLine } from './oneLine';

/** Text that Typst sets as it is written, also at the beginning of a line. */
export function escapeTypst(text: string): string {
  return oneLine(text)
    // A slash begins a comment before another one, and a definition at the beginning of a line.
    .replace(/[\\#$*_`<>@[\]~]|\/(?=[/*]|$)/g, '\\$&')
    .replace(/^[-+=/]/, '\\$&')
    .replace(/^(\d+)\./, '$1\\.');
}

/** An address as a link. */
export function typstLink(url: string): string {
  return `#link("${encodedAddress(url)}")`;
}
