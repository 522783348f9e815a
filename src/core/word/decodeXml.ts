/**
 * The text of an XML part in UTF-8 or UTF-16, the only encodings of a package; `undefined` if the bytes are not valid.
 * A byte order mark is removed: the offsets of a `Stretch` do not count it.
 */
export function decodeXml(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

export type XmlEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding of an XML part, by its byte order mark or by how `<` is encoded. */
export function encodingOf(bytes: Uint8Array): XmlEncoding {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return 'utf-8';
}
