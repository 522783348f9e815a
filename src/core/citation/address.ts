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
