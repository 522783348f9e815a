import { inflateSync, strFromU8 } from 'fflate';

/**
 * Decompresses text that the build packed: Latin-1, compressed by raw DEFLATE (RFC 1951), as base64. Bundles contain
 * the data in this form, at a quarter of its size, and unpack it when a termbase is first needed.
 *
 * @throws If the data is damaged.
 */
export function unpack(packed: string): string {
  const compressed = atob(packed);
  const bytes = new Uint8Array(compressed.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = compressed.charCodeAt(i);
  return strFromU8(inflateSync(bytes), true);
}
