import { escapeHtml } from './escapeText';

/**
 * Percent-encodes the characters that no address may contain and that formats take for markup: white space, control
 * characters, angle brackets, braces, quotation marks, back quotes, bars, backslashes and carets. `also` matches
 * further characters of a format.
 */
export function encodedAddress(url: string, also?: RegExp): string {
  const encoded = url.replace(/[\s\0-\x1f\x7f-\x9f<>{}"`|\\^]/g, percent);
  return also === undefined ? encoded : encoded.replace(also, percent);
}

function percent(sign: string): string {
  const code = sign.charCodeAt(0);
  return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(sign);
}

/** Encodes an address as text of HTML. */
export function htmlAddress(url: string): string {
  return escapeHtml(encodedAddress(url));
}

/**
 * Encodes an address for LaTeX's `\url{…}` inside an argument, where percent signs and hashes would end or break it.
 */
export function latexAddress(url: string): string {
  return encodedAddress(url).replace(/[%#]/g, '\\$&');
}

/** Encodes an address for the angle brackets of Markdown. */
export function markdownAddress(url: string): string {
  return encodedAddress(url);
}

/** Encodes an address that AsciiDoc links automatically. */
export function asciidocAddress(url: string): string {
  return encodedAddress(url, /[[\]]|([+$:;#*_(])(?=\1)/g);
}

/** Encodes an address as a link of Org. */
export function orgAddress(url: string): string {
  return `[[${encodedAddress(url, /[[\]]/g)}]]`;
}

/** Encodes an address that reStructuredText links automatically. */
export function restructuredTextAddress(url: string): string {
  return encodedAddress(url, /\*|_$/g);
}

/** Encodes an address as a link of Typst. */
export function typstAddress(url: string): string {
  return `#link("${encodedAddress(url)}")`;
}
