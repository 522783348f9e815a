import { encodingOf, type XmlEncoding } from './decodeXml';

/** The text of an XML part, and what is needed to write it in the same encoding. */
export interface PartText {
  /** Without the byte order mark. */
  readonly xml: string;
  readonly encoding: XmlEncoding;
  readonly byteOrderMark: boolean;
}

/** Decodes a part. Bytes that are not valid become U+FFFD. */
export function decodePart(bytes: Uint8Array): PartText {
  const encoding = encodingOf(bytes);
  const decode = (ignoreBOM: boolean, end?: number): string =>
    new TextDecoder(encoding, { ignoreBOM }).decode(bytes.subarray(0, end));
  return { xml: decode(false), encoding, byteOrderMark: decode(true, BYTE_ORDER_MARK_LENGTH).startsWith('\ufeff') };
}

/** A part in UTF-8 without a byte order mark. */
export function utf8(xml: string): PartText {
  return { xml, encoding: 'utf-8', byteOrderMark: false };
}

export function encodePart({ xml, encoding, byteOrderMark }: PartText): Uint8Array {
  const text = byteOrderMark ? `\ufeff${xml}` : xml;
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

/** In UTF-8, where it is the longest. */
const BYTE_ORDER_MARK_LENGTH = 3;
